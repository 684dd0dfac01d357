namespace HanoiAcademy.Storage.Drills;

public interface IDrillCatalog
{
    /// <summary>The drill with its opening, or nothing of it. False when a drill that has not ended already uses the join code: draw another.</summary>
    Task<bool> Create(DrillEntry drill, DrillOpening? opening = null);

    /// <summary>
    /// A drill that its launcher plays alone, if fewer than <paramref name="most"/> of his have not ended; however many he begins at once.
    /// </summary>
    Task<AloneAnswer> CreateAlone(DrillEntry drill, DrillOpening opening, int most);

    /// <summary>What this account plays or has played alone, newest first.</summary>
    Task<IReadOnlyList<DrillEntry>> ListAloneOf(string accountId, CancellationToken cancel = default);

    /// <summary>Drills played alone, of one scenario or of all, that have not ended and have not run since a moment.</summary>
    Task<IReadOnlyList<DrillEntry>> ListAloneIdle(DateTimeOffset since, string? scenarioId = null, CancellationToken cancel = default);

    Task<DrillEntry?> Get(string drillId, CancellationToken cancel = default);

    /// <summary>
    /// What this account may see, newest first: drills of an agency whose instructor or administrator it is, drills to which
    /// such an agency is admitted, and drills in which it sits, of which it was made a controller, or which it launched.
    /// </summary>
    Task<IReadOnlyList<DrillEntry>> ListVisibleTo(string accountId, CancellationToken cancel = default);

    /// <summary>The same rule as <see cref="ListVisibleTo"/>, for one drill.</summary>
    Task<bool> MaySee(string drillId, string accountId, CancellationToken cancel = default);

    /// <summary>Drills to wake when the server starts.</summary>
    Task<IReadOnlyList<DrillEntry>> ListNotEnded(CancellationToken cancel = default);

    /// <summary>Only among drills that have not ended.</summary>
    Task<DrillEntry?> FindByJoinCode(string joinCode, CancellationToken cancel = default);

    /// <summary>
    /// The end is dated by <paramref name="wall"/>; a drill that is reopened has no end any more. False when there is no such
    /// drill, or when it would be reopened while another one uses its join code.
    /// </summary>
    Task<bool> SetStatus(string drillId, string status, DateTimeOffset wall);

    /// <summary>
    /// Sets the lease as given, also lower: a drill that slows down may run less far. That drill time never goes backwards is
    /// the room's to hold. False, and nothing is set, when there is no such drill or its log does not end at <paramref name="version"/>:
    /// who knows less than the log says nothing of how far the drill may run. Repeating it is harmless.
    /// </summary>
    Task<bool> RenewLease(string drillId, long version, long untilAt, DateTimeOffset wall);

    /// <summary>Lets a further agency be seated; repeating it changes nothing.</summary>
    Task Admit(string drillId, string agencyId);

    /// <summary>The drill's own agency first, then those admitted.</summary>
    Task<IReadOnlyList<string>> Agencies(string drillId, CancellationToken cancel = default);
}
