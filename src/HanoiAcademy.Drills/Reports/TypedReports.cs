using System.Collections.Immutable;
using HanoiAcademy.Drills.Commands;
using HanoiAcademy.Drills.Events;
using HanoiAcademy.Drills.Indexes;
using HanoiAcademy.Drills.Scenarios;
using HanoiAcademy.Drills.Simulation;
using HanoiAcademy.Drills.State;

namespace HanoiAcademy.Drills.Reports;

/// <summary>What was played on paper: in its places of the report, and as a list of every typing.</summary>
internal static class TypedReports
{
    public static IEnumerable<TypedReport> Of(Scenario scenario, IReadOnlyList<LoggedRow> rows, Func<Text, string> say)
    {
        var all = rows.SelectMany(row => row.Events.OfType<ResultTypedIn>().Select(e => (row.Version, Event: e))).ToList();
        return all.Select((typed, n) => One(scenario, typed.Event, typed.Version, all.Skip(n + 1).Any(later => later.Event.What == typed.Event.What && later.Event.Id == typed.Event.Id), say));
    }

    public static IEnumerable<PenaltyReport> Penalties(DrillState state, Scenario scenario, IReadOnlyList<LoggedRow> rows, string team, Func<Text, string> say) =>
        scenario.Penalties.Where(p => p.Team == team && !state.Penalties.ContainsKey(p.Id) && state.Exercise.OnPaper.ContainsKey("penalty " + p.Id)).Select(p =>
            new PenaltyReport(p.Id, say(p.Name), p.Points, state.Exercise.OnPaper["penalty " + p.Id].HappenedAt ?? 0, state.Exercise.OnPaper["penalty " + p.Id].Because, Row(rows, "penalty", p.Id), TypedIn: true));

    public static ObjectiveReport Objective(IReadOnlyList<LoggedRow> rows, Objective o, PaperState paper, Func<Text, string> say) =>
        new(o.Id, say(o.Name), o.Group, o.Points, paper.Status, paper.HappenedAt, paper.Because, Row(rows, "objective", o.Id), o.Lesson, paper.Points, false, null, null, TypedIn: true);

    public static DecisionReport Decision(DrillState state, Decision d, TypedState typed, Func<Text, string> say)
    {
        var opened = state.Decisions.GetValueOrDefault(d.Id);
        var option = d.Options.FirstOrDefault(o => o.Id == typed.Value);
        return new DecisionReport(d.Id, say(d.Title), option is null ? "lapsed" : "taken", opened?.OpenedAt ?? typed.HappenedAt ?? 0, opened?.Deadline, typed.HappenedAt,
            opened is null || typed.HappenedAt < opened.OpenedAt ? null : typed.HappenedAt - opened.OpenedAt, option is null ? null : say(option.Name), typed.By.Length == 0 ? null : typed.By,
            typed.Note.Length == 0 ? null : typed.Note, option is null || option.Consequence.IsEmpty ? null : say(option.Consequence), TypedIn: true);
    }

    private static TypedReport One(Scenario scenario, ResultTypedIn e, long version, bool corrected, Func<Text, string> say)
    {
        var index = ScenarioIndex.Of(scenario);
        var (name, words, teams) = e.What switch
        {
            "decision" when index.Decisions[e.Id] is var d => (d.Title, d.Options.FirstOrDefault(o => o.Id == e.Value)?.Name, Teams(d.By)),
            "action" when index.Actions[e.Id] is var a => (a.Name, null, Teams(a.By)),
            "mark" when index.Objectives[e.Id] is var o => (o.Name, o.Rubric.FirstOrDefault(l => l.Id == e.Value)?.Words, [o.Team]),
            _ => (index.Objectives[e.Id].Name, null, ImmutableArray.Create(index.Objectives[e.Id].Team)),
        };
        return new TypedReport(e.What, e.Id, say(name), e.Value, words is null ? "" : say(words), e.HappenedAt, e.By, e.Note, e.Seat, corrected, version, teams);
    }

    private static ImmutableArray<string> Teams(ImmutableArray<string> roles) => [.. roles.Select(role => new Actor(role).Team).Distinct()];

    private static long Row(IReadOnlyList<LoggedRow> rows, string what, string id) =>
        rows.Last(row => row.Events.Any(e => e is JudgedOnPaper x && x.What == what && x.Id == id)).Version;
}
