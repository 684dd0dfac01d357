using System.Collections.Immutable;
using HanoiAcademy.Drills.Reports;
using HanoiAcademy.Server.Drills.AfterAction.Document;

namespace HanoiAcademy.Server.Drills.AfterAction.Parts;

/// <summary>The legal clock: how long it took to send, to preserve, to acknowledge and to answer; then each request with both sides on one line of time.</summary>
internal static class RequestsPart
{
    public static IEnumerable<Block> Of(AfterActionSource s)
    {
        if (s.Report.Requests.IsEmpty)
            yield break;
        yield return new HeadingBlock(1, s.T("legal-clock"), "requests");
        yield return new ParagraphBlock(Sentences.Plain(s.T("legal-clock-what")), Tones.Muted);
        yield return new TableBlock("requests", s.T("legal-clock"),
            [new(s.T("request"), Share: 5), new(s.T("to-send"), Share: 2), new(s.T("to-preserve"), Share: 2), new(s.T("to-acknowledge"), Share: 3), new(s.T("to-answer"), Share: 3), new(s.T("state"), Share: 3)],
            [.. s.Report.Requests.Select(r => Row(s, r))]);
        if (s.Report.Requests.Any(r => r.Clock.Steps.Length > 1))
            yield return Plots.RequestPlot.Of(s);
        if (s.Report.Requests.Count(r => r.Clock.Steps.Length > 0) is > Plots.RequestPlot.Most and var drawn)
            yield return new ParagraphBlock(Sentences.Plain(s.T("plot-first", Plots.RequestPlot.Most, drawn)), Tones.Muted);
        foreach (var r in s.Report.Requests)
            foreach (var block in One(s, r))
                yield return block;
    }

    public static string Name(AfterActionSource s, RequestReport r) => $"{s.Word("client.request-kind", r.Kind)}: {r.From} → {r.To}";

    private static ImmutableArray<Cell> Row(AfterActionSource s, RequestReport r) =>
    [
        new([new Run(Name(s, r), "#request-" + r.Id), new Run(" " + r.Id, IsLeftToRight: true, Tone: Tones.Muted)]),
        Span(s, r.Clock.ToSend),
        r.SenderTeam is not null && r.Clock.ToPreserve is null && r.Clock.LostAt is not null ? Cell.Of(s.T("lost"), Tones.Bad) : Span(s, r.Clock.ToPreserve),
        r.Clock.NeverAcknowledged ? Cell.Of(s.T("never"), Tones.Bad) : Span(s, r.Clock.ToAcknowledge),
        Span(s, r.Clock.ToAnswer),
        Cell.Of(State(s, r)),
    ];

    private static Cell Span(AfterActionSource s, ClockSpan? span) => span is null
        ? Cell.Of("–")
        : new([new Run(s.Length(span.DrillMs)), new Run(" " + (span.WithinStoryMs is { } within
            ? s.T(span.IsLate ? "story-late" : "story-within", s.Length(span.StoryMs), s.Length(within))
            : s.T("story", s.Length(span.StoryMs))), Tone: Tones.Muted)], span.IsLate ? Tones.Bad : Tones.Plain);

    private static string State(AfterActionSource s, RequestReport r) => s.Word("drills.report.request-status", r.Status) + (r.Result is { } result ? $": {s.Word("drills.report.outcome", result)}" : "");

    private static IEnumerable<Block> One(AfterActionSource s, RequestReport r)
    {
        yield return new HeadingBlock(2, Name(s, r), "request-" + r.Id);
        yield return new ParagraphBlock([new Run(State(s, r) + ". "), new Run(r.Id, IsLeftToRight: true, Tone: Tones.Muted),
            .. r.AnswerFitted is { } fitted ? Sentences.Plain(" " + s.Shared(fitted ? "drills.report.answer-fitted" : "drills.report.answer-did-not-fit")) : []]);
        if (r.FirstMistakes.Length > 0)
            yield return new ParagraphBlock(Sentences.Plain($"{s.Shared("drills.report.mistakes")} {s.Words("drills.report.mistake", r.FirstMistakes.Distinct())}"), Tones.Watch);
        foreach (var (share, words) in new[] { (r.Sender, "drills.report.share-sender"), (r.Receiver, "drills.report.share-receiver") })
            if (share is not null && r.Points > 0)
                yield return new ParagraphBlock(Sentences.Plain($"{s.Shared(words, share.Percent, r.Points)} {s.Words("drills.report.mistake", share.Costs.Where(cost => cost.Percent > 0).Select(cost => cost.Code))}".TrimEnd()));
        yield return new TableBlock("line-" + r.Id, s.Shared("drills.report.line"),
            [new(s.Shared("drills.report.when"), "time", 2), new(r.From, Share: 4), new(r.To, Share: 4), new(s.Shared("drills.report.note"), Share: 4)],
            [.. r.Line.Select(line => Line(s, line))]);
    }

    private static ImmutableArray<Cell> Line(AfterActionSource s, RequestLine line)
    {
        var step = new Cell([new Run($"{s.Word("drills.report.request-status", line.What)} · "), new Run(s.Who(line.By, line.At), IsWritten: true)]);
        var nothing = Cell.Of("");
        return [new([s.Time(line.At)]), line.Side == "sender" ? step : nothing, line.Side == "sender" ? nothing : step, new(Sentences.Written(line is { What: "executed", Note: { } came } ? s.Word("drills.report.outcome", came) : line.Note))];
    }
}
