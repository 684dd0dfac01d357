using System.Collections.Immutable;
using HanoiAcademy.Drills.Clock;
using HanoiAcademy.Drills.Events;
using HanoiAcademy.Drills.Indexes;
using HanoiAcademy.Drills.Scenarios;

namespace HanoiAcademy.Drills.State;

/// <summary>An inject, the end of an action, or the deadline of a decision or objective on the clock. Place: where the author put it, which decides ties.</summary>
internal readonly record struct AgendaItem(long At, int Rank, int Place, string What, string Id);

/// <summary>
/// What of injects, actions, decisions and objectives is on the clock, the next first; kept beside the state so that nobody has to look through all of them
/// for it. It says nothing that the state does not.
/// </summary>
internal static class Agenda
{
    public static readonly ImmutableSortedSet<AgendaItem> Empty = ImmutableSortedSet.Create<AgendaItem>(new Order());

    /// <summary>The agenda after an event; made anew when the event is not one that is known to change a single thing.</summary>
    public static ImmutableSortedSet<AgendaItem> After(DrillState before, DrillState after, Scenario scenario, DrillEvent e)
    {
        if (ReferenceEquals(before.Injects, after.Injects) && ReferenceEquals(before.Actions, after.Actions) && ReferenceEquals(before.Decisions, after.Decisions)
            && ReferenceEquals(before.Objectives, after.Objectives) && ReferenceEquals(before.Measures, after.Measures) && before.Started == after.Started)
            return before.Agenda;
        var (what, id) = e switch
        {
            InjectScheduled x => ("inject", x.Inject),
            InjectDelivered x => ("inject", x.Inject),
            InjectHeldBack x => ("inject", x.Inject),
            InjectSkipped x => ("inject", x.Inject),
            ActionStarted x => ("action", x.Action),
            ActionFinished x => ("action", x.Action),
            ActionFailed x => ("action", x.Action),
            ActionCancelled x => ("action", x.Action),
            DecisionOpened x => ("decision", x.Decision),
            DecisionTaken x => ("decision", x.Decision),
            DecisionLapsed x => ("decision", x.Decision),
            ObjectiveWon x => ("objective", x.Objective),
            ObjectivePartlyWon x => ("objective", x.Objective),
            ObjectiveMissed x => ("objective", x.Objective),
            MeasureBegun x => ("objective", x.Objective),
            _ => ("", ""),
        };
        if (id.Length == 0)
            return All(after, scenario);
        var agenda = before.Agenda;
        if (Item(before, scenario, what, id) is { } old)
            agenda = agenda.Remove(old);
        return Item(after, scenario, what, id) is { } now ? agenda.Add(now) : agenda;
    }

    public static ImmutableSortedSet<AgendaItem> All(DrillState s, Scenario scenario) => Empty.Union(
        s.Injects.Keys.Select(id => Item(s, scenario, "inject", id))
            .Concat(s.Actions.Keys.Select(id => Item(s, scenario, "action", id)))
            .Concat(s.Decisions.Keys.Select(id => Item(s, scenario, "decision", id)))
            .Concat(scenario.Objectives.Select(o => Item(s, scenario, "objective", o.Id)))
            .OfType<AgendaItem>());

    private static AgendaItem? Item(DrillState s, Scenario scenario, string what, string id)
    {
        var index = ScenarioIndex.Of(scenario);
        return what switch
        {
            "inject" => s.Injects.TryGetValue(id, out var i) && i is { Status: "scheduled", Due: { } due } ? On(due, DueItem.Inject, index.Injects.IndexOf(id)) : null,
            "action" => s.Actions.TryGetValue(id, out var run) && run.Status == "running" ? On(run.EndsAt, DueItem.ActionEnd, index.Actions.IndexOf(id)) : null,
            "decision" => s.Decisions.TryGetValue(id, out var d) && d is { Status: "open", Deadline: { } deadline } ? On(deadline, DueItem.Deadline, index.Decisions.IndexOf(id)) : null,
            _ => s.Started && !s.Objectives.ContainsKey(id) && index.Objectives.Find(id) is { } o && Scoring.Objectives.Latest(s, o) is { } by ? On(by + 1, DueItem.Objective, index.Objectives.IndexOf(id)) : null,
        };

        // What a controller wrote has no place of the author's: it comes after what has.
        AgendaItem On(long at, int rank, int place) => new(at, rank, place < 0 ? int.MaxValue : place, what, id);
    }

    private sealed class Order : IComparer<AgendaItem>
    {
        public int Compare(AgendaItem x, AgendaItem y)
        {
            var at = x.At.CompareTo(y.At);
            if (at != 0)
                return at;
            var rank = x.Rank.CompareTo(y.Rank);
            if (rank != 0)
                return rank;
            var place = x.Place.CompareTo(y.Place);
            return place != 0 ? place : string.CompareOrdinal(x.Id, y.Id);
        }
    }
}
