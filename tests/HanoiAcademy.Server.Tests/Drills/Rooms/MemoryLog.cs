using HanoiAcademy.Storage.Drills;

namespace HanoiAcademy.Server.Tests.Drills.Rooms;

/// <summary>A log in memory whose next writes can be made to fail, before or after they are done.</summary>
internal sealed class MemoryLog : IDrillLog
{
    public List<LogRow> Rows { get; } = [];

    public bool FailsBefore { get; set; }

    public bool FailsAfter { get; set; }

    /// <summary>What another activation does once this one has read.</summary>
    public Func<Task>? AfterRead { get; set; }

    public Task<AppendAnswer> Append(string drillId, long expectedVersion, string commandId, string seat, long at, DateTimeOffset wall, string events)
    {
        if (FailsBefore)
            throw new IOException("The disk is full.");
        if (Rows.Find(r => r.Seat == seat && r.CommandId == commandId) is { } there)
            return Task.FromResult<AppendAnswer>(new AppendAnswer.AlreadyThere(there));
        if (Rows.Count != expectedVersion)
            return Task.FromResult<AppendAnswer>(new AppendAnswer.VersionConflict(Rows.Count));
        Rows.Add(new LogRow { DrillId = drillId, Version = expectedVersion + 1, CommandId = commandId, Seat = seat, At = at, Wall = wall, Events = events });
        if (FailsAfter)
            throw new IOException("The answer was lost.");
        return Task.FromResult<AppendAnswer>(new AppendAnswer.Appended(expectedVersion + 1));
    }

    public async Task<IReadOnlyList<LogRow>> Read(string drillId, long afterVersion, CancellationToken cancel)
    {
        IReadOnlyList<LogRow> rows = [.. Rows.Where(r => r.Version > afterVersion)];
        if (AfterRead is { } other)
            await other();
        return rows;
    }

    public Task<LogRow?> Find(string drillId, string seat, string commandId, CancellationToken cancel) =>
        Task.FromResult(Rows.Find(r => r.Seat == seat && r.CommandId == commandId));
}
