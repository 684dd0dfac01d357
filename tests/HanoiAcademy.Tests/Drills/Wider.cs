using HanoiAcademy.Drills.Scenarios;
using static HanoiAcademy.Tests.Drills.Small;

namespace HanoiAcademy.Tests.Drills;

/// <summary>The small world, and requests that come to Kivara's people: one from Norvia with a gap, one from a desk that does not exist.</summary>
internal static class Wider
{
    public const string Narrowed = "from-norvia";
    public const string False = "from-nobody";

    public static Scenario World => Small.World with
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
        Injects =
        [
            .. Small.World.Injects,
            Inject("norvia-writes", null, "kivara") with { Contingency = true, Effects = [new ReceiveRequest(Narrowed), new SetAsset("mailbox", "closed"), new Reveal("data", "kivara-mail", ["kivara"])] },
            Inject("nobody-writes", null, "kivara") with { Contingency = true, Effects = [new ReceiveRequest(False), new ChangeMeter("reachable", Add: -50, Rate: 25)] },
            Inject("answer-to-second", null, "all") with { Contingency = true, ReplyTo = "second" },
        ],
        Actions =
        [
            .. Small.World.Actions,
            new ActionDefinition { Id = "probe", Name = En("Probe"), By = ["bank.fraud", "desk.officer"], DurationMs = 30_000, Chance = 50, Repeat = true, StartEffects = [new SetFlag("secret")], Effects = [new ClearFlag("alarm")], FailEffects = [new DeliverInject("by-hand", 1_000)] },
            new ActionDefinition { Id = "send-mla", Name = En("Send the MLA request"), By = ["desk.officer"], Effects = [new FollowHold("norvia-log"), new FollowHold("kivara-log")] },
        ],
    };

    public static RequestForm FormFrom(string from) => Form("kivara-desk", "kivara-mail", "box@savanna.example") with { From = from };

    private static Matter Asked(string id, string from) => Matter(id, "kivara-desk", "kivara-mail", "box@savanna.example") with { From = from, Model = FormFrom(from) };
}
