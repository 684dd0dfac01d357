using HanoiAcademy.Storage.Drills;

namespace HanoiAcademy.Server.Tests.Drills.Rooms;

/// <summary>One drill's line in a catalogue.</summary>
internal sealed class MemoryCatalog(DrillEntry drill, MemoryLog log) : IDrillCatalog
{
    public DrillEntry Drill { get; private set; } = drill;

    public bool Fails { get; set; }

    public Task<DrillEntry?> Get(string drillId, CancellationToken cancel) => Task.FromResult(drillId == Drill.Id ? Drill : null);

    public Task<bool> SetStatus(string drillId, string status, DateTimeOffset wall)
    {
        Drill = Drill with { Status = status };
        return Task.FromResult(true);
    }

    public Task<bool> RenewLease(string drillId, long version, long untilAt, DateTimeOffset wall)
    {
        if (Fails)
            throw new IOException("The disk is full.");
        if (log.Rows.Count != version)
            return Task.FromResult(false);
        Drill = Drill with { LeaseUntilAt = untilAt, LeaseWall = wall };
        return Task.FromResult(true);
    }

    public Task<bool> Create(DrillEntry drill, DrillOpening? opening) => throw new NotSupportedException();

    public Task<AloneAnswer> CreateAlone(DrillEntry drill, DrillOpening opening, int most) => throw new NotSupportedException();

    public Task<IReadOnlyList<DrillEntry>> ListAloneOf(string accountId, CancellationToken cancel) => throw new NotSupportedException();

    public Task<IReadOnlyList<DrillEntry>> ListAloneIdle(DateTimeOffset since, string? scenarioId, CancellationToken cancel) => throw new NotSupportedException();

    public Task<IReadOnlyList<DrillEntry>> ListVisibleTo(string accountId, CancellationToken cancel) => throw new NotSupportedException();

    public Task<bool> MaySee(string drillId, string accountId, CancellationToken cancel) => throw new NotSupportedException();

    public Task<IReadOnlyList<DrillEntry>> ListNotEnded(CancellationToken cancel) => throw new NotSupportedException();

    public Task<DrillEntry?> FindByJoinCode(string joinCode, CancellationToken cancel) => throw new NotSupportedException();

    public Task Admit(string drillId, string agencyId) => throw new NotSupportedException();

    public Task<IReadOnlyList<string>> Agencies(string drillId, CancellationToken cancel) => throw new NotSupportedException();
}
