using HanoiAcademy.Content.Yaml;
using HanoiAcademy.Drills.Scenarios;

namespace HanoiAcademy.Content.Scenarios.Reading;

/// <summary>Effects: maps of one key that says what changes.</summary>
internal static class EffectReader
{
    private static readonly string[] Kinds = ["asset", "alter", "clear", "court", "destroy", "end", "fault", "flag", "follow", "inject", "meter", "move", "open", "receive", "reveal", "use"];
    private static readonly Effect Harmless = new SetFlag("");

    public static Effect Read(YamlNode node, Binding b)
    {
        if (Pick.One(node, "an effect", Kinds, b) is not var (kind, value))
            return Harmless;
        return b.Register.Part<Effect>(kind switch
        {
            "flag" => new SetFlag(Pick.Id(value, kind, Thing.Flag, b)),
            "clear" => new ClearFlag(Pick.Id(value, kind, Thing.Flag, b)),
            "asset" => Pick.Map(value, "a change of an asset", b, Asset),
            "meter" => Pick.Map(value, "a change of a meter", b, Meter),
            "move" => Pick.Map(value, "a move between meters", b, Move),
            "reveal" => Pick.Map(value, "a reveal", b, Reveal),
            "open" => new OpenDecision(Pick.Id(value, kind, Thing.Decision, b)),
            "inject" => value is YamlMap
                ? Pick.Map(value, "a delivery", b, i => new DeliverInject(i.Refer("id", Thing.Inject), i.MsOr("after", 0)))
                : new DeliverInject(Pick.Id(value, kind, Thing.Inject, b)),
            "receive" => new ReceiveRequest(Pick.Id(value, kind, Thing.IncomingRequest, b)),
            "follow" => new FollowHold(Pick.Id(value, kind, Thing.DataSet, b)),
            "fault" => Pick.Map(value, "a fault", b, i => new FaultRequest(i.Refer("matter", Thing.Matter), i.Word("code", Words.Mistake), i.Word("side", Words.RequestSide, "sender"))),
            "use" => new UseElsewhere(Pick.Id(value, kind, Thing.Matter, b)),
            "destroy" => new DestroyEvidence(Pick.Id(value, kind, Thing.Evidence, b)),
            "alter" => new AlterEvidence(Pick.Id(value, kind, Thing.Evidence, b)),
            "court" => new AskCourt(Pick.Id(value, kind, Thing.Court, b)),
            "end" => new EndDrill(Pick.Id(value, kind, Thing.End, b)),
            _ => Harmless,
        }, node.At);
    }

    private static SetAsset Asset(Item i)
    {
        var asset = i.Refer("id", Thing.Asset);
        return new(asset, i.Refer("to", Thing.AssetState, asset + "/"));
    }

    private static ChangeMeter Meter(Item i)
    {
        var change = new ChangeMeter(i.Refer("id", Thing.Meter), i.Amount("add"), i.Amount("set"), i.Rate("rate"));
        if (!i.Has("add") && !i.Has("set") && !i.Has("rate"))
            i.Problems.Add(i.Fields.At, "meter-without-change", "A change of a meter needs add, set or rate.");
        return change;
    }

    private static MoveMeter Move(Item i)
    {
        var move = new MoveMeter(i.Refer("from", Thing.Meter), i.Refer("to", Thing.Meter), i.Fields.Int("percent", 1, 100));
        if (move.From == move.To && move.From.Length > 0)
            i.Fields.Wrong("to", "move-to-itself", "A move goes from one meter to another; name another meter here.");
        return move;
    }

    private static Reveal Reveal(Item i)
    {
        (string Key, Thing Thing)[] kinds = [("asset", Thing.Asset), ("data", Thing.DataSet), ("evidence", Thing.Evidence), ("meter", Thing.Meter), ("property", Thing.Property), ("retention", Thing.DataSet)];
        var given = kinds.Where(k => i.Has(k.Key)).ToArray();
        if (given.Length != 1)
            i.Problems.Add(i.Fields.At, "reveal-one", "A reveal names exactly one asset, data, evidence, meter, property or retention; write one effect for each thing.");
        var (what, thing) = given.Length == 0 ? kinds[0] : given[0];
        return new(what, given.Length == 0 ? "" : i.ReferOrNull(what, thing) ?? "", i.TeamsOrRoles("teams", required: true, all: false));
    }
}
