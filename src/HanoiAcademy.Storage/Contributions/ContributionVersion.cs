namespace HanoiAcademy.Storage.Contributions;

/// <summary>A folder as it was at some time, and how it came about. Never changed once written.</summary>
public sealed record ContributionVersion
{
    public required string ContributionId { get; init; }

    /// <summary>From 1, without gaps.</summary>
    public required int Number { get; init; }

    /// <summary>Of the folder's ZIP in <see cref="Pinned.IContentStore"/>.</summary>
    public required string Sha256 { get; init; }

    /// <summary>Of the ZIP.</summary>
    public required long Bytes { get; init; }

    /// <summary>As the folder says; the same id may stand in the library or in another contribution.</summary>
    public required string ScenarioId { get; init; }

    /// <summary>One of <see cref="VersionOrigin"/>.</summary>
    public required string Origin { get; init; }

    /// <summary>Of the file that was uploaded; empty when there was none.</summary>
    public string FileName { get; init; } = "";

    /// <summary>What it changed, for people: JSON, an array of sentences.</summary>
    public string Changes { get; init; } = "[]";

    /// <summary>What an import said of itself: JSON of a loss report; null when nothing was imported.</summary>
    public string? Losses { get; init; }

    /// <summary>Found when it was written.</summary>
    public int Errors { get; init; }

    public int Warnings { get; init; }

    public string? MadeBy { get; init; }
    public required DateTimeOffset MadeWall { get; init; }

    /// <summary>Of one contribution; later ones are refused, so that a loop cannot fill the disk.</summary>
    public const int Most = 500;

    /// <summary>Of all versions of an agency together.</summary>
    public const long MostBytes = 1_000_000_000;

    public const int LongestFileName = 150;
}

public static class VersionOrigin
{
    /// <summary>A scenario's folder as it is, in a ZIP.</summary>
    public const string Folder = "folder";

    /// <summary>Somebody else's format: a spreadsheet, a Blueprint or OpenAEV export.</summary>
    public const string Import = "import";

    /// <summary>Our workbook.</summary>
    public const string Workbook = "workbook";

    /// <summary>Written in the browser.</summary>
    public const string Edit = "edit";

    /// <summary>An earlier version again.</summary>
    public const string Restored = "restored";
}
