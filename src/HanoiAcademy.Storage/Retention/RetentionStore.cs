using HanoiAcademy.Storage.Agencies;
using HanoiAcademy.Storage.Database;

namespace HanoiAcademy.Storage.Retention;

internal sealed partial class RetentionStore(IDatabase database) : IRetention
{
    private const string RulesOf = "SELECT AgencyId, Kind, Months, SetWall, SetBy FROM RetentionRules WHERE AgencyId = @agencyId ORDER BY Kind";

    public Task<IReadOnlyList<RetentionRule>> Rules(string agencyId, CancellationToken cancel) =>
        database.Read<IReadOnlyList<RetentionRule>>(session => session.All<RetentionRule>(RulesOf, new { agencyId }), cancel);

    private const string WithRules = "SELECT DISTINCT AgencyId FROM RetentionRules ORDER BY AgencyId";

    public Task<IReadOnlyList<string>> Agencies(CancellationToken cancel) => database.Read<IReadOnlyList<string>>(session => session.All<string>(WithRules), cancel);

    private const string DeleteRule = "DELETE FROM RetentionRules WHERE AgencyId = @agencyId AND Kind = @kind";

    private const string InsertRule = "INSERT INTO RetentionRules (AgencyId, Kind, Months, SetWall, SetBy) VALUES (@agencyId, @kind, @months, @now, @by)";

    private const string ForgetListed = "DELETE FROM RetentionListed WHERE AgencyId = @agencyId AND Kind = @kind";

    public Task Set(string agencyId, string kind, int? months, DateTimeOffset now, string by) => database.Write(session =>
    {
        AgencyTurns.Take(session, agencyId);
        session.Execute(DeleteRule, new { agencyId, kind });
        session.Execute(ForgetListed, new { agencyId, kind });
        return months is null ? 0 : session.Execute(InsertRule, new { agencyId, kind, months, now, by });
    });

    private const string GuestNames = """
        SELECT d.Id AS Item, d.Title, d.EndedWall AS Since, COUNT(*) AS Quantity FROM Drills d JOIN DrillSeats s ON s.DrillId = d.Id
        WHERE d.AgencyId = @agencyId AND d.Status = 'ended' AND d.EndedWall < @before AND s.GuestName <> ''
          AND NOT EXISTS (SELECT 1 FROM DrillHolds h WHERE h.DrillId = d.Id)
        GROUP BY d.Id, d.Title, d.EndedWall ORDER BY d.EndedWall, d.Id
        """;

    private const string SeatNames = """
        SELECT d.Id AS Item, d.Title, d.EndedWall AS Since, COUNT(*) AS Quantity
        FROM Drills d
        JOIN (SELECT DrillId FROM DrillSeats WHERE AccountId IS NOT NULL OR GuestName <> '' UNION ALL SELECT DrillId FROM DrillControllers) s ON s.DrillId = d.Id
        WHERE d.AgencyId = @agencyId AND d.Status = 'ended' AND d.EndedWall < @before
          AND NOT EXISTS (SELECT 1 FROM DrillHolds h WHERE h.DrillId = d.Id)
        GROUP BY d.Id, d.Title, d.EndedWall ORDER BY d.EndedWall, d.Id
        """;

    private const string Answers = """
        SELECT x.AccountId AS Item, '' AS Title, MIN(x.Wall) AS Since, COUNT(*) AS Quantity
        FROM (SELECT AccountId, At AS Wall FROM QuizAnswers
              UNION ALL SELECT AccountId, Updated AS Wall FROM LearnerTexts
              UNION ALL SELECT AccountId, COALESCE(Completed, Opened) AS Wall FROM LessonProgress) x
        JOIN Accounts a ON a.Id = x.AccountId
        WHERE a.AgencyId = @agencyId AND x.Wall < @before
        GROUP BY x.AccountId ORDER BY MIN(x.Wall), x.AccountId
        """;

    private const string IdleAccounts = """
        SELECT a.Id AS Item, '' AS Title, u.LastUsedWall AS Since, 1 AS Quantity FROM Accounts a JOIN AccountUse u ON u.AccountId = a.Id
        WHERE a.AgencyId = @agencyId AND u.LastUsedWall < @before ORDER BY u.LastUsedWall, a.Id
        """;

    private const string Drills = """
        SELECT d.Id AS Item, d.Title, d.EndedWall AS Since, 1 AS Quantity FROM Drills d
        WHERE d.AgencyId = @agencyId AND d.Status = 'ended' AND d.EndedWall < @before AND NOT EXISTS (SELECT 1 FROM DrillHolds h WHERE h.DrillId = d.Id)
        ORDER BY d.EndedWall, d.Id
        """;

