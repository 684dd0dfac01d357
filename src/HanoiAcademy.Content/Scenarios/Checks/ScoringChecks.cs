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
        foreach (var o in c.Scenario.Objectives)
        {
            Time(c, o);
            Law(c, o);
        }

        foreach (var p in c.Scenario.Penalties.Where(p => AtStart.Holds(c.Scenario, p.When)))
            c.Wrong(Thing.Penalty, p.Id, "when", "penalty-at-start", "This holds already at StartEx, so the team is punished for nothing; ask for what it does.", Severity.Warning);

        foreach (var (inject, act) in c.Scenario.Injects.SelectMany(i => i.Expected.OfType<ExpectDecision>().Select(e => (i, e))))
            if (Unread(c.Scenario.Decisions.First(d => d.Id == act.Decision).RestsOn) is { } article && !ScoresDecision(c.Scenario, act.Decision))
                c.Wrong(c.Register.Of(act) ?? c.Register.Of(Thing.Inject, inject.Id, "expected"), "key-unverified", Sentence($"The expected choice in ‘{act.Decision}’", article), Severity.Warning);
    }

    private static void Time(Checked c, Objective o)
    {
        if (o.IsJudgedByPeople)
            return;
        if (!o.AtEnd && AtStart.Holds(c.Scenario, o.When))
            c.Wrong(Thing.Objective, o.Id, "when", "objective-at-start", "This holds already at StartEx, so everybody wins it by doing nothing; write ‘atEnd: true’ if it is to hold at the end, or ask for what is to be done.", Severity.Warning);
        if (c.Earliest.Of(o.When) is not { } at)
            return;
        if (o.By is { } by && at > by)
            c.Wrong(Thing.Objective, o.Id, "by", "objective-too-late", $"What it asks for can come about at T+{Clock(at)} at the earliest, after its ‘by’ (T+{Clock(by)}), so nobody can win it; let ‘by’ be later, or what leads to it sooner.");
        else if (at > c.Reach.LastMs)
            c.Wrong(Thing.Objective, o.Id, "when", "objective-too-late", $"What it asks for can come about at T+{Clock(at)} at the earliest, after the drill has ended (T+{Clock(c.Reach.LastMs.Value)}), so nobody can win it; let it come sooner or move the end.");
        else if (o.Measure is { From: null } measure && at > (measure.HalfMs ?? measure.FullMs))
            c.Wrong(Thing.Objective, o.Id, "measure", "objective-too-late", $"What it asks for can come about at T+{Clock(at)} at the earliest, when its points are over (T+{Clock(measure.HalfMs ?? measure.FullMs)} from StartEx); give more time, or say with ‘from’ what the time counts from.");
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
