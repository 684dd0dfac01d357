using System.Globalization;

namespace HanoiAcademy.Drills.Clock;

/// <summary>A drill time as people read it: "T+00:47:05".</summary>
internal static class Moment
{
    public static string Of(long at)
    {
        var time = TimeSpan.FromMilliseconds(at);
        return string.Create(CultureInfo.InvariantCulture, $"T+{(int)time.TotalHours:00}:{time.Minutes:00}:{time.Seconds:00}");
    }
}
