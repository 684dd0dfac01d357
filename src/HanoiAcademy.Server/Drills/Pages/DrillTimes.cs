using System.Globalization;

namespace HanoiAcademy.Server.Drills.Pages;

/// <summary>Drill times as people say them.</summary>
internal static class DrillTimes
{
    /// <summary>"T+01:05" or, with seconds, "T+01:05:09".</summary>
    public static string T(long at, bool seconds = false)
    {
        var time = TimeSpan.FromMilliseconds(at);
        var hours = (int)time.TotalHours;
        return seconds
            ? string.Create(CultureInfo.InvariantCulture, $"T+{hours:00}:{time.Minutes:00}:{time.Seconds:00}")
            : string.Create(CultureInfo.InvariantCulture, $"T+{hours:00}:{time.Minutes:00}");
    }
}
