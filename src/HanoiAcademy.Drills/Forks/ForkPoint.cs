using HanoiAcademy.Drills.State;

namespace HanoiAcademy.Drills.Forks;

/// <summary>Where a finished drill is forked: after the row of this version of its log, which left <paramref name="State"/> standing at its own drill time.</summary>
public sealed record ForkPoint(long Version, DrillState State);
