using HanoiAcademy.Storage.Database;

namespace HanoiAcademy.Storage.Drills;

internal sealed class ExerciseBroadcasts(IDatabase database) : IExerciseBroadcasts
{
    private const string InsertBroadcast = """
        INSERT INTO ExerciseBroadcasts (ExerciseId, Id, Words, CreatedBy, CreatedWall)
        SELECT @ExerciseId, @Id, @Words, @CreatedBy, @CreatedWall
        WHERE NOT EXISTS (SELECT 1 FROM ExerciseBroadcasts WHERE ExerciseId = @ExerciseId AND Id = @Id)
        """;

    private const string InsertDrill = """
        INSERT INTO ExerciseBroadcastDrills (ExerciseId, BroadcastId, DrillId, Seat, Status, Code)
        VALUES (@ExerciseId, @BroadcastId, @DrillId, @Seat, @Status, @Code)
        """;

    private const string Find = $"SELECT {Columns} FROM ExerciseBroadcasts b WHERE b.ExerciseId = @exerciseId AND b.Id = @id";

    public Task<bool> Keep(ExerciseBroadcast broadcast, IReadOnlyList<BroadcastDrill> drills) => database.Write(session =>
    {
        if (session.Execute(InsertBroadcast, broadcast) == 0)
        {
            return session.First<ExerciseBroadcast>(Find, new { exerciseId = broadcast.ExerciseId, id = broadcast.Id }) is { } there && there.Words == broadcast.Words;
        }

        foreach (var drill in drills)
        {
            session.Execute(InsertDrill, drill);
        }

        return true;
    });

    private const string SetStatus = """
        UPDATE ExerciseBroadcastDrills SET Status = @status, Code = @code
        WHERE ExerciseId = @exerciseId AND BroadcastId = @broadcastId AND DrillId = @drillId AND Status IN ('waiting', 'given-up')
        """;

    public Task Note(string exerciseId, string broadcastId, string drillId, string status, string? code) =>
        database.WriteOne(session => session.Execute(SetStatus, new { exerciseId, broadcastId, drillId, status, code }));

    private const string Columns = "b.ExerciseId, b.Id, b.Words, b.CreatedBy, b.CreatedWall";

    private const string List = $"SELECT {Columns} FROM ExerciseBroadcasts b WHERE b.ExerciseId = @exerciseId ORDER BY b.CreatedWall DESC, b.Id";

    public Task<IReadOnlyList<ExerciseBroadcast>> Of(string exerciseId, CancellationToken cancel) =>
        database.Read<IReadOnlyList<ExerciseBroadcast>>(session => session.All<ExerciseBroadcast>(List, new { exerciseId }), cancel);

    private const string ListDrills = """
        SELECT ExerciseId, BroadcastId, DrillId, Seat, Status, Code FROM ExerciseBroadcastDrills
        WHERE ExerciseId = @exerciseId ORDER BY BroadcastId, DrillId
        """;

    public Task<IReadOnlyList<BroadcastDrill>> Drills(string exerciseId, CancellationToken cancel) =>
        database.Read<IReadOnlyList<BroadcastDrill>>(session => session.All<BroadcastDrill>(ListDrills, new { exerciseId }), cancel);

    private const string ListWaiting = $"""
        SELECT {Columns} FROM ExerciseBroadcasts b
        WHERE EXISTS (SELECT 1 FROM ExerciseBroadcastDrills d WHERE d.ExerciseId = b.ExerciseId AND d.BroadcastId = b.Id AND d.Status = 'waiting')
        ORDER BY b.CreatedWall, b.Id
        """;

    public Task<IReadOnlyList<ExerciseBroadcast>> Waiting(CancellationToken cancel) =>
        database.Read<IReadOnlyList<ExerciseBroadcast>>(session => session.All<ExerciseBroadcast>(ListWaiting), cancel);
}
