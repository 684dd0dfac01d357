using System.Collections.Immutable;
using DocumentFormat.OpenXml;
using HanoiAcademy.Server.Drills.AfterAction.Document;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace HanoiAcademy.Server.Drills.AfterAction.Papers.Word;

/// <summary>
/// Runs of text. What somebody wrote, and what is read from the left in any language, is embedded in its own direction, with a mark of the paragraph's own on either side:
/// Word knows no isolates, and this is what comes nearest to one.
/// </summary>
internal static class WordRuns
{
    private const string LeftMark = "\u200E";
    private const string RightMark = "\u200F";

    public static IEnumerable<OpenXmlElement> Of(ImmutableArray<Run> runs, WordPen pen) => runs.Where(run => run.Text.Length > 0).SelectMany(run => Of(run, pen));

    private static IEnumerable<OpenXmlElement> Of(Run run, WordPen pen)
    {
        var text = WordText.Clean(run.Text, pen.Words.Cut);
        var rightToLeft = run.IsLeftToRight ? false : run.IsWritten ? WordText.IsRightToLeft(text) ?? pen.IsRightToLeft : pen.IsRightToLeft;
        var isApart = (run.IsWritten || run.IsLeftToRight) && (pen.IsRightToLeft || rightToLeft || WordText.HasRightToLeft(text));
        OpenXmlElement drawn = Link(run, Run(text, run, rightToLeft, pen), pen);
        if (!isApart)
        {
            yield return drawn;
            yield break;
        }

        var mark = pen.IsRightToLeft ? RightMark : LeftMark;
        yield return Run(mark, new Run(mark), pen.IsRightToLeft, pen);
        yield return new W.BidirectionalEmbedding(drawn) { Val = rightToLeft ? W.DirectionValues.Rtl : W.DirectionValues.Ltr };
        yield return Run(mark, new Run(mark), pen.IsRightToLeft, pen);
    }

    private static OpenXmlElement Link(Run run, W.Run drawn, WordPen pen) => run.Href switch
    {
        null => drawn,
        ['#', .. var anchor] when pen.PlaceOf(anchor) is { } place => new W.Hyperlink(drawn) { Anchor = place, History = true },
        var href when pen.LinkTo(href) is { } id => new W.Hyperlink(drawn) { Id = id, History = true },
        _ => drawn,
    };

    private static W.Run Run(string text, Run run, bool rightToLeft, WordPen pen)
    {
        var isLink = run.Href is { } href && (href.StartsWith('#') ? pen.PlaceOf(href[1..]) is not null : pen.LinkTo(href) is not null);
        var properties = new W.RunProperties
        {
            RunStyle = run.IsCode ? new() { Val = WordStyles.Code } : isLink ? new() { Val = WordStyles.Link } : null,
            Bold = run.IsBold ? new() : null,
            BoldComplexScript = run.IsBold ? new() : null,
            // What its writer's language is nobody knows: no speller underlines it.
            Strike = run.IsStruck ? new() : null,
            // A word that is a badge on the page: the word says it, its ground repeats it.
            Color = run.Tone == Tones.Muted ? new() { Val = "595959" } : null,
            Shading = run.Tone != Tones.Muted && WordStyles.Ground(run.Tone) is { } ground ? new() { Val = W.ShadingPatternValues.Clear, Color = "auto", Fill = ground } : null,
            NoProof = run.IsWritten || run.IsCode ? new() : null,
            RightToLeftText = rightToLeft ? new() : null,
        };
        var drawn = properties.HasChildren ? new W.Run(properties) : new W.Run();
        drawn.Append(Pieces(text));
        return drawn;
    }

    private static IEnumerable<OpenXmlElement> Pieces(string text)
    {
        var isFirst = true;
        foreach (var line in text.Split('\n'))
        {
            if (!isFirst)
                yield return new W.Break();
            isFirst = false;
            foreach (var (part, n) in line.Split('\t').Select((part, n) => (part, n)))
            {
                if (n > 0)
                    yield return new W.TabChar();
                if (part.Length > 0)
                    yield return new W.Text(part) { Space = SpaceProcessingModeValues.Preserve };
            }
        }
    }
}
