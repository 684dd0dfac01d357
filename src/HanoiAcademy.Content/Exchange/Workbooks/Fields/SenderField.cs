using HanoiAcademy.Content.Exchange.Edits;
using HanoiAcademy.Content.Exchange.Sheets;
using HanoiAcademy.Content.Exchange.Workbooks.Cells;

namespace HanoiAcademy.Content.Exchange.Workbooks.Fields;

/// <summary>Who sends an inject: a contact's id, who can be answered, or any name, who cannot. A name that is also an id stands in quotes.</summary>
internal sealed class SenderField() : Field(ThingKind.Inject, "from")
{
    private const string Contact = "contact ";
    private const string Name_ = "name ";

    public override IReadOnlyList<string> Keys { get; } = ["from", "fromText"];

    public override string Say(FolderDraft folder, Place place, YamlKeys map) =>
        map.TextOf("from") is { Length: > 0 } id ? Contact + id : Cell.Plain(map.TextOf("fromText")) is { Length: > 0 } name ? Name_ + name : "";

    public override void Write(Pen pen, string said)
    {
        var contact = said.StartsWith(Contact, StringComparison.Ordinal) ? YamlValue.Of(said[Contact.Length..]) : null;
        var name = said.StartsWith(Name_, StringComparison.Ordinal) ? YamlValue.Of(said[Name_.Length..]) : null;
        foreach (var (key, value) in new[] { ("from", contact), ("fromText", name) }.OrderBy(k => k.Item2 is null))
            pen.Set([key], value);
    }

    public override string Show(string said, CellContext context) =>
        said.StartsWith(Contact, StringComparison.Ordinal) ? said[Contact.Length..]
        : said.StartsWith(Name_, StringComparison.Ordinal) ? context.Contacts.Contains(said[Name_.Length..]) || said[^1] == '"' ? $"\"{said[Name_.Length..]}\"" : said[Name_.Length..]
        : "";

    public override string Parse(SheetCell cell, CellContext context)
    {
        var text = Cell.Plain(cell.Text);
        return context.Contacts.Contains(text) ? Contact + text
            : text.Length > 2 && text[0] == '"' && text[^1] == '"' && (context.Contacts.Contains(text[1..^1]) || text[^2] == '"') ? Name_ + text[1..^1]
            : Name_ + text;
    }
}
