using HanoiAcademy.Drills.Simulation;

namespace HanoiAcademy.Content.Rehearsals;

/// <summary>From the beginning of one drill minute to the end of another.</summary>
public sealed record Stretch(int From, int To)
{
    public int Minutes => To - From;
}

/// <summary>What lies before seats over time, over all runs of one skill.</summary>
internal static class Workload
{
    /// <summary>Longer than this with nothing to do, and a trainee looks at the clock instead of the drill.</summary>
    public const int TooQuiet = 10;

    /// <summary>More than so much at once, for so many minutes, and he no longer chooses but drowns.</summary>
    public const int TooMuch = 8;
    public const int TooLong = 10;

    /// <summary>In each minute, the share of runs (0-100) in which none of these seats had anything to do.</summary>
    public static int[] Idle(IReadOnlyCollection<Played> runs, IReadOnlyCollection<string> seats) => Shares(runs, (r, m) => seats.All(s => At(r, s, m) == 0));

    /// <summary>In each minute, the share of runs in which the seat had more than <see cref="TooMuch"/> things before it.</summary>
    public static int[] Overloaded(IReadOnlyCollection<Played> runs, string seat) => Shares(runs, (r, m) => At(r, seat, m) > TooMuch);

    /// <summary>In each minute, the middle of what lay before the seat.</summary>
    public static int[] Median(IReadOnlyCollection<Played> runs, string seat) =>
        [.. Enumerable.Range(0, Length(runs)).Select(m => runs.Select(r => At(r, seat, m)).Order().ElementAt(runs.Count / 2))];

    /// <summary>Stretches of at least so many minutes in which it is so in half of the runs or more.</summary>
    public static IEnumerable<Stretch> Stretches(int[] shares, int atLeast)
    {
        for (var m = 0; m < shares.Length; m++)
        {
            var from = m;
            while (m < shares.Length && shares[m] >= 50)
                m++;
            if (m - from >= atLeast)
                yield return new Stretch(from, m);
        }
    }

    private static int[] Shares(IReadOnlyCollection<Played> runs, Func<Played, int, bool> isSo) =>
        [.. Enumerable.Range(0, Length(runs)).Select(m => runs.Count(r => isSo(r, m)) * 100 / runs.Count)];

    // A run that ended early says nothing about later minutes: the shortest of the longer half counts.
    private static int Length(IReadOnlyCollection<Played> runs) => runs.Count == 0 ? 0 : (int)(runs.Select(r => r.EndedAt).Order().ElementAt(runs.Count / 2) / 60_000);

    private static int At(Played run, string seat, int minute) => run.Loads[seat] is var loads && minute < loads.Length ? loads[minute] : 0;
}
