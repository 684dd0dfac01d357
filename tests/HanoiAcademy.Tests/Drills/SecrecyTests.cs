using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Text;
using HanoiAcademy.Drills;
using HanoiAcademy.Drills.Commands;
using HanoiAcademy.Drills.Events;
using HanoiAcademy.Drills.Scenarios;
using HanoiAcademy.Drills.Simulation;
using HanoiAcademy.Drills.State;
using HanoiAcademy.Drills.Views;
using HanoiAcademy.Drills.Wire;
using static HanoiAcademy.Tests.Drills.Small;

namespace HanoiAcademy.Tests.Drills;

/// <summary>
/// Who sees what, worked out anew from scenario and log and held against the views: what a role may see is read off the events, never off
/// the code that decides it.
/// </summary>
public sealed class SecrecyTests
{
    private const int Moments = 12;

    public static TheoryData<string> Drills => ["wider", "invoice-at-dawn"];

    [Theory]
    [MemberData(nameof(Drills))]
    public void A_role_has_the_injects_and_messages_that_came_to_it_and_no_others(string drill) => AtMoments(drill, m =>
    {
        var mine = m.Events.Select(e => e switch
        {
            InjectDelivered x when m.Reaches(m.Scenario.Injects.Single(i => i.Id == x.Inject)) => x.Inject,
            _ => null,
        }).OfType<string>().Concat(Written(m));
        m.Keys("feed:").ShouldBe(mine, ignoreOrder: true, m.Name);
    });

    [Theory]
    [MemberData(nameof(Drills))]
    public void No_text_of_an_inject_that_did_not_come_to_it_is_anywhere_in_a_role_s_view(string drill) => AtMoments(drill, m =>
    {
        var came = m.Events.OfType<InjectDelivered>().Select(e => m.Scenario.Injects.Single(i => i.Id == e.Inject)).Where(m.Reaches).ToHashSet();
        foreach (var inject in m.Scenario.Injects.Where(i => !came.Contains(i)))
            foreach (var text in new[] { inject.Title, inject.Subject, inject.Body.Html, inject.FromText })
                m.ShouldNotHave(text, inject, "of inject " + inject.Id);
    });

    [Theory]
    [MemberData(nameof(Drills))]
    public void Nobody_reads_what_another_team_wrote(string drill) => AtMoments(drill, m =>
    {
        foreach (var message in m.Events.OfType<MessageSent>().Where(e => new Actor(e.Seat).Team != m.Team))
            m.Json.ShouldNotContain(Encode(message.Text), Case.Sensitive, $"{m.Name} reads what {message.Seat} wrote");
    });

    [Theory]
    [MemberData(nameof(Drills))]
    public void Nobody_reads_what_another_team_said_among_itself(string drill) => AtMoments(drill, m =>
        m.View.Values.OfType<ChatView>().Where(line => line.Team != m.Team || new Actor(line.BySeat).Team != m.Team).ShouldBeEmpty(m.Name));

    [Theory]
    [MemberData(nameof(Drills))]
    public void A_role_knows_of_the_world_what_its_team_was_shown(string drill) => AtMoments(drill, m =>
    {
        IEnumerable<string> Shown(string what, IEnumerable<(string Id, ImmutableArray<string> To)> fromStart) => fromStart
            .Where(x => x.To.Contains(m.Team) || x.To.Contains("all")).Select(x => x.Id)
            .Concat(m.Events.OfType<ThingRevealed>().Where(e => e.What == what && (e.Team == m.Team || e.Team == "all")).Select(e => e.Id)).Distinct();

        m.Keys("asset:").ShouldBe(Shown("asset", m.Scenario.Assets.Select(x => (x.Id, x.SeenBy))), ignoreOrder: true, m.Name);
        m.Keys("meter:").ShouldBe(Shown("meter", m.Scenario.Meters.Select(x => (x.Id, x.SeenBy))), ignoreOrder: true, m.Name);
        m.Keys("data:").ShouldBe(Shown("data", m.Scenario.DataSets.Select(x => (x.Id, x.KnownTo))), ignoreOrder: true, m.Name);
        m.Keys("evidence:").ShouldBe(Shown("evidence", m.Scenario.Evidence.Select(x => (x.Id, x.SeenBy))), ignoreOrder: true, m.Name);
        m.View.Values.OfType<AssetView>().SelectMany(a => a.Links).Where(l => !m.View.ContainsKey("asset:" + l)).ShouldBeEmpty("no line leads to what is not seen");
        m.View.Values.OfType<FeedView>().SelectMany(f => f.Attachments).Where(a => !m.View.ContainsKey("evidence:" + a)).ShouldBeEmpty();
        m.View.Values.OfType<HoldView>().Where(h => m.View.Values.OfType<RequestView>().All(r => r.Id != h.Request)).ShouldBeEmpty("a hold is seen with its request");
    });

