using HanoiAcademy.Drills.Scenarios;
using static HanoiAcademy.Tests.Drills.Small;

namespace HanoiAcademy.Tests.Drills;

/// <summary>The small world, and requests that come to Kivara's people: one from Norvia with a gap, one from a desk that does not exist.</summary>
internal static class Wider
{
    public const string Narrowed = "from-norvia";
    public const string False = "from-nobody";

    /// <summary>What goes on by itself, what people may play, loops, fall-backs and noise.</summary>
    public static Scenario World { get; } = Planned.ForCrew(
        Planned.In(Bare,
            Planned.Of("enter", 2 * Minute, s => s with { Repeat = 3, FoiledBy = new FlagSet("alarm"), FoiledEffects = [new ChangeMeter("reachable", Add: 5)], PatienceMs = 4 * Minute, Then = [new StepBranch("slice", new AssetIs("mailbox", "open")), new StepBranch("hide")], Fallback = Planned.To("enter", "hide"), Noise = [new StepNoise(Minute, 50, null, [new DeliverInject("trace"), new Reveal("asset", "vault", ["bank"])], Text.Empty)] }, a => a with { Chance = 70 }),
            Planned.Of("slice", 3 * Minute, s => s with { WaitMs = Minute, Repeat = 2, Then = Planned.To("hide") }, a => a with { Costs = [new ActionCost("frozen", 10)], Effects = [new MoveMeter("reachable", "frozen", 20)], CooldownMs = Minute }),
            Planned.Of("hide", 0, s => s with { When = new AtTime(12 * Minute), Noise = [new StepNoise(0, 100, new FlagSet("secret"), [], Text.Empty), new StepNoise(5 * Minute, 80, null, [new SetFlag("secret")], Text.Empty)] }),
            Planned.Of("gloat", 0, s => s with { After = ["slice", "hide"] })),
        Planned.Of("crew-enter", 2 * Minute, s => s with { Repeat = 2, FoiledBy = new AssetIs("mailbox", "closed"), Then = Planned.To("crew-pay"), Fallback = Planned.To("crew-phone"), Noise = [new StepNoise(30_000, 60, null, [new DeliverInject("trace")], Text.Empty)] }, a => a with { Effects = [new ClearFlag("alarm")] }),
        Planned.Of("crew-pay", Minute, s => s with { After = ["crew-enter"] }, a => a with { Requires = [.. a.Requires, new Requirement(new MeterIs("reachable", AtLeast: 100), En("There is too little."), false)] }),
        Planned.Of("crew-phone", 30_000, s => s with { Repeat = 5, WaitMs = 20_000 }, a => a with { StartEffects = [new SetFlag("alarm")] }));

