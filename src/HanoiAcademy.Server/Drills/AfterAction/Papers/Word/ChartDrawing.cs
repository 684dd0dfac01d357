using System.Globalization;
using HanoiAcademy.Server.Drills.AfterAction.Document;
using A = DocumentFormat.OpenXml.Drawing;
using C = DocumentFormat.OpenXml.Drawing.Charts;

namespace HanoiAcademy.Server.Drills.AfterAction.Papers.Word;

/// <summary>Bars that lie, the first above, or lines over a common axis. Each series has a colour and, on a line, a mark of its own: a printer may know one colour.</summary>
internal static class ChartDrawing
{
    private const uint Categories = 1;
    private const uint Values = 2;
    private static readonly string[] Colours = ["1F3864", "C55A11", "548235", "7F6000", "7030A0", "00808A", "9C0006", "595959"];
    private static readonly C.MarkerStyleValues[] Marks =
        [C.MarkerStyleValues.Circle, C.MarkerStyleValues.Square, C.MarkerStyleValues.Triangle, C.MarkerStyleValues.Diamond, C.MarkerStyleValues.X, C.MarkerStyleValues.Plus, C.MarkerStyleValues.Star, C.MarkerStyleValues.Dash];

    public static C.ChartSpace Of(ChartFigures figures, bool isLine, ReportDocument report)
    {
        var plot = new C.PlotArea(new C.Layout(), isLine ? Lines(figures) : Bars(figures));
        plot.Append(CategoryAxis(isLine), ValueAxis(isLine));
        var chart = new C.Chart(new C.AutoTitleDeleted { Val = true }, plot);
        if (figures.Series.Length > 1)
            chart.Append(new C.Legend(new C.LegendPosition { Val = C.LegendPositionValues.Bottom }, new C.Overlay { Val = false }));
        chart.Append(new C.PlotVisibleOnly { Val = true }, new C.DisplayBlanksAs { Val = C.DisplayBlanksAsValues.Gap });
        return new C.ChartSpace(
            new C.EditingLanguage { Val = report.Language },
            new C.RoundedCorners { Val = false },
            chart,
            new C.TextProperties(new A.BodyProperties(), new A.ListStyle(), new A.Paragraph(new A.ParagraphProperties(new A.DefaultRunProperties { FontSize = 900 }), new A.EndParagraphRunProperties { Language = report.Language })));
    }

    private static C.BarChart Bars(ChartFigures figures)
    {
        var all = new C.BarChart(new C.BarDirection { Val = C.BarDirectionValues.Bar }, new C.BarGrouping { Val = C.BarGroupingValues.Clustered }, new C.VaryColors { Val = false });
        for (var n = 0; n < figures.Series.Length; n++)
        {
            var series = new C.BarChartSeries(new C.Index { Val = (uint)n }, new C.Order { Val = (uint)n }, Name(figures, n), new C.ChartShapeProperties(Solid(n)), new C.InvertIfNegative { Val = false });
            series.Append(Texts(figures), Numbers(figures, n));
            all.Append(series);
        }

        all.Append(
            new C.DataLabels(new C.ShowLegendKey { Val = false }, new C.ShowValue { Val = true }, new C.ShowCategoryName { Val = false }, new C.ShowSeriesName { Val = false }, new C.ShowPercent { Val = false }, new C.ShowBubbleSize { Val = false }),
            new C.GapWidth { Val = 60 }, new C.AxisId { Val = Categories }, new C.AxisId { Val = Values });
        return all;
    }

    private static C.LineChart Lines(ChartFigures figures)
    {
        var all = new C.LineChart(new C.Grouping { Val = C.GroupingValues.Standard }, new C.VaryColors { Val = false });
        for (var n = 0; n < figures.Series.Length; n++)
        {
            var series = new C.LineChartSeries(
                new C.Index { Val = (uint)n }, new C.Order { Val = (uint)n }, Name(figures, n), new C.ChartShapeProperties(new A.Outline(Solid(n)) { Width = 22_225 }),
                new C.Marker(new C.Symbol { Val = Marks[n % Marks.Length] }, new C.Size { Val = 6 }, new C.ChartShapeProperties(Solid(n))));
            series.Append(Texts(figures), Numbers(figures, n), new C.Smooth { Val = false });
            all.Append(series);
        }

        all.Append(new C.ShowMarker { Val = true }, new C.AxisId { Val = Categories }, new C.AxisId { Val = Values });
        return all;
    }

