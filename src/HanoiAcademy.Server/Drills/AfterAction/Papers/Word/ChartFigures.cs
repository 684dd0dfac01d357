using System.Collections.Immutable;
using System.Globalization;
using HanoiAcademy.Server.Drills.AfterAction.Document;

namespace HanoiAcademy.Server.Drills.AfterAction.Papers.Word;

/// <summary>A table's rows as a chart: the first column names them, each column of numbers is a series; null is a gap.</summary>
internal sealed record ChartFigures(ImmutableArray<string> Categories, ImmutableArray<(string Name, ImmutableArray<decimal?> Values)> Series)
{
    /// <summary>Null where the plot is none, has no numbers, or more than a chart shows.</summary>
    public static ChartFigures? Of(PlotBlock plot, PaperWords words)
    {
        var table = plot.Figures;
        var numbers = table.Columns.Select((column, n) => (column, n)).Skip(1).Where(c => c.column.Kind == "number").ToList();
        if (plot.Chart == Charts.None || numbers.Count is 0 or > PaperLimits.ChartSeries || table.Rows.Length is 0 or > PaperLimits.ChartPoints)
            return null;
        var figures = new ChartFigures(
            [.. table.Rows.Select(row => WordText.Clean(Text(row, 0), words.Cut))],
            [.. numbers.Select(c => (WordText.Clean(c.column.Heading, ""), table.Rows.Select(row => Number(Text(row, c.n))).ToImmutableArray()))]);
        return figures.Series.Any(series => series.Values.Any(value => value is not null)) ? figures : null;
    }

    private static string Text(ImmutableArray<Cell> row, int n) => n < row.Length ? string.Concat(row[n].Runs.Select(run => run.Text)) : "";

    private static decimal? Number(string text) => decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? number : null;
}
