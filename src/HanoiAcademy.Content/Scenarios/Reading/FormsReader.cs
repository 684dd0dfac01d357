using System.Collections.Immutable;
using HanoiAcademy.Drills.Forms;
using HanoiAcademy.Drills.Scenarios;

namespace HanoiAcademy.Content.Scenarios.Reading;

/// <summary>Typed fields of actions, and questionnaires.</summary>
internal static class FormsReader
{
    public const int MostFields = 40;

    public static ImmutableArray<InputField> Fields(Item i, string owner, bool required = false) =>
        i.Each("fields", "a field", f => Field(f, owner), required, MostFields);

    public static Questionnaire Questionnaire(Item i)
    {
        var id = i.Id(Thing.Questionnaire);
        var q = new Questionnaire
        {
            Id = id,
            Title = i.Text("title"),
            Intro = i.TextOrEmpty("intro"),
            For = i.Readers("for", required: true),
            At = i.MsOrNull("at"),
            When = i.WhenOrNull("when"),
            AtEnd = i.Fields.Bool("atEnd"),
            Fields = Fields(i, "questionnaire " + id, required: true),
        };
        if ((q.At is null ? 0 : 1) + (q.When is null ? 0 : 1) + (q.AtEnd ? 1 : 0) != 1)
            i.Fields.Wrong("title", "questionnaire-opens", "A questionnaire opens ‘at’ a time, ‘when’ something holds, or ‘atEnd: true’; write exactly one.");
        return q;
    }

    /// <summary>Field id to text: the model answers of an expected act; null where the author wrote none.</summary>
    public static ImmutableSortedDictionary<string, string>? Answers(Item i)
    {
        var answers = i.Each("answers", "an answer", a => (Field: a.Fields.Text("field"), Text: a.Fields.Text("text")), most: MostFields);
        return answers.IsEmpty ? null : answers.Aggregate(ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal), (all, one) => all.SetItem(one.Field, one.Text));
    }

    private static InputField Field(Item i, string owner)
    {
        var field = new InputField
        {
            Id = i.Id(Thing.Field, owner + "/"),
            Name = i.Text("name"),
            Kind = i.Word("kind", Words.FieldKind, "text"),
            Required = i.Fields.Bool("required"),
            Min = i.Amount("min"),
            Max = i.Amount("max"),
            Choices = i.Each("choices", "a choice", c => new FieldChoice(c.Id(Thing.Choice, owner + "/" + i.Fields.TextOrNull("id") + "/"), c.Text("name")), most: 20),
            Right = [.. i.Fields.Texts("right")],
        };
        if (field.Kind == "choice" != field.Choices.Length > 0)
            i.Fields.Wrong(field.Kind == "choice" ? "kind" : "choices", "field-choices", "A field of kind ‘choice’ has ‘choices’, and no other kind has; write both or none.");
        if (field.Kind == "scale" && (field.Min is null || field.Max is null))
            i.Fields.Wrong("kind", "field-scale", "A scale goes from ‘min’ to ‘max’, such as 1 and 5; write both.");
        if (field.Min > field.Max)
            i.Fields.Wrong("max", "field-bounds", "‘max’ is below ‘min’, so nothing fits; exchange the two.");
        if (field.Kind == "text" && (field.Min < 0 || field.Max > Filling.MostText || field.Min > Filling.MostText))
            i.Fields.Wrong(i.Has("max") ? "max" : "min", "field-bounds", $"A text has 0 to {Filling.MostText} characters; correct the bound.");
        foreach (var wrong in field.Right.Where(r => Filling.Refuse([field], ImmutableSortedDictionary<string, string>.Empty.Add(field.Id, r)) is not null))
            i.Fields.Wrong("right", "field-right", $"‘{wrong}’ cannot be filled in here, so nobody can be right; correct it or the field.");
        return field;
    }
}
