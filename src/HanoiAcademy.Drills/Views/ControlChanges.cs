using HanoiAcademy.Drills.Commands;
using HanoiAcademy.Drills.Events;
using HanoiAcademy.Drills.Indexes;
using HanoiAcademy.Drills.Scenarios;
using HanoiAcademy.Drills.State;
using HanoiAcademy.Drills.World;

namespace HanoiAcademy.Drills.Views;

/// <summary>What of the records that only control sees events may have changed: the plan, the tiles, points, what comes next, the log.</summary>
internal static class ControlChanges
{
    public static void Follow(DrillState state, Scenario scenario, Sight sight, IReadOnlyCollection<DrillEvent> events, Action<string, ViewRecord?> add)
    {
        var index = ScenarioIndex.Of(scenario);
        var (plan, tiles, scores) = (new SortedSet<string>(StringComparer.Ordinal), new SortedSet<string>(StringComparer.Ordinal), new SortedSet<string>(StringComparer.Ordinal));
        foreach (var e in events)
        {
            plan.UnionWith(Planned(index, e));
            if (Subjects.ChangedBy(e) is { Length: > 0 } subject)
                plan.UnionWith(index.Asks.Expecting(subject));
            tiles.UnionWith(Tiles(state, scenario, index, e));
            switch (e)
            {
                case IOfObjective x:
                    Scored(x.Objective);
                    break;
                case PenaltyIncurred x:
                    Punished(x.Penalty);
                    break;
                case ScoreVoided { What: Scoring.Voiding.OfObjective } x:
                    Scored(x.Id);
                    break;
                case ScoreVoided x:
                    Punished(x.Id);
                    break;
            }
        }

        // Time alone makes a request overdue.
        foreach (var request in state.Requests.Values.Where(ControlViews.IsUnanswered))
            tiles.UnionWith(scenario.Teams.Where(t => Requests.Parties.SeesAsReceiver(scenario, request, t.Id)).Select(t => t.Id));

        Follow(state, scenario, sight, events, add, index);
        foreach (var inject in plan)
            add("plan:" + inject, ControlViews.Plan(state, scenario, sight, inject));
        foreach (var team in tiles)
            if (index.Teams.Find(team) is { } t)
                add("tile:" + team, ControlViews.Tile(state, scenario, sight, t));
        foreach (var team in scores)
            add("score:" + team, ScoreViews.OfTeam(state, scenario, sight, index.Teams[team]));
        add("next", ControlViews.Next(state, scenario, sight));
        Logged(state, events.Count, add);

        void Scored(string objective)
        {
            add("objective:" + objective, ScoreViews.Objective(state, sight, index.Objectives[objective]));
            scores.Add(index.Objectives[objective].Team);
        }

        void Punished(string penalty)
        {
            add("penalty:" + penalty, ScoreViews.Penalty(state, sight, index.Penalties[penalty]));
            scores.Add(index.Penalties[penalty].Team);
        }
    }

    /// <summary>An event writes one line at most, and each pushes one out when there are too many.</summary>
    public static void Logged(DrillState state, int events, Action<string, ViewRecord?> add)
    {
        for (var n = Math.Max(0, state.ControlLog.Count - events - ControlViews.MostLogged); n < state.ControlLog.Count - ControlViews.MostLogged; n++)
            add(ControlViews.LogKey(n), null);
        for (var n = Math.Max(0, state.ControlLog.Count - events); n < state.ControlLog.Count; n++)
            add(ControlViews.LogKey(n), ControlViews.Logged(state, n));
    }

