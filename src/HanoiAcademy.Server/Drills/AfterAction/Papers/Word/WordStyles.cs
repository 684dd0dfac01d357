using System.Globalization;
using HanoiAcademy.Server.Drills.AfterAction.Document;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace HanoiAcademy.Server.Drills.AfterAction.Papers.Word;

/// <summary>The looks of a report's file, by the names that Word itself gives to headings, lists and contents: who works on with it finds them in their places.</summary>
internal static class WordStyles
{
    public const string Normal = "Normal";
    public const string Title = "Title";
    public const string Subtitle = "Subtitle";
    public const string Banner = "Banner";
    public const string ListItem = "ListParagraph";
    public const string Caption = "Caption";
    public const string Head = "Header";
    public const string Foot = "Footer";
    public const string ContentsTitle = "TOCHeading";
    public const string TableText = "TableText";
    public const string TableHead = "TableHeading";
    public const string Muted = "Muted";
    public const string Link = "Hyperlink";
    public const string Code = "Code";

    private const string Dark = "1F3864";

    public static string Heading(int level) => string.Create(CultureInfo.InvariantCulture, $"Heading{Math.Clamp(level, 1, 3)}");

    public static string Contents(int level) => string.Create(CultureInfo.InvariantCulture, $"TOC{Math.Clamp(level, 1, 3)}");

    public static string Toned(string tone) => tone switch
    {
        Tones.Muted => Muted,
        Tones.Good => "ToneGood",
        Tones.Watch => "ToneWatch",
        Tones.Bad => "ToneBad",
        _ => Normal,
    };

    /// <summary>Behind a cell or a paragraph of that tone; null where it is plain.</summary>
    public static string? Ground(string tone) => tone switch
    {
        Tones.Good => "E2F0D9",
        Tones.Watch => "FFF2CC",
        Tones.Bad => "F8D7DA",
        Tones.Muted => "F2F2F2",
        _ => null,
    };

    public static W.Styles Make(ReportDocument report)
    {
        var language = new W.Languages { Val = report.Language };
        if (report.IsRightToLeft)
            language.Bidi = report.Language;
        var all = new W.Styles(new W.DocDefaults(
            new W.RunPropertiesDefault(new W.RunPropertiesBaseStyle(
                new W.RunFonts { Ascii = "Calibri", HighAnsi = "Calibri", EastAsia = "Calibri", ComplexScript = "Arial" },
                new W.FontSize { Val = "22" }, new W.FontSizeComplexScript { Val = "22" }, language)),
            new W.ParagraphPropertiesDefault(report.IsRightToLeft
                ? new W.ParagraphPropertiesBaseStyle(new W.BiDi(), Spacing(0, 120))
                : new W.ParagraphPropertiesBaseStyle(Spacing(0, 120)))));
        all.Append(
            Paragraph(Normal, "Normal", null, null),
            Paragraph(Title, "Title", Normal, Normal, Spacing(120, 60), size: 52, isBold: true, colour: Dark),
            Paragraph(Subtitle, "Subtitle", Normal, Normal, Spacing(0, 240), size: 26, colour: "595959"),
            Paragraph(Banner, "Banner", Normal, Normal, Spacing(0, 120), size: 28, isBold: true, colour: "9C0006"),
            Paragraph(Heading(1), "heading 1", Normal, Normal, Spacing(360, 120), size: 34, isBold: true, colour: Dark, level: 0),
            Paragraph(Heading(2), "heading 2", Normal, Normal, Spacing(280, 80), size: 27, isBold: true, colour: Dark, level: 1),
            Paragraph(Heading(3), "heading 3", Normal, Normal, Spacing(220, 60), size: 23, isBold: true, colour: "2F5496", level: 2),
            Paragraph(ContentsTitle, "TOC Heading", Normal, Normal, Spacing(240, 120), size: 28, isBold: true, colour: Dark),
            Paragraph(Contents(1), "toc 1", Normal, Normal, Spacing(60, 20), indent: 0),
            Paragraph(Contents(2), "toc 2", Normal, Normal, Spacing(0, 20), indent: 360),
            Paragraph(ListItem, "List Paragraph", Normal, ListItem, Spacing(0, 60)),
            Paragraph(Caption, "caption", Normal, Normal, Spacing(200, 80), size: 20, isBold: true, colour: "404040", keepsNext: true),
            Paragraph(Head, "header", Normal, Head, Spacing(0, 0), size: 18),
            Paragraph(Foot, "footer", Normal, Foot, Spacing(0, 0), size: 18),
            Paragraph(TableText, "Table Text", Normal, TableText, Spacing(30, 30), size: 18),
            Paragraph(TableHead, "Table Heading", TableText, TableText, Spacing(30, 30), size: 18, isBold: true, colour: "FFFFFF"),
            Paragraph(Muted, "Muted", Normal, Normal, Spacing(0, 120), colour: "595959"),
            Tone(Tones.Good, "Good", "548235", report.IsRightToLeft),
            Tone(Tones.Watch, "Watch", "BF9000", report.IsRightToLeft),
            Tone(Tones.Bad, "Bad", "C00000", report.IsRightToLeft),
            new W.Style(new W.StyleName { Val = "Default Paragraph Font" }) { Type = W.StyleValues.Character, StyleId = "DefaultParagraphFont", Default = true },
            new W.Style(new W.StyleName { Val = "Hyperlink" }, new W.StyleRunProperties(new W.Color { Val = "0B5394" }, new W.Underline { Val = W.UnderlineValues.Single }))
            { Type = W.StyleValues.Character, StyleId = Link },
            new W.Style(new W.StyleName { Val = "Code" }, new W.StyleRunProperties(new W.RunFonts { Ascii = "Consolas", HighAnsi = "Consolas", ComplexScript = "Courier New" }))
            { Type = W.StyleValues.Character, StyleId = Code, CustomStyle = true });
        return all;
    }

