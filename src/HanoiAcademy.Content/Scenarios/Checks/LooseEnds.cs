using HanoiAcademy.Content.Problems;
using HanoiAcademy.Content.Scenarios.Reading;
using HanoiAcademy.Drills.Scenarios;

namespace HanoiAcademy.Content.Scenarios.Checks;

/// <summary>Dead ends: what a player may do and nothing comes of, and places where something gets stuck.</summary>
internal static class LooseEnds
{
    public static void Run(Checked c)
    {
        var asked = AllConditions.Of(c).SelectMany(x => AllConditions.Parts(x.Condition)).ToHashSet();
        var expected = c.Scenario.Injects.SelectMany(i => i.Expected.Concat(i.Variants.SelectMany(v => v.Expected))).ToArray();
        var steps = c.Scenario.Adversary.SelectMany(p => p.Steps).Select(s => s.Id).ToHashSet(StringComparer.Ordinal);
        foreach (var a in c.Scenario.Actions.Where(a => !steps.Contains(a.Id)))
            if (a.StartEffects.IsEmpty && a.Effects.IsEmpty && a.DoneText.IsEmpty && !asked.OfType<ActionDone>().Any(x => x.Action == a.Id) && !expected.OfType<ExpectAction>().Any(x => x.Action == a.Id))
                c.Wrong(Thing.Action, a.Id, "id", "action-leads-nowhere", "Nothing comes of this action: no effect, no doneText, nothing asks whether it was done. Give it one of these, or remove it.", Severity.Warning);
        foreach (var d in c.Scenario.Decisions)
            Decision(c, d, asked, expected.OfType<ExpectDecision>().Any(x => x.Decision == d.Id));
        foreach (var authority in c.Scenario.Authorities.Where(a => a.PlayedBy.IsEmpty && a.Competent.IsEmpty && a.ForwardTo is null && a.Channels.Length > 0 && Asked(c.Scenario, a.Id)))
            c.Wrong(Thing.Authority, authority.Id, "id", "authority-dead-end", "A request that comes here is stuck: nobody plays this authority, it decides nothing and forwards to nobody. Add ‘competent’, ‘forwardTo’ or ‘playedBy’.", Severity.Warning);
    }

    private static void Decision(Checked c, Decision d, HashSet<Condition> asked, bool isExpected)
    {
        var any = asked.Contains(new DecisionIs(d.Id));
        var idle = d.Options.Where(o => o.Effects.IsEmpty && o.Consequence.IsEmpty && !asked.Contains(new DecisionIs(d.Id, o.Id))).ToArray();
        if (!any && !isExpected && idle.Length == d.Options.Length)
            c.Wrong(Thing.Decision, d.Id, "options", "decision-leads-nowhere", "Nothing comes of this decision, whichever option is taken: give the options effects or a consequence, or ask for one in a ‘when’.", Severity.Warning);
    }

    private static bool Asked(Scenario s, string authority) => s.Matters.Any(m => m.Model.To == authority || m.To == authority) || s.Authorities.Any(a => a.ForwardTo == authority);
}
