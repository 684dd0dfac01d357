using System.Collections.Immutable;
using HanoiAcademy.Drills.Scenarios;

namespace HanoiAcademy.Content.Scenarios.Reading;

/// <summary>Matters, request forms and incoming requests.</summary>
internal static class RequestsReader
{
    public static Matter Matter(Item i) => new()
    {
        Id = i.Id(Thing.Matter),
        Name = i.Text("name"),
        Kind = i.Word("kind", Words.RequestKind),
        From = i.Refer("from", Thing.Authority),
        To = i.Refer("to", Thing.Authority),
        Needed = i.One("needed", "the needed scope", Scope),
        Facts = i.Each("facts", "a fact", Fact),
        Authentic = i.Fields.Bool("authentic", orElse: true),
        Discriminatory = i.Fields.Bool("discriminatory"),
        Model = i.One("model", "the model form", Form),
        GrantEffects = i.Effects("grantEffects"),
        RefuseEffects = i.Effects("refuseEffects"),
        Points = i.Fields.IntOrNull("points", 0, 1000) ?? 0,
        Penalty = i.Fields.IntOrNull("penalty", 0, 1000) ?? 10,
        Weights = i.OneOrNull("weights", "the weights", Weights) ?? NoFields,
        Emergency = i.Fields.Bool("emergency", orElse: true),
        Averts = i.Fields.Bool("averts", orElse: true),
        DualCriminal = i.Fields.Bool("dualCriminal", orElse: true),
        StoredWouldDo = i.Fields.Bool("storedWouldDo"),
        Traps = i.Each("traps", "a trap", Trap, most: 20),
        AnswerFacts = i.Each("answerFacts", "a fact", AnswerFact, most: 20),
        Exception = i.OneOrNull("answer", "the answer", Answer),
        LateAfter = i.MsOrNull("lateAfter"),
        Path = i.ReferOrNull("path", Thing.Matter),
        Found = i.TextOrEmpty("found"),
        Next = i.ReferOrNull("next", Thing.Matter),
    };

    private static Trap Trap(Item i) => new(i.Word("code", Words.Mistake), i.Has("field") ? i.Word("field", Words.FormField) : "", [.. i.Fields.Texts("any", required: true)]);

    private static Fact AnswerFact(Item i) => new("reasons", i.Text("name"), [.. i.Fields.Texts("any", required: true)]);

    private static AnswerException Answer(Item i) => new(i.Word("is", Words.RequestAnswer), i.Has("ground") ? i.Word("ground", Words.Ground) : "", i.TextOrEmpty("reasons"), i.TextOrEmpty("conditions"),
        i.OneOrNull("scope", "a scope", Scope), i.MsOrNull("after", Item.MostStoryDays));

    private static ImmutableSortedDictionary<string, string> Weights(Item i)
    {
        var all = NoFields.ToBuilder();
        foreach (var code in Words.Mistake.Keys)
            if (i.Word(code, Words.Weight, "") is { Length: > 0 } weight)
                all[code] = weight;
        return all.ToImmutable();
    }

    public static IncomingRequest Incoming(Item i) =>
        new(i.Id(Thing.IncomingRequest), i.Refer("matter", Thing.Matter), i.One("form", "the form", Form), i.OneOrNull("supplement", "the supplement", Form));

    private static Fact Fact(Item i) => new(i.Word("field", Words.FormField), i.Text("name"), [.. i.Fields.Texts("any", required: true)]);

    private static RequestForm Form(Item i) => new()
    {
        Kind = i.Word("kind", Words.RequestKind, "preservation"),
        From = i.Refer("from", Thing.Authority),
        To = i.Refer("to", Thing.Authority),
        Channel = i.Word("channel", Words.Channel),
        Basis = i.Word("basis", Words.Basis),
        Scope = i.OneOrNull("scope", "a scope", Scope) ?? new Scope([], [], [], null, null),
        Fields = i.OneOrNull("fields", "the fields of a form", Fields) ?? NoFields,
        Attachments = i.ReferEach("attachments", Thing.Evidence),
    };

    private static Scope Scope(Item i)
    {
        var scope = new Scope(i.ReferEach("dataSets", Thing.DataSet), i.WordsOf("classes", Words.DataClass), [.. i.Fields.Texts("identifiers")], i.StoryOrNull("from"), i.StoryOrNull("to"),
            i.Has("property") ? i.ReferEach("property", Thing.Property) : null, i.Fields.LongOrNull("amount", 0, Item.MostAmount));
        if (scope.FromUtc > scope.ToUtc)
            i.Fields.Wrong("to", "scope-period", "The period ends before it begins; exchange from and to.");
        return scope;
    }

    private static readonly ImmutableSortedDictionary<string, string> NoFields = ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal);

    /// <summary>What the desk itself takes; a model that is longer could not be sent.</summary>
    private const int MostField = 4_000;

    // Plain strings, not texts of a language: the form is what one authority writes, in the language it chose.
    private static ImmutableSortedDictionary<string, string> Fields(Item i)
    {
        var fields = NoFields.ToBuilder();
        foreach (var field in Words.FormField.Keys)
        {
            // Asked for all the same: an editor learns from it what may stand here.
            if (i.Fields.TextOrNull(field) is null)
                continue;
            fields[field] = i.Plain(field);
            if (fields[field].Length > MostField)
                i.Fields.Wrong(field, "form-too-long", $"A field of a form takes {MostField} characters; this one has {fields[field].Length}. Shorten it.");
        }

        return fields.ToImmutable();
    }
}
