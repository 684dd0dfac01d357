using System.Collections.Immutable;

namespace HanoiAcademy.Server.Exercises;

/// <summary>What a press came to. Nothing was sent to any drill when IsHeldBack: those that are not ready are named.</summary>
internal sealed record ExerciseOutcome(string Act, ImmutableArray<DrillOutcome> Drills, bool IsHeldBack = false)
{
    public bool IsWhole => !IsHeldBack && Drills.All(drill => drill.Result != DrillOutcome.NotDone);

    public IEnumerable<DrillOutcome> NotDone => Drills.Where(drill => drill.Result == DrillOutcome.NotDone);
}

/// <summary>Result: done, already (it stood so before, or somebody else was faster), over (the drill has ended), not-done (Code and Message say why).</summary>
internal sealed record DrillOutcome(string Drill, string Name, string Result, string? Code = null, string? Message = null)
{
    public const string Done = "done";
    public const string Already = "already";
    public const string Over = "over";
    public const string NotDone = "not-done";

    public ImmutableArray<string> Words { get; init; } = [];
}
