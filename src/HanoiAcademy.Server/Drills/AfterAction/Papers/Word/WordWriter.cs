using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using HanoiAcademy.Server.Drills.AfterAction.Document;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace HanoiAcademy.Server.Drills.AfterAction.Papers.Word;

/// <summary>Writes a report as a .docx that Word and LibreOffice open without a question.</summary>
internal static class WordWriter
{
    public const string ContentType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    /// <param name="site">Where the report's links lead from a file: the site's address; null leaves them as text.</param>
    public static byte[] Write(ReportDocument report, Paper paper, PaperWords words, Uri? site)
    {
        using var bytes = new MemoryStream();
        using (var file = WordprocessingDocument.Create(bytes, WordprocessingDocumentType.Document))
        {
            file.PackageProperties.Title = WordText.Clean(report.Title, "");
            file.PackageProperties.Subject = WordText.Clean($"{report.Banner}. {report.Subtitle}", "");
            file.PackageProperties.Creator = words.Site;
            file.PackageProperties.Language = report.Language;
            var main = file.AddMainDocumentPart();
            var pen = new WordPen(main, report, paper, words, site);
            main.AddNewPart<StyleDefinitionsPart>().Styles = WordStyles.Make(report);
            main.AddNewPart<DocumentSettingsPart>().Settings = Settings(report);
            var body = new W.Body(pen.Paragraph(WordStyles.Banner, report.Banner), pen.Paragraph(WordStyles.Title, report.Title), pen.Paragraph(WordStyles.Subtitle, report.Subtitle));
            body.Append(WordContents.Of(pen));
            foreach (var block in report.Blocks)
                body.Append(Draw(block, pen));
            body.Append(WordFurniture.Of(pen));
            main.Document = new W.Document(body);
            main.AddNewPart<NumberingDefinitionsPart>().Numbering = WordNumbering.Make(pen.NumberedLists);
        }

        return bytes.ToArray();
    }

    private static IEnumerable<OpenXmlElement> Draw(Block block, WordPen pen) => block switch
    {
        HeadingBlock heading => [Heading(heading, pen)],
        ParagraphBlock paragraph => [pen.Paragraph(WordStyles.Toned(paragraph.Tone), paragraph.Runs)],
        ListBlock list => List(list, pen),
        TableBlock table => WordTables.Of(table, pen),
        PlotBlock plot => WordCharts.Of(plot, pen),
        _ => throw new InvalidOperationException($"No paper shows a {block.GetType().Name}."),
    };

    private static W.Paragraph Heading(HeadingBlock heading, WordPen pen)
    {
        var drawn = pen.Paragraph(WordStyles.Heading(heading.Level), heading.Text);
        if (pen.TakePlace(heading.Anchor) is not { } place)
            return drawn;
        drawn.InsertAfter(new W.BookmarkStart { Id = place[4..], Name = place }, drawn.ParagraphProperties!);
        drawn.Append(new W.BookmarkEnd { Id = place[4..] });
        return drawn;
    }

    private static IEnumerable<OpenXmlElement> List(ListBlock list, WordPen pen)
    {
        var number = list.IsNumbered ? pen.NextNumberedList() : WordNumbering.Bullets;
        foreach (var item in list.Items)
        {
            var drawn = pen.Paragraph(WordStyles.ListItem, item);
            drawn.ParagraphProperties!.NumberingProperties = new(new W.NumberingLevelReference { Val = 0 }, new W.NumberingId { Val = number });
            yield return drawn;
        }
    }

    private static W.Settings Settings(ReportDocument report) => new(
        new W.Zoom { Percent = "100" },
        new W.DefaultTabStop { Val = 567 },
        new W.Compatibility(new W.CompatibilitySetting { Name = W.CompatSettingNameValues.CompatibilityMode, Uri = "http://schemas.microsoft.com/office/word", Val = "15" }),
        report.IsRightToLeft ? new W.ThemeFontLanguages { Val = "en-GB", Bidi = report.Language } : new W.ThemeFontLanguages { Val = report.Language });
}
