namespace HanoiAcademy.Content.Files;

/// <summary>What one course or scenario folder may be. Counted while walking, so that a huge folder is never read.</summary>
public sealed record FolderLimits(int Files = 2_000, int FileBytes = 5_000_000, int TextBytes = 1_000_000, long TotalBytes = 100_000_000, int Depth = 8)
{
    public static FolderLimits Default { get; } = new();

    /// <summary>A scenario is text, and all of it is parsed: less is enough, and what is refused must cost little.</summary>
    public static FolderLimits Scenario { get; } = new(Files: 3_000, FileBytes: 1_000_000, TotalBytes: 12_000_000);
}
