using System.Globalization;
using System.Xml;

namespace HanoiAcademy.Content.Exchange.Sheets;

/// <summary>Streams one sheet's rows; a sheet may name its rows and cells, or leave both out.</summary>
internal sealed class XlsxSheet(string name, XlsxCells cells, SheetCounts counts)
{
    private const int MostMerges = 20_000;
    private readonly List<(int Number, bool Hidden, List<SheetCell> Cells)> _rows = [];
    private readonly List<(int Column, int From, int To)> _merges = [];

    public IReadOnlyList<SheetRow> Rows => [.. _rows.Select(row => new SheetRow(row.Number, row.Cells, row.Hidden))];

    /// <summary>Cells whose formula has no value.</summary>
    public List<string> Formulas { get; } = [];

    /// <summary>Cells that hold an error.</summary>
    public List<string> Errors { get; } = [];

    public void Read(XmlReader xml)
    {
        var number = 0;
        while (xml.Read())
        {
            if (xml.NodeType != XmlNodeType.Element)
                continue;
            if (xml.LocalName == "row")
                Row(xml, ref number);
            else if (xml.LocalName == "mergeCell" && xml.GetAttribute("ref") is { } area)
                Merge(area);
        }

        FillDown();
    }

    private void Row(XmlReader xml, ref int number)
    {
        number = int.TryParse(xml.GetAttribute("r"), NumberStyles.None, CultureInfo.InvariantCulture, out var said) && said > number ? said : number + 1;
        var hidden = xml.GetAttribute("hidden") is "1" or "true";
        var row = new List<SheetCell>();
        if (!xml.IsEmptyElement)
        {
            var depth = xml.Depth;
            while (xml.Read() && !(xml.NodeType == XmlNodeType.EndElement && xml.Depth == depth))
                if (xml.NodeType == XmlNodeType.Element && xml.LocalName == "c")
                    Cell(xml, number, row);
        }

        if (row.Count == 0)
            return;
        counts.Row();
        _rows.Add((number, hidden, row));
    }

    private void Cell(XmlReader xml, int number, List<SheetCell> row)
    {
        var column = CellName.TryRead(xml.GetAttribute("r"), out var at, out _) ? at : row.Count;
        var type = xml.GetAttribute("t") ?? "";
        var style = int.TryParse(xml.GetAttribute("s"), NumberStyles.None, CultureInfo.InvariantCulture, out var s) ? s : 0;
        var (value, formula) = ValueOf(xml);
        if (type == "e")
            Errors.Add(CellName.Letter(Math.Min(column, counts.Limits.Columns)) + number.ToString(CultureInfo.InvariantCulture));
        if (value is null && formula)
            Formulas.Add(CellName.Letter(Math.Min(column, counts.Limits.Columns)) + number.ToString(CultureInfo.InvariantCulture));
        if (value is null || cells.Of(type, style, value) is not { IsEmpty: false } cell)
            return;
        counts.Cell(number, column, cell.Text.Length);
        while (row.Count <= column)
            row.Add(SheetCell.Empty);
        row[column] = cell;
    }

    private (string? Value, bool Formula) ValueOf(XmlReader xml)
    {
        if (xml.IsEmptyElement)
            return (null, false);
        var (value, formula, depth) = ((string?)null, false, xml.Depth);
        while (xml.Read() && !(xml.NodeType == XmlNodeType.EndElement && xml.Depth == depth))
        {
            if (xml.NodeType != XmlNodeType.Element)
                continue;
            if (xml.LocalName == "f")
                formula = true;
            else if (xml.LocalName == "v")
                value = Plain(xml);
            else if (xml.LocalName == "is")
                value = XlsxStrings.Text(xml, counts.Limits);
        }

        return (value, formula);
    }

    private string? Plain(XmlReader xml)
    {
        if (xml.IsEmptyElement)
            return null;
        var (text, depth) = (new System.Text.StringBuilder(), xml.Depth);
        while (xml.Read() && !(xml.NodeType == XmlNodeType.EndElement && xml.Depth == depth))
            if (xml.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace)
                if (text.Append(xml.Value).Length > counts.Limits.CellCharacters)
                    throw new SheetRefused("sheet-too-much-text", $"A cell holds more than {counts.Limits.CellCharacters:N0} characters; make it shorter and save the file again.");
        return text.Length == 0 ? null : text.ToString();
    }

    private void Merge(string area)
    {
        if (area.Split(':') is not [var first, var last] || !CellName.TryRead(first, out var left, out var top) || !CellName.TryRead(last, out _, out var bottom) || bottom <= top)
            return;
        if (_merges.Count == MostMerges)
            throw new SheetRefused("sheet-too-many-merges", $"The sheet ‘{name}’ has more than {MostMerges:N0} merged cells; take the merging out and save it again.");
        _merges.Add((left, top, bottom));
    }

    /// <summary>What is merged over several rows is said of each of them that holds something.</summary>
    private void FillDown()
    {
        var index = _rows.Select((row, at) => (row.Number, at)).ToDictionary(row => row.Number, row => row.at);
        foreach (var (column, from, to) in _merges)
        {
            if (!index.TryGetValue(from, out var at) || column >= _rows[at].Cells.Count || _rows[at].Cells[column] is not { IsEmpty: false } top)
                continue;
            for (at++; at < _rows.Count && _rows[at].Number <= to; at++)
            {
                var row = _rows[at].Cells;
                while (row.Count <= column)
                    row.Add(SheetCell.Empty);
                if (!row[column].IsEmpty)
                    continue;
                counts.Cell(_rows[at].Number, column, top.Text.Length);
                row[column] = top;
            }
        }
    }
}
