using System.Collections.Immutable;
using HanoiAcademy.Content.Yaml;
using HanoiAcademy.Drills.Scenarios;

namespace HanoiAcademy.Content.Scenarios.Reading;

/// <summary>Conditions: maps of one key, joined by all, any and not.</summary>
internal static class ConditionReader
{
    /// <summary>Rules evaluate conditions after every command; deeper ones are also past what a person can read.</summary>
    public const int MostDepth = 8;

    private static readonly string[] Kinds =
        ["action", "all", "answer", "any", "asset", "at", "court", "decision", "evidence", "flag", "hold", "inject", "message", "meter", "not", "request", "step"];

    private static readonly Condition Harmless = new AtTime(0);

    public static Condition Read(YamlNode node, Binding binding) => Read(node, binding, 1);

    private static Condition Read(YamlNode node, Binding b, int depth)
    {
        if (depth > MostDepth)
        {
            b.Problems.Add(node.At, "condition-too-deep", $"Conditions may be nested {MostDepth} deep; set a flag by an effect and ask for the flag here.");
            return Harmless;
        }

        if (Pick.One(node, "a condition", Kinds, b) is not var (kind, value))
            return Harmless;
        return b.Register.Part(kind switch
        {
            "all" => new AllOf(Several(value, kind, b, depth)),
            "any" => new AnyOf(Several(value, kind, b, depth)),
            "not" => new Not(Read(value, b, depth + 1)),
            "at" => new AtTime(Time(value, b)),
            "action" => value is YamlMap ? Pick.Map(value, "a condition on an action", b, Action) : new ActionDone(Pick.Id(value, kind, Thing.Action, b)),
            "answer" => Pick.Map(value, "a condition on an answer", b, Answer),
            "court" => value is YamlMap ? Pick.Map(value, "a condition on a court", b, i => new CourtIs(i.Refer("id", Thing.Court), i.Word("is", Words.CourtFact, "filed"))) : new CourtIs(Pick.Id(value, kind, Thing.Court, b)),
            "decision" => value is YamlMap ? Pick.Map(value, "a condition on a decision", b, Decision) : new DecisionIs(Pick.Id(value, kind, Thing.Decision, b)),
            "inject" => value is YamlMap ? Pick.Map(value, "a condition on an inject", b, Inject) : new InjectOut(Pick.Id(value, kind, Thing.Inject, b)),
            "step" => value is YamlMap ? Pick.Map(value, "a condition on a step", b, i => new StepIs(i.Refer("id", Thing.Step), i.Word("is", Words.StepFact, "done"))) : new StepIs(Pick.Id(value, kind, Thing.Step, b)),
            "flag" => new FlagSet(Pick.Id(value, kind, Thing.Flag, b)),
            "asset" => Pick.Map(value, "a condition on an asset", b, Asset),
            "meter" => Pick.Map(value, "a condition on a meter", b, Meter),
            "evidence" => Pick.Map(value, "a condition on evidence", b, Evidence),
            "request" => Pick.Map(value, "a condition on a request", b, Request),
            "hold" => Pick.Map(value, "a condition on a hold", b, Hold),
            "message" => Pick.Map(value, "a condition on a message", b, i => new MessageTo(i.Refer("to", Thing.Contact), i.ReferOrNull("team", Thing.Team))),
            _ => Harmless,
        }, node.At);
    }

    private static ImmutableArray<Condition> Several(YamlNode node, string kind, Binding b, int depth)
    {
        if (node is YamlList { Items.Count: > 0 } list)
            return [.. list.Items.Select(item => Read(item, b, depth + 1))];
        b.Problems.Add(node.At, "part-shape", $"‘{kind}’ takes a list of conditions, one line each beginning with ‘- ’.");
        return [];
    }

    private static long Time(YamlNode node, Binding b)
    {
        if (node is YamlScalar scalar && YamlDuration.TryParse(scalar.Value, out var time))
            return (long)time.TotalMilliseconds;
        b.Problems.Add(node.At, "yaml-duration", "‘at’ must be a drill time counted from StartEx, such as 45m or 1h30m.");
        return 0;
    }

    private static ActionDone Action(Item i) => new(i.Refer("id", Thing.Action), i.Word("outcome", Words.ActionOutcome, "done"));

    private static AnswerIs Answer(Item i)
    {
        var action = i.Refer("action", Thing.Action);
        return new(action, i.Refer("field", Thing.Field, action + "/"));
    }

    private static InjectOut Inject(Item i)
    {
        var inject = i.Refer("id", Thing.Inject);
        var variant = i.Fields.TextOrNull("variant");
        if (variant is not (null or InjectReader.Own))
            i.Binding.Register.Refer(Thing.Variant, $"{inject}/{variant}", i.Fields.PositionOf("variant"));
        return new(inject, variant);
    }

    private static DecisionIs Decision(Item i)
    {
        var decision = i.Refer("id", Thing.Decision);
        var option = i.Fields.TextOrNull("option");
        if (option is not (null or DecisionsReader.Lapsed))
            i.Binding.Register.Refer(Thing.Option, $"{decision}/{option}", i.Fields.PositionOf("option"));
        return new(decision, option);
    }

    private static AssetIs Asset(Item i)
    {
        var asset = i.Refer("id", Thing.Asset);
        return new(asset, i.Refer("is", Thing.AssetState, asset + "/"));
    }

    private static MeterIs Meter(Item i)
    {
        var meter = new MeterIs(i.Refer("id", Thing.Meter), i.Amount("atLeast"), i.Amount("atMost"));
        if (!i.Has("atLeast") && !i.Has("atMost"))
            i.Problems.Add(i.Fields.At, "meter-without-bound", "A condition on a meter needs atLeast, atMost or both.");
        else if (meter.AtLeast > meter.AtMost)
            i.Fields.Wrong("atMost", "meter-bounds", "atMost is below atLeast, so this never holds; exchange the two.");
        return meter;
    }

    private static EvidenceIs Evidence(Item i) =>
        new(i.Refer("id", Thing.Evidence), i.ReferOrNull("team", Thing.Team) ?? "", i.Word("is", Words.EvidenceFact, "collected"));

    private static RequestIs Request(Item i) =>
        new(i.Refer("matter", Thing.Matter), i.Word("status", Words.RequestStatus), i.Fields.Bool("sound"), i.Fields.Bool("firstSound"), i.MsOrNull("within", Item.MostStoryDays), i.Fields.Bool("right"),
            i.Fields.IntOrNull("share", 1, 100), i.Word("side", Words.RequestSide, "sender"), i.Has("mistake") ? i.Word("mistake", Words.Mistake) : null);

    private static HoldIs Hold(Item i)
    {
        if (i.Has("dataSet") == i.Has("property"))
            i.Problems.Add(i.Fields.At, "hold-one", "A hold is on one dataSet or on one property; name exactly one of the two.");
        return new(i.ReferOrNull("dataSet", Thing.DataSet) ?? "", i.Word("is", Words.HoldFact, "active"), i.ReferOrNull("property", Thing.Property));
    }
}
