using HanoiAcademy.Storage.Database;

namespace HanoiAcademy.Storage.Moving;

internal static class TableCounts
{
    // All but Meta, which each database writes of itself, in an order in which no row comes before one that it refers to.
    private const string CountAll = """
        SELECT 0 AS Place, 'Agencies' AS Name, COUNT(*) AS Held FROM Agencies
        UNION ALL SELECT 1, 'Accounts', COUNT(*) FROM Accounts
        UNION ALL SELECT 2, 'Passkeys', COUNT(*) FROM Passkeys
        UNION ALL SELECT 3, 'ApiTokens', COUNT(*) FROM ApiTokens
        UNION ALL SELECT 4, 'IdempotencyKeys', COUNT(*) FROM IdempotencyKeys
        UNION ALL SELECT 5, 'Content', COUNT(*) FROM Content
        UNION ALL SELECT 6, 'Drills', COUNT(*) FROM Drills
        UNION ALL SELECT 7, 'DrillAgencies', COUNT(*) FROM DrillAgencies
        UNION ALL SELECT 8, 'DrillSeats', COUNT(*) FROM DrillSeats
        UNION ALL SELECT 9, 'DrillLog', COUNT(*) FROM DrillLog
        UNION ALL SELECT 10, 'LessonProgress', COUNT(*) FROM LessonProgress
        UNION ALL SELECT 11, 'QuizAnswers', COUNT(*) FROM QuizAnswers
        UNION ALL SELECT 12, 'LearnerTexts', COUNT(*) FROM LearnerTexts
        UNION ALL SELECT 13, 'DataProtectionKeys', COUNT(*) FROM DataProtectionKeys
        UNION ALL SELECT 14, 'Exercises', COUNT(*) FROM Exercises
        UNION ALL SELECT 15, 'ClosedScenarios', COUNT(*) FROM ClosedScenarios
        UNION ALL SELECT 16, 'DrillControllers', COUNT(*) FROM DrillControllers
        UNION ALL SELECT 17, 'ExerciseBroadcasts', COUNT(*) FROM ExerciseBroadcasts
        UNION ALL SELECT 18, 'ExerciseBroadcastDrills', COUNT(*) FROM ExerciseBroadcastDrills
        UNION ALL SELECT 19, 'Memberships', COUNT(*) FROM Memberships
        UNION ALL SELECT 20, 'Invitations', COUNT(*) FROM Invitations
        UNION ALL SELECT 21, 'Contributions', COUNT(*) FROM Contributions
        UNION ALL SELECT 22, 'ContributionVersions', COUNT(*) FROM ContributionVersions
        UNION ALL SELECT 23, 'ContributionRehearsals', COUNT(*) FROM ContributionRehearsals
        UNION ALL SELECT 24, 'ImportTemplates', COUNT(*) FROM ImportTemplates
        UNION ALL SELECT 25, 'ContributionUploads', COUNT(*) FROM ContributionUploads
        UNION ALL SELECT 26, 'DataActs', COUNT(*) FROM DataActs
        UNION ALL SELECT 27, 'ErasedAccounts', COUNT(*) FROM ErasedAccounts
        UNION ALL SELECT 28, 'DrillFigures', COUNT(*) FROM DrillFigures
        UNION ALL SELECT 29, 'SimulatedFigures', COUNT(*) FROM SimulatedFigures
        UNION ALL SELECT 30, 'RetentionRules', COUNT(*) FROM RetentionRules
        UNION ALL SELECT 31, 'RetentionListed', COUNT(*) FROM RetentionListed
        UNION ALL SELECT 32, 'RetentionRuns', COUNT(*) FROM RetentionRuns
        UNION ALL SELECT 33, 'DrillHolds', COUNT(*) FROM DrillHolds
        UNION ALL SELECT 34, 'AccountUse', COUNT(*) FROM AccountUse
        UNION ALL SELECT 35, 'ImprovementActions', COUNT(*) FROM ImprovementActions
        UNION ALL SELECT 36, 'ImprovementChanges', COUNT(*) FROM ImprovementChanges
        ORDER BY Place
        """;

    /// <summary>Of every table that a move copies, in the order it copies them; the same text for both databases.</summary>
    public static List<MovedTable> Of(Session session) => [.. session.All<Count>(CountAll).Select(count => new MovedTable(count.Name, count.Held))];

    private sealed record Count
    {
        public required string Name { get; init; }
        public required long Held { get; init; }
    }
}
