using HanoiAcademy.Content.Scenarios.Reading;
using HanoiAcademy.Content.Yaml;
using HanoiAcademy.Drills.Scenarios;

namespace HanoiAcademy.Content.Scenarios.Checks;

/// <summary>Every condition that stands in a scenario, each with its place.</summary>
internal static class AllConditions
{
    public static IEnumerable<(Condition Condition, Position At)> Of(Checked c) =>
        Places(c).Where(p => p.Condition is not null).Select(p => (p.Condition!, c.Register.Of(p.Condition!) ?? c.Register.Of(p.Thing, p.Id, p.Key)));

    /// <summary>Every condition inside, itself first.</summary>
    public static IEnumerable<Condition> Parts(Condition condition) => condition switch
    {
        AllOf c => c.Of.SelectMany(Parts).Prepend(c),
        AnyOf c => c.Of.SelectMany(Parts).Prepend(c),
        Not c => Parts(c.Of).Prepend(c),
        _ => [condition],
    };

    private static IEnumerable<(Condition?, Thing, string, string)> Of(AdversaryStep s) =>
        new[] { (s.When, "when"), (s.FoiledBy, "foiledBy") }
            .Concat(s.Noise.Select(n => (n.When, "noise")))
            .Concat(s.Then.Select(b => (b.When, "then")))
            .Concat(s.Fallback.Select(b => (b.When, "fallback")))
            .Select(x => (x.Item1, Thing.Step, s.Id, x.Item2));

    private static IEnumerable<(Condition? Condition, Thing Thing, string Id, string Key)> Places(Checked c)
    {
        var s = c.Scenario;
        return s.Injects.Select(x => (x.When, Thing.Inject, x.Id, "when"))
            .Concat(s.Actions.SelectMany(a => a.Requires.Select(r => ((Condition?)r.When, Thing.Action, a.Id, "requires"))))
            .Concat(s.Adversary.SelectMany(p => p.Steps).SelectMany(Of))
            .Concat(s.Decisions.Select(x => (x.When, Thing.Decision, x.Id, "when")))
            .Concat(s.Objectives.Select(x => (x.IsJudgedByPeople ? null : x.When, Thing.Objective, x.Id, "when")))
            .Concat(s.Penalties.Select(x => ((Condition?)x.When, Thing.Penalty, x.Id, "when")))
            .Concat(s.Objectives.Select(x => (x.Measure?.From, Thing.Objective, x.Id, "measure")))
            .Concat(s.Questionnaires.Select(x => (x.When, Thing.Questionnaire, x.Id, "when")))
            .Concat(s.Courts.Select(x => (x.When, Thing.Court, x.Id, "when")))
            .Concat(s.Evidence.Select(x => (x.Authorised, Thing.Evidence, x.Id, "authorised")))
            .Concat(s.Evidence.Select(x => (x.GoneWhen, Thing.Evidence, x.Id, "goneWhen")))
            .Concat(s.Pools.Select(x => (x.When, Thing.Pool, x.Id, "when")))
            .Concat(s.Ends.Select(x => (x.When, Thing.End, x.Id, "when")));
    }
}
