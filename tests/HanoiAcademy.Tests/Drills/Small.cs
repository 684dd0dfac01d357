using System.Collections.Immutable;
using HanoiAcademy.Drills.Scenarios;

namespace HanoiAcademy.Tests.Drills;

/// <summary>The smallest scenario that has one of everything: a bank and a desk of Sundara, a desk of Kivara with people, Norvia without.</summary>
internal static class Small
{
    public const long Minute = 60_000;
    public const long Hour = 60 * Minute;
    public const long Day = 24 * Hour;

    /// <summary>Story time at StartEx.</summary>
    public const long Start = 1_800_000_000_000;

    public static Scenario World { get; } = new()
    {
        Id = "small",
        Version = "1",
        Title = En("Small"),
        States =
        [
            State("sundara", 420, "desk.officer", "police.investigator"),
            State("kivara", 180, "kivara.officer"),
            State("norvia", 60),
        ],
        Authorities =
        [
            Authority("sundara-desk", "sundara", "desk247", ["desk.officer"], ["preservation"]),
            Authority("sundara-police", "sundara", "police", ["police.investigator"], []),
            Authority("kivara-desk", "kivara", "desk247", ["kivara.officer"], ["preservation"]),
            Authority("norvia-desk", "norvia", "desk247", [], ["preservation"]),
            Authority("norvia-police", "norvia", "police", [], []) with { ForwardTo = "norvia-desk" },
        ],
        Treaties = [new Treaty("budapest", ["sundara", "kivara", "norvia"])],
        Teams =
        [
            Team("bank", "sundara", "fraud"),
            Team("desk", "sundara", "officer"),
            Team("police", "sundara", "investigator"),
            Team("kivara", "kivara", "officer"),
        ],
        Contacts = [new Contact("branch", En("Branch"), Text.Empty, ["bank"])],
        Assets = [new Asset("mailbox", En("Mailbox"), Text.Empty, "mail", [new AssetState("open", En("open"), "bad"), new AssetState("closed", En("closed"), "ok")], "open", ["bank"], [])],
        Meters =
        [
            new Meter("reachable", En("Reachable"), "USD", 1_000, -10, 0, 1_000, ["bank"]),
            new Meter("frozen", En("Frozen"), "USD", 0, 0, 0, 1_000, ["bank"]),
        ],
        Flags = [new Flag("alarm", Text.Empty), new Flag("secret", Text.Empty)],
        DataSets =
        [
            new DataSet("norvia-log", En("Mail log"), En("Fjord"), "norvia", "traffic", Start + 10 * Day, ["post@fjord.example"], ["desk", "police"]),
            new DataSet("kivara-log", En("Host log"), En("Savanna"), "kivara", "traffic", Start + 2 * Hour, ["192.0.2.7"], ["desk"]),
        ],
        Evidence = [new EvidenceItem("header", En("Header"), Text.Empty, "header.eml", "message/rfc822", "aGVhZGVy", "7d5f3f7d3b6f0c0f0a54c3a0b6f4b8f1b6a6a6c1c2ad1f8e8d4b3c5d6e7f8091", [])],
        Actions =
        [
            new ActionDefinition { Id = "stop-payment", Name = En("Stop payment"), By = ["bank.fraud"], DurationMs = 2 * Minute, Effects = [new MoveMeter("reachable", "frozen", 100), new SetFlag("alarm")], DoneText = En("Stopped.") },
            new ActionDefinition { Id = "needs-alarm", Name = En("Needs the alarm"), By = ["bank.fraud"], Requires = [new Requirement(new FlagSet("alarm"), En("Raise the alarm first."), false)] },
            new ActionDefinition { Id = "needs-secret", Name = En("Needs what nobody sees"), By = ["bank.fraud"], DurationMs = Minute, Requires = [new Requirement(new FlagSet("secret"), En("never shown"), true)], FailText = En("It came to nothing.") },
        ],
        Matters =
        [
            Matter("norvia", "norvia-desk", "norvia-log", "post@fjord.example"),
            Matter("kivara", "kivara-desk", "kivara-log", "192.0.2.7"),
        ],
        IncomingRequests = [],
        Injects =
        [
            Inject("first", 0, "bank"),
            Inject("second", 10 * Minute, "desk"),
            Inject("on-alarm", null, "police") with { When = new FlagSet("alarm"), After = 3 * Minute },
            Inject("by-hand", null, "all") with { Contingency = true, Attachments = ["header"] },
            Inject("low", null, "bank") with { When = new MeterIs("reachable", AtMost: 900) },
        ],
        Decisions =
        [
            new Decision
            {
                Id = "tell", Title = En("Tell?"), Body = Prose.Empty, By = ["bank.fraud"], At = 5 * Minute, WithinMs = 10 * Minute,
                Options = [new Option("yes", En("Yes"), [new SetFlag("alarm")], En("It is known.")), new Option("no", En("No"), [], Text.Empty)],
            },
        ],
        Objectives =
        [
            new Objective { Id = "stopped", Team = "bank", Name = En("Stopped in time"), Points = 10, When = new ActionDone("stop-payment"), By = 30 * Minute },
            new Objective { Id = "asked", Team = "desk", Name = En("Asked"), Points = 10, When = new RequestIs("norvia", "granted", FirstSound: true) },
            new Objective { Id = "kept-calm", Team = "bank", Name = En("Did not tell"), Points = 10, When = new Not(new DecisionIs("tell", "yes")), AtEnd = true },
        ],
        Penalties = [new Penalty("rash", "bank", En("Rash"), 10, new ActionDone("needs-secret", "started"))],
        Phases = [new Phase("day", En("The day"), 0, Start, 1), new Phase("later", En("Ten weeks later"), 100 * Minute, Start + 70 * Day, 1)],
        Ends = [new End("time", En("Time"), 120 * Minute)],
    };

