using System.Text;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace HanoiAcademy.Content.Exchange.Sheets;

/// <summary>What a cell's format makes of its number.</summary>
internal enum NumberLooks
{
    Number,
    Date,
    DateTime,
    Time,

    /// <summary>Hours or minutes that run on over a day: [h]:mm.</summary>
    Span,
}

/// <param name="Looks">What it is.</param>
/// <param name="Zeros">Digits that are always shown: 4 of <c>0000</c>, as in 0930.</param>
internal sealed record NumberFormat(NumberLooks Looks, int Zeros = 0);

/// <summary>The formats of a workbook's cells, by the number that a cell names.</summary>
internal static class XlsxFormats
{
    private const int MostFormats = 100_000;
    private static readonly NumberFormat Plain = new(NumberLooks.Number);

    public static IReadOnlyList<NumberFormat> Read(WorkbookPart main)
    {
        if (main.WorkbookStylesPart?.Stylesheet is not { } styles)
            return [Plain];
        var own = new Dictionary<uint, NumberFormat>();
        foreach (var format in styles.NumberingFormats?.Elements<NumberingFormat>().Take(MostFormats) ?? [])
            if (format.NumberFormatId?.Value is { } id && format.FormatCode?.Value is { } code)
                own[id] = Of(code);
        return [.. styles.CellFormats?.Elements<CellFormat>().Take(MostFormats).Select(f => f.NumberFormatId?.Value is { } id ? own.GetValueOrDefault(id) ?? BuiltIn(id) : Plain) ?? []];
    }

    /// <summary>The formats every spreadsheet has without naming them, those of East Asia among them.</summary>
    private static NumberFormat BuiltIn(uint id) => id switch
    {
        22 => new(NumberLooks.DateTime),
        14 or 15 or 16 or 17 or (>= 27 and <= 31) or 36 or (>= 50 and <= 54) or 57 or 58 => new(NumberLooks.Date),
        18 or 19 or 20 or 21 or 45 or 47 or (>= 32 and <= 35) or 55 or 56 => new(NumberLooks.Time),
        46 => new(NumberLooks.Span),
        _ => Plain,
    };

    /// <summary>By the letters outside quotes, escapes and brackets of the first section; [h], [m], [s] make a span.</summary>
    public static NumberFormat Of(string code)
    {
        var letters = new StringBuilder();
        for (var at = 0; at < code.Length && code[at] != ';'; at++)
            switch (code[at])
            {
                case '"':
                    at = code.IndexOf('"', at + 1) is var end and >= 0 ? end : code.Length;
                    break;
                case '\\' or '_' or '*':
                    at++;
                    break;
                case '[':
                    var close = code.IndexOf(']', at + 1);
                    if (close > at && code[(at + 1)..close].ToLowerInvariant() is "h" or "hh" or "m" or "mm" or "s" or "ss")
                        return new(NumberLooks.Span);
                    at = close > at ? close : code.Length;
                    break;
                default:
                    letters.Append(char.ToLowerInvariant(code[at]));
                    break;
            }

        var seen = letters.ToString();
        if (seen.Contains("general", StringComparison.Ordinal))
            return Plain;
        if (seen.AsSpan().IndexOfAny('y', 'd') >= 0 || (seen.Contains('m', StringComparison.Ordinal) && seen.AsSpan().IndexOfAny('h', 's') < 0))
            return new(seen.Contains('h', StringComparison.Ordinal) ? NumberLooks.DateTime : NumberLooks.Date);
        if (seen.AsSpan().IndexOfAny('h', 's') >= 0)
            return new(NumberLooks.Time);
        return seen.Length is > 1 and < 20 && seen.All(c => c == '0') ? new(NumberLooks.Number, seen.Length) : Plain;
    }
}
