using System.Text;

namespace HanoiAcademy.Content.Exchange.Sheets;

/// <summary>
/// Reads what spreadsheets save as CSV: comma, semicolon, tab or bar (whichever the first line has most of outside quotes, or what a first line
/// <c>sep=;</c> says), quoted fields, any line ends. Empty lines are left out.
/// </summary>
public static class CsvReader
{
    /// <param name="Line">The line on which it begins; a quoted field may run over several.</param>
    /// <param name="Row">From 1: the row in which a spreadsheet program shows it.</param>
    /// <param name="Fields">Without gaps around them.</param>
    public sealed record Record(int Line, int Row, IReadOnlyList<string> Fields);

    /// <param name="text">Without a byte order mark.</param>
    /// <param name="strict">Refuse a quotation mark that is never closed, instead of taking the rest for one field.</param>
    /// <exception cref="FormatException">Refused so; the message is the number of the line where it opens.</exception>
    public static IEnumerable<Record> Read(string text, bool strict = false)
    {
        var (separator, from) = SeparatorOf(text);
        var fields = new List<string>();
        var field = new StringBuilder();
        var (line, begins, row, quoted, opened) = (from > 0 ? 2 : 1, from > 0 ? 2 : 1, from > 0 ? 2 : 1, false, 0);
        for (var at = from; at < text.Length; at++)
        {
            var letter = text[at];
            if (letter == '\n' || (letter == '\r' && (at + 1 == text.Length || text[at + 1] != '\n')))
                line++;

            if (quoted)
            {
                if (letter != '"')
                    field.Append(letter);
                else if (at + 1 < text.Length && text[at + 1] == '"')
                    field.Append(text[++at]);
                else
                    quoted = false;
            }
            else if (letter == '"' && field.Length == 0)
            {
                (quoted, opened) = (true, line);
            }
            else if (letter == separator)
            {
                fields.Add(Taken(field));
                if (strict && fields.Count > MostFields)
                    throw new SheetRefused("sheet-too-wide", $"Line {line} has more than {MostFields} fields; a table is not as wide. Look whether this is a CSV file.", line);
            }
            else if (letter == '\n' || (letter == '\r' && (at + 1 == text.Length || text[at + 1] != '\n')))
            {
                fields.Add(Taken(field));
                if (fields.Any(f => f.Length > 0))
                    yield return new Record(begins, row, [.. fields]);
                fields.Clear();
                begins = line;
                row++;
            }
            else if (letter != '\r')
            {
                field.Append(letter);
            }
        }

        if (quoted && strict)
            throw new FormatException(opened.ToString(System.Globalization.CultureInfo.InvariantCulture));
        fields.Add(Taken(field));
        if (fields.Any(f => f.Length > 0))
            yield return new Record(begins, row, [.. fields]);
    }

    private static string Taken(StringBuilder field)
    {
        var taken = field.ToString().Trim();
        field.Clear();
        return taken;
    }

    private static (char Separator, int From) SeparatorOf(string text)
    {
        var end = text.IndexOf('\n', StringComparison.Ordinal);
        var first = text.AsSpan(0, end >= 0 ? end : text.Length).TrimEnd('\r');
        if (first.Length == 5 && first.StartsWith("sep=", StringComparison.OrdinalIgnoreCase))
            return (first[4], end < 0 ? text.Length : end + 1);

        // The first line, and a heading may run over several within quotes.
        var counts = new int[Separators.Length];
        var quoted = false;
        foreach (var letter in text)
        {
            if (letter == '"')
                quoted = !quoted;
            else if (letter == '\n' && !quoted && counts.Any(count => count > 0))
                break;
            else if (!quoted && Separators.IndexOf(letter) is var at and >= 0)
                counts[at]++;
        }

        return (Separators[Array.IndexOf(counts, counts.Max())], 0);
    }

    private const int MostFields = 5_000;
    private const string Separators = ",;\t|";
}
