using System.Collections.Immutable;
using System.Globalization;
using HanoiAcademy.Server.Drills.AfterAction.Document;
using HanoiAcademy.Server.Drills.AfterAction.Papers;

namespace HanoiAcademy.Server.Tests.Drills.Papers;

/// <summary>A report with every kind of block, and what people write who mean harm.</summary>
internal static class SampleReport
{
    /// <summary>Control characters, half a character, a mark that turns what follows, what looks like an escape or a formula, and markup.</summary>
    public const string Hostile = "\u0000\u0007=cmd|' /C calc'!A0 \uD800 \u202Egnp.exe\u202C _x0007_ <w:p>&amp;]]> \uFFFF";

    public static readonly PaperWords Words = new("Contents", "{0} more rows are left out here.", "{0} more are left out.", "… (cut)", "report", "Summary", "Hanoi Academy");

    public static ReportDocument Small(bool isRightToLeft = false, string written = "Linh: we froze the account first") =>
        new(isRightToLeft ? "فاتورة عند الفجر" : "Invoice at dawn", isRightToLeft ? "تقرير ما بعد التمرين" : "After-action report", isRightToLeft ? "تمرين" : "EXERCISE", isRightToLeft ? "ar" : "en", isRightToLeft,
        [
            new HeadingBlock(1, isRightToLeft ? "الأهداف" : "Objectives", "objectives"),
            new ParagraphBlock([new Run(isRightToLeft ? "تحققت أربعة أهداف من ستة عند " : "Four of six objectives were met by "), new Run("T+01:20:05", IsLeftToRight: true), new Run(". "), new Run("See the plan", "#plan"), new Run(", "), new Run("lesson", "/courses/first/preserve"), new Run(".")]),
            new ParagraphBlock([new Run(isRightToLeft ? "كتب الفريق: " : "The team wrote: "), new Run(written, IsWritten: true), new Run(" (5/7).")], Tones.Watch),
            new ParagraphBlock([new Run("Nothing is known of row 17.")], Tones.Bad),
            new ParagraphBlock([new Run("Strength: preserved in time.")], Tones.Good),
            new ParagraphBlock([new Run("Made from the log alone.")], Tones.Muted),
            Objectives(8),
            new HeadingBlock(2, "What helped", "helped"),
            new ListBlock([[new Run("The register of contacts", IsWritten: true)], [new Run(written, IsWritten: true)]]),
            new HeadingBlock(2, "Three fixes", "fixes"),
            new ListBlock([[new Run("Rehearse the call back")], [new Run("Print the form", IsBold: true), new Run(" inv-042", IsCode: true, IsLeftToRight: true), new Run("missed", Tone: Tones.Bad), new Run(" taken back", IsStruck: true, Tone: Tones.Muted)]], IsNumbered: true),
            new ListBlock([[new Run("Begins at one again")]], IsNumbered: true),
            new PlotBlock("times", "Decision times", "<svg viewBox='0 0 10 10'/>", new("times", "Decision times",
                [new("Decision", Share: 3), new("Minutes", "number"), new("Model", "number")],
                [Row("Whom to call first", "3", "2"), Row("Freeze the account", "12.5", "5"), Row("Tell the minister", "", "20")])),
            new PlotBlock("points", "Points over time", "<svg viewBox='0 0 10 10'/>", new("points", "Points over time",
                [new("Time", "time"), new("Won", "number")], [Row("T+00:10", "0"), Row("T+00:20", "15"), Row("T+00:30", "40")]), Charts.Line),
            new HeadingBlock(1, "Improvement plan", "plan"),
            new TableBlock("improvement", "Improvement plan", [new("Finding", Share: 3), new("Action", Share: 3), new("State")], [Row("Hold ran out", "Send preservation first", "open")]),
        ]);

    public static TableBlock Objectives(int rows) => new("objectives", "Objectives and what proves them",
        [new("Objective", Share: 3), new("Time", "time"), new("Points", "number"), new("State")],
        [.. Enumerable.Range(1, rows).Select(n => ImmutableArray.Create(
            new Cell([new Run($"Objective {n}"), new Run(" EV-7", IsCode: true, IsLeftToRight: true)]), Cell.Of($"T+00:{n % 60:D2}"), Cell.Of((n * 5).ToString(CultureInfo.InvariantCulture)),
            n % 2 == 0 ? Cell.Of("met", Tones.Good) : Cell.Of("missed", Tones.Bad)))]);

    private static ImmutableArray<Cell> Row(params string[] texts) => [.. texts.Select(text => Cell.Of(text))];
}
