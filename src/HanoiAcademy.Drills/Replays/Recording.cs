using System.Collections.Immutable;
using HanoiAcademy.Drills.Scenarios;
using HanoiAcademy.Drills.Simulation;
using HanoiAcademy.Drills.State;
using HanoiAcademy.Drills.Views;

namespace HanoiAcademy.Drills.Replays;

/// <summary>A part of a recording: <paramref name="Count"/> rows from the index <paramref name="First"/> on, and the state <paramref name="Before"/> them.</summary>
public sealed record Stretch(int First, int Count, DrillState Before);

/// <summary>Where a log can be followed no further: the version of the row that was to come, and why (row-missing, row-unreadable, row-impossible).</summary>
public sealed record Break(long Version, string Why);

/// <summary>
/// A drill's log, folded once, with the state kept at the beginning of every stretch, so that any moment is a few rows away. States share what did not change
/// between them. Rows are followed as far as they can be; what is behind a damaged one is not guessed at.
/// </summary>
public sealed record Recording(Scenario Scenario, ImmutableArray<LoggedRow> Rows, ImmutableArray<Stretch> Stretches, DrillState Last, Break? Break)
{
    /// <summary>Rows between two key frames: few enough that a client merges all of them between two frames of its screen.</summary>
    public const int RowsInStretch = 200;

    /// <summary>The version of the last row that was followed; 0 for an empty log.</summary>
    public long Version => Rows.IsEmpty ? 0 : Rows[^1].Version;

    /// <param name="rows">In the order of the log, from its first; null for a row whose events could not be read.</param>
    public static Recording Of(Scenario scenario, IEnumerable<(long Version, LoggedRow? Row)> rows)
    {
        var (read, stretches) = (ImmutableArray.CreateBuilder<LoggedRow>(), ImmutableArray.CreateBuilder<Stretch>());
        var (state, before) = (DrillState.Empty, DrillState.Empty);
        Break? broken = null;
        foreach (var (version, row) in rows)
        {
            var wanted = read.Count + 1;
            var next = version == wanted && row is not null ? Followed(scenario, state, row) : null;
            if (next is null)
            {
                broken = new Break(wanted, version != wanted ? "row-missing" : row is null ? "row-unreadable" : "row-impossible");
                break;
            }

            state = next;
            read.Add(row!);
            if (read.Count % RowsInStretch == 0)
            {
                stretches.Add(new Stretch(read.Count - RowsInStretch, RowsInStretch, before));
                before = state;
            }
        }

        if (read.Count % RowsInStretch is var left and > 0)
            stretches.Add(new Stretch(read.Count - left, left, before));
        return new Recording(scenario, read.ToImmutable(), stretches.ToImmutable(), state, broken);
    }

    /// <summary>Each row of a stretch with the state it left.</summary>
    public IEnumerable<(LoggedRow Row, DrillState After)> Play(Stretch stretch)
    {
        var state = stretch.Before;
        for (var n = stretch.First; n < stretch.First + stretch.Count; n++)
        {
            foreach (var e in Rows[n].Events)
                state = Drill.Evolve(state, Scenario, e);
            yield return (Rows[n], state);
        }
    }

    /// <summary>
    /// The stretches for one who is no controller: of as many changes that he saw as another has rows, so that where they are cut tells nothing of what others did.
    /// </summary>
    public ImmutableArray<Stretch> CutFor(Audience team, Audience own)
    {
        if (Stretches.IsEmpty)
            return Stretches;
        var cut = ImmutableArray.CreateBuilder<Stretch>();
        var (teams, owns) = (new Track(Scenario, team, DrillState.Empty), new Track(Scenario, own, DrillState.Empty));
        var (first, steps, row, before, state) = (0, 0, 0, DrillState.Empty, DrillState.Empty);
        foreach (var stretch in Stretches)
            foreach (var (logged, after) in Play(stretch))
            {
                var changed = teams.FollowOrNull(after, logged.Events) is not { IsEmpty: true } | owns.FollowOrNull(after, logged.Events) is not { IsEmpty: true };
                if (changed && steps == RowsInStretch)
                {
                    cut.Add(new Stretch(first, row - first, before));
                    (first, before, steps) = (row, state, 0);
                }

                (state, row, steps) = (after, row + 1, steps + (changed ? 1 : 0));
            }

        cut.Add(new Stretch(first, row - first, before));
        return cut.ToImmutable();
    }

    /// <summary>Evolve is total over what Decide made; a row that somebody altered may speak of what there is not.</summary>
    private static DrillState? Followed(Scenario scenario, DrillState state, LoggedRow row)
    {
        try
        {
            foreach (var e in row.Events)
                state = Drill.Evolve(state, scenario, e);
            return state;
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            return null;
        }
    }
}
