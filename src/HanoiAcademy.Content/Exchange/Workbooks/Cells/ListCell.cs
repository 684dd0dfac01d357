using HanoiAcademy.Content.Exchange.Edits;
using HanoiAcademy.Content.Exchange.Sheets;

namespace HanoiAcademy.Content.Exchange.Workbooks.Cells;

/// <summary>Several ids or short words, with commas, semicolons or line breaks between. A word that holds one of these stands in quotes.</summary>
internal sealed class ListCell(string? list = null) : Cell
{
    private static readonly char[] Between = [',', ';', '\n'];

    public override string Say(YamlValue value) => value is YamlItems items ? string.Join(", ", items.Items.OfType<YamlText>().Select(t => Written(Plain(t.Text))).Where(t => t.Length > 0)) : "";

    public override YamlValue Value(string said) => new YamlItems([.. Words(said).Select(YamlValue.Of)]);

    public override string Show(string said, CellContext context) => list is null ? said : string.Join(", ", Words(said).Select(w => context.Words.Word(list, w)));

    public override string Parse(SheetCell cell, CellContext context)
    {
        var words = Words(cell.Text).Distinct(StringComparer.Ordinal);
        return string.Join(", ", words.Select(word => Written(list is null ? word : WorkbookWords.FindWord(list, word) ?? word)));
    }

    private static string Written(string word) => word.IndexOfAny(Between) >= 0 || word.StartsWith('"') ? "\"" + word.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"" : word;

    private static List<string> Words(string text)
    {
        var words = new List<string>();
        for (var at = 0; at < text.Length;)
        {
            while (at < text.Length && (char.IsWhiteSpace(text[at]) || Between.Contains(text[at])))
                at++;
            if (at == text.Length)
                break;
            if (text[at] == '"' && Quoted(text, ref at) is { } quoted)
            {
                words.Add(quoted);
                continue;
            }

            var end = text.IndexOfAny(Between, at);
            end = end < 0 ? text.Length : end;
            words.Add(text[at..end].Trim());
            at = end;
        }

        return words;
    }

    private static string? Quoted(string text, ref int at)
    {
        for (var end = at + 1; end < text.Length; end++)
            if (text[end] == '"' && end + 1 < text.Length && text[end + 1] == '"')
                end++;
            else if (text[end] == '"')
            {
                var word = text[(at + 1)..end].Replace("\"\"", "\"", StringComparison.Ordinal);
                at = end + 1;
                return word;
            }

        return null;
    }
}
