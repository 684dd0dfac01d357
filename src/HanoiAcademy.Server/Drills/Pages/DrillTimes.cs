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

    /// <summary>"2027-03-02 09:00 UTC"</summary>
    public static string Wall(DateTimeOffset time) => time.ToString("yyyy-MM-dd HH:mm:ss 'UTC'", CultureInfo.InvariantCulture);

    /// <summary>"2027-03-02 09:00" of story time in UTC ms, on the clock of a State; empty where there is none.</summary>
    public static string Story(long? ms, int offsetMinutes) =>
        ms is { } at ? DateTimeOffset.FromUnixTimeMilliseconds(at).ToOffset(TimeSpan.FromMinutes(offsetMinutes)).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture) : "";

    /// <summary>Drill ms of "1:05:09", "01:05" (hours and minutes) or "T+01:05:09"; null when it is no time.</summary>
    public static long? Read(string? typed)
    {
        var text = (typed ?? "").Trim();
        if (text.StartsWith("T+", StringComparison.OrdinalIgnoreCase))
            text = text[2..];
        var parts = text.Split(':');
        if (parts.Length is not (2 or 3))
            return null;
        var total = 0L;
        foreach (var (part, place) in parts.Select((part, place) => (part, place)))
        {
            if (part.Length is 0 or > 4 || !int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var number) || (place > 0 && number > 59))
                return null;
            total = total * 60 + number;
        }

        return total * (parts.Length == 2 ? 60_000 : 1_000);
    }
}
