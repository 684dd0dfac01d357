using HanoiAcademy.Drills.Clock;
using HanoiAcademy.Drills.Events;
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

    public static void Release(Turn turn, string request)
    {
        foreach (var (id, hold) in turn.State.Holds)
            if (hold.Status == "active" && hold.Request == request)
                End(turn, id, "released");
    }

    public static IEnumerable<DueItem> Due(DrillState state, Scenario scenario)
    {
        foreach (var (id, hold) in state.Holds)
            if (hold is { Status: "active", Followed: false })
                yield return AtStory(scenario, hold.StoryEnds, "hold", id, turn => Lapse(turn, id));
        foreach (var data in scenario.DataSets)
            if (!state.LostData.Contains(data.Id) && !IsHeld(state, data.Id))
                yield return AtStory(scenario, data.RetentionEnds, "retention", data.Id, turn => turn.Emit(new DataLost(turn.At, data.Id), "data-lost " + data.Id));
    }

    public static DueItem AtStory(Scenario scenario, long story, string what, string id, Action<Turn> act) =>
        new(StoryClock.Reached(scenario, story), DueItem.StoryTime, story, what, id, act, story);

    private static bool IsHeld(DrillState state, string data) => state.Holds.Values.Any(h => h.Status == "active" && h.DataSet == data);

    private static void Lapse(Turn turn, string id)
    {
        var request = turn.State.Holds[id].Request;
        End(turn, id, "ended");
        if (turn.State.Requests.TryGetValue(request, out var r) && r.Status is ("executed" or "granted"))
            turn.Emit(new RequestLapsed(turn.At, request, "hold-ended"), "request-lapsed " + request);
    }

    private static void End(Turn turn, string id, string why)
    {
        turn.Emit(new HoldEnded(turn.At, id, why), "hold-ended " + turn.State.Holds[id].DataSet);
    }
}
