using System.Collections.Immutable;
using HanoiAcademy.Drills.Events;
using HanoiAcademy.Drills.Scenarios;
using HanoiAcademy.Drills.Simulation;
using HanoiAcademy.Drills.State;

namespace HanoiAcademy.Drills.Reports;

/// <summary>Folds what could be read of a log, as far as it goes: an event that cannot be folded is left out and named, and the next is tried.</summary>
public static class LogFolding
{
    /// <summary>Problems beyond these are counted as one: a page of them helps nobody.</summary>
    public const int MostProblems = 200;

    /// <param name="known">What was wrong with the rows before they were folded.</param>
    public static ReadLog Of(Scenario scenario, IReadOnlyList<LoggedRow> rows, IEnumerable<LogProblem>? known = null)
    {
        var problems = (known ?? []).ToList();
        var course = new CourseOfPlay(scenario, rows.Count == 0 ? 0 : rows.Max(r => r.Events.IsEmpty ? r.At : r.Events.Max(e => e.At)));
        var state = DrillState.Empty;
        var kept = ImmutableArray.CreateBuilder<LoggedRow>(rows.Count);
        foreach (var row in rows)
        {
            var fits = row.Events;
            foreach (var e in row.Events)
            {
                Safely(() => course.Until(state, e.At), problems);
                if (Strangers.In(state, scenario, e) is { } nothing)
                    (fits, _) = (fits.Remove(e), Add(problems, new LogProblem(LogProblem.Stranger, row.Version, nothing)));
                else if (Try(state, scenario, e) is { } next)
                    state = next;
                else
                    (fits, _) = (fits.Remove(e), Add(problems, new LogProblem(LogProblem.Unfit, row.Version, LogReading.WordOf(e))));
            }

            kept.Add(fits.Length == row.Events.Length ? row : row with { Events = fits });
        }

        var moments = ImmutableArray<CourseMoment>.Empty;
        Safely(() => moments = course.End(state), problems);
        var sorted = problems.OrderBy(p => p.Version).ToImmutableArray();
        return new ReadLog(kept.ToImmutable(), state, sorted.Length <= MostProblems ? sorted : [.. sorted.Take(MostProblems), new LogProblem(LogProblem.More, sorted[MostProblems].Version)], moments);
    }

    /// <summary>An arm of Evolve may ask for what an event before it would have brought; that event may be gone.</summary>
    private static DrillState? Try(DrillState state, Scenario scenario, DrillEvent e)
    {
        try
        {
            return Drill.Evolve(state, scenario, e);
        }
        catch (Exception x) when (IsOfDamage(x))
        {
            return null;
        }
    }

    /// <summary>What a damaged log can lead to; nothing of the machine's own (memory, a stack, a thread) is among them.</summary>
    internal static bool IsOfDamage(Exception x) =>
        x is KeyNotFoundException or InvalidOperationException or ArgumentException or NullReferenceException or IndexOutOfRangeException or FormatException or OverflowException or InvalidCastException;

    /// <summary>On a sound log nothing is caught: there a fault is the program's, and must be heard of.</summary>
    private static void Safely(Action look, List<LogProblem> problems)
    {
        try
        {
            look();
        }
        catch (Exception x) when (problems.Count > 0 && IsOfDamage(x))
        {
            Add(problems, new LogProblem(LogProblem.NoPart, 0, "course"));
        }
    }

    private static bool Add(List<LogProblem> problems, LogProblem problem)
    {
        if (!problems.Contains(problem))
            problems.Add(problem);
        return true;
    }
}
