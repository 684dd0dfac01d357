using System.Collections.Immutable;
using HanoiAcademy.Drills.Actions;
using HanoiAcademy.Drills.Commands;
using HanoiAcademy.Drills.Messages;
using HanoiAcademy.Drills.Scenarios;
using HanoiAcademy.Drills.State;
using HanoiAcademy.Drills.Views;

namespace HanoiAcademy.Drills.Simulation;

/// <summary>
/// A way of playing that needs no thought. A good scenario pays none of them: a rehearsal plays each and says when one scores too well.
/// Nobody reads; an act takes a second.
/// </summary>
public sealed class Strategy
{
    private const long Second = 1_000;
    private readonly Func<StrategyDesk, IEnumerable<Command>> _acts;

    private Strategy(string id, string name, Func<StrategyDesk, IEnumerable<Command>> acts) => (Id, Name, _acts) = (id, name, acts);

    /// <summary>Word for files and columns.</summary>
    public string Id { get; }

    /// <summary>For a sentence: "do nothing".</summary>
    public string Name { get; }

    public static IReadOnlyList<Strategy> All { get; } =
    [
        new("nothing", "do nothing", _ => []),
        new("everything", "do everything at once", Everything),
        new("grant-all", "grant whatever is asked", d => Stance(d, "grant")),
        new("refuse-all", "refuse whatever is asked", d => Stance(d, "refuse")),
        new("ask-all", "always ask for more", d => Stance(d, "ask")),
        new("unlawful", "be fast and unlawful", Unlawful),
    ];

    internal IEnumerable<SimulatedTask> Tasks(DrillState state, Scenario scenario, SeatPlan plan, IReadOnlyList<FeedItem> unread, ImmutableSortedDictionary<string, ViewRecord> papers)
    {
        var now = state.Seats[plan.Seat].LastActAt;
        return _acts(new StrategyDesk(state, scenario, plan, unread, papers)).Select(command => new SimulatedTask(0, now, Second, command));
    }

    private static IEnumerable<Command> Everything(StrategyDesk d) =>
        d.ReadAll()
            .Concat(d.Decisions().Select(x => new Decide(x.Id, x.Options[0].Id)))
            .Concat(d.Actions().Select(a => new StartAction(a.Id)))
            .Concat(d.Evidence())
            .Concat(d.Courts())
            .Concat(d.Drafts())
            .Concat(d.OwnPapers(authorise: true))
            .Concat(d.Incoming("grant"))
            .Concat(d.Messages());

    /// <summary>He starts nothing himself: what comes to him gets one and the same answer.</summary>
    private static IEnumerable<Command> Stance(StrategyDesk d, string stance) =>
        d.ReadAll()
            .Concat(d.Decisions().Select(x => new Decide(x.Id, StrategyDesk.OptionFor(x, stance))))
            .Concat(d.Incoming(stance))
            .Concat(stance == "grant" ? d.OwnPapers(authorise: true) : []);

    /// <summary>What is expected, at once; but nothing is authorised or verified, and where the scenario punishes a short cut, he takes it.</summary>
    private static IEnumerable<Command> Unlawful(StrategyDesk d) =>
        d.ReadAll()
            .Concat(d.Decisions().Select(x => new Decide(x.Id, d.PunishedOption(x) ?? d.ExpectedOption(x) ?? x.Options[0].Id)))
            .Concat(d.Actions().Where(a => d.IsPunished(a.Id) || d.IsExpected(a.Id)).Select(a => new StartAction(a.Id)))
            .Concat(d.Drafts())
            .Concat(d.OwnPapers(authorise: false))
            .Concat(d.Incoming("grant"));
}

/// <summary>What lies before one who plays by a strategy, as commands.</summary>
internal sealed class StrategyDesk(DrillState state, Scenario scenario, SeatPlan plan, IReadOnlyList<FeedItem> unread, ImmutableSortedDictionary<string, ViewRecord> papers)
{
    private const int MostItems = 100;

    public IEnumerable<Command> ReadAll() => unread.Count == 0 ? [] : [new MarkRead([.. unread.Take(MostItems).Select(f => f.Id)])];

    public IEnumerable<Decision> Decisions() =>
        scenario.Decisions.Where(d => d.By.Contains(plan.TeamRole) && state.Decisions.TryGetValue(d.Id, out var s) && s.Status == "open");

    public IEnumerable<ActionDefinition> Actions() =>
        scenario.Actions.Where(a => a.By.Contains(plan.TeamRole) && !state.Actions.ContainsKey(a.Id) && !ActionRuns.Blocks(state, scenario, a, state.At).Any());

    public IEnumerable<Command> Evidence()
    {
        foreach (var item in papers.Values.OfType<EvidenceView>())
        {
            if (item.State is "seen" or "identified")
                yield return new CollectEvidence(item.Id);
            else if (item.State != "destroyed")
                foreach (var team in scenario.Teams.Where(t => t.Id != plan.Team && !state.Evidence.ContainsKey(t.Id + " " + item.Id)))
                    yield return new HandOverEvidence(item.Id, team.Id);
        }
    }

