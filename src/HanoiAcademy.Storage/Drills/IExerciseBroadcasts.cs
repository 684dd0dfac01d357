namespace HanoiAcademy.Storage.Drills;

/// <summary>Messages to all drills of an exercise, and which of them they still have to reach.</summary>
public interface IExerciseBroadcasts
{
    /// <summary>Keeps it with all whom it goes to, before any is sent. True also when the very same was kept before; false when its id has other words.</summary>
    Task<bool> Keep(ExerciseBroadcast broadcast, IReadOnlyList<BroadcastDrill> drills);

    /// <summary>What came of it in a drill where it waited, or was given up; repeating it changes nothing.</summary>
    Task Note(string exerciseId, string broadcastId, string drillId, string status, string? code);

    /// <summary>Newest first.</summary>
    Task<IReadOnlyList<ExerciseBroadcast>> Of(string exerciseId, CancellationToken cancel = default);

    /// <summary>Whom the broadcasts of an exercise go to.</summary>
    Task<IReadOnlyList<BroadcastDrill>> Drills(string exerciseId, CancellationToken cancel = default);

    /// <summary>All that wait in any exercise, oldest first.</summary>
    Task<IReadOnlyList<ExerciseBroadcast>> Waiting(CancellationToken cancel = default);
}
