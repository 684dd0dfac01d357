namespace HanoiAcademy.Content.Exchange.Sheets;

/// <summary>Columns as a spreadsheet names them.</summary>
public static class CellName
{
    /// <param name="column">From 0.</param>
    /// <returns>A, B … Z, AA …</returns>
    public static string Letter(int column)
    {
        var letters = "";
        for (var left = column + 1; left > 0; left = (left - 1) / 26)
            letters = (char)('A' + (left - 1) % 26) + letters;
        return letters;
    }

    /// <summary>The column, from 0, and the row, from 1, of <c>B12</c>; false for anything else. What is beyond every spreadsheet's end is its end.</summary>
    public static bool TryRead(ReadOnlySpan<char> name, out int column, out int row)
    {
        (column, row) = (0, 0);
        var at = 0;
        for (; at < name.Length && char.IsAsciiLetter(name[at]); at++)
            column = Math.Min(column * 26 + (char.ToUpperInvariant(name[at]) - 'A' + 1), Far);
        var letters = at;
        for (; at < name.Length && char.IsAsciiDigit(name[at]); at++)
            row = Math.Min(row * 10 + (name[at] - '0'), Far);
        column--;
        return letters > 0 && at > letters && at == name.Length && row > 0;
    }

    private const int Far = 10_000_000;
}
