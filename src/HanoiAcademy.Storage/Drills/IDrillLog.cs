namespace HanoiAcademy.Storage.Drills;

/// <summary>The truth of a drill: one row per accepted command, in order, never changed.</summary>
public interface IDrillLog
{
    /// <summary>
    /// Appends as version <paramref name="expectedVersion"/> + 1. When it returns, the row survives a power cut.
    /// A command that this seat has already sent is answered with its row, whatever the version.
    /// </summary>
    /// <param name="expectedVersion">The version of the last row the caller knows; 0 for an empty log.</param>
    /// <param name="at">Drill time in milliseconds.</param>
    /// <param name="wall">Kept in UTC, to the microsecond.</param>
    /// <param name="events">The events as one JSON text.</param>
    Task<AppendAnswer> Append(string drillId, long expectedVersion, string commandId, string seat, long at, DateTimeOffset wall, string events);

    /// <summary>All rows above a version, in order of version.</summary>
    Task<IReadOnlyList<LogRow>> Read(string drillId, long afterVersion, CancellationToken cancel = default);

    Task<LogRow?> Find(string drillId, string seat, string commandId, CancellationToken cancel = default);
}
