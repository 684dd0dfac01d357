using HanoiAcademy.Content.Problems;
using HanoiAcademy.Content.Reference;
using HanoiAcademy.Content.Scenarios.Reading;
using HanoiAcademy.Drills.Scenarios;

namespace HanoiAcademy.Content.Scenarios.Checks;

/// <summary>Points that cannot be won in time, and points for law that nobody has read.</summary>
internal static class ScoringChecks
{
    public static void Run(Checked c)
    {
        var earliest = new Earliest(c.Scenario);
        foreach (var o in c.Scenario.Objectives)
        {
            if (o.By is { } by && earliest.Of(o.When) is { } at && at > by)
                c.Wrong(Thing.Objective, o.Id, "by", "objective-too-late", $"What it asks for can come about at T+{Clock(at)} at the earliest, after its ‘by’ (T+{Clock(by)}), so nobody can win it; let ‘by’ be later, or what leads to it sooner.");
            Law(c, o);
        }

        foreach (var (inject, act) in c.Scenario.Injects.SelectMany(i => i.Expected.OfType<ExpectDecision>().Select(e => (i, e))))
            if (Unread(c.Scenario.Decisions.First(d => d.Id == act.Decision).RestsOn) is { } article && !ScoresDecision(c.Scenario, act.Decision))
                c.Wrong(c.Register.Of(act) ?? c.Register.Of(Thing.Inject, inject.Id, "expected"), "key-unverified", Sentence($"The expected choice in ‘{act.Decision}’", article), Severity.Warning);
    }

    /// <summary>No scored key may rest on an article whose words nobody read, unless the provision that it follows stands beside it.</summary>
    private static void Law(Checked c, Objective o)
    {
        foreach (var (thing, id, restsOn) in Keys(c.Scenario, o.When))
            if (Unread(restsOn) is { } article)
                c.Wrong(thing, id, "restsOn", "key-unverified", Sentence($"The objective ‘{o.Id}’ scores this, and it", article), Severity.Warning);
    }

    private static IEnumerable<(Thing Thing, string Id, IReadOnlyList<string> RestsOn)> Keys(Scenario s, Condition when)
    {
        foreach (var part in AllConditions.Parts(when).Distinct())
            if (part is DecisionIs d && s.Decisions.FirstOrDefault(x => x.Id == d.Decision) is { } decision)
                yield return (Thing.Decision, decision.Id, decision.RestsOn);
            else if (part is ActionDone a && s.Actions.FirstOrDefault(x => x.Id == a.Action) is { } action)
                yield return (Thing.Action, action.Id, action.RestsOn);
    }

    private static bool ScoresDecision(Scenario s, string decision) => s.Objectives.Any(o => AllConditions.Parts(o.When).Any(p => p is DecisionIs d && d.Decision == decision));

    private static ConventionArticle? Unread(IReadOnlyList<string> restsOn) =>
        restsOn.Any(r => r.StartsWith("budapest:", StringComparison.Ordinal) || r.StartsWith("untoc:", StringComparison.Ordinal) || r.StartsWith("uncac:", StringComparison.Ordinal))
            ? null
            : restsOn.Where(r => r.StartsWith("uncc:", StringComparison.Ordinal)).Select(r => int.TryParse(r.AsSpan(5), out var n) ? ConventionReference.Current.Article(n) : null).FirstOrDefault(a => a is { MayCarryAKey: false });

    private static string Sentence(string what, ConventionArticle article) =>
        $"{what} rests on article {article.Number}, which is of level {article.Letter}: nobody has read its words. Add to restsOn the provision it follows{(article.ModelProvision is null ? "" : $" ({article.ModelProvision})")}, as budapest:…, untoc:… or uncac:….";

    private static string Clock(long ms) => ms % 60_000 == 0 ? $"{ms / 60_000}" : $"{ms / 60_000}:{ms / 1000 % 60:00}";
}
