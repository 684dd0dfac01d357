using HanoiAcademy.Storage.Retention;

namespace HanoiAcademy.Server.Retention;

/// <summary>What will go and when at the earliest. IsReady: it may go in the next run.</summary>
internal sealed record PlannedItem(string Kind, RetentionItem Item, DateTimeOffset From, bool IsReady);

/// <summary>
/// When something goes: its months are over, the rule has stood for its days of grace, and the site itself has seen on as many days that it is due. So a
/// setting can be taken back, and a clock that jumps takes nothing with it.
/// </summary>
internal static class RetentionPlan
{
    public const int GraceDays = 7;

    /// <summary>How far ahead the page looks.</summary>
    public const int DaysAhead = 60;

    /// <summary>The least and the most that may be set, in months.</summary>
    public static (int Least, int Most) MonthsOf(string kind) => (kind is RetentionKind.GuestNames or RetentionKind.SeatNames ? 1 : 6, 240);

    /// <summary>How many of a kind go in one run; the rest goes the next day.</summary>
    public static int MostOf(string kind) => kind == RetentionKind.Drills ? 20 : kind == RetentionKind.IdleAccounts ? 20 : 200;

    /// <summary>What is counted from before this is due at a moment.</summary>
    public static DateTimeOffset Before(RetentionRule rule, DateTimeOffset at) => at.AddMonths(-rule.Months);

    /// <summary>What is counted from before this was due at a look on a day already, whatever the hour.</summary>
    public static DateTimeOffset Before(RetentionRule rule, long day) => Before(rule, DateTimeOffset.FromUnixTimeSeconds(day * 86_400));

    public static PlannedItem Of(RetentionRule rule, RetentionItem item, ListedItem? listed, DateTimeOffset now)
    {
        var over = item.Since.AddMonths(rule.Months);
        var seen = listed?.DaysSeen ?? 0;
        var graced = rule.SetWall.AddDays(GraceDays);
        // The days that are still to be seen begin when the months are over.
        var watched = (over > now ? over : now).AddDays(Math.Max(0, GraceDays - seen));
        return new PlannedItem(rule.Kind, item, new[] { graced, watched }.Max(), over < now && graced <= now && seen >= GraceDays);
    }

    public static long Day(DateTimeOffset now) => now.ToUnixTimeSeconds() / 86_400;
}
