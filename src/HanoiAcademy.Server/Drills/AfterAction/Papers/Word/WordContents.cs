using DocumentFormat.OpenXml;
using HanoiAcademy.Server.Drills.AfterAction.Document;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace HanoiAcademy.Server.Drills.AfterAction.Papers.Word;

/// <summary>
/// The table of contents as a field, already filled: its lines are links. They have no page numbers until somebody has Word update them, since only Word knows its pages;
/// a file that asked for that by itself would open with a question.
/// </summary>
internal static class WordContents
{
    private const string Field = """ TOC \o "1-2" \h \z \u """;
    private const int Deepest = 2;

    public static IEnumerable<OpenXmlElement> Of(WordPen pen)
    {
        var headings = pen.Report.Blocks.OfType<HeadingBlock>().Where(heading => heading.Level <= Deepest && pen.PlaceOf(heading.Anchor) is not null).ToList();
        if (headings.Count == 0)
            yield break;
        var lines = headings.Select((heading, n) => Line(heading, pen, isFirst: n == 0)).ToList();
        lines.Add(new W.Paragraph(new W.ParagraphProperties { ParagraphStyleId = new() { Val = WordStyles.Contents(1) } }, new W.Run(new W.FieldChar { FieldCharType = W.FieldCharValues.End })));
        yield return new W.SdtBlock(
            new W.SdtProperties(new W.SdtContentDocPartObject(new W.DocPartGallery { Val = "Table of Contents" }, new W.DocPartUnique())),
            new W.SdtContentBlock(lines.Prepend(pen.Paragraph(WordStyles.ContentsTitle, pen.Words.Contents))));
    }

    private static W.Paragraph Line(HeadingBlock heading, WordPen pen, bool isFirst)
    {
        var line = new W.Paragraph(new W.ParagraphProperties { ParagraphStyleId = new() { Val = WordStyles.Contents(heading.Level) } });
        if (isFirst)
            line.Append(
                new W.Run(new W.FieldChar { FieldCharType = W.FieldCharValues.Begin }),
                new W.Run(new W.FieldCode(Field) { Space = SpaceProcessingModeValues.Preserve }),
                new W.Run(new W.FieldChar { FieldCharType = W.FieldCharValues.Separate }));
        line.Append(WordRuns.Of([new Run(heading.Text, "#" + heading.Anchor)], pen));
        return line;
    }
}
