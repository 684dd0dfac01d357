using System.Collections.Immutable;
using HanoiAcademy.Drills.Commands;
using HanoiAcademy.Drills.Events;
using HanoiAcademy.Drills.Indexes;
using HanoiAcademy.Drills.Scenarios;
using HanoiAcademy.Drills.Seats;
using HanoiAcademy.Drills.State;

namespace HanoiAcademy.Drills.Views;

/// <summary>A record of a view as it now is; null when it is gone, or was never there.</summary>
public sealed record ViewChange(string Key, ViewRecord? Record);

/// <summary>
/// Which records of a view events can have changed. An event that is not named here can change anything: the view is then made whole,
/// so that a new one is slow until it is named, never wrong. A test holds both ways against each other.
/// </summary>
internal static class ViewChanges
{
    /// <summary>More events than this at once, and making the view whole is no dearer.</summary>
    private const int MostEvents = 50;

    /// <summary>Null: make the view whole.</summary>
    public static IReadOnlyList<ViewChange>? Of(DrillState state, Scenario scenario, Sight sight, Audience audience, IReadOnlyCollection<DrillEvent> events)
    {
        if (events.Count > MostEvents)
            return null;
        if (state.Status != "running")
            return events.All(e => e is RollCalled or LinkReported) ? OfRoll(state, sight, audience, events) : null;
        var index = ScenarioIndex.Of(scenario);
        var own = audience.Kind == "seat";
        var changes = new SortedDictionary<string, ViewChange>(StringComparer.Ordinal);
        void Add(string key, ViewRecord? record) => changes[key] = new ViewChange(key, record);
        void Acts(IEnumerable<ActionDefinition> actions)
        {
            foreach (var a in actions)
                Add("action:" + a.Id, sight.All ? ActViews.FilledIn(state, sight, a) : ActViews.Action(state, scenario, sight, a));
        }

        void Feed(string id)
        {
            if (!(own && sight.All) && state.InFeed(id) is { } item)
                Add("feed:" + id, own ? FeedViews.ForSeat(state, scenario, item, sight, new Actor(audience.Id)) : FeedViews.One(state, scenario, item, sight));
        }

        void Paper(string id) => Add("request:" + id, RequestViews.Paper(state, scenario, sight, state.Requests[id]));

        foreach (var e in events)
        {
            if (!IsKnown(e))
                return null;
            switch (e)
            {
                case ItemsRead x when own && x.Seat == audience.Id:
                    foreach (var item in x.Items)
                        Add("read:" + item, new ReadView(item, state.Read[x.Seat + " " + item]));
                    break;
                case InjectDelivered x:
                    Feed(x.Inject);
                    break;
                case ItemMarked x:
                    Feed(x.Item);
                    break;
                case TeamWrittenTo x when !own && (sight.All || x.Team == sight.TeamId || new Actor(x.Seat).Team == sight.TeamId):
                    Feed(x.Item);
                    break;
                case MessageSent x when !own && new Actor(x.Seat).Team is var team && (sight.All || team == sight.TeamId):
                    // Its number is not in the event: the team's last ones, as many as were sent meanwhile.
                    for (var n = state.MessagesOf.GetValueOrDefault(team); n > 0 && n > state.MessagesOf.GetValueOrDefault(team) - events.Count; n--)
                        Feed(FormattableString.Invariant($"m-{team}-{n}"));
                    break;
            }

            if (e is RollCalled or LinkReported)
                Rolled(state, sight, audience, e, Add);
            if (e is MessageAnswered answered)
                Feed(answered.Reply);
            if (own)
            {
                if (e is SeatTaken or SeatLeft)
                    Add("handover", SeatViews.Handover(state, audience.Id));
                continue;
            }

            switch (e)
            {
                case SeatTaken or SeatLeft or SeatReady:
                    foreach (var seat in Seating.All(scenario))
                        Add("seat:" + seat.Seat, SeatViews.One(state, sight, seat));
                    // Who left may have had one of these in hand.
                    foreach (var draft in state.Requests.Values)
                        if (e is SeatLeft && Requests.Pens.IsWritable(draft))
                            Paper(draft.Id);
                    break;
                case RequestEdited x:
                    Paper(x.Request);
                    break;
                case SupplementDrafted x:
                    Paper(x.Request);
                    break;
                case DraftTakenUp x:
                    Paper(x.Request);
                    break;
                case DraftLetGo x:
                    Paper(x.Request);
                    break;
                case ChatSent x:
                    ChatViews.Changed(state, sight, x, events.Count, Add);
                    break;
                case IOfAction x:
                    Acts([index.Actions[x.Action]]);
                    break;
                case IOfDecision x:
                    Add("decision:" + x.Decision, ActViews.Decision(state, sight, index.Decisions[x.Decision]));
                    break;
                case AssetChanged x:
                    Add("asset:" + x.Asset, WorldViews.Asset(state, scenario, sight, index.Assets[x.Asset]));
                    break;
                case MeterChanged x:
                    Add("meter:" + x.Meter, WorldViews.Meter(state, scenario, sight, index.Meters[x.Meter]));
                    break;
                case IOfEvidence x:
                    Add("evidence:" + x.Evidence, WorldViews.Evidence(state, scenario, sight, index.Evidence[x.Evidence]));
                    break;
                case IOfCourt x:
                    Add("court:" + x.Court, CourtViews.One(state, scenario, sight, index.Courts[x.Court]));
                    break;
                case ThingRevealed { What: "asset" } x:
                    foreach (var asset in index.Asks.LinkedFrom.GetValueOrDefault(x.Id, []).Add(index.Assets[x.Id]))
                        Add("asset:" + asset.Id, WorldViews.Asset(state, scenario, sight, asset));
                    foreach (var item in index.Asks.LyingIn.GetValueOrDefault(x.Id, []))
                        Add("evidence:" + item.Id, WorldViews.Evidence(state, scenario, sight, item));
                    break;
                case ThingRevealed { What: "meter" } x:
                    Add("meter:" + x.Id, WorldViews.Meter(state, scenario, sight, index.Meters[x.Id]));
                    break;
                case ThingRevealed { What: "data" or "retention" } x:
                    Add("data:" + x.Id, WorldViews.Data(state, scenario, sight, index.DataSets[x.Id]));
                    break;
                case ThingRevealed { What: "evidence" } x:
                    Add("evidence:" + x.Id, WorldViews.Evidence(state, scenario, sight, index.Evidence[x.Id]));
                    break;
            }

            if (!sight.All && Subjects.ChangedBy(e) is { Length: > 0 } subject)
                Acts(index.Asks.About(subject));
        }

        if (!own && sight.All)
            ControlChanges.Follow(state, scenario, sight, events, Add);
        else if (!own)
            Acts(index.Asks.ByTime);
        if (!own)
            AdversaryChanges.Follow(state, scenario, sight, events, Add);
        return [.. changes.Values];
    }

