using HanoiAcademy.Content.Exchange.Msel;

namespace HanoiAcademy.Content.Exchange.Times;

/// <summary>What only a whole column shows: which number of a date is the day, and what numbers and spans mean.</summary>
internal sealed class SheetTimes(SheetMapping? mapping, IReadOnlyList<TimeReading> all)
{
    private readonly DateOrder? _order = mapping?.Dates ?? OrderOf(all);
    private readonly bool _clocksAreSpans = mapping?.Numbers is not null || (all.Any(reading => reading is TimeReading.Distance { IsSpan: true }) && !all.Any(reading => reading is TimeReading.Moment or TimeReading.EitherWay or TimeReading.Day));
    private readonly bool _numbersAreClocks = mapping?.Numbers is null && all.Any(reading => reading is TimeReading.Bare { Clockwise: true });
    private readonly bool _daysHaveClocks = all.Any(reading => reading is TimeReading.DayClock { At: not null }) || all.Any(reading => reading is TimeReading.Clock);

    /// <returns>Whether what looks like times of day was taken for spans, because of others beside it.</returns>
    public bool Settle(IEnumerable<(int At, TimeEntry Entry)> entries, TimeReading[] into, Action unclear)
    {
        var isUnclear = false;
        foreach (var (at, entry) in entries)
        {
            var time = Settled(entry.Time, ref isUnclear);
            var date = entry.Date is null ? null : Settled(entry.Date, ref isUnclear);
            into[at] = Whole(Joined(time, date));
        }

        if (isUnclear)
            unclear();
        return _clocksAreSpans && mapping?.Numbers is null && all.Any(reading => reading is TimeReading.Clock);
    }

    private TimeReading Settled(TimeReading reading, ref bool isUnclear)
    {
        switch (reading)
        {
            case TimeReading.EitherWay either:
                if (either.First > 12 || _order == DateOrder.DayFirst || either.First == either.Second)
                    return DateText.Made(either.Year, either.Second, either.First, either.At);
                if (either.Second > 12 || _order == DateOrder.MonthFirst)
                    return DateText.Made(either.Year, either.First, either.Second, either.At);
                isUnclear = true;
                return new TimeReading.None("nobody can tell which number of its date is the day");
            case TimeReading.Bare bare when mapping?.Numbers is { } unit:
                return new TimeReading.Distance(TimeSpan.FromSeconds((double)decimal.Round(bare.Number * Seconds(unit))));
            case TimeReading.Bare bare when bare.Clockwise || (_numbersAreClocks && bare.Number is >= 100 and < 2360 && bare.Number == decimal.Truncate(bare.Number) && bare.Number % 100 < 60):
                return new TimeReading.Clock(new TimeSpan((int)bare.Number / 100, (int)bare.Number % 100, 0));
            case TimeReading.Bare:
                return new TimeReading.None("it is a number, and nothing says of which unit");
            case TimeReading.Clock clock when _clocksAreSpans:
                return new TimeReading.Distance(clock.At);
            default:
                return reading;
        }
    }

    /// <summary>A date beside a time of day; where the time says its own day, it counts.</summary>
    private static TimeReading Joined(TimeReading time, TimeReading? date) => (time, date) switch
    {
        (TimeReading.Clock clock, TimeReading.Day day) => new TimeReading.Moment(day.Date + clock.At),
        (TimeReading.Clock clock, TimeReading.Moment day) => new TimeReading.Moment(day.At.Date + clock.At),
        (TimeReading.Clock clock, TimeReading.DayClock day) => day with { At = clock.At },
        (TimeReading.Clock, TimeReading.None none) => none.Why == "there is none" ? time : new TimeReading.None($"its date cannot be used: {none.Why}"),
        (TimeReading.None, TimeReading.Moment whole) => whole,
        (TimeReading.None { Why: "there is none" }, TimeReading.DayClock or TimeReading.Distance) => date,
        (TimeReading.None { Why: "there is none" }, TimeReading.Day) => date,
        _ => time,
    };

    private TimeReading Whole(TimeReading reading) => reading switch
    {
        TimeReading.Day => new TimeReading.None("it says the day and no time of day"),
        TimeReading.DayClock { At: null } day when day.IsDistance && !_daysHaveClocks => new TimeReading.Distance(TimeSpan.FromDays(day.Offset)),
        TimeReading.DayClock { At: null } => new TimeReading.None("it says the day and no time of day"),
        _ => reading,
    };

    private static decimal Seconds(TimeUnit unit) => unit switch
    {
        TimeUnit.Seconds => 1,
        TimeUnit.Minutes => 60,
        TimeUnit.Hours => 3_600,
        _ => 86_400,
    };

    /// <summary>One date with a number over 12 tells for the whole column; two that tell differently tell nothing.</summary>
    private static DateOrder? OrderOf(IEnumerable<TimeReading> all)
    {
        var dates = all.OfType<TimeReading.EitherWay>().ToList();
        var (dayFirst, monthFirst) = (dates.Any(date => date.First > 12), dates.Any(date => date.Second > 12));
        return dayFirst == monthFirst ? null : dayFirst ? DateOrder.DayFirst : DateOrder.MonthFirst;
    }
}
