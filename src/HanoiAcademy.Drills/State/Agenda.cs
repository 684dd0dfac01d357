using System.Collections.Immutable;
using HanoiAcademy.Drills.Clock;
using HanoiAcademy.Drills.Events;
using HanoiAcademy.Drills.Indexes;
using HanoiAcademy.Drills.Scenarios;

namespace HanoiAcademy.Drills.State;

/// <summary>An inject, the end of an action, a step that a plan looks at or its next noise, or the deadline of a decision, court or objective on the clock. Place: where the author put it, which decides ties.</summary>
internal readonly record struct AgendaItem(long At, int Rank, int Place, string What, string Id);

/// <summary>
/// What of injects, actions, steps, decisions, courts and objectives is on the clock, the next first; kept beside the state so that nobody has to look through all of them
/// for it. It says nothing that the state does not.
/// </summary>
internal static class Agenda
{
    public static readonly ImmutableSortedSet<AgendaItem> Empty = ImmutableSortedSet.Create<AgendaItem>(new Order());

    /// <summary>The agenda after an event; made anew when the event is not one that is known to change a single thing.</summary>
    public static ImmutableSortedSet<AgendaItem> After(DrillState before, DrillState after, Scenario scenario, DrillEvent e)
    {
        if (ReferenceEquals(before.Injects, after.Injects) && ReferenceEquals(before.Actions, after.Actions) && ReferenceEquals(before.Decisions, after.Decisions)
            && ReferenceEquals(before.Courts, after.Courts) && ReferenceEquals(before.Objectives, after.Objectives) && ReferenceEquals(before.Measures, after.Measures)
            && ReferenceEquals(before.Steps, after.Steps) && ReferenceEquals(before.Plans, after.Plans) && ReferenceEquals(before.Rulings, after.Rulings) && before.Started == after.Started)
            return before.Agenda;
        var (what, id) = e switch
        {
            IOfInject x => ("inject", x.Inject),
            IOfAction x => ("action", x.Action),
            IOfStep x => ("action", x.Step),
            IOfDecision x => ("decision", x.Decision),
            IOfCourt x => ("court", x.Court),
            IOfObjective x => ("objective", x.Objective),
            _ => ("", ""),
        };
        if (id.Length == 0)
            return All(after, scenario);
        var agenda = Changed(before.Agenda, what);
        return what != "action" || ReferenceEquals(before.Steps, after.Steps) ? agenda : Changed(Changed(agenda, "step"), "noise");

        ImmutableSortedSet<AgendaItem> Changed(ImmutableSortedSet<AgendaItem> on, string one)
        {
            if (Item(before, scenario, one, id) is { } old)
                on = on.Remove(old);
            return Item(after, scenario, one, id) is { } now ? on.Add(now) : on;
        }
    }

    public static ImmutableSortedSet<AgendaItem> All(DrillState s, Scenario scenario) => Empty.Union(
        s.Injects.Keys.Select(id => Item(s, scenario, "inject", id))
            .Concat(s.Actions.Keys.Select(id => Item(s, scenario, "action", id)))
            .Concat(s.Steps.Keys.SelectMany(id => new[] { Item(s, scenario, "step", id), Item(s, scenario, "noise", id) }))
            .Concat(s.Decisions.Keys.Select(id => Item(s, scenario, "decision", id)))
            .Concat(s.Courts.Keys.Select(id => Item(s, scenario, "court", id)))
            .Concat(scenario.Objectives.Select(o => Item(s, scenario, "objective", o.Id)))
            .OfType<AgendaItem>());

    private static AgendaItem? Item(DrillState s, Scenario scenario, string what, string id)
    {
        var index = ScenarioIndex.Of(scenario);
        return what switch
        {
            "inject" => s.Injects.TryGetValue(id, out var i) && i is { Status: "scheduled", Due: { } due } ? On(due, DueItem.Inject, index.Injects.IndexOf(id)) : null,
            "action" => s.Actions.TryGetValue(id, out var run) && run.Status == "running" ? On(run.EndsAt, DueItem.ActionEnd, index.Actions.IndexOf(id)) : null,
            "step" => s.Steps.TryGetValue(id, out var step) && step.Open && index.Steps.Find(id) is { } planned && s.Plans[planned.Plan.Id].Goes && (step.Blocked ? step.Until : step.Due) is { } look ? On(look, DueItem.Inject, index.Actions.IndexOf(id)) : null,
            "noise" => s.Steps.TryGetValue(id, out var noisy) && !noisy.Noise.IsEmpty ? On(noisy.Noise[0].Due, DueItem.Inject, index.Actions.IndexOf(id)) : null,
            "decision" => s.Decisions.TryGetValue(id, out var d) && d is { Status: "open", Deadline: { } deadline } && !s.Rulings.AllOut(index.Decisions.Find(id)?.By ?? []) ? On(deadline, DueItem.Deadline, index.Decisions.IndexOf(id)) : null,
            "court" => s.Courts.TryGetValue(id, out var c) && c is { Status: "asked", Deadline: { } until } && !s.Rulings.AllOut(index.Courts.Find(id)?.By ?? []) ? On(until, DueItem.Deadline, index.Courts.IndexOf(id)) : null,
            _ => s.Started && !s.Objectives.ContainsKey(id) && index.Objectives.Find(id) is { } o && !s.Rulings.IsOut(o.Team) && Scoring.Objectives.Latest(s, o) is { } by ? On(by + 1, DueItem.Objective, index.Objectives.IndexOf(id)) : null,
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
            if (place != 0)
                return place;
            var id = string.CompareOrdinal(x.Id, y.Id);
            return id != 0 ? id : string.CompareOrdinal(x.What, y.What);
        }
    }
}
