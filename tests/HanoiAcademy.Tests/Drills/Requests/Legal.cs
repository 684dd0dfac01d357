using System.Collections.Immutable;
using HanoiAcademy.Drills.Commands;
using HanoiAcademy.Drills.Requests;
using HanoiAcademy.Drills.Requests.Kinds;
using HanoiAcademy.Drills.Scenarios;
using static HanoiAcademy.Tests.Drills.Small;

namespace HanoiAcademy.Tests.Drills.Requests;

/// <summary>
/// A world with a sound matter of every kind, twice: to Kivara, where people answer, and to Norvia, where nobody sits. Production goes to a
/// provider at home, played and not. What a test spoils is one thing at a time.
/// </summary>
internal static class Legal
{
    public const string Fact = "the listed fact";

    public static readonly ImmutableArray<string> Ends = ["kivara", "norvia"];

    private static readonly ImmutableArray<string> AllChannels = ["desk247", "police", "central-authority", "diplomatic", "interpol", "fiu", "provider-portal", "served-order", "bank-recall"];
    private static readonly ImmutableArray<string> AllKinds = [.. RequestKinds.All.Select(k => k.Id)];

    /// <summary>Fields that count only when they hold a fact of the matter.</summary>
    private static readonly ImmutableArray<string> WithFacts =
        ["dual-criminality", "third-parties", "victims", "exculpatory", "link", "evidence-rules", "do-not-tell-user", "preservation-reference", "person-sought"];

    public static Scenario World { get; } = Make();

    public static Scenario With(string matter, Func<Matter, Matter> change) => World with { Matters = [.. World.Matters.Select(m => m.Id == matter ? change(m) : m)] };

    public static Scenario WithState(string state, Func<StateProfile, StateProfile> change) => World with { States = [.. World.States.Select(s => s.Id == state ? change(s) : s)] };

    public static string Receiver(string kind, string end) => kind == "production" ? (end == "kivara" ? "home-provider" : "empty-provider") : end + "-office";

    public static string Answerer(string kind) => kind == "production" ? "holder.clerk.1" : "kivara.officer.1";

    public static RequestForm Form(string kind, string end) => World.Matters.Single(m => m.Id == $"{kind}-{end}").Model;

    /// <summary>Begun, with what must come before a request of the kind: data kept before assistance, money stopped before it is frozen.</summary>
    public static Play Before(string kind, string end, Scenario? scenario = null)
    {
        var play = Play.Started(scenario ?? World);
        return kind switch
        {
            "mla" => Answered(Out(play, "preservation", end, "first"), "preservation", end, "first"),
            "freeze" => Answered(Out(play, "stop-payment", end, "first"), "stop-payment", end, "first"),
            _ => play,
        };
    }

    public static Play Out(Play play, string kind, string end, string id = "r", Func<RequestForm, RequestForm>? change = null, bool authorise = true)
    {
        play.Send("desk.officer.1", new DraftRequest(id, (change ?? (f => f))(play.Scenario.Matters.Single(m => m.Id == $"{kind}-{end}").Model)));
        if (authorise)
            play.Send("desk.officer.1", new AuthoriseRequest(id, 1));
        return play.Send("desk.officer.1", new SendRequest(id));
    }

    public static Play Sent(string kind, string end, Func<RequestForm, RequestForm>? change = null, Scenario? scenario = null, bool authorise = true) =>
        Out(Before(kind, end, scenario), kind, end, "r", change, authorise);

    /// <summary>People of Kivara grant at once; the policy of Norvia in its time.</summary>
    public static Play Answered(Play play, string kind, string end, string id = "r", string answer = "grant", Scope? scope = null, string ground = "", string reasons = "Because of the facts.")
    {
        if (end == "norvia")
            return play.Until(play.State.At + 46 * Minute);
        return play.Send(Answerer(kind), new AcknowledgeRequest(id))
            .Send(Answerer(kind), new VerifyRequest(id, true, "register"))
            .Send(Answerer(kind), new AnswerRequest(id, answer, [], ground, reasons, Scope: scope));
    }

    public static ImmutableArray<string> Codes(Play play, string side = "sender", string id = "r") =>
        [.. Shares.Of(play.State, play.Scenario, play.State.Requests[id], side).Costs.Select(c => c.Code)];