    [Theory]
    [MemberData(nameof(Drills))]
    public void A_role_has_its_own_team_s_actions_and_decisions_and_no_word_of_what_they_will_bring(string drill) => AtMoments(drill, m =>
    {
        bool Mine(ImmutableArray<string> by) => by.Any(r => new Actor(r).Team == m.Team);
        m.Keys("action:").ShouldBe(m.Scenario.Actions.Where(a => Mine(a.By)).Select(a => a.Id), ignoreOrder: true, m.Name);
        var opened = m.Events.OfType<DecisionOpened>().Select(e => e.Decision).ToHashSet();
        m.Keys("decision:").ShouldBe(m.Scenario.Decisions.Where(d => opened.Contains(d.Id) && Mine(d.By)).Select(d => d.Id), ignoreOrder: true, m.Name);

        var taken = m.Events.OfType<DecisionTaken>().Select(e => e.Decision + " " + e.Option).ToHashSet();
        foreach (var d in m.Scenario.Decisions)
            foreach (var o in d.Options.Where(o => !Mine(d.By) || !taken.Contains(d.Id + " " + o.Id)))
                m.ShouldNotHave(o.Consequence, o, $"consequence of {d.Id} {o.Id}");
        var ended = m.Events.Select(e => e switch { ActionFinished x => x.Action + " done", ActionFailed x => x.Action + " failed", _ => "" }).ToHashSet();
        foreach (var a in m.Scenario.Actions)
        {
            if (!Mine(a.By) || !ended.Contains(a.Id + " done"))
                m.ShouldNotHave(a.DoneText, a, "of " + a.Id);
            foreach (var requirement in a.Requires.Where(r => r.Hidden || !Mine(a.By)))
                m.ShouldNotHave(requirement.Reason, requirement, "of " + a.Id);
        }
    });

    [Theory]
    [MemberData(nameof(Drills))]
    public void Flags_scores_phases_to_come_and_the_truth_behind_requests_are_in_no_role_s_view(string drill) => AtMoments(drill, m =>
    {
        foreach (var kind in new[] { "plan:", "step:", "tile:", "next", "log:" })
            m.Keys(kind).ShouldBeEmpty(m.Name);
        var ended = m.State.Status == "ended";
        m.Keys("objective:").ShouldBe(ended ? m.Scenario.Objectives.Where(o => o.Team == m.Team).Select(o => o.Id) : [], ignoreOrder: true, m.Name);
        m.Keys("score:").ShouldBe(ended ? [m.Team] : [], m.Name);
        foreach (var word in new[] { "\"mistakes\"", "\"firstMistakes\"", "\"right\"", "\"matter\"", "\"flags\"", "\"foundAuthentic\"" })
            m.Json.ShouldNotContain(word);
        foreach (var flag in m.Scenario.Flags)
            m.ShouldNotHave(flag.About, flag, "about flag " + flag.Id);
        foreach (var o in m.Scenario.Objectives.Where(o => !ended || o.Team != m.Team))
            m.ShouldNotHave(o.Name, o, "objective " + o.Id);
        // Its own report names what it incurred; what it did not is a trap that others may still walk into.
        var incurred = m.Scenario.Penalties.Where(p => ended && p.Team == m.Team && m.State.Penalties.ContainsKey(p.Id)).ToList();
        m.Keys("penalty:").ShouldBe(incurred.Select(p => p.Id), ignoreOrder: true, m.Name);
        foreach (var p in m.Scenario.Penalties.Except(incurred))
            m.ShouldNotHave(p.Name, p, "penalty " + p.Id);
        foreach (var phase in m.Scenario.Phases.Skip(m.State.Phase + 1))
            m.ShouldNotHave(phase.Title, phase, "phase " + phase.Id);
        foreach (var fact in m.Scenario.Matters.SelectMany(x => x.Facts))
            m.ShouldNotHave(fact.Name, fact, "fact");
    });

