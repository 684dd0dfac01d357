namespace HanoiAcademy.Storage.Backup;

/// <summary>The tables whose rows a backup counts and a restore counts again; a new migration adds its own here.</summary>
internal static class BackedUpTables
{
    public static readonly IReadOnlyList<string> All =
    [
        "Meta",
        "Agencies",
        "Accounts",
        "Passkeys",
        "ApiTokens",
        "IdempotencyKeys",
        "Content",
        "Drills",
        "DrillAgencies",
        "DrillSeats",
        "DrillLog",
        "LessonProgress",
        "QuizAnswers",
        "LearnerTexts",
        "DataProtectionKeys",
        "Exercises",
        "ClosedScenarios",
        "DrillControllers",
        "ExerciseBroadcasts",
        "ExerciseBroadcastDrills",
        "Memberships",
        "Invitations",
        "Contributions",
        "ContributionVersions",
        "ContributionRehearsals",
        "ImportTemplates",
        "ContributionUploads",
        "DataActs",
        "ErasedAccounts",
        "DrillFigures",
        "SimulatedFigures",
        "RetentionRules",
        "RetentionListed",
        "RetentionRuns",
        "DrillHolds",
        "AccountUse",
        "ImprovementActions",
        "ImprovementChanges",
    ];
}
