using System.Globalization;
using System.Text.RegularExpressions;

namespace HanoiAcademy.Content.Exchange.Times;

/// <summary>
/// Distances from StartEx: <c>J+1 H+2 M-5</c>, <c>D+1</c>, <c>T+45</c> (minutes), <c>T+1:30</c>, <c>StartEx + 20 min</c>, <c>+00:45</c>, <c>90 min</c>; and days of
/// the exercise with a time of day: <c>Day 2, 09:30</c>, <c>J+1 14h00</c>.
/// </summary>
internal static partial class DistanceText
{
    /// <param name="text">Folded and trimmed.</param>
    /// <returns>Null when it says none.</returns>
    public static TimeReading? Read(string text)
    {
        if (Zero.IsMatch(text))
            return new TimeReading.Distance(TimeSpan.Zero);
        if (NumberedDay.Match(text) is { Success: true } day)
            return OnDay(Number(day.Groups["n"].Value) - 1, day.Groups["clock"], isDistance: false);
        if (RelativeDay.Match(text) is { Success: true } relative)
            return OnDay(relative.Groups["n"].Success ? (relative.Groups["sign"].Value == "-" ? -1 : 1) * Number(relative.Groups["n"].Value) : 0, relative.Groups["clock"], isDistance: true);
        if (OverADay.Match(text) is { Success: true } span && Number(span.Groups["h"].Value) >= 24)
            return new TimeReading.Distance(new TimeSpan(Number(span.Groups["h"].Value), Number(span.Groups["m"].Value), span.Groups["s"].Success ? Number(span.Groups["s"].Value) : 0), IsSpan: !MidnightAtEnd.IsMatch(text));
        if (Steps.IsMatch(text) && StepsOf(text) is { } steps)
            return steps;
        return Spoken.Match(text) is { Success: true } spoken ? SpokenOf(spoken) : null;
    }

    private static TimeReading? OnDay(int day, Group clock, bool isDistance) =>
        !clock.Success ? new TimeReading.DayClock(day, null, isDistance) : ClockText.Read(clock.Value.Trim()) is { } at ? new TimeReading.DayClock(day, at, isDistance) : null;

    /// <summary>J+1 H+2 M-5: each letter has its own sign.</summary>
    private static TimeReading? StepsOf(string text)
    {
        long seconds = 0;
        if (Plus.Match(text) is { Success: true } plus)
            return new TimeReading.Bare(Number(plus.Groups["n"].Value), Clockwise: false);
        foreach (Match step in Step.Matches(text))
        {
            var sign = step.Groups["sign"].Value == "-" ? -1 : 1;
            var whole = Number(step.Groups["n"].Value);
            var letter = step.Groups["letter"].Value;
            var unit = step.Groups["unit"].Value;
            long part;
            if (step.Groups["m"].Success)
                part = whole * 3600L + Number(step.Groups["m"].Value) * 60L + (step.Groups["s"].Success ? Number(step.Groups["s"].Value) : 0);
            else if (unit.Length > 0)
                part = whole * UnitOf(unit);
            else if (step.Groups["n"].Value is { Length: >= 4 } or ['0', _, _, ..])
                return new TimeReading.None("it could be minutes, or hours and minutes without a colon");
            else
                part = whole * letter switch
                {
                    "j" or "d" or "n" => 86_400L,
                    "h" => 3_600L,
                    "s" => 1L,
                    _ => 60L, // T+45 and M+5 are minutes.
                };
            seconds += sign * part;
        }

        return Math.Abs(seconds) > MostSeconds ? null : new TimeReading.Distance(TimeSpan.FromSeconds(seconds));
    }

    private static TimeReading? SpokenOf(Match m)
    {
        long seconds = 0;
        for (var at = 0; at < m.Groups["n"].Captures.Count; at++)
            seconds += Number(m.Groups["n"].Captures[at].Value) * UnitOf(m.Groups["unit"].Captures[at].Value);
        return seconds > MostSeconds ? null : new TimeReading.Distance(TimeSpan.FromSeconds(m.Groups["before"].Success ? -seconds : seconds));
    }

    private static long UnitOf(string unit) => unit switch
    {
        _ when unit.StartsWith("mi", StringComparison.Ordinal) || unit is "m" or "mn" or "'" or "phut" or "мин" or "分" or "分钟" or "دقيقه" or "menit" => 60,
        _ when unit.StartsWith('s') && unit is not ("std" or "stunde" or "stunden") || unit is "giay" or "сек" or "秒" => 1,
        _ when unit.StartsWith('j') && unit != "jam" || unit is "d" or "day" or "days" or "tag" or "tage" or "dia" or "dias" or "ngay" or "дн" or "天" or "日" or "hari" or "يوم" => 86_400,
        _ => 3_600,
    };