    public static Text En(string text) => Text.Of("en", text);

    public static RequestForm Form(string to = "norvia-desk", string data = "norvia-log", string identifier = "post@fjord.example") => new()
    {
        From = "sundara-desk",
        To = to,
        Channel = "desk247",
        Basis = "budapest",
        Scope = new Scope([data], ["traffic"], [identifier], Start - Day, Start),
        Fields = Fields(("authority", "Sundara 24/7 desk"), ("offence", "Fraud by false invoice"), ("data", "Sign-in log of the account"), ("holder", "The provider"), ("necessity", "Kept a few days only"), ("mla-follows", "An MLA request will follow")),
    };

    public static ImmutableSortedDictionary<string, string> Fields(params (string Id, string Text)[] fields) =>
        ImmutableSortedDictionary.CreateRange(StringComparer.Ordinal, fields.Select(f => KeyValuePair.Create(f.Id, f.Text)));

    public static Inject Inject(string id, long? at, string to) => new() { Id = id, Title = En(id), At = at, To = [to], Subject = En(id), Body = new Prose(En("Body of " + id), En("<p>Body of " + id + "</p>")) };

    private static StateProfile State(string id, int offset, params string[] authorises) => new()
    {
        Id = id,
        Name = En(id),
        OffsetMinutes = offset,
        Authorises = ImmutableSortedDictionary.CreateRange(StringComparer.Ordinal, [KeyValuePair.Create("preservation", authorises.ToImmutableArray())]),
        Policy = new AnswerPolicy(15 * Minute, 30 * Minute, Hour, 30 * Day),
    };

    public static Authority Authority(string id, string state, string kind, ImmutableArray<string> playedBy, ImmutableArray<string> competent) =>
        new() { Id = id, Name = En(id), State = state, Kind = kind, PlayedBy = playedBy, Competent = competent, Channels = ["desk247", "police"], Telephone = "+00 100 " + id.Length };

    private static Team Team(string id, string state, string role) => new(id, En(id), "response", state, Prose.Empty, [new Role(role, En(role), 1, Prose.Empty)]);

    public static Matter Matter(string id, string to, string data, string identifier) => new()
    {
        Id = id,
        Name = En(id),
        Kind = "preservation",
        From = "sundara-desk",
        To = to,
        Needed = new Scope([data], ["traffic"], [identifier], Start - Day, Start),
        Facts = [new Fact("offence", En("what happened"), ["false invoice", "invoice fraud"])],
        Model = Form(to, data, identifier),
    };
}
