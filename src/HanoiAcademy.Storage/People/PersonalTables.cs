using HanoiAcademy.Storage.Database;

namespace HanoiAcademy.Storage.People;

/// <summary>
/// One text a table that refers to accounts: what it holds of one. A table that is missing here fails the test that compares this list with the migrations.
/// </summary>
internal static class PersonalTables
{
    private const string Account = """
        SELECT a.UserName, a.DisplayName, g.Name AS Agency, a.Language, a.Disabled AS IsDisabled, a.TwoFactorEnabled AS IsTwoFactorOn,
            a.AccessFailedCount AS WrongPasswords, a.LockoutEnd AS LockedUntilWall, a.Created AS CreatedWall
        FROM Accounts a JOIN Agencies g ON g.Id = a.AgencyId WHERE a.Id = @accountId
        """;

    private const string Memberships = """
        SELECT g.Name AS Agency, m.Role FROM Memberships m JOIN Agencies g ON g.Id = m.AgencyId WHERE m.AccountId = @accountId ORDER BY g.Name, m.Role
        """;

    private const string Passkeys = """
        SELECT Name, SignCount AS Uses, Created AS CreatedWall FROM Passkeys WHERE AccountId = @accountId ORDER BY Created
        """;

    private const string ApiTokens = """
        SELECT Name, Created AS CreatedWall, Expires AS ExpiresWall, LastUsed AS LastUsedWall FROM ApiTokens WHERE AccountId = @accountId ORDER BY Created
        """;

    private const string Invitations = """
        SELECT i.Kind, g.Name AS Agency, i.Role, CASE WHEN i.CreatedBy = @accountId THEN 1 ELSE 0 END AS IsMadeByYou, i.Created AS CreatedWall,
            i.Expires AS ExpiresWall, i.UsedWall
        FROM Invitations i JOIN Agencies g ON g.Id = i.AgencyId
        WHERE i.AccountId = @accountId OR i.CreatedBy = @accountId OR i.UsedBy = @accountId ORDER BY i.Created, i.TokenHash
        """;

    private const string DrillSeats = """
        SELECT s.DrillId AS Drill, d.Title, d.ScenarioId AS Scenario, d.Status, s.Seat, s.Since AS SinceWall, d.EndedWall
        FROM DrillSeats s JOIN Drills d ON d.Id = s.DrillId WHERE s.AccountId = @accountId ORDER BY s.Since, s.DrillId, s.Seat
        """;

    private const string Drills = """
        SELECT Id AS Drill, Title, ScenarioId AS Scenario, Status, IsAlone, CreatedWall, EndedWall FROM Drills WHERE CreatedBy = @accountId ORDER BY CreatedWall, Id
        """;

    private const string DrillControllers = """
        SELECT c.DrillId AS Drill, d.Title, CASE WHEN c.AccountId = @accountId THEN 1 ELSE 0 END AS IsYou, c.Role, c.Team, c.Since AS SinceWall
        FROM DrillControllers c JOIN Drills d ON d.Id = c.DrillId WHERE c.AccountId = @accountId OR c.AppointedBy = @accountId ORDER BY c.Since, c.DrillId
        """;

    private const string Exercises = """
        SELECT Id AS Exercise, Title, CreatedWall FROM Exercises WHERE CreatedBy = @accountId ORDER BY CreatedWall, Id
        """;

    private const string ExerciseBroadcasts = """
        SELECT ExerciseId AS Exercise, Words, CreatedWall FROM ExerciseBroadcasts WHERE CreatedBy = @accountId ORDER BY CreatedWall, Id
        """;

    private const string ClosedScenarios = """
        SELECT ScenarioId AS Scenario, Reason, ClosedWall FROM ClosedScenarios WHERE ClosedBy = @accountId ORDER BY ClosedWall, ScenarioId
        """;

    private const string LessonProgress = """
        SELECT Course, Lesson, ContentVersion, Opened AS OpenedWall, Completed AS CompletedWall FROM LessonProgress
        WHERE AccountId = @accountId ORDER BY Opened, Course, Lesson
        """;

    private const string QuizAnswers = """
        SELECT Course, Lesson, Question, Attempt, Chosen, Points, Correct AS IsRight, At AS AnsweredWall FROM QuizAnswers
        WHERE AccountId = @accountId ORDER BY At, Course, Lesson, Question, Attempt
        """;