    [Theory]
    [MemberData(nameof(Drills))]
    public void A_request_is_seen_by_its_two_sides_and_each_keeps_its_own_counsel(string drill) => AtMoments(drill, m =>
    {
        ImmutableArray<string> Players(string authority) => m.Scenario.Authorities.FirstOrDefault(a => a.Id == authority)?.PlayedBy ?? [];
        bool Plays(string authority) => Players(authority).Any(r => new Actor(r).Team == m.Team);
        foreach (var r in m.State.Requests.Values)
        {
            var from = m.Scenario.States.FirstOrDefault(s => s.Id == m.Scenario.Authorities.FirstOrDefault(a => a.Id == r.Form.From)?.State);
            var authorises = from is not null && from.Authorises.Where(a => a.Key.Split('.')[0] == r.Form.Kind).SelectMany(a => a.Value).Any(role => new Actor(role).Team == m.Team);
            var writes = r.Incoming is null && (r.Team == m.Team || Plays(r.Form.From) || authorises);
            var receives = r.Reached.ContainsKey("sent") && (Plays(r.Receiver) || Plays(r.Form.To));
            var seen = m.View.GetValueOrDefault("request:" + r.Id) as RequestView;
            (seen is not null).ShouldBe(writes || receives, $"{m.Name}: {r.Id}");
            if (seen is null)
                continue;
            if (!receives)
                Json(seen with { Form = new RequestForm() }).ShouldNotContain("verified", Case.Sensitive, $"{m.Name}: {r.Id}");
            if (!receives)
                seen.Status.ShouldNotBe("not-authentic");
            if (!writes)
                seen.History.Select(h => h.What).Intersect(["draft", "edited", "authorised", "sent-back"]).ShouldBeEmpty($"{m.Name}: {r.Id}");
            if (!writes)
                (seen.Remark, seen.AuthorisedBy).ShouldBe((null, null));
        }
    });

    [Theory]
    [MemberData(nameof(Drills))]
    public void Control_sees_all(string drill)
    {
        var (scenario, rows) = Find(drill);
        foreach (var (state, events) in At(scenario, rows))
        {
            var all = View.Of(state, scenario, Audience.Control("en"));
            int Count(string kind) => all.Keys.Count(k => k.StartsWith(kind, StringComparison.Ordinal));
            (Count("feed:"), Count("request:"), Count("hold:"), Count("decision:")).ShouldBe((state.Feed.Count, state.Requests.Count, state.Holds.Count, state.Decisions.Count));
            (Count("asset:"), Count("meter:"), Count("data:"), Count("evidence:")).ShouldBe((scenario.Assets.Length, scenario.Meters.Length, scenario.DataSets.Length, scenario.Evidence.Length));
            (Count("plan:"), Count("objective:"), Count("score:"), Count("tile:")).ShouldBe((scenario.Injects.Length, scenario.Objectives.Length, scenario.Teams.Length, scenario.Teams.Length));
            foreach (var verified in events.OfType<RequestVerified>())
                ((RequestView)all["request:" + verified.Request]).History.ShouldContain(h => h.What == (verified.Authentic ? "verified" : "not-authentic"));
        }
    }

    [Fact]
    public void Who_has_no_place_in_the_scenario_sees_nothing()
    {
        var state = Play.Started(Wider.World).State;
        foreach (var id in new[] { "", "bank", "bank.nobody", "nobody.fraud", "bank.fraud.1", "control.director" })
            View.Of(state, Wider.World, Audience.OfRole(id, "en")).ShouldBeEmpty(id);
    }

    /// <summary>A role at a moment of a drill.</summary>
    private sealed record Moment(Scenario Scenario, DrillState State, ImmutableArray<DrillEvent> Events, Audience Audience)
    {
        private static readonly ImmutableArray<string> Everyone = ["all"];

        public string Team { get; } = new Actor(Audience.Id).Team;

        public string Name => $"{Audience.Id} at {State.At}";

        public ImmutableSortedDictionary<string, ViewRecord> View { get; } = HanoiAcademy.Drills.Views.View.Of(State, Scenario, Audience);

        public string Json { get; } = SecrecyTests.Json(HanoiAcademy.Drills.Views.View.Of(State, Scenario, Audience));

        public IEnumerable<string> Keys(string kind) => View.Keys.Where(k => k.StartsWith(kind, StringComparison.Ordinal)).Select(k => k[kind.Length..]);

        public bool Reaches(Inject inject) => inject.To.Intersect(Everyone.Add(Team).Add(Audience.Id)).Any();

        public void ShouldNotHave(Text text, object owner, string what)
        {
            var words = text.In("en", "en");
            if (words.Length >= 8 && Only(Scenario, words, owner))
                Json.Contains(Encode(words), StringComparison.Ordinal).ShouldBeFalse($"{Name} can read \"{words}\" ({what})");
        }
    }

