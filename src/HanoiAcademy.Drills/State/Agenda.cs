using System.Collections.Immutable;
using HanoiAcademy.Drills.Clock;
using HanoiAcademy.Drills.Events;

namespace HanoiAcademy.Drills.State;

/// <summary>An inject, the end of an action or the deadline of a decision on the clock.</summary>
internal readonly record struct AgendaItem(long At, int Rank, string What, string Id);

/// <summary>
/// What of injects, actions and decisions is on the clock, the next first; kept beside the state so that nobody has to look through all of them
/// for it. It says nothing that the state does not.
/// </summary>
internal static class Agenda
{
    public static readonly ImmutableSortedSet<AgendaItem> Empty = ImmutableSortedSet.Create<AgendaItem>(new Order());

    /// <summary>The agenda after an event; made anew when the event is not one that is known to change a single thing.</summary>
    public static ImmutableSortedSet<AgendaItem> After(DrillState before, DrillState after, DrillEvent e)
    {
        if (ReferenceEquals(before.Injects, after.Injects) && ReferenceEquals(before.Actions, after.Actions) && ReferenceEquals(before.Decisions, after.Decisions))
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
            _ => ("", ""),
        };
        if (id.Length == 0)
            return All(after);
        var agenda = before.Agenda;
        if (Item(before, what, id) is { } old)
            agenda = agenda.Remove(old);
        return Item(after, what, id) is { } now ? agenda.Add(now) : agenda;
    }

    public static ImmutableSortedSet<AgendaItem> All(DrillState s) => Empty.Union(
        s.Injects.Keys.Select(id => Item(s, "inject", id))
            .Concat(s.Actions.Keys.Select(id => Item(s, "action", id)))
            .Concat(s.Decisions.Keys.Select(id => Item(s, "decision", id)))
            .OfType<AgendaItem>());

    private static AgendaItem? Item(DrillState s, string what, string id) => what switch
    {
        "inject" => s.Injects.TryGetValue(id, out var i) && i is { Status: "scheduled", Due: { } due } ? new AgendaItem(due, DueItem.Inject, what, id) : null,
        "action" => s.Actions.TryGetValue(id, out var run) && run.Status == "running" ? new AgendaItem(run.EndsAt, DueItem.ActionEnd, what, id) : null,
        _ => s.Decisions.TryGetValue(id, out var d) && d is { Status: "open", Deadline: { } deadline } ? new AgendaItem(deadline, DueItem.Deadline, what, id) : null,
    };

    private sealed class Order : IComparer<AgendaItem>
    {
        public int Compare(AgendaItem x, AgendaItem y)
        {
            var at = x.At.CompareTo(y.At);
            if (at != 0)
                return at;
            var rank = x.Rank.CompareTo(y.Rank);
            return rank != 0 ? rank : string.CompareOrdinal(x.Id, y.Id);
        }
    }
}
