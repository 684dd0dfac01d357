using System.Text;

namespace HanoiAcademy.Server.Accounts.Import;

/// <summary>
/// Reads what spreadsheets save as CSV: comma, semicolon or tab (whichever the first line has most of), quoted fields, any line
/// ends. Each record knows the line on which it begins. Empty lines are left out.
/// </summary>
internal static class CsvReader
{
    internal sealed record Record(int Line, IReadOnlyList<string> Fields);

    public static IEnumerable<Record> Read(string text)
    {
        var separator = SeparatorOf(text);
        var fields = new List<string>();
        var field = new StringBuilder();
        var (line, begins, quoted) = (1, 1, false);
        for (var at = 0; at < text.Length; at++)
        {
            var letter = text[at];
            if (letter == '\n')
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
                quoted = true;
            }
            else if (letter == separator)
            {
                fields.Add(Taken(field));
            }
            else if (letter == '\n')
            {
                fields.Add(Taken(field));
                if (fields.Any(f => f.Length > 0))
                    yield return new Record(begins, [.. fields]);
                fields.Clear();
                begins = line;
            }
            else if (letter != '\r')
            {
                field.Append(letter);
            }
        }

        fields.Add(Taken(field));
        if (fields.Any(f => f.Length > 0))
            yield return new Record(begins, [.. fields]);
    }

    private static string Taken(StringBuilder field)
    {
        var taken = field.ToString().Trim();
        field.Clear();
        return taken;
    }

    private static char SeparatorOf(string text)
    {
        var first = text.AsSpan(0, text.IndexOf('\n', StringComparison.Ordinal) is var end and >= 0 ? end : text.Length).ToString();
        return new[] { ',', ';', '\t' }.MaxBy(separator => first.Count(letter => letter == separator));
    }
}
