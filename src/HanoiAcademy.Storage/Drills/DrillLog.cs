using HanoiAcademy.Storage.Database;

namespace HanoiAcademy.Storage.Drills;

internal sealed class DrillLog(IDatabase database) : IDrillLog
{
    // One statement where nothing is wrong, which is nearly always; only a refusal is looked into.
    private const string AppendRow = """
        INSERT INTO DrillLog (DrillId, Version, CommandId, Seat, At, Wall, Events, Digest)
        SELECT @DrillId, @Version, @CommandId, @Seat, @At, @Wall, @Events, @Digest
        WHERE COALESCE((SELECT MAX(Version) FROM DrillLog WHERE DrillId = @DrillId), 0) = @Version - 1
          AND NOT EXISTS (SELECT 1 FROM DrillLog WHERE DrillId = @DrillId AND Seat = @Seat AND CommandId = @CommandId)
        """;

    public Task<AppendAnswer> Append(string drillId, long expectedVersion, string commandId, string seat, long at, DateTimeOffset wall, string events)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(expectedVersion);
        var row = new LogRow { DrillId = drillId, Version = expectedVersion + 1, CommandId = commandId, Seat = seat, At = at, Wall = wall, Events = events }.Signed();
        return database.WriteOne<AppendAnswer>(session => session.Execute(AppendRow, row) == 1
            ? new AppendAnswer.Appended(row.Version)
            : session.First<LogRow>(FindRow, new { drillId, seat, commandId }) is { } there
                ? session.Again && IsSame(there, row) ? new AppendAnswer.Appended(row.Version) : new AppendAnswer.AlreadyThere(there)
                : new AppendAnswer.VersionConflict(session.Number(LastVersion, new { drillId })));
    }

    private static bool IsSame(LogRow there, LogRow row) => there.Version == row.Version && there.At == row.At && there.Events == row.Events;

    private const string LastVersion = "SELECT COALESCE(MAX(Version), 0) FROM DrillLog WHERE DrillId = @drillId";

    private const string ReadRows = """
        SELECT DrillId, Version, CommandId, Seat, At, Wall, Events, Digest
        FROM DrillLog WHERE DrillId = @drillId AND Version > @afterVersion
        ORDER BY Version
        """;

    public Task<IReadOnlyList<LogRow>> Read(string drillId, long afterVersion, CancellationToken cancel) =>
        database.Read<IReadOnlyList<LogRow>>(session => session.All<LogRow>(ReadRows, new { drillId, afterVersion }), cancel);

    private const string FindRow = """
        SELECT DrillId, Version, CommandId, Seat, At, Wall, Events, Digest
        FROM DrillLog WHERE DrillId = @drillId AND Seat = @seat AND CommandId = @commandId
        """;

    public Task<LogRow?> Find(string drillId, string seat, string commandId, CancellationToken cancel) =>
        database.Read(session => session.First<LogRow>(FindRow, new { drillId, seat, commandId }), cancel);
}