    private static Scenario Bare => Small.World with
    {
        Authorities =
        [
            .. Small.World.Authorities,
            Authority("kivara-police", "kivara", "police", [], []) with { ForwardTo = "kivara-desk" },
            Authority("false-desk", "norvia", "desk247", [], ["preservation"]) with { InRegister = false },
        ],
        DataSets = [.. Small.World.DataSets, new DataSet("kivara-mail", En("Kivara mail log"), En("Savanna"), "kivara", "traffic", Start + 200 * Day, ["box@savanna.example"], [])],
        Assets = [.. Small.World.Assets, new Asset("vault", En("Vault of Kivara"), Text.Empty, "server", [new AssetState("shut", En("shut"), "ok")], "shut", ["kivara"], ["mailbox"])],
        Matters = [.. Small.World.Matters, Asked("norvia-asks", "norvia-desk"), Asked("nobody-asks", "false-desk") with { Authentic = false }],
        IncomingRequests =
        [
            new IncomingRequest(Narrowed, "norvia-asks", FormFrom("norvia-desk") with { Fields = Form().Fields.Remove("holder") }, FormFrom("norvia-desk")),
            new IncomingRequest(False, "nobody-asks", FormFrom("false-desk")),
        ],
        Evidence =
        [
            Small.World.Evidence[0] with { Asset = "vault", Basis = ["own-system"], Needs = ["identified", "acquired", "preserved"] },
            new EvidenceItem("memory", En("Memory of the mail server"), En("Lost with the power."), "memory.txt", "text/plain", "bWVtb3J5", new('b', 64), ["police"])
            {
                Asset = "mailbox", State = "kivara", Basis = ["order"], Authorised = new FlagSet("alarm"), GoneWhen = new AllOf([new AssetIs("mailbox", "closed"), new AtTime(20 * Minute)]),
            },
        ],
        Courts =
        [
            new Court
            {
                Id = "hearing", Title = En("Hearing"), By = ["police.investigator"], Items = ["header", "memory"], When = new AnyOf([new EvidenceIs("header", "police", "unbroken"), new AtTime(40 * Minute)]),
                WithinMs = 10 * Minute, Purpose = ["false invoice"], AdmittedEffects = [new SetFlag("secret")], RejectedEffects = [new SetAsset("mailbox", "open")], LapseEffects = [new AlterEvidence("header")],
            },
        ],
        Penalties = [.. Small.World.Penalties, new Penalty("wiped", "police", En("The memory is lost"), 10, new EvidenceIs("memory", "police", "destroyed")), new Penalty("rejected", "police", En("The header is rejected"), 10, new EvidenceIs("header", "police", "rejected")), new Penalty("coerced", "police", En("Taken without authority"), 10, new EvidenceIs("memory", "police", "unauthorised"))],
        Injects =
        [
            .. Small.World.Injects,
            Inject("norvia-writes", null, "kivara") with { Contingency = true, Expected = [new ExpectObserved("kivara.officer", En("asks who called")), new ExpectObserved("kivara.officer", En("writes it down"))], Effects = [new ReceiveRequest(Narrowed), new SetAsset("mailbox", "closed"), new Reveal("data", "kivara-mail", ["kivara"]), new Reveal("retention", "kivara-mail", ["kivara"])] },
            Inject("nobody-writes", null, "kivara") with { Contingency = true, Effects = [new ReceiveRequest(False), new ChangeMeter("reachable", Add: -50, Rate: 25)] },
            .. new[] { "call-1", "call-2", "call-3", "late-1", "late-2" }.Select(id => Inject(id, null, "bank") with { Attention = id == "call-2" ? "call" : "normal", Expected = [new ExpectAction("bank.fraud", "probe"), new ExpectMessage("bank.fraud", "branch", En("We look into it.")), new ExpectCollect("bank.fraud", "header"), new ExpectDecision("bank.fraud", "tell", "no")] }),
            Inject("maybe", 12 * Minute, "desk") with { Chance = 50, Variants = [new InjectVariant { Id = "other", Body = Prose.Empty }, new InjectVariant { Id = "bank", For = ["bank"], Body = Prose.Empty }] },
            Inject("trace", null, "bank"),
            Inject("stopped", null, "police") with { When = new AnyOf([new StepIs("enter", "foiled"), new StepIs("crew-enter", "skipped"), new StepIs("crew-pay", "detected")]) },
            Inject("answer-to-second", null, "all") with { Contingency = true, Attention = "urgent", ReplyTo = "second" },
        ],
        Pools =
        [
            new Pool { Id = "calls", Members = [new PoolMember(["call-1"]), new PoolMember(["call-2", "call-3"])], From = 0, Until = 8 * Minute, When = new FlagSet("alarm") },
            new Pool { Id = "dated", Members = [new PoolMember(["late-1"]), new PoolMember(["late-2"])], From = 20 * Minute, Every = 5 * Minute, Take = 1 },
        ],
        Questionnaires =
        [
            new Questionnaire { Id = "pulse", Title = En("Pulse"), For = ["bank", "desk.officer"], At = 10 * Minute, Fields = [new InputField { Id = "pace", Name = En("Pace"), Kind = "scale", Min = 1, Max = 5 }] },
            new Questionnaire { Id = "after-alarm", Title = En("After the alarm"), For = ["all"], When = new FlagSet("alarm"), Fields = [new InputField { Id = "pace", Name = En("Pace") }] },
            new Questionnaire { Id = "hot-wash", Title = En("Hot wash"), For = ["all"], AtEnd = true, Fields = [new InputField { Id = "pace", Name = En("Pace") }] },
        ],
        Objectives =
        [
            .. Small.World.Objectives,
            // At the moment of an inject and of nothing else: whoever comes first at that moment, it is asked.
            new Objective { Id = "quiet-at-ten", Team = "bank", Name = En("Quiet at ten"), Points = 1, When = new AllOf([new AtTime(10 * Minute), new Not(new FlagSet("secret"))]) },
            new Objective { Id = "fast", Team = "bank", Name = En("Fast"), Points = 10, When = new ActionDone("stop-payment"), Measure = new Measure(5 * Minute, 15 * Minute, new InjectOut("on-alarm")) },
            new Objective { Id = "spoke-well", Team = "bank", Name = En("Spoke well"), Points = 4, When = new AllOf([]), Rubric = [new RubricLevel("well", En("Well"), 4), new RubricLevel("badly", En("Badly"), 0)] },
        ],
        Actions =
        [
            .. Small.World.Actions,
            new ActionDefinition { Id = "overtime", Name = En("Overtime"), By = ["bank.fraud"], Repeat = true, CooldownMs = 4 * Minute, Costs = [new ActionCost("reachable", 300), new ActionCost("frozen", 1)] },
            new ActionDefinition { Id = "probe", Name = En("Probe"), By = ["bank.fraud", "desk.officer"], DurationMs = 30_000, Chance = 50, Repeat = true, StartEffects = [new SetFlag("secret")], Effects = [new ClearFlag("alarm")], FailEffects = [new DeliverInject("by-hand", 1_000)] },
            new ActionDefinition { Id = "send-mla", Name = En("Send the MLA request"), By = ["desk.officer"], Effects = [new FollowHold("norvia-log"), new FollowHold("kivara-log")] },
            new ActionDefinition { Id = "wipe", Name = En("Wipe and rebuild"), By = ["bank.fraud"], Requires = [new Requirement(new Not(new EvidenceIs("header", "bank", "acquired")), En("There is a copy."), false)], StartEffects = [new AlterEvidence("header"), new DestroyEvidence("header")], Effects = [new DestroyEvidence("memory"), new AskCourt("hearing")] },
        ],
    };

    public static RequestForm FormFrom(string from) => Form("kivara-desk", "kivara-mail", "box@savanna.example") with { From = from };

    private static Matter Asked(string id, string from) => Matter(id, "kivara-desk", "kivara-mail", "box@savanna.example") with { From = from, Model = FormFrom(from) };
}
