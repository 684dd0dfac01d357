namespace HanoiAcademy.Storage.Contributions;

/// <summary>What simulated players found in a version of a contribution, or how far they are.</summary>
public sealed record KeptRehearsal
{
    public required string ContributionId { get; init; }
    public required int Number { get; init; }

    /// <summary>One of <see cref="RehearsalStatus"/>.</summary>
    public string Status { get; init; } = RehearsalStatus.Waiting;

    public required int Runs { get; init; }
    public int Played { get; init; }

    /// <summary>How often it was taken to be played: more than once, when the node that played it fell silent.</summary>
    public int Attempts { get; init; }

    /// <summary>JSON of the sentences, or of why it failed.</summary>
    public string Findings { get; init; } = "[]";

    /// <summary>The drawn report in the content store, once there is one.</summary>
    public string? PageSha256 { get; init; }

    public required DateTimeOffset AskedWall { get; init; }

    /// <summary>When the node that plays it last said that it does: one that has been silent for long is dead.</summary>
    public required DateTimeOffset SeenWall { get; init; }
}

public static class RehearsalStatus
{
    public const string Waiting = "waiting";
    public const string Running = "running";
    public const string Done = "done";
    public const string Failed = "failed";
}
