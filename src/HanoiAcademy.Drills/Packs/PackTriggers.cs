using HanoiAcademy.Drills.Scenarios;
using HanoiAcademy.Drills.Views;

namespace HanoiAcademy.Drills.Packs;

/// <summary>What an inject or a decision without a time waits for: its own condition, its pool's, and every act that brings it.</summary>
internal static class PackTriggers
{
    public static IEnumerable<PackTrigger> Of(Scenario scenario, Sight sight, PackReader reader, Inject inject, Pool? pool)
    {
        if (inject.When is { } when)
            yield return new PackTrigger("condition", "", "", inject.After, PackConditions.Of(scenario, sight, reader, when));
        if (pool?.When is { } draw)
            yield return new PackTrigger("condition", "", "", pool.From, PackConditions.Of(scenario, sight, reader, draw));
        foreach (var trigger in By(scenario, sight, reader, e => e is DeliverInject d && d.Inject == inject.Id ? d.After : null))
            yield return trigger;
    }

    public static IEnumerable<PackTrigger> Of(Scenario scenario, Sight sight, PackReader reader, Decision decision)
    {
        if (decision.When is { } when)
            yield return new PackTrigger("condition", "", "", 0, PackConditions.Of(scenario, sight, reader, when));
        foreach (var trigger in By(scenario, sight, reader, e => e is OpenDecision d && d.Decision == decision.Id ? 0 : null))
            yield return trigger;
    }

    /// <param name="after">How long after an effect it comes; null: that effect does not bring it.</param>
    private static IEnumerable<PackTrigger> By(Scenario scenario, Sight sight, PackReader reader, Func<Effect, long?> after)
    {
        IEnumerable<PackTrigger> In(bool isHis, IEnumerable<Effect> effects, string what, Text name, string detail = "") =>
            effects.Select(after).OfType<long>().Select(ms => isHis ? new PackTrigger(what, sight.Say(name), detail, ms) : new PackTrigger(PackConditions.Untold, "", "", 0));
        IEnumerable<PackTrigger> all =
        [
            .. scenario.Actions.SelectMany(a => In(reader.Does(a.By), a.StartEffects, "action-started", a.Name).Concat(In(reader.Does(a.By), a.Effects, "action-done", a.Name)).Concat(In(reader.Does(a.By), a.FailEffects, "action-failed", a.Name))),
            .. scenario.Decisions.SelectMany(d => d.Options.SelectMany(o => In(reader.Does(d.By), o.Effects, "decision", d.Title, sight.Say(o.Name))).Concat(In(reader.Does(d.By), d.LapseEffects, "lapsed", d.Title))),
            .. scenario.Injects.SelectMany(i => In(reader.Does(i.To), i.Effects, "inject", i.Title)),
            .. scenario.Matters.SelectMany(m => In(reader.HasPartIn(m), m.GrantEffects, "granted", m.Name).Concat(In(reader.HasPartIn(m), m.RefuseEffects, "refused", m.Name))),
        ];
        return all.Distinct();
    }
}
