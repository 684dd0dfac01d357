using System.Globalization;
using System.Text;

namespace HanoiAcademy.Content.Exchange.Sheets;

/// <summary>A CSV file as a book of one sheet. UTF-8, UTF-16 with its mark, or else Windows-1252, which is said.</summary>
internal static class CsvBook
{
    public static SheetBook Read(ReadOnlyMemory<byte> bytes, string name, SheetLimits limits)
    {
        var notes = new List<LossLine>();
        var text = Decode(bytes.Span, notes);
        if (text.AsSpan().TrimStart() is ['{', ..] or ['[', ..] && !text.AsSpan(0, Math.Min(text.Length, 2_000)).Contains(';'))
            throw new SheetRefused("not-a-sheet", "This is a JSON file, no spreadsheet.");
        if (name.EndsWith(".xls", StringComparison.OrdinalIgnoreCase))
            notes.Add(new(LossKind.Changed, "", "The file is called .xls but is a plain text with separators, and was read as CSV."));
        var rows = new List<SheetRow>();
        var (cells, characters) = (0, 0L);
        try
        {
            foreach (var record in CsvReader.Read(text, strict: true))
            {
                if (rows.Count == limits.Rows)
                    throw new SheetRefused("sheet-too-long", SheetLimitsWords.Rows(limits), record.Line);
                if (record.Fields.Count > limits.Columns && record.Fields.Skip(limits.Columns).Any(field => field.Length > 0))
                    throw new SheetRefused("sheet-too-wide", SheetLimitsWords.Columns(limits, record.Row), record.Line);
                if ((cells += record.Fields.Count(field => field.Length > 0)) > limits.Cells)
                    throw new SheetRefused("sheet-too-many-cells", SheetLimitsWords.Cells(limits), record.Line);
                if (record.Fields.Any(field => field.Length > limits.CsvCellCharacters) || (characters += record.Fields.Sum(field => (long)field.Length)) > limits.Characters)
                    throw new SheetRefused("sheet-too-much-text", SheetLimitsWords.Text(limits, record.Row), record.Line);
                rows.Add(new(record.Row, Trimmed([.. record.Fields.Take(limits.Columns).Select(Cell)])));
            }
        }
        catch (FormatException e)
        {
            throw new SheetRefused("csv-quote", $"A quotation mark opens on line {e.Message} and is never closed; close it, or save the table as .xlsx.");
        }

        if (rows.Count == 0)
            throw new SheetRefused("file-empty", "The file holds no table; choose the one with the rows.");
        return new(name, [new("Table", IsHidden: false, rows)], notes);
    }

    internal static IReadOnlyList<SheetCell> Trimmed(List<SheetCell> cells)
    {
        while (cells.Count > 0 && cells[^1].IsEmpty)
            cells.RemoveAt(cells.Count - 1);
        return cells;
    }

    private static SheetCell Cell(string field) => field.Length == 0
        ? SheetCell.Empty
        : new(field.ReplaceLineEndings("\n"), field.Length < 25 && decimal.TryParse(field, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? number : null);

    private static string Decode(ReadOnlySpan<byte> bytes, List<LossLine> notes)
    {
        var text = bytes switch
        {
            [0xFF, 0xFE, ..] => Encoding.Unicode.GetString(bytes[2..]),
            [0xFE, 0xFF, ..] => Encoding.BigEndianUnicode.GetString(bytes[2..]),
            [0xEF, 0xBB, 0xBF, ..] => Utf8(bytes[3..]),
            _ => Utf8(bytes),
        };
        if (text is null)
        {
            text = CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetString(bytes);
            notes.Add(new(LossKind.Changed, "", "The file is not UTF-8 and was read as Windows-1252, as Excel saves it in western Europe; look whether letters with accents are right, and otherwise save it as .xlsx."));
        }

        // Tables are text: what has other control characters is some program's own file under another name.
        if (text.AsSpan().ContainsAny(Controls))
            throw new SheetRefused("not-a-sheet", "The file holds bytes that no text has; export the table as .xlsx or .csv and choose that file.");
        return text;
    }

    private static string? Utf8(ReadOnlySpan<byte> bytes)
    {
        try
        {
            return Strict.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
    private static readonly System.Buffers.SearchValues<char> Controls = System.Buffers.SearchValues.Create([.. Enumerable.Range(0, 32).Select(c => (char)c).Where(c => c is not ('\t' or '\r' or '\n' or '\f' or '\v')), '\uFFFE', '\uFFFF']);
}
