using System.ComponentModel.DataAnnotations;
using HanoiAcademy.Storage.Scenarios;

namespace HanoiAcademy.Server.Drills.Closing;

/// <summary>How an instructor closes a scenario. One of the three Until, or none: until it is opened by hand.</summary>
internal sealed record ClosingOrder
{
    /// <summary>For which agency, by its slug; empty: the first in which he instructs.</summary>
    public string Agency { get; init; } = "";

    /// <summary>For colleagues to read.</summary>
    [StringLength(ClosedScenario.LongestReason)]
    public string Reason { get; init; } = "";

    /// <summary>A drill of the agency that has not ended.</summary>
    public string? UntilDrill { get; init; }

    /// <summary>An exercise of the agency with a drill that has not ended.</summary>
    public string? UntilExercise { get; init; }

    public DateTimeOffset? Until { get; init; }
}
