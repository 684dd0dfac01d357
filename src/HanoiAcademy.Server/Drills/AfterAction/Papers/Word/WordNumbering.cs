using W = DocumentFormat.OpenXml.Wordprocessing;

namespace HanoiAcademy.Server.Drills.AfterAction.Papers.Word;

/// <summary>Lists with dots, which are all one, and lists with numbers, of which each counts from one.</summary>
internal static class WordNumbering
{
    public const int Bullets = 1;

    public static W.Numbering Make(int numberedLists)
    {
        var all = new W.Numbering(Looks(0, W.NumberFormatValues.Bullet, "•"), Looks(1, W.NumberFormatValues.Decimal, "%1."));
        all.Append(new W.NumberingInstance(new W.AbstractNumId { Val = 0 }) { NumberID = Bullets });
        for (var n = 1; n <= numberedLists; n++)
            all.Append(new W.NumberingInstance(new W.AbstractNumId { Val = 1 }, new W.LevelOverride(new W.StartOverrideNumberingValue { Val = 1 }) { LevelIndex = 0 }) { NumberID = Bullets + n });
        return all;
    }

    private static W.AbstractNum Looks(int id, W.NumberFormatValues format, string text) => new(
        new W.MultiLevelType { Val = W.MultiLevelValues.SingleLevel },
        new W.Level(
            new W.StartNumberingValue { Val = 1 }, new W.NumberingFormat { Val = format }, new W.LevelText { Val = text }, new W.LevelJustification { Val = W.LevelJustificationValues.Left },
            new W.PreviousParagraphProperties(new W.Indentation { Start = "425", Hanging = "283" }))
        { LevelIndex = 0 })
    { AbstractNumberId = id };
}
