using System.Collections.Immutable;
using HanoiAcademy.Drills.Indexes;
using HanoiAcademy.Drills.Injects;
using HanoiAcademy.Drills.Scenarios;
using HanoiAcademy.Drills.Views;

namespace HanoiAcademy.Drills.Packs;

/// <summary>The author's model answers, for control's copy alone.</summary>
internal static class PackAnswers
{
    public static PackExpected Of(Scenario scenario, Sight sight, ExpectedAct act)
    {
        var (what, name) = Expectations.Describe(scenario, act);
        return new PackExpected(FeedViews.Names([act.By], scenario, sight), what, sight.Say(name), Model(scenario, sight, act));
    }

    private static ImmutableArray<PackAnswer> Model(Scenario scenario, Sight sight, ExpectedAct act) => act switch
    {
        ExpectDecision d when ScenarioIndex.Of(scenario).Decisions.Find(d.Decision)?.Options.FirstOrDefault(o => o.Id == d.Option) is { } option => [new PackAnswer("", sight.Say(option.Name))],
        ExpectMessage m => [new PackAnswer("", sight.Say(m.Text))],
        ExpectAction { Answers: { } answers } => [.. answers.Select(a => new PackAnswer(a.Key, a.Value))],
        ExpectRequest r => [.. ScenarioIndex.Of(scenario).Matters[r.Matter].Model.Fields.Select(f => new PackAnswer(f.Key, f.Value))],
        ExpectHandOver h when ScenarioIndex.Of(scenario).Teams.Find(h.Team) is { } team => [new PackAnswer("", sight.Say(team.Name))],
        _ => [],
    };
}
