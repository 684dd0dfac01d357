namespace HanoiAcademy.Storage.Drills;

/// <summary>What each country of an exercise sees of the others after EndEx.</summary>
public static class ComparisonLevel
{
    public const string Nothing = "nothing";

    /// <summary>The points of each place, without names.</summary>
    public const string Places = "places";

    /// <summary>Names with their points.</summary>
    public const string Scores = "scores";

    /// <summary>What each won and decided besides.</summary>
    public const string All = "all";

    public static readonly IReadOnlyList<string> Every = [Nothing, Places, Scores, All];
}
