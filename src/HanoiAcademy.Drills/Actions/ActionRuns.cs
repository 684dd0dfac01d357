using System.Collections.Immutable;
using HanoiAcademy.Drills.Adversary;
using HanoiAcademy.Drills.Clock;
using HanoiAcademy.Drills.Commands;
using HanoiAcademy.Drills.Events;
using HanoiAcademy.Drills.Forms;
using HanoiAcademy.Drills.Indexes;
using HanoiAcademy.Drills.Scenarios;
using HanoiAcademy.Drills.State;
using HanoiAcademy.Drills.World;

namespace HanoiAcademy.Drills.Actions;

/// <summary>
/// An action takes its time. What its doers can see and does not hold refuses it with the reason; what they cannot see is asked at the end,
/// and the action then fails, so that a greyed-out row betrays nothing.
/// </summary>
internal static class ActionRuns
{
    public static Refusal? Start(Turn turn, StartAction command, Actor actor)
    {
        var id = command.Action;
        if (turn.Index.Actions.Find(id) is not { } action)
            return new Refusal("no-such-action", id);
        if (!action.By.Contains(actor.TeamRole))
            return new Refusal("not-your-action");
        var run = turn.State.Actions.GetValueOrDefault(id);
        if (run?.Status == "running")
            return new Refusal("already-running");
        if (run is { EverDone: true } && !action.Repeat)
            return new Refusal("already-done");
        if (turn.Index.Steps.Find(id) is { } step && PlanSteering.Refuse(turn.State, step, run?.Times ?? 0) is { } not)
            return not;
        if (ReadyAt(action, run) is { } ready && ready > turn.At)
            return new Refusal("cooling-down", Injects.InjectFlow.Minutes(ready));
        if (Blocks(turn.State, turn.Scenario, action, turn.At).FirstOrDefault() is { } reason)
            return new Refusal("action-blocked") { Said = reason, Fallback = turn.Scenario.Language };
        if (TooDear(turn.State, turn.Scenario, action, actor.TeamRole, turn.At))
            return new Refusal("too-dear");
        if (Filling.Refuse(action.Fields, command.Answers) is { } wrong)
            return wrong;
        Begin(turn, action, actor.Id, action.Fields.IsEmpty ? null : command.Answers);
        return null;
    }

    /// <summary>It starts, whoever starts it: a player, a plan (seat "system") or control.</summary>
    public static void Begin(Turn turn, ActionDefinition action, string seat, ImmutableSortedDictionary<string, string>? answers)
    {
        turn.Emit(new ActionStarted(turn.At, action.Id, seat, turn.State.Actions.GetValueOrDefault(action.Id)?.Times ?? 0, turn.At + action.DurationMs, answers), "action-started " + action.Id);
        Effects.Apply(turn, action.Costs.Select(c => new ChangeMeter(c.Meter, Add: -c.Amount)));
        Effects.Apply(turn, action.StartEffects);
        if (Steps.Begun(turn, action.Id) && action.DurationMs == 0)
            Finish(turn, action.Id);
    }

    /// <summary>Drill ms from which it can be started again; null when it never ran or runs.</summary>
    public static long? ReadyAt(ActionDefinition action, ActionRun? run) =>
        action.CooldownMs > 0 && run is { Status: not "running" } ? run.EndsAt + action.CooldownMs : null;

    /// <summary>A meter that the doers see does not hold what it takes. One that they do not see must not say how much it holds: it gives what there is. No role: a plan, which knows them all.</summary>
    public static bool TooDear(DrillState state, Scenario scenario, ActionDefinition action, string? teamRole, long at) => action.Costs.Any(c =>
        scenario.Meters.FirstOrDefault(m => m.Id == c.Meter) is { } meter && (teamRole is null || Visibility.Sees(state, scenario, teamRole, "meter", c.Meter))
        && Meters.Value(state.Meters[c.Meter], meter, at) - c.Amount < meter.Min);

    public static Refusal? Cancel(Turn turn, string id, Actor actor)
    {
        if (!turn.State.Actions.TryGetValue(id, out var run) || run.Status != "running")
            return new Refusal("not-running-action", id);
        if (!turn.Index.Actions[id].By.Contains(actor.TeamRole))
            return new Refusal("not-your-action");
        if (turn.Index.Steps.Find(id) is { } step && PlanSteering.Standing(turn.State, step) is { } standing)
            return new Refusal(standing);
        turn.Emit(new ActionCancelled(turn.At, id, actor.Id));
        Steps.Ended(turn, id, done: false);
        return null;
    }

    /// <summary>Reasons, visible to the doers, why it cannot be started now.</summary>
    public static IEnumerable<Text> Blocks(DrillState state, Scenario scenario, ActionDefinition action, long at) =>
        action.Requires.Where(r => !r.Hidden && !Conditions.Hold(state, scenario, r.When, at)).Select(r => r.Reason);

    /// <summary>The next time at which a resting action can be started again, so that its row opens by itself.</summary>
    public static DueItem? Rested(DrillState state, Scenario scenario)
    {
        long? next = null;
        foreach (var action in ScenarioIndex.Of(scenario).Moments.Resting)
            if (ReadyAt(action, state.Actions.GetValueOrDefault(action.Id)) is { } ready && ready > state.At && !(ready >= next))
                next = ready;
        return next is { } at ? new DueItem(at, DueItem.Look, 0, "look", "", null) : null;
    }

    public static void Finish(Turn turn, string id)
    {
        var action = turn.Index.Actions[id];
        var run = turn.State.Actions[id];
        var possible = action.Requires.All(r => !r.Hidden || Conditions.Hold(turn.State, turn.Scenario, r.When, turn.At));
        var step = turn.Index.Steps.Find(id);
        // A step's luck is the same whoever carries it out; a plan has its own skill.
        var team = step?.LuckOf ?? new Actor(run.Seat).Team;
        var chance = step is not null && run.Seat == Actor.System.Id ? action.Chance * step.Plan.Skill / 100 : action.Chance;
        var done = possible && Luck.Percent(turn.State.Seed, team, "action " + id, run.Times) < chance;
        if (done)
        {
            turn.Emit(new ActionFinished(turn.At, id, run.Seat), "action-finished " + id);
            Effects.Apply(turn, action.Effects);
        }
        else
        {
            turn.Emit(new ActionFailed(turn.At, id, run.Seat), "action-failed " + id);
            Effects.Apply(turn, action.FailEffects);
        }

        Steps.Ended(turn, id, done);
    }
}
