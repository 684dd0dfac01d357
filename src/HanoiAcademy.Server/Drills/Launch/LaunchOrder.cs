using System.Collections.Immutable;
using System.ComponentModel.DataAnnotations;

namespace HanoiAcademy.Server.Drills.Launch;

/// <summary>What an instructor chooses at launch. Agencies: further ones (slugs) whose instructors may observe and whose people may sit.</summary>
internal sealed record LaunchOrder
{
    /// <summary>The id of a scenario of the library, or "contribution:" and the id of a contribution of the agency that holds the drill.</summary>
    [Required]
    public string Scenario { get; init; } = "";

    /// <summary>Empty: the scenario's.</summary>
    public string Title { get; init; } = "";

    /// <summary>The agency that holds the drill, by its slug; empty: the launcher's only one.</summary>
    public string Agency { get; init; } = "";

    public int Speed { get; init; } = 1;

    public bool Guests { get; init; }

    /// <summary>"pause" or "go-on".</summary>
    public string AfterCrash { get; init; } = "pause";

    /// <summary>What happens after two minutes without a controller: "go-on" or "pause".</summary>
    public string NoController { get; init; } = "go-on";

    /// <summary>What teams see of each other after EndEx: "own", "scores" or "all". Control can change it at any time.</summary>
    public string Sharing { get; init; } = HanoiAcademy.Drills.Control.Sharing.Own;

    public bool SimulateEmptySeats { get; init; }

    public ImmutableArray<string> Agencies { get; init; } = [];

    /// <summary>Trainees and strangers find nothing of the scenario until this drill has ended; what kept it closed before is forgotten.</summary>
    public bool KeepClosed { get; init; }
}
