using HanoiAcademy.Drills.Scenarios;
using HanoiAcademy.Drills.Views;

namespace HanoiAcademy.Drills.Packs;

/// <summary>What an inject or a decision without a time waits for: its own condition, its pool's, and every act that brings it.</summary>
internal static class PackTriggers
{
    public static IEnumerable<PackTrigger> Of(Scenario scenario, Sight sight, Inject inject, Pool? pool)
    {
        if (inject.When is { } when)
            yield return new PackTrigger("condition", "", "", inject.After, PackConditions.Of(scenario, sight, when));
        if (pool?.When is { } draw)
            yield return new PackTrigger("condition", "", "", pool.From, PackConditions.Of(scenario, sight, draw));
        foreach (var trigger in By(scenario, sight, e => e is DeliverInject d && d.Inject == inject.Id ? d.After : null))
            yield return trigger;
    }

    public static IEnumerable<PackTrigger> Of(Scenario scenario, Sight sight, Decision decision)
    {
        if (decision.When is { } when)
            yield return new PackTrigger("condition", "", "", 0, PackConditions.Of(scenario, sight, when));
        foreach (var trigger in By(scenario, sight, e => e is OpenDecision d && d.Decision == decision.Id ? 0 : null))
            yield return trigger;
    }

    /// <param name="after">How long after an effect it comes; null: that effect does not bring it.</param>
    private static IEnumerable<PackTrigger> By(Scenario scenario, Sight sight, Func<Effect, long?> after)
    {
        IEnumerable<PackTrigger> In(IEnumerable<Effect> effects, string what, Text name, string detail = "") =>
            effects.Select(after).OfType<long>().Select(ms => new PackTrigger(what, sight.Say(name), detail, ms));
        return
        [
            .. scenario.Actions.SelectMany(a => In(a.StartEffects, "action-started", a.Name).Concat(In(a.Effects, "action-done", a.Name)).Concat(In(a.FailEffects, "action-failed", a.Name))),
            .. scenario.Decisions.SelectMany(d => d.Options.SelectMany(o => In(o.Effects, "decision", d.Title, sight.Say(o.Name))).Concat(In(d.LapseEffects, "lapsed", d.Title))),
            .. scenario.Injects.SelectMany(i => In(i.Effects, "inject", i.Title)),
            .. scenario.Matters.SelectMany(m => In(m.GrantEffects, "granted", m.Name).Concat(In(m.RefuseEffects, "refused", m.Name))),
        ];
    }
}
