using HanoiAcademy.Drills.Clock;
using HanoiAcademy.Drills.Commands;
using HanoiAcademy.Drills.Events;
using HanoiAcademy.Drills.State;
using HanoiAcademy.Drills.World;

namespace HanoiAcademy.Drills.Deciding;

/// <summary>Decisions open, are taken once by the first who may, or lapse.</summary>
internal static class Decisions
{
    public const int MostReason = 2_000;

    public static void ByCondition(Turn turn)
    {
        foreach (var d in turn.Scenario.Decisions)
            if (!turn.State.Decisions.ContainsKey(d.Id)
                && ((d.At is { } at && turn.At >= at) || (d.When is { } when && Conditions.Hold(turn.State, turn.Scenario, when, turn.At))))
                Open(turn, d.Id);
    }

    public static void Open(Turn turn, string id)
    {
        if (turn.State.Decisions.ContainsKey(id))
            return;
        var within = turn.Scenario.Decisions.First(d => d.Id == id).WithinMs;
        turn.Emit(new DecisionOpened(turn.At, id, within is { } ms ? turn.At + ms : null), "decision-opened " + id);
    }

    public static Refusal? Take(Turn turn, Decide command, Actor actor)
    {
        if (turn.Scenario.Decisions.FirstOrDefault(d => d.Id == command.Decision) is not { } decision
            || !turn.State.Decisions.TryGetValue(command.Decision, out var state))
            return new Refusal("no-such-decision", command.Decision);
        if (!decision.By.Contains(actor.TeamRole))
            return new Refusal("not-your-decision");
        if (state.Status == "taken")
            return new Refusal("already-decided", state.Seat ?? "");
        if (state.Status == "lapsed")
            return new Refusal("decision-lapsed");
        if (decision.Options.FirstOrDefault(o => o.Id == command.Option) is not { } option)
            return new Refusal("no-such-option", command.Option);
        if (command.Reason.Length > MostReason)
            return new Refusal("too-long", MostReason.ToString(System.Globalization.CultureInfo.InvariantCulture));
        turn.Emit(new DecisionTaken(turn.At, decision.Id, option.Id, actor.Id, command.Reason), "decision-taken " + decision.Id);
        Effects.Apply(turn, option.Effects);
        return null;
    }

    public static IEnumerable<DueItem> Due(DrillState state) =>
        state.Decisions.Where(x => x.Value is { Status: "open", Deadline: not null })
            .Select(x => new DueItem(x.Value.Deadline!.Value, DueItem.Deadline, 0, "decision", x.Key, turn => Lapse(turn, x.Key)));

    /// <summary>Decisions with a time of their own are looked at then.</summary>
    public static IEnumerable<long> Openings(DrillState state, Scenarios.Scenario scenario) =>
        scenario.Decisions.Where(d => d.At > state.At).Select(d => d.At!.Value);

    private static void Lapse(Turn turn, string id)
    {
        turn.Emit(new DecisionLapsed(turn.At, id), "decision-lapsed " + id);
        Effects.Apply(turn, turn.Scenario.Decisions.First(d => d.Id == id).LapseEffects);
    }
}
