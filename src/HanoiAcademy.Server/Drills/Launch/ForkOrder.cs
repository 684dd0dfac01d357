namespace HanoiAcademy.Server.Drills.Launch;

/// <summary>What one chooses who forks a drill.</summary>
internal sealed record ForkOrder
{
    /// <summary>Drill ms of the first drill; the fork stands at the last thing that happened in it by then.</summary>
    public required long At { get; init; }

    /// <summary>Empty: the first drill's, with the moment.</summary>
    public string Title { get; init; } = "";

    /// <summary>Absent: as in the first drill.</summary>
    public bool? Guests { get; init; }

    /// <summary>Players who were simulated stay either way.</summary>
    public bool SimulateEmptySeats { get; init; }

    /// <summary>"team.role" that the caller plays on alone, simulated players in all other seats; null: with people and control.</summary>
    public string? Alone { get; init; }

    /// <summary>Of the simulated players whom one who plays alone is given: good, average, poor.</summary>
    public string Skill { get; init; } = "average";
}
