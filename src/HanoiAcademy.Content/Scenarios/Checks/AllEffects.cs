using HanoiAcademy.Drills.Scenarios;

namespace HanoiAcademy.Content.Scenarios.Checks;

/// <summary>Every effect that stands anywhere in a scenario.</summary>
internal static class AllEffects
{
    public static IEnumerable<Effect> Of(Scenario s) =>
        s.Injects.SelectMany(i => i.Effects.Concat(i.Variants.SelectMany(v => v.Effects)))
            .Concat(s.Actions.SelectMany(a => a.StartEffects.Concat(a.Effects).Concat(a.FailEffects)))
            .Concat(s.Adversary.SelectMany(p => p.Steps).SelectMany(x => x.FoiledEffects.Concat(x.Noise.SelectMany(n => n.Effects))))
            .Concat(s.Decisions.SelectMany(d => d.Options.SelectMany(o => o.Effects).Concat(d.LapseEffects)))
            .Concat(s.Courts.SelectMany(c => c.AdmittedEffects.Concat(c.RejectedEffects).Concat(c.LapseEffects)))
            .Concat(s.Matters.SelectMany(m => m.GrantEffects.Concat(m.RefuseEffects)));

    /// <summary>Injects that some effect delivers.</summary>
    public static IReadOnlySet<string> Delivered(Scenario s) => Of(s).OfType<DeliverInject>().Select(e => e.Inject).ToHashSet(StringComparer.Ordinal);
}