    [Fact]
    public void What_an_adversary_means_to_do_and_what_noise_it_makes_is_in_no_other_team_s_view()
    {
        AtMoments("wider", m =>
        {
            m.Keys("adversary:").ShouldBe(m.Scenario.Adversary.Where(p => p.Team == m.Team).Select(p => p.Id), m.Name);
            foreach (var plan in m.Scenario.Adversary.Where(p => p.Team != m.Team))
            {
                m.Json.ShouldNotContain(Encode(plan.Name.ToString()), Case.Sensitive, m.Name);
                foreach (var step in plan.Steps)
                    m.Json.ShouldNotContain($"\"Step {step.Id}\"", Case.Sensitive, m.Name);
            }
        });
        Find("wider").Rows.SelectMany(r => r.Events).Select(e => e.GetType()).ShouldContain(typeof(NoiseMade));
    }

    private static IEnumerable<string> Written(Moment m) =>
        m.State.Feed.Where(f => f.Seat is { } seat && new Actor(seat).Team == m.Team).Select(f => f.Id);

    private static readonly ConcurrentDictionary<(Scenario, string, object), bool> Alone = new();

    private static readonly ConcurrentDictionary<Scenario, string> Whole = new();

    /// <summary>Whether the words stand nowhere in the scenario but with their owner; words used twice may have been read elsewhere.</summary>
    private static bool Only(Scenario scenario, string words, object owner) => Alone.GetOrAdd((scenario, words, owner), key =>
    {
        int Times(string text) => (text.Length - text.Replace(Encode(words), "", StringComparison.OrdinalIgnoreCase).Length) / Encode(words).Length;
        return Times(Whole.GetOrAdd(scenario, s => Json(s))) == Times(Json(owner));
    });

    private static void AtMoments(string drill, Action<Moment> check)
    {
        var (scenario, rows) = Find(drill);
        foreach (var (state, events) in At(scenario, rows))
            foreach (var audience in View.Roles(scenario, "en"))
                check(new Moment(scenario, state, events, audience));
    }

    private static IEnumerable<(DrillState State, ImmutableArray<DrillEvent> Events)> At(Scenario scenario, IReadOnlyList<LoggedRow> rows)
    {
        for (var n = 1; n <= Moments; n++)
        {
            var soFar = rows.Take(rows.Count * n / Moments).ToList();
            yield return (Drill.Replay(scenario, soFar.Select(r => r.Events)), [.. soFar.SelectMany(r => r.Events)]);
        }
    }

    private static (Scenario Scenario, IReadOnlyList<LoggedRow> Rows) Find(string drill) =>
        drill == "wider" ? (Eventful.Value.Scenario, Eventful.Value.Rows) : (Rehearsed.InvoiceAtDawn, Rehearsed.Log(1));

    /// <summary>A drill in which everything happens that one team must not see of another.</summary>
    private static readonly Lazy<Play> Eventful = new(() => Play.Started(Wider.World)
        .Send("bank.fraud.1", new SendMessage("branch", "Stop the payment to the account in Kivara."))
        .Send("bank.fraud.1", new StartAction("stop-payment"))
        .Send(Actor.Director, new FireInject("norvia-writes"), 2 * Minute)
        .Send("kivara.officer.1", new VerifyRequest("from-norvia", true, "register"), 3 * Minute)
        .Send("desk.officer.1", new DraftRequest("r", Form("kivara-desk", "kivara-log", "192.0.2.7")), 4 * Minute)
        .Send("police.investigator.1", new SendBackDraft("r", "Name the holder."))
        .Send("desk.officer.1", new EditRequest("r", 1, Form("kivara-desk", "kivara-log", "192.0.2.7")))
        .Send("police.investigator.1", new AuthoriseRequest("r", 2))
        .Send("desk.officer.1", new SendRequest("r"))
        .Send("kivara.officer.1", new AcknowledgeRequest("r", "KV-1"), 5 * Minute)
        .Send("kivara.officer.1", new VerifyRequest("r", false, "none"), 6 * Minute)
        .Send("desk.officer.1", new DraftRequest("s", Form()), 7 * Minute)
        .Send("desk.officer.1", new SendRequest("s"))
        .Send("bank.fraud.1", new Decide("tell", "yes", "The customers must know."), 8 * Minute)
        .Send(Actor.Director, new FireInject("by-hand"), 12 * Minute)
        .Send(Actor.Director, new FireInject("answer-to-second"))
        .Send("bank.fraud.1", new CollectEvidence("header"))
        .Send("bank.fraud.1", new HandOverEvidence("header", "police"))
        .Until(130 * Minute));

    private static string Json<T>(T value) => Encoding.UTF8.GetString(DrillJson.ToBytes(value));

    private static string Encode(string text) => Json(text)[1..^1];
}
