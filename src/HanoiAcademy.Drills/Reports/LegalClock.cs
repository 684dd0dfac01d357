using System.Collections.Immutable;

namespace HanoiAcademy.Drills.Reports;

/// <summary>
/// What a request took, in drill and in story time. Steps: each thing the first time it came, in order. ToSend: from when its senders could know what it asks for to its going out; ToPreserve:
/// from then to the hold; ToAcknowledge and ToAnswer: from its going out. Null: it never came to that, or is not the reader's to know.
/// </summary>
public sealed record LegalClock(ImmutableArray<ClockStep> Steps, ClockSpan? ToSend, ClockSpan? ToPreserve, ClockSpan? ToAcknowledge, ClockSpan? ToAnswer)
{
    public static readonly LegalClock None = new([], null, null, null, null);

    /// <summary>Drill ms from which its senders could know what it asks for.</summary>
    public long? KnownAt { get; init; }

    /// <summary>Story ms that the first hold came before the data would have been gone.</summary>
    public long? SparedStoryMs { get; init; }

    /// <summary>Drill ms at which data that it asks for was gone, where nobody had held or handed them over and it was not answered by then.</summary>
    public long? LostAt { get; init; }

    /// <summary>It went to people who owed an acknowledgement, and none came in the time asked; while that runs nothing is said.</summary>
    public bool NeverAcknowledged { get; init; }
}

/// <summary>What: as in <see cref="RequestLine"/>; Side: sender, receiver, clock. At: drill ms, Story: story ms (UTC).</summary>
public sealed record ClockStep(string What, string Side, long At, long Story);

/// <summary>WithinStoryMs: what the kind of request and the receiver's office hours ask for; null where no time is set.</summary>
public sealed record ClockSpan(long DrillMs, long StoryMs, long? WithinStoryMs = null)
{
    public bool IsLate => StoryMs > WithinStoryMs;
}
