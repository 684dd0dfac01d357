using HanoiAcademy.Drills.Events;
using HanoiAcademy.Drills.Indexes;
using HanoiAcademy.Drills.Requests.Kinds;
using HanoiAcademy.Drills.Scenarios;
using HanoiAcademy.Drills.State;

namespace HanoiAcademy.Drills.Requests;

/// <summary>One request that stands behind another: the formal one behind a hold, a freeze behind a stopped payment, an order behind an emergency.</summary>
internal static class Following
{
    /// <summary>A request came into a receiver's hands: what waited for it is followed, and what its data is held under lasts until it is decided.</summary>
    public static void Arrived(Turn turn, string id)
    {
        var request = turn.State.Requests[id];
        foreach (var earlier in turn.State.Requests.Values)
            if (earlier.Id != id && earlier.FollowedBy is null && earlier.Reached.ContainsKey("executed")
                && RequestKinds.Of(earlier.Form.Kind).FollowedBy.Contains(request.Form.Kind)
                && AtSending.SameSender(turn.Scenario, earlier.Form, request.Form) && Concern(turn.Scenario, earlier, request))
                turn.Emit(new RequestFollowed(turn.At, earlier.Id, id));
        if (!IsFormal(request))
            return;
        var there = Parties.StateOf(turn.Scenario, request.Receiver)?.Id;
        foreach (var data in ScopeOf(turn.Scenario, request).DataSets)
            if (turn.Scenario.DataSets.Any(d => d.Id == data && d.State == there))
                Holds.Follow(turn, data);
    }

    /// <summary>A formal request came to nothing: what it stood behind ends when its time comes, unless another stands there.</summary>
    public static void Undecided(Turn turn, string id)
    {
        var request = turn.State.Requests[id];
        if (!IsFormal(request))
            return;
        foreach (var (hold, h) in turn.State.Holds)
            if (h is { Status: "active", Followed: true } && ScopeOf(turn.Scenario, request).DataSets.Contains(h.DataSet) && !turn.State.Requests.Values.Any(r => r.Id != id && IsFormal(r) && IsLiving(r) && ScopeOf(turn.Scenario, r).DataSets.Contains(h.DataSet)))
                turn.Emit(new HoldUnfollowed(turn.At, hold));
    }

    private static bool IsFormal(RequestState r) => r.Form.Kind is "mla" or "mla-live" or "production";

    private static bool IsLiving(RequestState r) => r.Reached.ContainsKey("sent") && r.Status is not ("refused" or "withdrawn" or "lapsed" or "not-authentic");

    private static bool Concern(Scenario scenario, RequestState a, RequestState b) => FormFacts.Overlaps(ScopeOf(scenario, a), ScopeOf(scenario, b));

    private static Scope ScopeOf(Scenario scenario, RequestState r) =>
        r.Form.Scope is { DataSets.IsEmpty: true, Properties.IsEmpty: true } && ScenarioIndex.Of(scenario).Matters.Find(r.Matter) is { } matter ? matter.Needed : r.Form.Scope;
}
