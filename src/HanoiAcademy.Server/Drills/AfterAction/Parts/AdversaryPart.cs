using System.Collections.Immutable;
using HanoiAcademy.Drills.Reports;
using HanoiAcademy.Server.Drills.AfterAction.Document;

namespace HanoiAcademy.Server.Drills.AfterAction.Parts;

internal static class AdversaryPart
{
    public static IEnumerable<Block> Of(AfterActionSource s)
    {
        foreach (var plan in s.Report.Adversary)
        {
            yield return new HeadingBlock(1, s.Shared("drills.report.adversary", plan.Name) + (plan.Team is { } team ? $" · {team}" : ""), "adversary-" + plan.Id);
            yield return new ListBlock([.. plan.Line.Select(line => Line(s, plan, line))]);
        }
    }

    private static ImmutableArray<Run> Line(AfterActionSource s, PlanReport plan, PlanLine line)
    {
        var runs = new List<Run>();
        runs.AddRange([s.Time(line.At), new Run($" {line.Name}: {s.Word("drills.report.step", line.What)}")]);
        if (line.By is { } by && by != "system")
            runs.AddRange([new Run(" · "), new Run(s.Who(by, line.At), IsWritten: true)]);
        if (line.About is { } about)
            runs.Add(new Run(" " + about, Tone: Tones.Muted));
        if (line.ReadAt is { } read)
            runs.AddRange([new Run($" · {s.Shared("drills.report.noise-read")} "), s.Time(read)]);
        if (line.What == "started" && line.Techniques.Length > 0)
            runs.Add(new Run(" " + s.Shared("drills.report.attack", string.Join(", ", new[] { plan.Attack, plan.Ics }.OfType<string>()), string.Join(", ", line.Techniques)), IsLeftToRight: true, Tone: Tones.Muted));
        return [.. runs];
    }
}
