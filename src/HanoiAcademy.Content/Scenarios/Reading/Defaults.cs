using System.Collections.Immutable;
using HanoiAcademy.Content.Problems;
using HanoiAcademy.Drills.Scenarios;

namespace HanoiAcademy.Content.Scenarios.Reading;

/// <summary>
/// The least that is a drill is teams and injects with what is expected: a spreadsheet that evaluators mark. What else a drill needs is taken to be
/// as usual, and one warning says what.
/// </summary>
internal static class Defaults
{
    public const string Role = "players";
    public const int Seats = 6;
    public const string Sender = "Exercise control";
    private const string Assumption = "Exercise assumption: all fictional States are Parties; the Convention's real status is shown on the status page.";
    private const long Minute = 60_000;

    /// <summary>09:00 on a made-up day; only a story of one's own says more.</summary>
    private static readonly long Morning = new DateTimeOffset(2027, 3, 2, 9, 0, 0, TimeSpan.Zero).ToUnixTimeMilliseconds();

    public static Scenario Fill(Scenario s, Binding b)
    {
        var taken = new List<string>();
        T Usual<T>(string what, T value)
        {
            taken.Add(what);
            return value;
        }

        Text Say(string text) => Text.Of(b.Language, text);
        if (s.PlannedMs == 0 && !b.Top.Has("planned"))
            s = s with { PlannedMs = Usual("planned", Math.Max(30 * Minute, s.Injects.Max(i => i.At + 15 * Minute) ?? 0)) };
        if (s.Assumption.IsEmpty && !b.Top.Has("assumption"))
            s = s with { Assumption = Usual("assumption", Say(Assumption)) };
        if (s.States.IsEmpty && !b.Top.Has("states"))
            s = s with { States = Usual<ImmutableArray<StateProfile>>("states", [new StateProfile { Id = "exercise-state", Name = Say("Exercise State") }]) };
        if (s.Phases.IsEmpty && !b.Top.Has("phases"))
            s = s with { Phases = Usual<ImmutableArray<Phase>>("phases", [new Phase("drill", s.Title, 0, Morning, 1)]) };
        if (s.Ends.IsEmpty && !b.Top.Has("ends"))
            s = s with { Ends = Usual<ImmutableArray<End>>("ends", [new End("time-up", Say("The time is over"), s.PlannedMs)]) };
        foreach (var team in s.Teams.Where(t => t.State.Length == 0))
            if (s.States.Length > 1)
                b.Problems.Add(b.Register.Of(Thing.Team, team.Id), "yaml-missing", "There are several States; say in ‘state’ to which this team belongs.");
        if (s.States.Length > 0)
            s = s with { Teams = [.. s.Teams.Select(t => t.State.Length > 0 ? t : t with { State = s.States[0].Id })] };
        if (taken.Count > 0)
            b.Problems.Add(b.Top.At, "defaults-taken", $"Nothing is said of {string.Join(", ", taken)}, so the usual is taken; the drill plays. Write them when the story needs its own.", Severity.Warning);
        return s;
    }
}
