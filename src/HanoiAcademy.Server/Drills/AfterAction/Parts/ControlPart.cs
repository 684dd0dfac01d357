using System.Collections.Immutable;
using HanoiAcademy.Drills.Reports;
using HanoiAcademy.Server.Drills.AfterAction.Document;
using HanoiAcademy.Server.Drills.Pages;

namespace HanoiAcademy.Server.Drills.AfterAction.Parts;

/// <summary>What control did, and what it typed in afterwards of play on paper.</summary>
internal static class ControlPart
{
    public static IEnumerable<Block> Of(AfterActionSource s)
    {
        if (s.Report.TypedIn.Length > 0)
        {
            yield return new HeadingBlock(1, s.Shared("exercises.paper.past"), "past");
            yield return new ParagraphBlock(Sentences.Plain(s.Shared("exercises.paper.past-what")), Tones.Muted);
            yield return new TableBlock("typed-in", s.Shared("exercises.paper.past"),
                [new(s.Shared("exercises.paper.thing"), Share: 4), new(s.Shared("exercises.paper.result"), Share: 3), new(s.Shared("exercises.paper.at"), "time", 2), new(s.Shared("exercises.paper.note"), Share: 4), new(s.Shared("exercises.paper.typed-by"), Share: 3)],
                [.. s.Report.TypedIn.Select(typed => Row(s, typed))]);
        }

        if (s.Report.Control.IsEmpty)
            yield break;
        yield return new HeadingBlock(1, s.Shared("drills.report.control"), "control");
        yield return new ListBlock([.. s.Report.Control.Select(step => (ImmutableArray<Run>)
            [s.Time(step.At), new Run(" "), new Run(s.Who(step.Seat, step.At), IsWritten: true), new Run($": {s.Word("client.control-log", step.What)} "), new Run(step.Id, IsCode: true, IsLeftToRight: true)])]);
    }

    private static ImmutableArray<Cell> Row(AfterActionSource s, TypedReport typed) =>
    [
        Cell.Of(typed.Name),
        new([new Run(typed.Value.Length == 0 ? s.Shared("exercises.paper.taken-back") : typed.Words.Length > 0 ? typed.Words : s.Word("exercises.paper.word", typed.Value), IsStruck: typed.Corrected),
            .. typed.Corrected ? new[] { new Run(" "), new Run(s.Shared("exercises.paper.corrected"), Tone: Tones.Watch) } : []]),
        new(typed.HappenedAt is { } at ? [new Run(DrillTimes.T(at), IsLeftToRight: true)] : []),
        new(Sentences.Written(typed.Note)),
        new([new Run(typed.Seat, IsLeftToRight: true), new Run(" "), s.Row(typed.ProofVersion)]),
    ];
}
