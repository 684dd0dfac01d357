using System.Collections.Immutable;
using HanoiAcademy.Content.Problems;
using HanoiAcademy.Content.Scenarios.Reading;
using HanoiAcademy.Drills.Forms;
using HanoiAcademy.Drills.Scenarios;

namespace HanoiAcademy.Content.Scenarios.Checks;

/// <summary>When an inject comes, and what is expected of those who get it.</summary>
internal static class InjectChecks
{
    public static void Run(Checked c)
    {
        var delivered = AllEffects.Delivered(c.Scenario);
        var pools = c.Scenario.Pools.SelectMany(p => p.Members.SelectMany(m => m.Injects)).ToLookup(id => id, StringComparer.Ordinal);
        foreach (var inject in c.Scenario.Injects)
        {
            Timing(c, inject, delivered.Contains(inject.Id), pools[inject.Id].Count());
            foreach (var act in inject.Expected)
                Expected(c, inject, inject.To, act);
            foreach (var variant in inject.Variants)
            {
                foreach (var act in variant.Expected)
                    Expected(c, inject, variant.For.IsEmpty ? inject.To : variant.For, act);
                foreach (var reader in variant.For.Where(r => r == "all" || !Reaches(inject.To, r)))
                    c.Wrong(Thing.Variant, inject.Id + "/" + variant.Id, "for", "variant-not-addressed", reader == "all"
                        ? "A variant for all leaves nobody for the inject's own text; name teams, roles or seats, or leave ‘for’ out and let the seed draw."
                        : $"The inject does not go to {reader}, so nobody there reads this variant; add {reader} to ‘to’ of the inject, or remove it here.");
            }
        }
    }

    /// <summary>Whether an address list reaches a team, role or seat, or somebody of it.</summary>
    private static bool Reaches(ImmutableArray<string> to, string reader) =>
        to.Any(x => x == "all" || x == reader || reader.StartsWith(x + ".", StringComparison.Ordinal) || x.StartsWith(reader + ".", StringComparison.Ordinal));

    private static void Timing(Checked c, Inject inject, bool delivered, int pools)
    {
        var ways = new List<string>();
        if (inject.At is not null)
            ways.Add("at");
        if (inject.When is not null)
            ways.Add("when");
        if (inject.Contingency)
            ways.Add("contingency");
        if (delivered)
            ways.Add("an effect { inject: … }");
        for (var n = 0; n < pools; n++)
            ways.Add("a place in a pool");
        if (ways.Count == 0)
            c.Wrong(Thing.Inject, inject.Id, "title", "inject-never", "Nothing says when this inject comes: write at, when, contingency: true, name it in an effect { inject: … }, or put it into a pool.");
        else if (ways.Count > 1)
            c.Wrong(Thing.Inject, inject.Id, ways[0], "inject-twice", $"An inject comes in one way; this one has {string.Join(" and ", ways)}. Keep one.");
    }

    private static void Expected(Checked c, Inject inject, ImmutableArray<string> readers, ExpectedAct act)
    {
        var at = c.Register.Of(act) ?? c.Register.Of(Thing.Inject, inject.Id, "expected");
        var team = act.By.Split('.')[0];
        if (Impossible(c, act, team) is { } why)
            c.Wrong(at, "expected-impossible", $"{act.By} cannot do this: {why}");
        else if (!readers.Any(to => to == "all" || to == team || to.StartsWith(team + ".", StringComparison.Ordinal)))
            c.Wrong(at, "expected-not-addressed", $"The inject does not go to {team}, of which it expects something; add {act.By} to ‘to’, or expect it in the inject that team gets.", Severity.Warning);
    }

    private static string? Impossible(Checked c, ExpectedAct act, string team) => act switch
    {
        ExpectAction e when !c.Scenario.Actions.First(a => a.Id == e.Action).By.Contains(e.By) => $"add it to ‘by’ of the action {e.Action}, or expect it of another role.",
        ExpectAction e when Filling.Refuse(c.Scenario.Actions.First(a => a.Id == e.Action).Fields, Filling.Model(c.Scenario, e)) is { } not => $"the answers do not fit the form of the action {e.Action} ({string.Join(", ", not.Words)}); correct ‘answers’.",
        ExpectAction e when !c.Reach.Action(e.Action) => $"what the action {e.Action} requires can never hold.",
        ExpectDecision e when !c.Scenario.Decisions.First(d => d.Id == e.Decision).By.Contains(e.By) => $"add it to ‘by’ of the decision {e.Decision}, or expect it of another role.",
        ExpectMessage e when c.Scenario.Contacts.First(x => x.Id == e.To).Teams is var teams && !teams.Contains("all") && !teams.Contains(team) => $"add {team} to ‘teams’ of the contact {e.To}.",
        ExpectIdentify or ExpectCollect when Taken(act) is { } e && !c.Reach.Sees("evidence", e, team) => $"{team} never sees the evidence {e}; attach it to an inject for them, or add them to its seenBy.",
        ExpectAcquire or ExpectPreserve or ExpectReceipt when Taken(act) is { } e && !c.Reach.SeenByAnyone("evidence", e) => $"nobody ever sees the evidence {e}; attach it to an inject, or name teams in its seenBy.",
        ExpectReceipt e when !c.Scenario.Teams.Any(t => t.Id != team && c.Reach.Sees("evidence", e.Evidence, t.Id)) => $"no other team ever sees the evidence {e.Evidence}, so nobody can hand it over; expect the receipt of the team that is given it.",
        ExpectFile e when !c.Scenario.Courts.First(x => x.Id == e.Court).By.Contains(e.By) => $"add it to ‘by’ of the court {e.Court}, or expect it of another role.",
        ExpectFile e when !c.Reach.Court(e.Court) => $"nothing ever brings the court {e.Court} about.",
        ExpectHandOver e when e.Team == team => "it would hand over to its own team; name the team that shall get it.",
        ExpectHandOver e when !c.Reach.SeenByAnyone("evidence", e.Evidence) => $"nobody ever sees the evidence {e.Evidence}; attach it to an inject, or name teams in its seenBy.",
        ExpectRequest e when StateOfSender(c, e.Matter) != c.Scenario.Teams.First(t => t.Id == team).State => "the matter’s sending authority is of another State; expect the request of a team of that State.",
        _ => null,
    };

    private static string? Taken(ExpectedAct act) => act switch
    {
        ExpectIdentify e => e.Evidence,
        ExpectCollect e => e.Evidence,
        ExpectAcquire e => e.Evidence,
        ExpectPreserve e => e.Evidence,
        ExpectReceipt e => e.Evidence,
        _ => null,
    };

    private static string StateOfSender(Checked c, string matter) =>
        c.Scenario.Authorities.First(a => a.Id == c.Scenario.Matters.First(m => m.Id == matter).From).State;
}
