namespace HanoiAcademy.Storage.Contributions;

/// <summary>A version with the name of who made it; null when the account is gone.</summary>
public sealed record ListedVersion(ContributionVersion Version, string? MadeByName);
