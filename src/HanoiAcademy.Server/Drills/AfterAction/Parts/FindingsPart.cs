using System.Collections.Immutable;
using System.Globalization;
using HanoiAcademy.Drills.Reports;
using HanoiAcademy.Server.Drills.AfterAction.Document;

namespace HanoiAcademy.Server.Drills.AfterAction.Parts;

/// <summary>Strengths and gaps in sentences; each ends with what shows it, a gap also with where it is taught.</summary>
internal static class FindingsPart
{
    /// <summary>More than these nobody takes home; the tables have all of them.</summary>
    public const int MostOfATeam = 8;

    public static IEnumerable<Block> Of(AfterActionSource s)
    {
        foreach (var isStrength in new[] { true, false })
        {
            yield return new HeadingBlock(1, s.T(isStrength ? "strengths" : "gaps"), isStrength ? "strengths" : "gaps");
            var all = s.Report.Findings.Where(f => f.IsStrength == isStrength).ToList();
            if (all.Count == 0)
                yield return new ParagraphBlock(Sentences.Plain(s.T(isStrength ? "no-strengths" : "no-gaps")), Tones.Muted);
            foreach (var (team, name) in s.Report.Teams.Select(t => ((string?)t.Team, s.TeamName(t))).Append((null, s.T("of-no-team"))))
            {
                var its = all.Where(f => team is null ? f.Team is null || s.Report.Teams.All(t => t.Team != f.Team) : f.Team == team).ToList();
                if (its.Count == 0)
                    continue;
                yield return new HeadingBlock(2, name, $"{(isStrength ? "strengths" : "gaps")}-{team ?? "of-none"}");
                yield return new ListBlock([.. its.Take(MostOfATeam).Select(f => Sentence(s, f))]);
                if (its.Count > MostOfATeam)
                    yield return new ParagraphBlock(Sentences.Plain(s.T("more-findings", its.Count - MostOfATeam)), Tones.Muted);
            }
        }
    }

    /// <summary>Without its proof; for what takes it over elsewhere.</summary>
    public static string Text(AfterActionSource s, Finding f) => string.Concat(Words(s, f).Select(run => run.Text));

    private static ImmutableArray<Run> Sentence(AfterActionSource s, Finding f)
    {
        var runs = Words(s, f).ToList();
        if (f.At is { } at)
            runs.AddRange([new Run(" "), s.Time(at)]);
        if (f.Proof is { } row)
            runs.AddRange([new Run(" "), s.Row(row)]);
        if (f.Lesson is { } lesson)
            runs.AddRange([new Run(" " + s.Shared("drills.report.lesson") + ": "), new Run(s.Lesson(lesson) ?? s.Shared("drills.report.lesson-open"), $"/courses/{lesson}")]);
        return [.. runs];
    }

    private static ImmutableArray<Run> Words(AfterActionSource s, Finding f) => s.Say("finding." + f.Code, [.. f.Args.Select(arg => ImmutableArray.Create(Run(s, arg)))]);

    private static Run Run(AfterActionSource s, FindingArg arg) => arg.Kind switch
    {
        "number" => new Run(arg.Number.ToString(CultureInfo.InvariantCulture)),
        "duration" => new Run(s.Length(arg.Number)),
        "story" => new Run(s.Length(arg.Number)),
        "time" => s.Time(arg.Number),
        "kind" => new Run(s.Word("client.request-kind", arg.Text)),
        "gap" => new Run(s.Words("client.custody-gap", arg.Text.Split(' '))),
        "mistake" => new Run(s.Words("drills.report.mistake", arg.Text.Split(' '))),
        _ => new Run(arg.Text, IsBold: true),
    };
}
