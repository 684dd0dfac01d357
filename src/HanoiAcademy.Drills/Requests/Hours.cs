using System.Globalization;
using HanoiAcademy.Drills.Indexes;
using HanoiAcademy.Drills.Scenarios;

namespace HanoiAcademy.Drills.Requests;

/// <summary>Answers come in office hours of story time, in the receiver's zone; 24/7 desks are there round the clock.</summary>
internal static class Hours
{
    private const long Day = 86_400_000;
    private static readonly string[] Week = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

    /// <summary>The first moment at or after a story time at which the authority works.</summary>
    public static long Open(Scenario scenario, string authority, long story)
    {
        if (ScenarioIndex.Of(scenario).Authorities.Find(authority) is not { } a || a.Kind == "desk247" || ScenarioIndex.Of(scenario).States.Find(a.State) is not { } state
            || (a.OfficeHours ?? state.OfficeHours) is not { } hours)
            return story;
        var offset = state.OffsetMinutes * 60_000L;
        // A year without one working day is an author's slip; the check says so, and nothing waits for ever.
        for (var (day, n) = (FloorDay(story + offset), 0); n < 366; day++, n++)
        {
            if (!Works(day, hours, state))
                continue;
            var from = day * Day + hours.FromMinute * 60_000L - offset;
            var to = day * Day + hours.ToMinute * 60_000L - offset;
            if (story < to)
                return Math.Max(story, from);
        }

        return story;
    }

    private static bool Works(long day, OfficeHours hours, StateProfile state) =>
        hours.Days.Contains(Week[(int)((day % 7 + 7 + 3) % 7)])
        && !state.Holidays.Contains(DateOnly.FromDayNumber((int)(day + 719_162)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));

    private static long FloorDay(long ms) => ms / Day - (ms % Day < 0 ? 1 : 0);
}
