using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using HanoiAcademy.Server.Drills.AfterAction.Document;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace HanoiAcademy.Server.Drills.AfterAction.Papers.Word;

/// <summary>What stands on every page: the word EXERCISE above and below, the title, the number of the page.</summary>
internal static class WordFurniture
{
    public static W.SectionProperties Of(WordPen pen)
    {
        var (paper, main) = (pen.Paper, pen.Main);
        var (head, foot) = (main.AddNewPart<HeaderPart>(), main.AddNewPart<FooterPart>());
        head.Header = new W.Header(Line(WordStyles.Head, pen, [Banner(pen), new Run("   ·   "), new Run(pen.Report.Title)]));
        var last = Line(WordStyles.Foot, pen, [Banner(pen), new Run("   ·   ")]);
        last.Append(Number("PAGE"), new W.Run(new W.Text(" / ") { Space = SpaceProcessingModeValues.Preserve }), Number("NUMPAGES"));
        foot.Footer = new W.Footer(last);
        var all = new W.SectionProperties(
            new W.HeaderReference { Type = W.HeaderFooterValues.Default, Id = main.GetIdOfPart(head) },
            new W.FooterReference { Type = W.HeaderFooterValues.Default, Id = main.GetIdOfPart(foot) },
            new W.PageSize { Width = (uint)paper.Width, Height = (uint)paper.Height },
            new W.PageMargin { Top = Paper.Margin, Bottom = Paper.Margin, Left = Paper.Margin, Right = Paper.Margin, Header = 567, Footer = 567, Gutter = 0 });
        if (pen.IsRightToLeft)
            all.Append(new W.BiDi());
        return all;
    }

    private static Run Banner(WordPen pen) => new(pen.Report.Banner, IsBold: true);

    private static W.Paragraph Line(string style, WordPen pen, Run[] runs)
    {
        var line = pen.Paragraph(style, [.. runs]);
        line.ParagraphProperties!.Justification = new() { Val = W.JustificationValues.Center };
        return line;
    }

    private static W.SimpleField Number(string field) => new(new W.Run(new W.Text("1"))) { Instruction = field };
}