    private static Scenario Make()
    {
        var world = Small.World with
        {
            States =
            [
                State("sundara", 420, "desk.officer") with { Emergency = new EmergencyRule() },
                State("kivara", 180, "kivara.officer") with { DualCriminality = ["mla", "mla-live", "freeze"], Languages = ["en"] },
                State("norvia", 60, "desk.officer") with { DualCriminality = ["mla", "mla-live", "freeze"], Languages = ["en", "fr"] },
            ],
            Authorities =
            [
                Office("sundara-office", "sundara", "police", "desk.officer"),
                Office("kivara-office", "kivara", "central-authority", "kivara.officer"),
                Office("norvia-office", "norvia", "central-authority"),
                Office("norvia-switchboard", "norvia", "police") with { Competent = [], ForwardTo = "norvia-office" },
                Office("home-provider", "sundara", "provider", "holder.clerk"),
                Office("empty-provider", "sundara", "provider"),
            ],
            Treaties = [new Treaty("uncc", ["sundara", "kivara", "norvia"])],
            Teams = [.. Small.World.Teams, new Team("holder", En("Holder"), "response", "sundara", Prose.Empty, [new Role("clerk", En("clerk"), 1, Prose.Empty)])],
            DataSets = [.. Ends.Append("sundara").SelectMany(Data)],
            Evidence = [.. Small.World.Evidence],
            Meters = [.. Small.World.Meters, .. Ends.SelectMany(e => new[] { new Meter("flight-" + e, En("In flight"), "USD", 1_000, -5, 0, 1_000, []), new Meter("held-" + e, En("Held"), "USD", 0, 0, 0, 1_000, []) })],
            Properties = [.. Ends.Select(e => new Property("account-" + e, En("Account"), En("Bank"), e, "flight-" + e, "held-" + e, ["ACC-" + e], ["desk"]))],
            Matters = [],
            Injects = [],
            Objectives = [],
            Penalties = [],
            Decisions = [],
        };
        return world with { Matters = [.. Ends.SelectMany(end => RequestKinds.All.Select(k => Matter(k, end)))] };
    }

    private static Matter Matter(RequestKind kind, string end)
    {
        var at = kind.Id == "production" ? "sundara" : end;
        var asksData = kind.Outcome is "keep" or "hand-over" or "collect" && kind.Id != "inquiry";
        var dataClass = kind.Id is "provider" or "production" ? "subscriber" : "traffic";
        var data = asksData ? ImmutableArray.Create($"{at}-{dataClass}") : [];
        var scope = new Scope(data, asksData ? [dataClass] : [], asksData ? ["id-" + at] : kind.AsksProperty ? ["ACC-" + end] : [],
            Start - Day, kind.Id == "mla-live" ? Start + Hour : Start, kind.AsksProperty ? ["account-" + end] : null, kind.Id == "freeze" ? 400 : null);
        var facts = kind.Fields.Where(f => WithFacts.Contains(f.Id)).Select(f => new Fact(f.Id, En(f.Id), [Fact])).ToImmutableArray();
        return new Matter
        {
            Id = $"{kind.Id}-{end}",
            Name = En(kind.Id),
            Kind = kind.Id,
            From = "sundara-office",
            To = Receiver(kind.Id, end),
            Needed = scope,
            Facts = facts,
            Points = 10,
            Model = new RequestForm
            {
                Kind = kind.Id,
                From = "sundara-office",
                To = Receiver(kind.Id, end),
                Channel = kind.Channels[0],
                Basis = kind.Bases.Contains("uncc") ? "uncc" : kind.Bases[0],
                Scope = scope,
                Fields = Fields([.. kind.Fields.Select(f => (f.Id, $"{f.Id}: {Fact}")), ("language", "en")]),
            },
        };
    }

    private static IEnumerable<DataSet> Data(string state) => new[] { "subscriber", "traffic", "content" }
        .Select(c => new DataSet($"{state}-{c}", En($"{c} of {state}"), En("Provider"), state, c, Start + 10 * Day, ["id-" + state], ["desk"], "header"));

    private static StateProfile State(string id, int offset, string authorises) => new()
    {
        Id = id,
        Name = En(id),
        OffsetMinutes = offset,
        Authorises = ImmutableSortedDictionary.CreateRange(StringComparer.Ordinal, AllKinds.Select(k => KeyValuePair.Create(k, ImmutableArray.Create(authorises)))),
        Policy = new AnswerPolicy(15 * Minute, 30 * Minute, Hour, 30 * Day),
    };

    private static Authority Office(string id, string state, string kind, params string[] playedBy) =>
        Authority(id, state, kind, [.. playedBy], AllKinds) with { Channels = AllChannels };
}
