using HanoiAcademy.Drills.Commands;
using HanoiAcademy.Drills.Events;
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
    public static Refusal? Start(Turn turn, string id, Actor actor)
    {
        if (turn.Index.Actions.Find(id) is not { } action)
            return new Refusal("no-such-action", id);
        if (!action.By.Contains(actor.TeamRole))
            return new Refusal("not-your-action");
        var run = turn.State.Actions.GetValueOrDefault(id);
        if (run?.Status == "running")
            return new Refusal("already-running");
        if (run is { EverDone: true } && !action.Repeat)
            return new Refusal("already-done");
        if (Blocks(turn.State, turn.Scenario, action, turn.At).FirstOrDefault() is { } reason)
            return new Refusal("action-blocked", reason.In(turn.Scenario.Language, turn.Scenario.Language));
        turn.Emit(new ActionStarted(turn.At, id, actor.Id, run?.Times ?? 0, turn.At + action.DurationMs), "action-started " + id);
        Effects.Apply(turn, action.StartEffects);
        if (action.DurationMs == 0)
            Finish(turn, id);
        return null;
    }

    public static Refusal? Cancel(Turn turn, string id, Actor actor)
    {
        if (!turn.State.Actions.TryGetValue(id, out var run) || run.Status != "running")
            return new Refusal("not-running-action", id);
        if (!turn.Index.Actions[id].By.Contains(actor.TeamRole))
            return new Refusal("not-your-action");
        turn.Emit(new ActionCancelled(turn.At, id, actor.Id));
        return null;
    }

    /// <summary>Reasons, visible to the doers, why it cannot be started now.</summary>
    public static IEnumerable<Text> Blocks(DrillState state, Scenario scenario, ActionDefinition action, long at) =>
        action.Requires.Where(r => !r.Hidden && !Conditions.Hold(state, scenario, r.When, at)).Select(r => r.Reason);

    public static void Finish(Turn turn, string id)
    {
        var action = turn.Index.Actions[id];
        var run = turn.State.Actions[id];
        var possible = action.Requires.All(r => !r.Hidden || Conditions.Hold(turn.State, turn.Scenario, r.When, turn.At));
        var team = new Actor(run.Seat).Team;
        if (possible && Luck.Percent(turn.State.Seed, team, "action " + id, run.Times) < action.Chance)
        {
            turn.Emit(new ActionFinished(turn.At, id, run.Seat), "action-finished " + id);
            Effects.Apply(turn, action.Effects);
        }
        else
        {
            turn.Emit(new ActionFailed(turn.At, id, run.Seat), "action-failed " + id);
            Effects.Apply(turn, action.FailEffects);
        }
    }
}
