namespace HanoiAcademy.Server.Drills.AfterAction.Plots;

internal static class TimeAxis
{
    private const long Minute = 60_000;

    /// <summary>Round moments of a stretch of drill time, at most nine.</summary>
    public static IEnumerable<long> Ticks(long last)
    {
        var step = new[] { 1, 2, 5, 10, 15, 30, 60, 120, 240, 720, 1_440 }.Select(m => m * Minute).FirstOrDefault(s => last / s <= 8, Math.Max(Minute, last / 8));
        for (var at = 0L; at <= last; at += step)
            yield return at;
    }

    /// <summary>At the edges a word stands within the drawing.</summary>
    public static string Anchor(long tick, long last) => tick == 0 ? "start" : last - tick < last / 24 ? "end" : "middle";
}
