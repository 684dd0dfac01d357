using HanoiAcademy.Content.Exchange.Edits;
using HanoiAcademy.Content.Exchange.Sheets;
using HanoiAcademy.Content.Exchange.Workbooks.Cells;

namespace HanoiAcademy.Content.Exchange.Workbooks.Fields;

/// <summary>
/// How an inject comes or a decision opens: <c>T+0:20</c>; <c>{ action: close-gate }</c>, perhaps with <c>+ 2m</c> behind it; the word for a contingency inject;
/// or nothing, when an effect or a pool brings it.
/// </summary>
internal sealed class WhenField(ThingKind kind, string name) : Field(kind, name)
{
    public const string Contingency = "contingency";
    private static readonly PartCell Part = new();

    private bool IsInject => Kind == ThingKind.Inject;

    public override IReadOnlyList<string> Keys { get; } = ["at", "when", "after", "contingency"];

    public override string Say(FolderDraft folder, Place place, YamlKeys map)
    {
        var after = DrillTime.Duration(map.TextOf("after")) is { Ticks: > 0 } wait ? " + " + DrillTime.Written(wait) : "";
        return map.TextOf("at") is { Length: > 0 } at ? DrillTime.Duration(at) is { } time ? DrillTime.Shown(time) : at
            : map["when"] is { } when ? Part.Say(when) + after
            : IsInject && map.TextOf("contingency") == "true" ? Contingency : "";
    }

    public override void Write(Pen pen, string said)
    {
        var (when, after) = Split(said);
        var keys = new List<(string, YamlValue?)>
        {
            ("at", said.StartsWith("T+", StringComparison.Ordinal) ? YamlValue.Of(DrillTime.Written(DrillTime.Of(said))) : null),
            ("when", when.Length > 0 ? Part.Value(when) : null),
        };
        if (IsInject)
            keys.AddRange([("after", after.Length > 0 ? YamlValue.Of(after) : null), ("contingency", said == Contingency ? YamlValue.Of("true") : null)]);
        foreach (var (key, value) in keys.OrderBy(k => k.Item2 is null))
            if (!YamlValue.Same(pen.Get([key]), value))
                pen.Set([key], value);
    }

    public override string Show(string said, CellContext context) => said == Contingency ? context.Words.Word("time", said) : said;

    public override string Parse(SheetCell cell, CellContext context)
    {
        if (IsInject && WorkbookWords.FindWord("time", cell.Text) is { } word)
            return word;
        if (!cell.Text.Contains('{', StringComparison.Ordinal))
            return DrillTime.Shown(DrillTime.Of(cell, context));
        var (when, after) = Split(cell.Text.Trim());
        if (after.Length > 0 && !IsInject)
            throw new CellRefused("A decision opens as soon as its condition holds; take the time behind it away.");
        return Part.Say(Part.Value(when)) + (after.Length > 0 ? " + " + DrillTime.Written(DrillTime.Of(after)) : "");
    }

    private static (string When, string After) Split(string said)
    {
        if (!said.Contains('{', StringComparison.Ordinal))
            return ("", "");
        var end = said.LastIndexOf('}') + 1;
        var after = said[end..].Trim();
        return (said[..end], after.StartsWith('+') ? after[1..].Trim() : after);
    }
}