    private static int Number(string digits) => int.Parse(digits, CultureInfo.InvariantCulture);

    private const long MostSeconds = 4_000L * 86_400;
    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace;
    private const string Units = "min(?:ute)?s?|minut[eo]s?|minuten|mn|m|'|phut|мин|分钟|分|دقيقه|menit|seconds?|sec|giay|сек|秒|hours?|heures?|hrs?|horas?|stunden?|std|h|gio|час[аов]*|ч|小时|时|ساعه|jam|days?|jours?|tage?|dias?|ngay|дн|天|日|hari|يوم|d|j";

    /// <summary>25:30, which no day has.</summary>
    [GeneratedRegex(@"^(?<h>\d{2,3}):(?<m>[0-5]\d)(?::(?<s>[0-5]\d))?$", Options, 200)]
    private static partial Regex OverADay { get; }

    /// <summary>24:00 is the end of a day as well as a span, and proves nothing of the times beside it.</summary>
    [GeneratedRegex(@"^24:00(?::00)?$", Options, 200)]
    private static partial Regex MidnightAtEnd { get; }

    /// <summary>+45, of what unit nobody says.</summary>
    [GeneratedRegex(@"^\+\s*(?<n>\d{1,5})$", Options, 200)]
    private static partial Regex Plus { get; }

    /// <summary>T, H alone, or with nought behind it, or StartEx itself.</summary>
    [GeneratedRegex(@"^(?: (?:start\s*-?\s*ex|t|h|t\s*0|start) (?:\s*[+-]?\s*0{1,2}(?::?00)?)? )$", Options, 200)]
    private static partial Regex Zero { get; }

    [GeneratedRegex(@"^(?:day|jour|dia|tag|ngay(?:\s*thu)?|день|اليوم|يوم|hari(?:\s*ke)?|第)\s*-?\s*(?<n>\d{1,3})\s*天?(?:[\s,;:/@-]+(?<clock>.*\d.*))?$", Options, 200)]
    private static partial Regex NumberedDay { get; }

    /// <summary>J+1 14h00: that day, that time of day. A colon or an h between two numbers makes it a time of day, and no sign stands before it.</summary>
    [GeneratedRegex(@"^(?:j|d|n)(?:\s*(?<sign>[+-])\s*(?<n>\d{1,3})|\s*0)?(?:[\s,;/@]+(?:a\s+|at\s+|luc\s+)?(?<clock>\d{1,2}(?::|h|\.)\d{2}.*|\d{1,2}h|\d{4}))?$", Options, 200)]
    private static partial Regex RelativeDay { get; }

    [GeneratedRegex($@"^(?: (?:start\s*-?\s*ex|[jdnthms])? (?:\s*0)? \s*[+-]\s*\d{{1,5}} (?: (?::|h)\d{{2}}(?::\d{{2}})? | \s*(?:{Units})(?![\p{{L}}])(?!\s*[+-]) )? [\s,;]* ){{1,5}}$", Options, 200)]
    private static partial Regex Steps { get; }

    [GeneratedRegex($@"(?<letter>start\s*-?\s*ex|[jdnthms])? (?:\s*0(?=\s*[+-]))? \s*(?<sign>[+-])\s*(?<n>\d{{1,5}}) (?: (?::|h)(?<m>\d{{2}})(?::(?<s>\d{{2}}))? | \s*(?<unit>{Units})(?![\p{{L}}])(?!\s*[+-]) )?", Options, 200)]
    private static partial Regex Step { get; }

    /// <summary>90 min, 2 hours 15 minutes, 20 min after StartEx. A number with h alone is a time of day, not here.</summary>
    [GeneratedRegex($@"^(?:after\s+|apres\s+|sau\s+)?(?: (?<n>\d{{1,5}})\s*(?<unit>(?!h\b|d\b|j\b|ч|时|日){Units})(?![\p{{L}}]) [\s,]*(?:and\s+|et\s+)? ){{1,3}} (?:(?<before>before|avant|truoc)|after|apres|sau|from)? \s* (?:start\s*-?\s*ex|start|t)?$", Options, 200)]
    private static partial Regex Spoken { get; }
}
