using System.Collections.Immutable;
using System.Globalization;
using HanoiAcademy.Drills.Commands;
using HanoiAcademy.Drills.Requests;
using HanoiAcademy.Drills.Scenarios;

namespace HanoiAcademy.Drills.Forms;

/// <summary>Typed fields as filled in. Only the form is checked: a number is a number, a time has its zone; what is true the screen does not know.</summary>
public static class Filling
{
    /// <summary>Characters.</summary>
    public const int MostText = 4_000;
    public const int MostIdentifier = 200;

    private static readonly string[] Times = ["yyyy-MM-ddTHH:mmzzz", "yyyy-MM-ddTHH:mm:sszzz", "yyyy-MM-ddTHH:mm'Z'", "yyyy-MM-ddTHH:mm:ss'Z'"];

    /// <summary>Why these answers (field id to text) cannot stand: no-such-field, field-missing or bad-field, with the field's id; null when they can.</summary>
    public static Refusal? Refuse(ImmutableArray<InputField> fields, ImmutableSortedDictionary<string, string>? answers)
    {
        foreach (var id in answers?.Keys ?? [])
            if (fields.All(f => f.Id != id))
                return new Refusal("no-such-field", id.Length > MostIdentifier ? "" : id);
        foreach (var field in fields)
        {
            var answer = answers?.GetValueOrDefault(field.Id) ?? "";
            if (string.IsNullOrWhiteSpace(answer) ? field.Required : !Fits(field, answer))
                return new Refusal(string.IsNullOrWhiteSpace(answer) ? "field-missing" : "bad-field", field.Id);
        }

        return null;
    }

    /// <summary>Numbers and times as values, choices by id, texts folded in case, spacing and digits.</summary>
    public static bool IsRight(InputField field, string answer) => field.Right.Any(right => field.Kind switch
    {
        "number" or "scale" => Number(right) is { } wanted && Number(answer) == wanted,
        "time" => Time(right) is { } wanted && Time(answer) == wanted,
        "choice" => right == answer,
        _ => Folding.Contains(answer, right),
    });

    /// <summary>What a simulated player fills in: the author's model, else what is right, else something that fits.</summary>
    public static ImmutableSortedDictionary<string, string>? Model(Scenario scenario, ExpectAction expected)
    {
        if (expected.Answers is not null || scenario.Actions.FirstOrDefault(a => a.Id == expected.Action) is not { Fields.Length: > 0 } action)
            return expected.Answers;
        return ImmutableSortedDictionary.CreateRange(StringComparer.Ordinal, action.Fields.Where(f => f.Required || f.Right.Length > 0).Select(f => KeyValuePair.Create(f.Id, Some(f))));
    }

    private static long? Number(string text) => long.TryParse(text.Trim(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var n) ? n : null;

    private static DateTimeOffset? Time(string text) =>
        DateTimeOffset.TryParseExact(text.Trim(), Times, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) ? time : null;

    private static bool Fits(InputField field, string answer) => field.Kind switch
    {
        "number" or "scale" => Number(answer) is { } n && n >= (field.Min ?? long.MinValue) && n <= (field.Max ?? long.MaxValue),
        "choice" => field.Choices.Any(c => c.Id == answer),
        "time" => Time(answer) is not null,
        "identifier" => answer.Trim() is { Length: <= MostIdentifier } trimmed && !trimmed.Any(char.IsWhiteSpace),
        _ => answer.Length >= (field.Min ?? 0) && answer.Length <= (field.Max ?? MostText),
    };

    private static string Some(InputField field) => field switch
    {
        { Right: [var right, ..] } => right,
        { Kind: "choice", Choices: [var choice, ..] } => choice.Id,
        { Kind: "number" or "scale" } => (field.Min ?? Math.Min(field.Max ?? 0, 0)).ToString(CultureInfo.InvariantCulture),
        { Kind: "time" } => "2027-01-01T00:00:00Z",
        { Kind: "identifier" } => "unknown",
        _ => "Not known yet.".PadRight((int)Math.Min(field.Min ?? 0, MostText), '.'),
    };
}