    /// <summary>The roll is called in the lobby, where a hundred seats answer at once: nothing else moves while the clock stands.</summary>
    private static List<ViewChange> OfRoll(DrillState state, Sight sight, Audience audience, IReadOnlyCollection<DrillEvent> events)
    {
        var changes = new SortedDictionary<string, ViewChange>(StringComparer.Ordinal);
        void Add(string key, ViewRecord? record) => changes[key] = new ViewChange(key, record);
        foreach (var e in events)
            Rolled(state, sight, audience, e, Add);
        if (audience.Kind != "seat" && sight.All)
            ControlChanges.Logged(state, events.Count, Add);
        return [.. changes.Values];
    }

    /// <summary>A call makes every answer an old one.</summary>
    private static void Rolled(DrillState state, Sight sight, Audience audience, DrillEvent e, Action<string, ViewRecord?> add)
    {
        var own = audience.Kind == "seat";
        var links = own ? ExerciseViews.OfSeat(state, audience.Id) : sight.All ? ExerciseViews.Links(state) : [];
        foreach (var (key, link) in links)
            if (e is RollCalled || e is LinkReported x && key == "link:" + x.Seat)
                add(key, link);
        if (!own && e is RollCalled)
            foreach (var (key, roll) in ExerciseViews.Roll(state))
                add(key, roll);
    }

    /// <summary>Events that change nothing of a view but what <see cref="Of"/> names.</summary>
    private static bool IsKnown(DrillEvent e) => e is TimePassed or ItemsRead or ItemMarked or MessageSent or TeamWrittenTo or ChatSent or WrittenEarlier or InjectScheduled or InjectDelivered
        or InjectHeldBack or InjectReleased or InjectSkipped or InjectMoved
        or SeatTaken or SeatLeft or SeatReady or RequestEdited or SupplementDrafted or DraftTakenUp or DraftLetGo or IOfAction or IOfStep or IOfDecision or IOfEvidence or FlagRaised or FlagCleared or AssetChanged or MeterChanged
        or CourtAsked or RecordFiled or CourtLapsed or ObjectiveWon or ObjectivePartlyWon or ObjectiveMissed or PenaltyIncurred or MeasureBegun or PoolDrawn or InjectPassedOver or InjectForNobody
        or PlanHeld or PlanResumed or PlanHandedOver
        or RollCalled or LinkReported
        or ClockJumped or WorkClaimed or ClaimLeft or MessageAnswered or MessageSetAside or NoteWritten or ScoreVoided or ExpectedMarked
        || e is ThingRevealed { What: "asset" or "meter" or "data" or "retention" or "evidence" };
}
