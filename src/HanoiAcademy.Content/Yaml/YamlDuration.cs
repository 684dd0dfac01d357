using System.Globalization;

namespace HanoiAcademy.Content.Yaml;

/// <summary>
/// Durations as authors write them: <c>90s</c>, <c>15m</c>, <c>2h</c>, <c>60d</c>, or several largest first:
/// <c>1h30m</c>, <c>1h 30m</c>. Whole numbers only; a bare number is refused because nobody can tell its unit.
/// </summary>
public static class YamlDuration
{
    private const string Units = "dhms";

    public static bool TryParse(string text, out TimeSpan duration)
    {
        duration = TimeSpan.Zero;
        var rest = text.AsSpan().Trim();
        if (rest.IsEmpty)
            return false;
        var lastUnit = -1;
        while (!rest.IsEmpty)
        {
            var digits = rest.IndexOfAnyExceptInRange('0', '9');
            if (digits is <= 0 or > 6 || Units.IndexOf(rest[digits]) is var unit && unit <= lastUnit)
                return false;
            lastUnit = unit;
            duration += int.Parse(rest[..digits], NumberStyles.None, CultureInfo.InvariantCulture) * OneOf(unit);
            rest = rest[(digits + 1)..].TrimStart();
        }

        return true;
    }

    private static TimeSpan OneOf(int unit) => unit switch
    {
        0 => TimeSpan.FromDays(1),
        1 => TimeSpan.FromHours(1),
        2 => TimeSpan.FromMinutes(1),
        _ => TimeSpan.FromSeconds(1),
    };
}