    private static A.SolidFill Solid(int n) => new(new A.RgbColorModelHex { Val = Colours[n % Colours.Length] });

    private static string Column(int n) => ((char)('A' + n)).ToString();

    // The ranges are those of the table below: Word keeps the texts and numbers here, and asks for no workbook to show them.
    private static C.SeriesText Name(ChartFigures figures, int n) => new(new C.StringReference(
        new C.Formula($"Sheet1!${Column(n + 1)}$1"),
        new C.StringCache(new C.PointCount { Val = 1 }, new C.StringPoint(new C.NumericValue(figures.Series[n].Name)) { Index = 0 })));

    private static C.CategoryAxisData Texts(ChartFigures figures)
    {
        var cache = new C.StringCache(new C.PointCount { Val = (uint)figures.Categories.Length });
        cache.Append(figures.Categories.Select((text, n) => new C.StringPoint(new C.NumericValue(text)) { Index = (uint)n }));
        return new(new C.StringReference(new C.Formula($"Sheet1!$A$2:$A${figures.Categories.Length + 1}"), cache));
    }

    private static C.Values Numbers(ChartFigures figures, int n)
    {
        var cache = new C.NumberingCache(new C.FormatCode("General"), new C.PointCount { Val = (uint)figures.Categories.Length });
        cache.Append(figures.Series[n].Values.Select((value, at) => (value, at)).Where(v => v.value is not null)
            .Select(v => new C.NumericPoint(new C.NumericValue(v.value!.Value.ToString(CultureInfo.InvariantCulture))) { Index = (uint)v.at }));
        return new(new C.NumberReference(new C.Formula($"Sheet1!${Column(n + 1)}$2:${Column(n + 1)}${figures.Categories.Length + 1}"), cache));
    }

    private static C.CategoryAxis CategoryAxis(bool isLine) => new(
        new C.AxisId { Val = Categories },
        // Bars are read from above.
        new C.Scaling(new C.Orientation { Val = isLine ? C.OrientationValues.MinMax : C.OrientationValues.MaxMin }),
        new C.Delete { Val = false },
        new C.AxisPosition { Val = isLine ? C.AxisPositionValues.Bottom : C.AxisPositionValues.Left },
        new C.MajorTickMark { Val = C.TickMarkValues.None }, new C.MinorTickMark { Val = C.TickMarkValues.None }, new C.TickLabelPosition { Val = C.TickLabelPositionValues.Low },
        new C.CrossingAxis { Val = Values }, new C.Crosses { Val = C.CrossesValues.AutoZero },
        new C.AutoLabeled { Val = false }, new C.LabelAlignment { Val = C.LabelAlignmentValues.Center }, new C.LabelOffset { Val = 100 }, new C.NoMultiLevelLabels { Val = true });

    private static C.ValueAxis ValueAxis(bool isLine) => new(
        new C.AxisId { Val = Values },
        new C.Scaling(new C.Orientation { Val = C.OrientationValues.MinMax }),
        new C.Delete { Val = false },
        new C.AxisPosition { Val = !isLine ? C.AxisPositionValues.Bottom : C.AxisPositionValues.Left },
        new C.MajorGridlines(new C.ChartShapeProperties(new A.Outline(new A.SolidFill(new A.RgbColorModelHex { Val = "D9D9D9" })) { Width = 6_350 })),
        new C.NumberingFormat { FormatCode = "General", SourceLinked = false },
        new C.MajorTickMark { Val = C.TickMarkValues.None }, new C.MinorTickMark { Val = C.TickMarkValues.None }, new C.TickLabelPosition { Val = C.TickLabelPositionValues.NextTo },
        new C.CrossingAxis { Val = Categories }, new C.Crosses { Val = isLine ? C.CrossesValues.AutoZero : C.CrossesValues.Maximum },
        new C.CrossBetween { Val = C.CrossBetweenValues.Between });
}