    /// <summary>What waits for control, who sees to it, and what was noted.</summary>
    private static void Follow(DrillState state, Scenario scenario, Sight sight, IReadOnlyCollection<DrillEvent> events, Action<string, ViewRecord?> add, ScenarioIndex index)
    {
        void Waits(string item) => add("waiting:" + item, state.Waiting.TryGetValue(item, out var w) ? ControlViews.Waits(state, scenario, sight, w) : null);
        void Claimed(string key) => add("claim:" + key, state.Claims.TryGetValue(key, out var c) ? new ClaimView(key, c.Seat, c.At) : null);
        foreach (var e in events)
            switch (e)
            {
                case MessageSent:
                    foreach (var w in state.Waiting.Values)
                        Waits(w.Item);
                    break;
                case InjectDelivered x:
                    add("inject:" + x.Inject, ControlViews.Coming(state, scenario, sight, x.Inject));
                    Claimed("plan:" + x.Inject);
                    if (Injects.InjectBook.Find(state, scenario, x.Inject) is { From: { } from } inject)
                        foreach (var team in scenario.Teams.Where(t => Visibility.AddressesTeam(inject.To, t.Id)))
                            for (var n = 1; n <= state.MessagesOf.GetValueOrDefault(team.Id); n++)
                                if (FormattableString.Invariant($"m-{team.Id}-{n}") is var item && state.InFeed(item)?.To == from)
                                {
                                    Waits(item);
                                    Claimed("feed:" + item);
                                }

                    break;
                case InjectSkipped x:
                    Claimed("plan:" + x.Inject);
                    break;
                case MessageAnswered x:
                    Waits(x.Item);
                    Claimed("feed:" + x.Item);
                    break;
                case MessageSetAside x:
                    Waits(x.Item);
                    Claimed("feed:" + x.Item);
                    break;
                case WorkClaimed x:
                    Claimed(x.Key);
                    break;
                case ClaimLeft x:
                    Claimed(x.Key);
                    break;
                case NoteWritten x:
                    add("note:" + x.Note, ControlViews.Note(state, scenario, sight, x.Note));
                    break;
            }
    }

    private static IEnumerable<string> Planned(ScenarioIndex index, DrillEvent e) => e switch
    {
        IOfInject x => [x.Inject],
        PoolDrawn x => index.Pools[x.Pool].Members.SelectMany(m => m.Injects),
        _ => [],
    };

    /// <summary>Teams whose seats did something, or to which something came that a tile counts.</summary>
    private static IEnumerable<string> Tiles(DrillState state, Scenario scenario, ScenarioIndex index, DrillEvent e) => e switch
    {
        InjectDelivered x when state.Injects.ContainsKey(x.Inject) => Injects.InjectBook.Find(state, scenario, x.Inject) is var inject ? scenario.Teams.Select(t => t.Id).Where(t => Visibility.AddressesTeam(inject.To, t)) : [],
        DecisionTaken x => TeamsOf(index.Decisions[x.Decision]).Append(new Actor(x.Seat).Team),
        IOfDecision x => TeamsOf(index.Decisions[x.Decision]),
        SeatTaken x => [new Actor(x.Seat).Team],
        SeatLeft x => [new Actor(x.Seat).Team],
        SeatReady x => [new Actor(x.Seat).Team],
        ItemsRead x => [new Actor(x.Seat).Team],
        ItemMarked x => [new Actor(x.Seat).Team],
        MessageSent x => [new Actor(x.Seat).Team],
        MessageAnswered x => TeamOf(state, x.Item),
        MessageSetAside x => TeamOf(state, x.Item),
        TeamWrittenTo x => [new Actor(x.Seat).Team],
        ChatSent x => [new Actor(x.Seat).Team],
        ActionStarted x => [new Actor(x.Seat).Team],
        ActionCancelled x => [new Actor(x.Seat).Team],
        EvidenceCollected x => [new Actor(x.Seat).Team],
        EvidenceHandedOver x => [new Actor(x.Seat).Team],
        EvidenceIdentified x => [x.Team],
        EvidenceAcquired x => [x.Team],
        EvidencePreserved x => [x.Team],
        ReceiptGiven x => [x.Team],
        EvidenceFoundGone x => [x.Team],
        RecordFiled x => [new Actor(x.Seat).Team],
        RequestEdited x => [new Actor(x.Seat).Team],
        SupplementDrafted x => [new Actor(x.Seat).Team],
        _ => [],
    };

    private static IEnumerable<string> TeamOf(DrillState state, string message) => state.InFeed(message)?.Seat is { } seat ? [new Actor(seat).Team] : [];

    private static IEnumerable<string> TeamsOf(Decision decision) => decision.By.Select(r => new Actor(r).Team).Distinct();
}
