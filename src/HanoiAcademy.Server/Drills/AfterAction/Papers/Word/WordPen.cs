using System.Collections.Immutable;
using System.Globalization;
using DocumentFormat.OpenXml.Packaging;
using HanoiAcademy.Server.Drills.AfterAction.Document;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace HanoiAcademy.Server.Drills.AfterAction.Papers.Word;

/// <summary>What is written with: the report's language and direction, what its links lead to, and the numbers that a file gives out once.</summary>
internal sealed class WordPen
{
    private readonly MainDocumentPart _main;
    private readonly Uri? _site;
    private readonly Dictionary<string, string> _places = [];
    private readonly Dictionary<string, string> _links = [];
    private readonly HashSet<string> _taken = [];
    private uint _drawings;
    private int _lists;

    /// <param name="site">Where links of the site lead from a file; null: they stand as text.</param>
    public WordPen(MainDocumentPart main, ReportDocument report, Paper paper, PaperWords words, Uri? site)
    {
        (_main, _site) = (main, site);
        (Report, Paper, Words) = (report, paper, words);
        foreach (var heading in report.Blocks.OfType<HeadingBlock>())
            _places.TryAdd(heading.Anchor, string.Create(CultureInfo.InvariantCulture, $"_Toc{_places.Count + 1:D8}"));
    }

    public ReportDocument Report { get; }
    public Paper Paper { get; }
    public PaperWords Words { get; }
    public bool IsRightToLeft => Report.IsRightToLeft;
    public MainDocumentPart Main => _main;

    public uint NextDrawing() => ++_drawings;

    /// <summary>Numbered lists count from one each: the first number is the bullets'.</summary>
    public int NextNumberedList() => WordNumbering.Bullets + ++_lists;

    public int NumberedLists => _lists;

    /// <summary>The bookmark at a heading; of two that say the same anchor the first.</summary>
    public string? PlaceOf(string anchor) => _places.GetValueOrDefault(anchor);

    /// <summary>For the heading that has it: a bookmark stands once.</summary>
    public string? TakePlace(string anchor) => PlaceOf(anchor) is { } place && _taken.Add(place) ? place : null;

    /// <summary>A link out of the file; null for what does not lead into the site.</summary>
    public string? LinkTo(string href)
    {
        if (_site is null || !href.StartsWith('/') || href.StartsWith("//", StringComparison.Ordinal) || href.Contains('\\', StringComparison.Ordinal) || !Uri.TryCreate(_site, href, out var to))
            return null;
        if (!_links.TryGetValue(to.AbsoluteUri, out var id))
            _links.Add(to.AbsoluteUri, id = _main.AddHyperlinkRelationship(to, isExternal: true).Id);
        return id;
    }

    public W.Paragraph Paragraph(string style, ImmutableArray<Run> runs) =>
        new(WordRuns.Of(runs, this).Prepend(new W.ParagraphProperties { ParagraphStyleId = new() { Val = style } }));

    public W.Paragraph Paragraph(string style, string text) => Paragraph(style, [new Run(text)]);
}
