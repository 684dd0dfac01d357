using System.Collections.Immutable;
using HanoiAcademy.Drills.Reports;
using HanoiAcademy.Server.Drills.AfterAction.Document;

namespace HanoiAcademy.Server.Drills.AfterAction.Parts;

/// <summary>What a damaged log could not say. A warning stands at the head, the list at the end.</summary>
internal static class UnknownPart
{
    public static IEnumerable<Block> Warning(AfterActionSource s)
    {
        if (s.Report.Problems.Length > 0)
            yield return new ParagraphBlock([new Run(s.T("damaged", s.Report.Problems.Length) + " "), new Run(s.T("damaged-list"), "#unknown")], Tones.Bad);
    }

    public static IEnumerable<Block> Of(AfterActionSource s)
    {
        if (s.Report.Problems.IsEmpty)
            yield break;
        yield return new HeadingBlock(1, s.T("unknown"), "unknown");
        yield return new ParagraphBlock(Sentences.Plain(s.T("unknown-what")));
        yield return new ListBlock([.. s.Report.Problems.Select(p => Say(s, p))]);
    }

    private static ImmutableArray<Run> Say(AfterActionSource s, LogProblem p)
    {
        var code = p.Code == LogProblem.Missing && p.Last == p.Version ? "row-missing" : p.Code;
        var what = p.Code == LogProblem.NoPart ? s.Word("drills.after-action.part", p.What) : p.What;
        return s.Say("problem." + code, [new Run(p.Version.ToString(System.Globalization.CultureInfo.InvariantCulture))], [new Run(what, IsCode: p.Code != LogProblem.NoPart, IsLeftToRight: p.Code != LogProblem.NoPart)],
            [new Run((p.Last ?? p.Version).ToString(System.Globalization.CultureInfo.InvariantCulture))]);
    }
}
