using HanoiAcademy.Drills.Commands;
using HanoiAcademy.Drills.Events;
using HanoiAcademy.Drills.Indexes;
using HanoiAcademy.Drills.World;

namespace HanoiAcademy.Drills.Deciding;

/// <summary>Decisions open, are taken once by the first who may, or lapse.</summary>
internal static class Decisions
{
    public const int MostReason = 2_000;

    public static void ByCondition(Turn turn)
    {
        foreach (var n in turn.Pending.Take(Waiting.Decision))
            if (turn.Scenario.Decisions[n] is var d && !turn.State.Decisions.ContainsKey(d.Id)
                && ((d.At is { } at && turn.At >= at) || (d.When is { } when && Conditions.Hold(turn.State, turn.Scenario, when, turn.At))))
                Open(turn, d.Id);
    }

    public static void Open(Turn turn, string id)
    {
        // Nobody is left to take it.
        if (turn.State.Decisions.ContainsKey(id) || turn.State.Rulings.AllOut(turn.Index.Decisions[id].By))
            return;
        var within = turn.Index.Decisions[id].WithinMs;
        turn.Emit(new DecisionOpened(turn.At, id, within is { } ms ? turn.At + ms : null), "decision-opened " + id);
    }

    public static Refusal? Take(Turn turn, Decide command, Actor actor)
    {
        if (turn.Index.Decisions.Find(command.Decision) is not { } decision
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

    public static void Lapse(Turn turn, string id)
    {
        turn.Emit(new DecisionLapsed(turn.At, id), "decision-lapsed " + id);
        Effects.Apply(turn, turn.Index.Decisions[id].LapseEffects);
    }
}
