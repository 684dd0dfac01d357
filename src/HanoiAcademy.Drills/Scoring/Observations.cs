using System.Globalization;
using HanoiAcademy.Drills.Commands;
using HanoiAcademy.Drills.Events;
using HanoiAcademy.Drills.Injects;
using HanoiAcademy.Drills.Messages;
using HanoiAcademy.Drills.Scenarios;
using HanoiAcademy.Drills.State;

namespace HanoiAcademy.Drills.Scoring;

/// <summary>Expected acts that only people in the room see: evaluators tick them. What the rules see they judge themselves.</summary>
internal static class Observations
{
    public const string Open = "open";
    private static readonly string[] Words = ["done", "partly", "not-done", Open];

    public static string Key(string inject, int act) => FormattableString.Invariant($"{inject} {act}");

    public static Refusal? Mark(Turn turn, MarkExpected command, Actor actor)
    {
        if (InjectBook.FindOrNull(turn.State, turn.Scenario, command.Inject) is not { } inject)
            return new Refusal("no-such-inject", command.Inject);
        if (InjectBook.AllExpected(inject).FirstOrDefault(e => e.N == command.Act)?.Act is not ExpectObserved act)
            return new Refusal("no-such-act", command.Act.ToString(CultureInfo.InvariantCulture));
        var team = new Actor(act.By).Team;
        if (actor.LocalTeam is { } own && own != team)
            return new Refusal("not-allowed");
        if (Control.Removal.IsOut(turn, team) is { } gone)
            return gone;
        if (!Words.Contains(command.Found))
            return new Refusal("bad-choice", string.Join(", ", Words));
        if (command.Note.Length > Correspondence.MostText)
            return new Refusal("too-long", Correspondence.MostText.ToString(CultureInfo.InvariantCulture));
        // A mark may come late over a weak line, and never from the time to come.
        turn.Emit(new ExpectedMarked(turn.At, inject.Id, command.Act, command.Found, actor.Id, Math.Clamp(command.Seen ?? turn.At, 0, turn.At), command.Note));
        return null;
    }

    internal static DrillState Evolve(DrillState s, ExpectedMarked x) => s with
    {
        Observed = x.Found == Open ? s.Observed.Remove(Key(x.Inject, x.Act)) : s.Observed.SetItem(Key(x.Inject, x.Act), new ObservedState(x.Found, x.Seen, x.At, x.Seat, x.Note)),
    };
}
