using System.Collections.Immutable;
using HanoiAcademy.Drills.Reports;
using HanoiAcademy.Storage.Drills;

namespace HanoiAcademy.Server.Exercises;

/// <summary>What of one drill can be compared. Score is 0 to 100. Lines: what was decided and won, by the scenario's order. TypedIn: some of it was played on paper.</summary>
internal sealed record DrillFigures(string Drill, string Name, int Score, bool TypedIn, ImmutableArray<TeamFigures> Teams, ImmutableArray<DecidedFigure> Decisions)
{
    public static DrillFigures Of(string drill, string name, DrillReport report) => new(drill, name, report.Score, report.TypedIn.Any(typed => !typed.Corrected && typed.Value.Length > 0),
        [.. report.Teams.Where(team => team.Objectives.Length > 0).Select(team => new TeamFigures(team.Team, team.Name, team.Score, team.Won + team.Marked, team.Of + team.MarkedOf, team.Penalties,
            [.. team.Objectives.Select(o => new WonFigure(o.Id, o.Name, o.Points, o.PointsWon, o.State, o.At))], team.Timings))],
        [.. report.Teams.SelectMany(team => team.Decisions).DistinctBy(d => d.Id).Select(d => new DecidedFigure(d.Id, d.Title, d.State, d.Option, d.TookMs))]);
}

internal sealed record TeamFigures(string Team, string Name, int Score, int Won, int Of, int Penalties, ImmutableArray<WonFigure> Objectives, TeamTimings? Timings = null);

internal sealed record WonFigure(string Id, string Name, int Points, int PointsWon, string State, long? At);

internal sealed record DecidedFigure(string Id, string Title, string State, string? Option, long? TookMs);

/// <summary>
/// What one country, or a director (all of it), sees of an exercise. Own: as far as the reader's team sees its own drill; its score is the drill's where places were
/// agreed. Place: the reader's own, ties share one; Places: the points of each place, best first; Scores: with
/// names; Others: whole. What was not agreed is empty.
/// </summary>
internal sealed record ComparisonView(string Level, DrillFigures? Own, int? Place, int? Of, ImmutableArray<PlaceFigure> Places, ImmutableArray<NamedFigure> Scores, ImmutableArray<DrillFigures> Others);

internal sealed record PlaceFigure(int Place, int Score, bool IsOwn);

internal sealed record NamedFigure(int Place, string Name, int Score, bool IsOwn, bool TypedIn);

/// <summary>The one place that says what a country learns of the others: as was agreed at launch, and nothing else.</summary>
internal static class Comparison
{
    /// <param name="all">The drills, each whole.</param>
    /// <param name="reader">The drill of the country that reads; null for a director of the exercise.</param>
    /// <param name="seen">That drill as the reader may see it; null when there is nothing of it.</param>
    public static ComparisonView For(string level, IReadOnlyList<DrillFigures> all, string? reader, DrillFigures? seen = null)
    {
        var agreed = reader is null ? ComparisonLevel.All : level;
        var ranked = all.OrderByDescending(drill => drill.Score).ThenBy(drill => drill.Name, StringComparer.Ordinal).ToList();
        int PlaceOf(DrillFigures drill) => ranked.Count(other => other.Score > drill.Score) + 1;
        var own = all.FirstOrDefault(drill => drill.Drill == reader);
        var isSeen = own is not null || reader is null;
        var (places, scores, others) = (isSeen && agreed != ComparisonLevel.Nothing, isSeen && agreed is ComparisonLevel.Scores or ComparisonLevel.All, isSeen && agreed == ComparisonLevel.All);
        return new ComparisonView(level, own is null ? null : seen is null || !places ? seen : seen with { Score = own.Score },
            places && own is not null ? PlaceOf(own) : null,
            places ? all.Count : null,
            // Without names: the order among equals is by nothing that a name could be told from.
            places ? [.. ranked.OrderByDescending(drill => drill.Score).ThenByDescending(drill => drill.Drill == reader).Select(drill => new PlaceFigure(PlaceOf(drill), drill.Score, drill.Drill == reader))] : [],
            scores && isSeen ? [.. ranked.Select(drill => new NamedFigure(PlaceOf(drill), drill.Name, drill.Score, drill.Drill == reader, drill.TypedIn))] : [],
            others && isSeen ? [.. ranked.Where(drill => drill.Drill != reader)] : []);
    }
}
