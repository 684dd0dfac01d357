using HanoiAcademy.Drills.Clock;
using HanoiAcademy.Drills.Events;
using HanoiAcademy.Drills.Requests.Kinds;
using HanoiAcademy.Drills.Scenarios;
using HanoiAcademy.Drills.State;

namespace HanoiAcademy.Drills.Requests;

/// <summary>What a grant does to the world, and what retention takes away where nothing holds it. Both run in story time.</summary>
internal static class Holds
{
    public static void Follow(Turn turn, string dataSet)
    {
        foreach (var (id, hold) in turn.State.Holds)
            if (hold is { Status: "active", Followed: false } && hold.DataSet == dataSet)
                turn.Emit(new HoldFollowed(turn.At, id), "hold-followed " + dataSet);
    }

    /// <summary>A request comes to a hold that is there already, or begins one.</summary>
    public static void BeginOnData(Turn turn, string request, string data, long ends)
    {
        var (id, hold) = turn.State.Holds.FirstOrDefault(h => h.Value.Status == "active" && h.Value.DataSet == data);
        if (id is null)
            turn.Emit(new HoldBegun(turn.At, $"{request}-{data}", data, request, ends), $"hold-begun {data}");
        else
            turn.Emit(new HoldFed(turn.At, id, request, "preservation", Math.Max(ends, hold.StoryEnds)), $"hold-fed {data}");
    }

    /// <summary>A hold that another living request rests on goes on.</summary>
    public static void Release(Turn turn, string request)
    {
        foreach (var (id, hold) in turn.State.Holds)
            if (hold.Status == "active" && hold.RestsOn(request) && !hold.FedBy.Prepend(hold.Request).Any(r => r != request && Lives(turn.State, r)))
                End(turn, id, "released");
    }

    public static IEnumerable<DueItem> Due(DrillState state, Scenario scenario)
    {
        foreach (var (id, hold) in state.Holds)
            if (hold is { Status: "active", Followed: false } && !RestsOnNobody(state, scenario, hold))
                yield return AtStory(scenario, hold.StoryEnds, "hold", id, turn => Lapse(turn, id));
        foreach (var data in scenario.DataSets)
            if (!state.LostData.Contains(data.Id) && !IsHeld(state, data.Id))
                yield return AtStory(scenario, data.RetentionEnds, "retention", data.Id, turn => Lose(turn, data.Id));
    }

    /// <summary>Every request that it rests on is of a team that is out: it stands as it was.</summary>
    public static bool RestsOnNobody(DrillState state, Scenario scenario, HoldState hold) =>
        !state.Rulings.Out.IsEmpty && hold.FedBy.Prepend(hold.Request).All(by => state.Requests.TryGetValue(by, out var request) && Parties.HasNoSender(state, scenario, request));

    public static DueItem AtStory(Scenario scenario, long story, string what, string id, Action<Turn> act) =>
        new(StoryClock.Reached(scenario, story), DueItem.StoryTime, story, what, id, (turn, _) => act(turn), story);

    private static bool IsHeld(DrillState state, string data) => state.Holds.Values.Any(h => h.Status == "active" && h.DataSet == data);

    private static void Lose(Turn turn, string data)
    {
        turn.Emit(new DataLost(turn.At, data), "data-lost " + data);
        Paths.NextWasLost(turn, data);
    }

    private static void Lapse(Turn turn, string id)
    {
        var request = turn.State.Holds[id].Request;
        End(turn, id, "ended");
        foreach (var resting in turn.State.Holds[id].FedBy.Insert(0, request))
            if (turn.State.Requests.TryGetValue(resting, out var r) && r.Status is ("executed" or "granted"))
            {
                turn.Emit(new RequestLapsed(turn.At, resting, "hold-ended"), "request-lapsed " + resting);
                var kind = RequestKinds.Of(r.Form.Kind);
                if (!kind.FollowedBy.IsEmpty || kind.Mistakes.Any(m => m.Code == "lapsed"))
                    Faults.Add(turn, resting, "sender", r.FollowedBy is null && !kind.FollowedBy.IsEmpty ? kind.NotFollowed : "lapsed");
            }
    }

    private static bool Lives(DrillState state, string request) =>
        state.Requests.TryGetValue(request, out var r) && r.Status is not ("withdrawn" or "refused" or "lapsed");

    private static void End(Turn turn, string id, string why)
    {
        var hold = turn.State.Holds[id];
        turn.Emit(new HoldEnded(turn.At, id, why), "hold-ended " + (hold.Property.Length > 0 ? hold.Property : hold.DataSet));
        if (hold.Property.Length > 0)
            PropertyHolds.GiveBack(turn, hold);
    }
}
