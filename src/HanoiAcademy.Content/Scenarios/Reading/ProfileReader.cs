using System.Collections.Immutable;
using System.Globalization;
using HanoiAcademy.Drills.Scenarios;

namespace HanoiAcademy.Content.Scenarios.Reading;

/// <summary>The parts of a State's profile that have a shape of their own.</summary>
internal static class ProfileReader
{
    public const int MostHolidays = 366;

    public static OfficeHours Hours(Item i)
    {
        var hours = new OfficeHours(Clock(i, "from"), Clock(i, "to"), i.Has("days") ? i.WordsOf("days", Words.Weekday, required: true) : ["mon", "tue", "wed", "thu", "fri"]);
        if (hours.FromMinute >= hours.ToMinute)
            i.Fields.Wrong("to", "office-hours", "The office closes before it opens; write a later time here, the same day.");
        return hours;
    }

    public static ImmutableArray<string> Holidays(Item i)
    {
        var days = i.Fields.Words("holidays", required: false);
        foreach (var wrong in days.Where(d => !DateOnly.TryParseExact(d.Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _)))
            i.Problems.Add(wrong.At, "holiday-shape", $"‘{wrong.Value}’ is no date; write it as 2027-03-08.");
        if (days.Count > MostHolidays)
            i.Fields.Wrong("holidays", "too-many", $"A State may have {MostHolidays} holidays; here are {days.Count}. Take some out.");
        return [.. days.Select(d => d.Value).Distinct()];
    }

    public static EmergencyRule Emergency(Item i)
    {
        var usual = new EmergencyRule();
        return new(i.Fields.Bool("discloses", orElse: true), i.Fields.Bool("oral", orElse: true), i.MsOr("written", usual.WrittenMs, Item.MostStoryDays), i.MsOr("validation", usual.ValidationMs, Item.MostStoryDays));
    }

    private static int Clock(Item i, string key)
    {
        if (TimeOnly.TryParseExact(i.Fields.Text(key), "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time))
            return time.Hour * 60 + time.Minute;
        i.Fields.Wrong(key, "clock-shape", $"‘{key}’ must be a time of day in quotes, such as \"08:30\".");
        return 0;
    }
}
