using System.Collections.Immutable;
using System.Globalization;
using HanoiAcademy.Drills.Reports;
using HanoiAcademy.Server.Drills.AfterAction.Document;

namespace HanoiAcademy.Server.Drills.AfterAction.Parts;

/// <summary>Exhibits with the gaps of their records, then each record, then what courts made of it.</summary>
internal static class EvidencePart
{
    public static IEnumerable<Block> Of(AfterActionSource s) => Exhibits(s).Concat(Courts(s));

    private static IEnumerable<Block> Exhibits(AfterActionSource s)
    {
        if (s.Report.Evidence.IsEmpty)
            yield break;
        yield return new HeadingBlock(1, s.Shared("drills.report.evidence"), "evidence");
        yield return new ParagraphBlock(Sentences.Plain(s.T("exhibits", s.Report.Evidence.Count(e => e.Gaps.IsEmpty), s.Report.Evidence.Length)));
        yield return new TableBlock("evidence", s.Shared("drills.report.evidence"),
            [new(s.T("team"), Share: 2), new(s.T("exhibit"), Share: 3), new(s.T("entries"), "number"), new(s.T("custody-gaps"), "number"), new(s.T("which-gaps"), Share: 5), new("SHA-256", Share: 3)],
            [.. s.Report.Evidence.Select(e => Row(s, e))]);
        foreach (var item in s.Report.Evidence)
        {
            yield return new HeadingBlock(2, $"{item.Name} · {item.Team}", $"exhibit-{item.TeamId}-{item.Id}");
            yield return new ListBlock([.. item.Custody.Select(line => Line(s, line))]);
        }
    }

    private static ImmutableArray<Cell> Row(AfterActionSource s, EvidenceReport e) =>
    [
        Cell.Of(e.Team),
        new([new Run(e.Name, $"#exhibit-{e.TeamId}-{e.Id}")]),
        Cell.Of(e.Custody.Length.ToString(CultureInfo.InvariantCulture)),
        Cell.Of(e.Gaps.Length.ToString(CultureInfo.InvariantCulture)),
        Cell.Of(e.Gaps.IsEmpty ? s.T("no-gap") : s.Words("client.custody-gap", e.Gaps), e.Gaps.IsEmpty ? Tones.Good : Tones.Bad),
        new([new Run(e.Sha256, IsCode: true, IsLeftToRight: true)]),
    ];

    private static ImmutableArray<Run> Line(AfterActionSource s, CustodyLine line) =>
    [
        s.Time(line.At), new Run($" {s.Word("drills.report.custody", line.What)} {line.To} · "), new Run(s.Who(line.Seat, line.At), IsWritten: true), new Run(" "),
        new Run(string.Join(" ", new[] { line.Basis.Length > 0 ? s.Word("client.evidence-basis", line.Basis) : "", line.Seal, line.Place, line.Note }.Where(part => part.Length > 0)), IsWritten: true, Tone: Tones.Muted),
        .. line.Gaps.IsEmpty ? [] : new[] { new Run(" "), new Run(s.Words("client.custody-gap", line.Gaps), Tone: Tones.Bad) },
    ];

    private static IEnumerable<Block> Courts(AfterActionSource s)
    {
        if (s.Report.Courts.IsEmpty)
            yield break;
        yield return new HeadingBlock(1, s.Shared("drills.report.courts"), "courts");
        yield return new ParagraphBlock(Sentences.Plain(s.Shared("client.court.exercise")), Tones.Muted);
        foreach (var court in s.Report.Courts)
        {
            yield return new HeadingBlock(2, $"{court.Title} · {s.Word("client.court-state", court.State)}", "court-" + court.Id);
            if (court.FiledAt is { } filed)
                yield return new ParagraphBlock([s.Time(filed), new Run(" " + s.Shared("client.court.filed", s.Who(court.Seat, filed), court.Purpose), IsWritten: true)]);
            if (court.Verdicts.Length > 0)
                yield return new ListBlock([.. court.Verdicts.Select(v => Verdict(s, v))]);
        }
    }

    private static ImmutableArray<Run> Verdict(AfterActionSource s, VerdictReport v) =>
    [
        new Run(v.Name, IsBold: true), new Run(" "), new Run(s.Shared(v.Admitted ? "client.court.admitted" : "client.court.rejected"), Tone: v.Admitted ? Tones.Good : Tones.Bad),
        new Run(v.Gaps.IsEmpty ? "" : ": " + s.Words("client.custody-gap", v.Gaps)),
    ];
}
