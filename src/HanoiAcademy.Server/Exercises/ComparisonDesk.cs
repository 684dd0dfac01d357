using System.Collections.Concurrent;
using HanoiAcademy.Drills.Events;
using HanoiAcademy.Drills.Reports;
using HanoiAcademy.Server.Drills.Closing;
using HanoiAcademy.Server.Drills.Reports;
using HanoiAcademy.Server.Drills.Seats;
using HanoiAcademy.Storage.Drills;

namespace HanoiAcademy.Server.Exercises;

/// <summary>StillGoing: drills that have begun and not ended; while there are any, nothing is compared. IsClosed: others have still to play the scenario.</summary>
internal sealed record Compared(ExerciseEntry Exercise, ComparisonView? View, int StillGoing, bool IsClosed = false);

/// <summary>Compares the drills of an exercise when all that began have ended: what one country did must not help another that still plays.</summary>
internal sealed class ComparisonDesk(IExercises exercises, IDrillLog log, PastLogs past, ScenarioShelf shelf)
{
    private const int MostKept = 400;

    /// <summary>As of a last row: a log does not change, it only grows.</summary>
    private readonly ConcurrentDictionary<(string Drill, string Language, string? Team), Known> _figures = new();

    /// <param name="reader">Who reads in his own country's drill; null for a director of the exercise.</param>
    public async Task<Compared?> Of(string exerciseId, DrillCaller? reader, string language, CancellationToken cancel)
    {
        if (await exercises.Get(exerciseId, cancel) is not { } exercise)
            return null;
        var drills = await exercises.Drills(exerciseId, cancel);
        // One that never began keeps nobody waiting; the catalogue's word may lag behind the log by a moment.
        var going = drills.Count(drill => drill.Status is DrillStatus.Running or DrillStatus.Paused);
        if (going > 0 || drills.All(drill => drill.Status != DrillStatus.Ended))
            return new Compared(exercise, null, Math.Max(going, 1));
        if (reader is not null && drills.All(drill => drill.Id != reader.Drill.Id || drill.Status != DrillStatus.Ended))
            return new Compared(exercise, null, 0);
        // As with the report: it tells what is in the scenario.
        if (reader is { MayControl: false } && await shelf.IsClosed(reader.Drill.ScenarioId, cancel))
            return new Compared(exercise, null, 0, IsClosed: true);
        var figures = new List<DrillFigures>();
        foreach (var drill in drills.Where(drill => drill.Status == DrillStatus.Ended))
            if (await Figures(exercise, drill, language, null, cancel) is { } one)
                figures.Add(one);
        // Of his own drill a reader learns here no more of the other teams, attackers among them, than its report tells him.
        var own = reader is null ? null : await Figures(exercise, drills.First(drill => drill.Id == reader.Drill.Id), language, DrillReports.TeamOf(reader), cancel);
        // The only path by which figures of another drill reach a reader.
        return new Compared(exercise, Comparison.For(exercise.Comparison, figures, reader?.Drill.Id, own), 0);
    }

    /// <param name="team">Whose eye they are seen with, as a report's; null: everything.</param>
    private async Task<DrillFigures?> Figures(ExerciseEntry exercise, DrillEntry drill, string language, string? team, CancellationToken cancel)
    {
        var known = _figures.GetValueOrDefault((drill.Id, language, team));
        if (known is not null && (await log.Read(drill.Id, known.Rows, cancel)).Count == 0)
            return known.Figures;
        var (scenario, read) = await past.Of(drill, cancel);
        if (_figures.Count > MostKept)
            _figures.Clear();
        // One that ended before it began has nothing to compare.
        var figures = read.Rows.Any(row => row.Events.Any(e => e is ExerciseStarted)) ? DrillFigures.Of(drill.Id, ExerciseLauncher.NameOf(exercise, drill), Report.Of(scenario, read, language, team)) : null;
        _figures[(drill.Id, language, team)] = new Known(read.Rows.Length == 0 ? 0 : read.Rows[^1].Version, figures);
        return figures;
    }

    private sealed record Known(long Rows, DrillFigures? Figures);
}
