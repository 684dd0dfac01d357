namespace HanoiAcademy.Content.Scenarios.Checks;

/// <summary>The checks of meaning, by family. Each rule has a code of its own and a fixture in the tests.</summary>
internal static class ScenarioChecks
{
    private static readonly Action<Checked>[] All =
    [
        TeamChecks.Run,
        InjectChecks.Run,
        ReachChecks.Run,
        AdversaryChecks.Run,
        ConditionChecks.Run,
        EvidenceChecks.Run,
        ScoringChecks.Run,
        LooseEnds.Run,
        StoryChecks.Run,
        RequestChecks.Run,
        RealNameCheck.Run,
    ];

    public static void Run(Checked scenario)
    {
        foreach (var check in All)
            check(scenario);
    }

    /// <summary>What takes playing, for a scenario that has no error.</summary>
    public static void Play(Checked scenario) => QuietCheck.Run(scenario);
}