    private static W.SpacingBetweenLines Spacing(int before, int after) =>
        new() { Before = before.ToString(CultureInfo.InvariantCulture), After = after.ToString(CultureInfo.InvariantCulture) };

    private static W.Style Tone(string tone, string name, string edge, bool isRightToLeft) => new(
        new W.StyleName { Val = name }, new W.BasedOn { Val = Normal },
        new W.StyleParagraphProperties(
            new W.ParagraphBorders(isRightToLeft
                ? new W.RightBorder { Val = W.BorderValues.Single, Size = 24, Space = 6, Color = edge }
                : new W.LeftBorder { Val = W.BorderValues.Single, Size = 24, Space = 6, Color = edge }),
            new W.Shading { Val = W.ShadingPatternValues.Clear, Color = "auto", Fill = Ground(tone) }))
    { Type = W.StyleValues.Paragraph, StyleId = Toned(tone), CustomStyle = true };

    private static W.Style Paragraph(
        string id, string name, string? basis, string? next, W.SpacingBetweenLines? spacing = null, int? size = null, bool isBold = false, string? colour = null, int? level = null, int? indent = null, bool keepsNext = false)
    {
        var style = new W.Style(new W.StyleName { Val = name }) { Type = W.StyleValues.Paragraph, StyleId = id, Default = id == Normal ? true : null };
        if (id is Banner or TableText or TableHead or Muted)
            style.CustomStyle = true;
        if (basis is not null)
            style.Append(new W.BasedOn { Val = basis });
        if (next is not null)
            style.Append(new W.NextParagraphStyle { Val = next });
        style.Append(new W.PrimaryStyle());
        var paragraph = new W.StyleParagraphProperties
        {
            KeepNext = level is not null || keepsNext ? new() : null,
            KeepLines = level is not null ? new() : null,
            SpacingBetweenLines = spacing,
            Indentation = indent is { } by ? new() { Start = by.ToString(CultureInfo.InvariantCulture) } : null,
            OutlineLevel = level is { } outline ? new() { Val = outline } : null,
        };
        if (paragraph.HasChildren)
            style.Append(paragraph);
        var run = new W.StyleRunProperties
        {
            Bold = isBold ? new() : null,
            BoldComplexScript = isBold ? new() : null,
            Color = colour is null ? null : new() { Val = colour },
            FontSize = size is { } half ? new() { Val = half.ToString(CultureInfo.InvariantCulture) } : null,
            FontSizeComplexScript = size is { } complex ? new() { Val = complex.ToString(CultureInfo.InvariantCulture) } : null,
        };
        if (run.HasChildren)
            style.Append(run);
        return style;
    }
}
