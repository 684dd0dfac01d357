using System.ComponentModel.DataAnnotations;

namespace HanoiAcademy.Server.Drills.Alone;

/// <summary>What a trainee chooses who plays alone.</summary>
internal sealed record AloneOrder
{
    [Required]
    public string Scenario { get; init; } = "";

    /// <summary>"team.role".</summary>
    [Required]
    public string Role { get; init; } = "";

    /// <summary>Of all others: good, average or poor.</summary>
    public string Skill { get; init; } = "average";

    public int Speed { get; init; } = 1;
}
