using HanoiAcademy.Content.Exchange.Edits;
using HanoiAcademy.Content.Exchange.Sheets;
using HanoiAcademy.Content.Problems;
using HanoiAcademy.Content.Yaml;

namespace HanoiAcademy.Content.Exchange.Workbooks.Cells;

/// <summary>A condition in the language's own form: <c>{ action: close-gate }</c>.</summary>
internal sealed class PartCell : Cell
{
    public override string Say(YamlValue value) => YamlWriter.Flow(value);

    public override YamlValue Value(string said) => Read(said);

    public override string Parse(SheetCell cell, CellContext context) => YamlWriter.Flow(Read(cell.Text));

    /// <exception cref="CellRefused">It is no map of the language.</exception>
    public static YamlKeys Read(string text)
    {
        var own = text.Trim();
        // Word and Excel put curly quotes where straight ones were typed. Who means curly ones in a text keeps them.
        return Map(own) ?? (own.AsSpan().IndexOfAny('“', '”') < 0 ? null : Map(own.Replace('“', '"').Replace('”', '"'))) ?? throw new CellRefused($"‘{(text.Length > 80 ? text[..80] + "…" : text)}’ must be written as in the scenario's files, such as {{ action: close-gate }}; look at its brackets, colons and quotes.");
    }

    private static YamlKeys? Map(string text)
    {
        var own = !text.StartsWith('{') && text.Contains(':', StringComparison.Ordinal) ? $"{{ {text} }}" : text;
        var problems = new ProblemList();
        return own.StartsWith('{') && YamlFile.Read("", own, problems, new YamlLimits(Bytes: 40_000)) is YamlMap { Entries.Count: > 0 } map && !problems.HasErrors ? (YamlKeys)YamlValue.Of(map) : null;
    }
}
