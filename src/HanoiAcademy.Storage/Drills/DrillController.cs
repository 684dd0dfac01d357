namespace HanoiAcademy.Storage.Drills;

/// <summary>An account that was made a controller of a drill, whatever it is in the drill's agency.</summary>
public sealed record DrillController
{
    public required string DrillId { get; init; }
    public required string AccountId { get; init; }

    /// <summary>lead, local, simcell, evaluator or observer. Directors are not appointed: they instruct in the drill's agency.</summary>
    public required string Role { get; init; }

    /// <summary>The team of a local controller; null for all others.</summary>
    public string? Team { get; init; }

    /// <summary>The account that appointed it.</summary>
    public string? AppointedBy { get; init; }

    public required DateTimeOffset Since { get; init; }
}
