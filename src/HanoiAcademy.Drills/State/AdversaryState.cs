using System.Collections.Immutable;

namespace HanoiAcademy.Drills.State;

/// <summary>PlayedBy: auto (by itself while nobody sits in its team), plan, people. Held: by control. Goes: by itself, now; StoppedAt: since when it does not.</summary>
public sealed record PlanState(string PlayedBy = "auto", bool Held = false, bool Goes = false, long? StoppedAt = null);

/// <summary>
/// What a plan knows of a step beside its <see cref="ActionRun"/>. Open: the plan has come to it and it has not started. Due: when the plan looks at it;
/// Blocked: it looked and could not start it, and gives up at Until. Opened: how often the plan came to it. Foiled: how often a response ended it.
/// </summary>
public sealed record StepState(bool Open = false, bool Blocked = false, long? Due = null, long? Until = null, long OpenedAt = 0, int Opened = 0, bool Skipped = false, int Foiled = 0, long? FoiledAt = null, long? GivenUpAt = null)
{
    /// <summary>What is still to come, the next first, and what was made.</summary>
    public ImmutableList<NoiseToCome> Noise { get; init; } = [];
    public ImmutableList<NoiseOut> Made { get; init; } = [];
}

/// <summary>Noise: its place in the step's list. Nth: how often the step was started before.</summary>
public sealed record NoiseToCome(long Due, int Noise, int Nth);

public sealed record NoiseOut(int Noise, int Nth, long At, bool Noticed);
