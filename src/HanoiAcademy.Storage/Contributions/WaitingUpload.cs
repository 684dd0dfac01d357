namespace HanoiAcademy.Storage.Contributions;

/// <summary>A file that waits until its uploader says how it is to be read, or that he wants what it would change.</summary>
public sealed record WaitingUpload
{
    public required string Id { get; init; }
    public required string AgencyId { get; init; }
    public required string AccountId { get; init; }

    /// <summary>The contribution it is to change; null for a new one.</summary>
    public string? ContributionId { get; init; }

    /// <summary>The version that was looked at when it was uploaded.</summary>
    public int? BaseNumber { get; init; }

    public required string FileName { get; init; }
    public required byte[] Bytes { get; init; }

    /// <summary>What was chosen so far: JSON.</summary>
    public string Choices { get; init; } = "{}";

    public required DateTimeOffset UploadedWall { get; init; }

    /// <summary>Of an account; the oldest makes room for the next.</summary>
    public const int Most = 5;

    public static readonly TimeSpan KeptFor = TimeSpan.FromDays(3);
}
