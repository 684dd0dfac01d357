namespace HanoiAcademy.Storage.Drills;

/// <summary>What a new drill has from its first moment, kept together with its line in the catalogue or not at all: a drill without its first row could never be started.</summary>
public sealed record DrillOpening
{
    /// <summary>Another drill's past comes first.</summary>
    public LogPast? Past { get; init; }

    /// <summary>The first rows of its own, of this drill and in order of version, with no gap behind the past.</summary>
    public IReadOnlyList<LogRow> Rows { get; init; } = [];

    /// <summary>Who sits in it from the first moment.</summary>
    public IReadOnlyList<SeatHolder> Seats { get; init; } = [];

    /// <summary>Further agencies that are let in, see <see cref="IDrillCatalog.Admit"/>.</summary>
    public IReadOnlyList<string> Agencies { get; init; } = [];
}

/// <summary>
/// The rows of a log up to a version, copied as they are but for their command ids: whoever sent one of them has sent nothing to the new drill. The copy's are
/// "past 1", "past 2" …, with a space, which no id of a person holds.
/// </summary>
public sealed record LogPast(string DrillId, long UpTo);