    private const string LearnerTexts = """
        SELECT Course, Block, Body AS Text, Updated AS UpdatedWall FROM LearnerTexts WHERE AccountId = @accountId ORDER BY Course, Block
        """;

    private const string Contributions = """
        SELECT Id AS Contribution, Title, CreatedWall FROM Contributions WHERE CreatedBy = @accountId ORDER BY CreatedWall, Id
        """;

    private const string ContributionVersions = """
        SELECT v.ContributionId AS Contribution, c.Title, v.Number, v.FileName, v.Origin, v.MadeWall
        FROM ContributionVersions v JOIN Contributions c ON c.Id = v.ContributionId WHERE v.MadeBy = @accountId ORDER BY v.MadeWall, v.ContributionId, v.Number
        """;

    private const string ContributionUploads = """
        SELECT FileName, Choices, UploadedWall FROM ContributionUploads WHERE AccountId = @accountId ORDER BY UploadedWall, Id
        """;

    private const string IdempotencyKeys = """
        SELECT Route, Status, Claimed AS SentWall FROM IdempotencyKeys WHERE Owner = @accountId ORDER BY Claimed, Route
        """;

    private const string DataActs = """
        SELECT Act, Reason, Quantity, Wall AS DoneWall FROM DataActs WHERE DoneBy = @accountId ORDER BY Wall, Id
        """;

    private const string AccountUse = "SELECT LastUsedWall FROM AccountUse WHERE AccountId = @accountId";

    private const string RetentionListed = "SELECT Kind AS Reason, DaysSeen AS Days FROM RetentionListed WHERE Item = @accountId ORDER BY Kind";

    private const string RetentionRules = "SELECT Kind, Months, SetWall FROM RetentionRules WHERE SetBy = @accountId ORDER BY SetWall, Kind";

    private const string DrillHolds = "SELECT DrillId AS Drill, Reason, HeldWall FROM DrillHolds WHERE HeldBy = @accountId ORDER BY HeldWall, DrillId";

    private const string ImprovementActions = """
        SELECT DrillTitle AS Drill, Finding, Action, DueDay, State, ChangedWall FROM ImprovementActions WHERE OwnerAccountId = @accountId ORDER BY CreatedWall, Id
        """;

    private const string ImprovementChanges = """
        SELECT i.Finding, c.Version, c.Fields, c.Remark, c.Wall AS DoneWall
        FROM ImprovementChanges c JOIN ImprovementActions i ON i.Id = c.ActionId WHERE c.ChangedBy = @accountId ORDER BY c.Wall, c.ActionId, c.Version
        """;

    public static readonly IReadOnlyList<(string Table, string Sql)> All =
    [
        (nameof(Account) + "s", Account),
        (nameof(Memberships), Memberships),
        (nameof(Passkeys), Passkeys),
        (nameof(ApiTokens), ApiTokens),
        (nameof(Invitations), Invitations),
        (nameof(DrillSeats), DrillSeats),
        (nameof(Drills), Drills),
        (nameof(DrillControllers), DrillControllers),
        (nameof(Exercises), Exercises),
        (nameof(ExerciseBroadcasts), ExerciseBroadcasts),
        (nameof(ClosedScenarios), ClosedScenarios),
        (nameof(LessonProgress), LessonProgress),
        (nameof(QuizAnswers), QuizAnswers),
        (nameof(LearnerTexts), LearnerTexts),
        (nameof(Contributions), Contributions),
        (nameof(ContributionVersions), ContributionVersions),
        (nameof(ContributionUploads), ContributionUploads),
        (nameof(IdempotencyKeys), IdempotencyKeys),
        (nameof(DataActs), DataActs),
        (nameof(AccountUse), AccountUse),
        (nameof(RetentionListed), RetentionListed),
        (nameof(RetentionRules), RetentionRules),
        (nameof(DrillHolds), DrillHolds),
        (nameof(ImprovementActions), ImprovementActions),
        (nameof(ImprovementChanges), ImprovementChanges),
    ];

    public static PersonalTable Read(Session session, string table, string sql, string accountId) =>
        new(table, [.. session.All<object>(sql, new { accountId }).Cast<IDictionary<string, object?>>()
            .Select(row => (IReadOnlyDictionary<string, object?>)new Dictionary<string, object?>(row, StringComparer.Ordinal))]);
}
