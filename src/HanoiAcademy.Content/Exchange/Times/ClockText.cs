using System.Globalization;
using System.Text.RegularExpressions;

namespace HanoiAcademy.Content.Exchange.Times;

/// <summary>Times of day as people write them: 09:30, 9.30 am, 09h00, 9h, 0930, 0930 hrs, 9 giờ 30, 9時30分.</summary>
internal static partial class ClockText
{
    /// <param name="text">Folded.</param>
    public static TimeSpan? Read(string text)
    {
        if (Pattern.Match(text) is not { Success: true } m)
            return null;
        var hour = Number(m.Groups["h"].Value);
        var minute = m.Groups["m"].Success ? Number(m.Groups["m"].Value) : 0;
        var second = m.Groups["s"].Success ? Number(m.Groups["s"].Value) : 0;
        if (m.Groups["half"].Success)
        {
            if (hour is < 1 or > 12)
                return null;
            hour = hour % 12 + (m.Groups["half"].Value[0] == 'p' ? 12 : 0);
        }

        return hour < 24 && minute < 60 && second < 60 ? new TimeSpan(hour, minute, second) : null;
    }

    private static int Number(string digits) => int.Parse(digits, CultureInfo.InvariantCulture);

    [GeneratedRegex("""
        ^(?:a\s|at\s|um\s|luc\s|klo\s)?\s*
        (?: (?<h>\d{1,2}) \s*(?::|\.|h|g|gio|uhr|ч|时|時|点|點)\s* (?<m>\d{2}) \s*(?:m|min|phut|分)? (?:\s*[:.]\s*(?<s>\d{2}))? (?:\.\d{1,7})? (?:\s*(?<half>[ap])\.?\s?m\.?)?
          | (?<h>\d{1,2}) \s*(?<half>[ap])\.?\s?m\.?
          | (?<h>\d{1,2}) \s*(?:h|g|gio|uhr|ч|时|時|点|點)
          | (?<h>\d{2})(?<m>\d{2}) \s*(?:h|hrs?|hours|uhr)
          | (?<h>\d{2})(?<m>\d{2}) )
        (?:\s*(?:h|hrs?|hours|uhr|local|lt|z|utc|gmt))?\s*$
        """, RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant, 200)]
    private static partial Regex Pattern { get; }
}
