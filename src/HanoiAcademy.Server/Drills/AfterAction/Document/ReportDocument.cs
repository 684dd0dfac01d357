using System.Collections.Immutable;

namespace HanoiAcademy.Server.Drills.AfterAction.Document;

/// <summary>
/// What a report says, in the reader's language and in reading order, before it is a page, a Word file or a sheet: each writer draws these blocks and knows nothing of a drill.
/// Language: a BCP 47 tag; IsRightToLeft: of the whole. Banner: the word EXERCISE, which stands on every page of paper.
/// </summary>
internal sealed record ReportDocument(string Title, string Subtitle, string Banner, string Language, bool IsRightToLeft, ImmutableArray<Block> Blocks);

internal abstract record Block;

/// <summary>Level: 1 for a part of the report, 2 for what is within it, 3 below. Anchor: for links from within the document, unique in it.</summary>
internal sealed record HeadingBlock(int Level, string Text, string Anchor) : Block;

/// <summary>Tone: plain, muted, good, watch, bad; where it is not plain a word of the text says the same, since paper has no colour.</summary>
internal sealed record ParagraphBlock(ImmutableArray<Run> Runs, string Tone = Tones.Plain) : Block;

internal sealed record ListBlock(ImmutableArray<ImmutableArray<Run>> Items, bool IsNumbered = false) : Block;

/// <summary>Id: names the table in the sheet of the xlsx (objectives, decisions, …). Every row has as many cells as there are columns.</summary>
internal sealed record TableBlock(string Id, string Caption, ImmutableArray<Column> Columns, ImmutableArray<ImmutableArray<Cell>> Rows) : Block;

/// <summary>Kind: text, number, time. Share: of the width, in parts of the sum of all columns' shares.</summary>
internal sealed record Column(string Heading, string Kind = "text", int Share = 1);

internal sealed record Cell(ImmutableArray<Run> Runs, string Tone = Tones.Plain)
{
    public static Cell Of(string text, string tone = Tones.Plain) => new([new Run(text)], tone);
}

/// <summary>
/// A plot, and its figures as a table for who cannot see it. Svg: the drawing whole, with title and description in it, without script or style of its own; width and height in its viewBox.
/// Chart: what a program for papers draws of the figures, whose first column names them and whose columns of numbers are the series.
/// </summary>
internal sealed record PlotBlock(string Id, string Caption, string Svg, TableBlock Figures, string Chart = Charts.Bars) : Block;

internal static class Charts
{
    public const string Bars = "bars";
    public const string Line = "line";

    /// <summary>Its figures as a table say it better.</summary>
    public const string None = "none";
}

/// <summary>
/// A run of text. Href: where it leads, within the site (begins with /) or the document (#). IsLeftToRight: a time, a code, an id. IsWritten: somebody wrote it himself, in whatever direction.
/// Tone: muted is said more quietly; another one is a word by itself, shown as a badge. IsStruck: it counts no more.
/// </summary>
internal sealed record Run(string Text, string? Href = null, bool IsBold = false, bool IsCode = false, bool IsLeftToRight = false, bool IsWritten = false, string Tone = Tones.Plain, bool IsStruck = false);

internal static class Tones
{
    public const string Plain = "plain";
    public const string Muted = "muted";
    public const string Good = "good";
    public const string Watch = "watch";
    public const string Bad = "bad";
}