    /// <summary>Whatever there is, at once.</summary>
    public IEnumerable<Command> Courts() =>
        from court in scenario.Courts
        where court.By.Contains(plan.TeamRole) && state.Courts.TryGetValue(court.Id, out var s) && s.Status == "asked"
        select new FileRecord(court.Id, [.. court.Items.Where(i => state.Evidence.ContainsKey(plan.Team + " " + i)).Select(i => new FiledItem(i, plan.Team))], court.Title.In(scenario.Language, scenario.Language));

    public IEnumerable<Command> Messages() =>
        from contact in papers.Values.OfType<ContactView>()
        where BetweenTeams.Addressed(contact.Id) is null && !state.WrittenTo.Contains(contact.Id + " " + plan.Team)
        select new SendMessage(contact.Id, "EXERCISE. Please act at once.");

    /// <summary>One paper a matter that his side can write, when it knows the data or property.</summary>
    public IEnumerable<Command> Drafts() =>
        from matter in scenario.Matters
        where !state.Requests.Values.Any(r => r.Incoming is null && r.Form.Scope.DataSets.Intersect(matter.Model.Scope.DataSets).Any())
            && matter.Model.Scope.DataSets.All(d => papers.ContainsKey("data:" + d))
            && matter.Model.Scope.Properties.All(p => papers.ContainsKey("property:" + p))
            && Requests.Parties.OfTeam(scenario, plan.Team).Any(a => a.Id == matter.Model.From)
        select new DraftRequest("sim-" + matter.Id, matter.Model with { Attachments = [] });

    public IEnumerable<Command> OwnPapers(bool authorise)
    {
        foreach (var paper in papers.Values.OfType<RequestView>().Where(p => p.Direction != "in"))
        {
            if (authorise && paper.Status == "draft" && paper.Acts.Contains("authorise-request"))
                yield return new AuthoriseRequest(paper.Id, paper.Revision);
            if (paper.Acts.Contains("send-request") && (!authorise || paper.Status == "authorised"))
                yield return new SendRequest(paper.Id);
        }
    }

    /// <summary>Acknowledged, and answered unverified.</summary>
    public IEnumerable<Command> Incoming(string stance)
    {
        foreach (var paper in papers.Values.OfType<RequestView>().Where(p => p.Acts.Contains("answer-request") && p.Status is not ("returned" or "consulting" or "postponed")))
        {
            if (paper.Acts.Contains("acknowledge-request"))
                yield return new AcknowledgeRequest(paper.Id);
            yield return stance switch
            {
                "refuse" => new AnswerRequest(paper.Id, "refuse", [], Ground: "essential-interests", Reasons: "Refused."),
                "ask" => new AnswerRequest(paper.Id, "return", ["necessity"], Reasons: "Please say more."),
                _ => new AnswerRequest(paper.Id, "grant", []),
            };
        }
    }

    public bool IsExpected(string action) => plan.Expected.OfType<ExpectAction>().Any(e => e.Action == action);

    public bool IsPunished(string action) => Punishments().OfType<ActionDone>().Any(p => p.Action == action);

    public string? PunishedOption(Decision decision) => Punishments().OfType<DecisionIs>().FirstOrDefault(p => p.Decision == decision.Id && decision.Options.Any(o => o.Id == p.Option))?.Option;

    public string? ExpectedOption(Decision decision) => plan.Expected.OfType<ExpectDecision>().FirstOrDefault(e => e.Decision == decision.Id)?.Option;

    /// <summary>An option says by its id what it does; where none does, the first gives, the last refuses and the second asks.</summary>
    public static string OptionFor(Decision decision, string stance)
    {
        string[] words = stance switch
        {
            "grant" => ["grant", "give", "accept", "agree", "all", "share", "send", "yes"],
            "refuse" => ["refuse", "decline", "reject", "deny", "no", "none"],
            _ => ["ask", "clarify", "consult", "narrow", "return", "wait"],
        };
        return decision.Options.FirstOrDefault(o => o.Id.Split('-').Any(words.Contains))?.Id
            ?? decision.Options[stance switch { "grant" => 0, "refuse" => decision.Options.Length - 1, _ => Math.Min(1, decision.Options.Length - 1) }].Id;
    }

    private IEnumerable<Condition> Punishments() => scenario.Penalties.SelectMany(p => Positive(p.When));

    /// <summary>What a condition asks to have happened; not what it asks not to have.</summary>
    private static IEnumerable<Condition> Positive(Condition condition) => condition switch
    {
        AllOf c => c.Of.SelectMany(Positive),
        AnyOf c => c.Of.SelectMany(Positive),
        Not => [],
        _ => [condition],
    };
}