    public Task<IReadOnlyList<RetentionItem>> Due(string agencyId, string kind, DateTimeOffset before, CancellationToken cancel) =>
        database.Read<IReadOnlyList<RetentionItem>>(session => session.All<RetentionItem>(TextOf(kind), new { agencyId, before }), cancel);

    private static string TextOf(string kind) => kind switch
    {
        RetentionKind.GuestNames => GuestNames,
        RetentionKind.SeatNames => SeatNames,
        RetentionKind.Answers => Answers,
        RetentionKind.IdleAccounts => IdleAccounts,
        RetentionKind.Drills => Drills,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "There is no such rule."),
    };

    private const string ListedOf = "SELECT Kind, Item, DaysSeen, LastDay FROM RetentionListed WHERE AgencyId = @agencyId ORDER BY Kind, Item";

    public Task<IReadOnlyList<ListedItem>> Listed(string agencyId, CancellationToken cancel) =>
        database.Read<IReadOnlyList<ListedItem>>(session => session.All<ListedItem>(ListedOf, new { agencyId }), cancel);

    private const string InsertDay = """
        INSERT INTO RetentionRuns (AgencyId, Day) SELECT @agencyId, @day WHERE NOT EXISTS (SELECT 1 FROM RetentionRuns WHERE AgencyId = @agencyId AND Day = @day)
        """;

    public Task<bool> TakeDay(string agencyId, long day) => database.WriteOne(session => session.Execute(InsertDay, new { agencyId, day }) == 1);

    private const string DaysUpTo = "SELECT Day FROM RetentionRuns WHERE AgencyId = @agencyId AND Day <= @day ORDER BY Day DESC";

    public Task<long?> LookBefore(string agencyId, long day, int looks, CancellationToken cancel) => database.Read<long?>(
        session => session.All<long>(DaysUpTo, new { agencyId, day }) is var days && days.Count >= looks ? days[looks - 1] : null, cancel);

    private const string KindListed = "SELECT Kind, Item, DaysSeen, LastDay FROM RetentionListed WHERE AgencyId = @agencyId AND Kind = @kind";

    private const string ForgetOne = "DELETE FROM RetentionListed WHERE AgencyId = @agencyId AND Kind = @kind AND Item = @item";

    // Not only later days: after a clock that was years ahead for a day, those that are true come before.
    private const string CountDay = """
        UPDATE RetentionListed SET DaysSeen = DaysSeen + 1, LastDay = @day
        WHERE AgencyId = @agencyId AND Kind = @kind AND Item = @item AND LastDay <> @day
        """;

    private const string ListNew = "INSERT INTO RetentionListed (AgencyId, Kind, Item, DaysSeen, LastDay) VALUES (@agencyId, @kind, @item, 1, @day)";

    public Task Look(string agencyId, string kind, IReadOnlyCollection<string> due, long day) => database.Write(session =>
    {
        AgencyTurns.Take(session, agencyId);
        var listed = session.All<ListedItem>(KindListed, new { agencyId, kind }).Select(one => one.Item).ToHashSet(StringComparer.Ordinal);
        foreach (var item in listed.Except(due).ToList())
        {
            session.Execute(ForgetOne, new { agencyId, kind, item });
        }

        foreach (var item in due)
        {
            session.Execute(listed.Contains(item) ? CountDay : ListNew, new { agencyId, kind, item, day });
        }

        return true;
    });

    private const string InsertHold = """
        INSERT INTO DrillHolds (DrillId, Reason, HeldBy, HeldWall) SELECT d.Id, @reason, @by, @now FROM Drills d
        WHERE d.Id = @drillId AND d.AgencyId = @agencyId AND NOT EXISTS (SELECT 1 FROM DrillHolds h WHERE h.DrillId = d.Id)
        """;

    public Task<bool> Hold(string agencyId, string drillId, string reason, string by, DateTimeOffset now) =>
        database.WriteOne(session => session.Execute(InsertHold, new { agencyId, drillId, reason, by, now }) == 1 || session.Again);

    private const string DeleteHold = "DELETE FROM DrillHolds WHERE DrillId = @drillId AND EXISTS (SELECT 1 FROM Drills d WHERE d.Id = @drillId AND d.AgencyId = @agencyId)";

    public Task<bool> Release(string agencyId, string drillId) =>
        database.WriteOne(session => session.Execute(DeleteHold, new { agencyId, drillId }) == 1 || session.Again);

    private const string HeldOf = """
        SELECT h.DrillId, d.Title, h.Reason, h.HeldWall FROM DrillHolds h JOIN Drills d ON d.Id = h.DrillId WHERE d.AgencyId = @agencyId ORDER BY h.HeldWall, h.DrillId
        """;

    public Task<IReadOnlyList<HeldDrill>> Held(string agencyId, CancellationToken cancel) =>
        database.Read<IReadOnlyList<HeldDrill>>(session => session.All<HeldDrill>(HeldOf, new { agencyId }), cancel);
}
