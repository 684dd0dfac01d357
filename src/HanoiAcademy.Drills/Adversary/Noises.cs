using HanoiAcademy.Drills.Events;
using HanoiAcademy.Drills.World;

namespace HanoiAcademy.Drills.Adversary;

/// <summary>A step leaves traces; whether one is noticed depends on what the response has switched on, and on luck.</summary>
internal static class Noises
{
    public static void Come(Turn turn, string id)
    {
        var step = turn.Index.Steps[id];
        var next = turn.State.Steps[id].Noise[0];
        var noise = step.Step.Noise[next.Noise];
        var noticed = (noise.When is not { } when || Conditions.Hold(turn.State, turn.Scenario, when, turn.At))
            && Luck.Percent(turn.State.Seed, step.LuckOf, FormattableString.Invariant($"noise {next.Noise} of {id}"), next.Nth) < noise.Chance;
        turn.Emit(new NoiseMade(turn.At, id, next.Noise, next.Nth, noticed), "noise-made " + id);
        if (noticed)
            Effects.Apply(turn, noise.Effects);
    }
}
