using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using HanoiAcademy.Server.Drills.AfterAction.Document;
using A = DocumentFormat.OpenXml.Drawing;
using C = DocumentFormat.OpenXml.Drawing.Charts;
using DW = DocumentFormat.OpenXml.Drawing.Wordprocessing;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace HanoiAcademy.Server.Drills.AfterAction.Papers.Word;

/// <summary>
/// A plot as a chart of Word's own, made from its figures: it can be restyled and read by a screen reader, which a picture cannot. Its figures stand below it as a table;
/// a plot that is no chart (a line of time with two sides) is that table alone.
/// </summary>
internal static class WordCharts
{
    private const long Twip = 635; // English Metric Units in a twentieth of a point.
    private const string ChartUri = "http://schemas.openxmlformats.org/drawingml/2006/chart";

    public static IEnumerable<OpenXmlElement> Of(PlotBlock plot, WordPen pen)
    {
        yield return pen.Paragraph(WordStyles.Caption, plot.Caption);
        if (ChartFigures.Of(plot, pen.Words) is { } figures)
            yield return Drawing(plot, figures, pen);
        foreach (var element in WordTables.Of(plot.Figures.Caption == plot.Caption ? plot.Figures with { Caption = "" } : plot.Figures, pen))
            yield return element;
    }

    private static W.Paragraph Drawing(PlotBlock plot, ChartFigures figures, WordPen pen)
    {
        var part = pen.Main.AddNewPart<ChartPart>();
        part.ChartSpace = ChartDrawing.Of(figures, plot.Chart == Charts.Line, pen.Report);
        var id = pen.NextDrawing();
        var width = pen.Paper.TextWidth * Twip;
        // A bar needs a line each; what has few looks lost on half a page.
        var height = plot.Chart == Charts.Line ? width / 2 : Math.Clamp(figures.Categories.Length * 420, 2_400, 11_000) * Twip;
        var inline = new DW.Inline(
            new DW.Extent { Cx = width, Cy = height },
            new DW.EffectExtent { LeftEdge = 0, TopEdge = 0, RightEdge = 0, BottomEdge = 0 },
            new DW.DocProperties { Id = id, Name = $"Chart {id}", Description = WordText.Clean(plot.Caption, "") },
            new DW.NonVisualGraphicFrameDrawingProperties(),
            new A.Graphic(new A.GraphicData(new C.ChartReference { Id = pen.Main.GetIdOfPart(part) }) { Uri = ChartUri }))
        { DistanceFromTop = 0, DistanceFromBottom = 0, DistanceFromLeft = 0, DistanceFromRight = 0 };
        // Numbers grow from the left in every language; a line from right to left would have LibreOffice mirror the chart, its texts too.
        return new W.Paragraph(new W.ParagraphProperties { ParagraphStyleId = new() { Val = WordStyles.Normal }, KeepNext = new(), BiDi = new() { Val = false } }, new W.Run(new W.Drawing(inline)));
    }
}
