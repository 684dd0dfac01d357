using System.Collections.Immutable;
using HanoiAcademy.Drills.Events;
using HanoiAcademy.Drills.Scenarios;
using HanoiAcademy.Drills.State;
using HanoiAcademy.Drills.Views;
using HanoiAcademy.Drills.Wire;

namespace HanoiAcademy.Drills.Replays;

/// <summary>A record of a view under its key, as the JSON that goes to a client.</summary>
public sealed record TrackRecord(string Key, ViewRecord Record, ReadOnlyMemory<byte> Utf8);

/// <summary>What one row of the log changed of one audience's view: records that are new or other than before, and keys of those that are gone. Sorted by key, ordinal.</summary>
public sealed record TrackChange(ImmutableArray<TrackRecord> Up, ImmutableArray<string> Gone)
{
    public bool IsEmpty => Up.IsEmpty && Gone.IsEmpty;
}

/// <summary>
/// One audience's view followed along the log, from any state of the drill: first whole, then what each row changed of it. It says what the room pushed to
/// that audience when the row was written; whole and all changes up to a row, merged, are the view that the row left.
/// </summary>
public sealed class Track
{
    private readonly Scenario scenario;
    private readonly Audience audience;
    private readonly SortedDictionary<string, TrackRecord> records = new(StringComparer.Ordinal);

    public Track(Scenario scenario, Audience audience, DrillState from)
    {
        this.scenario = scenario;
        this.audience = audience;
        Follow(View.Of(from, scenario, audience));
    }

    /// <summary>The view as it stands, sorted by key.</summary>
    public IEnumerable<TrackRecord> Whole => records.Values;

    /// <summary>The record under a key, as it stands; null when there is none.</summary>
    public ViewRecord? Find(string key) => records.GetValueOrDefault(key)?.Record;

    /// <summary>
    /// As <see cref="Follow(DrillState, IReadOnlyCollection{DrillEvent})"/>, for a log that somebody may have altered: null where a row that could be followed leads to what cannot be shown.
    /// </summary>
    public TrackChange? FollowOrNull(DrillState after, IReadOnlyCollection<DrillEvent> events)
    {
        try
        {
            return Follow(after, events);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            return null;
        }
    }

    /// <summary>What a row changed.</summary>
    /// <param name="after">The state that the row left.</param>
    /// <param name="events">The row's events.</param>
    public TrackChange Follow(DrillState after, IReadOnlyCollection<DrillEvent> events)
    {
        if (View.Changes(after, scenario, audience, events) is not { } changes)
            return Follow(View.Of(after, scenario, audience));
        var up = ImmutableArray.CreateBuilder<TrackRecord>();
        var gone = ImmutableArray.CreateBuilder<string>();
        foreach (var (key, record) in changes)
        {
            if (record is null)
            {
                if (records.Remove(key))
                    gone.Add(key);
            }
            else if (News(key, record) is { } news)
            {
                up.Add(news);
            }
        }

        return new TrackChange(up.ToImmutable(), gone.ToImmutable());
    }

    private TrackChange Follow(ImmutableSortedDictionary<string, ViewRecord> view)
    {
        var up = ImmutableArray.CreateBuilder<TrackRecord>();
        foreach (var (key, record) in view)
            if (News(key, record) is { } news)
                up.Add(news);
        ImmutableArray<string> gone = records.Count == view.Count ? [] : [.. records.Keys.Where(key => !view.ContainsKey(key))];
        foreach (var key in gone)
            records.Remove(key);
        return new TrackChange(up.ToImmutable(), gone);
    }

    /// <summary>Equal records are equal bytes; unequal ones may still be (a list is compared by identity), so the bytes decide.</summary>
    private TrackRecord? News(string key, ViewRecord record)
    {
        var before = records.GetValueOrDefault(key);
        if (before is not null && (ReferenceEquals(before.Record, record) || before.Record.Equals(record)))
            return null;
        var bytes = DrillJson.ToBytes(record);
        if (before is not null && before.Utf8.Span.SequenceEqual(bytes))
            return null;
        return records[key] = new TrackRecord(key, record, bytes);
    }
}
