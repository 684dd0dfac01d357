using System.Collections.Immutable;
using HanoiAcademy.Server.Drills.AfterAction.Document;

namespace HanoiAcademy.Server.Drills.AfterAction.Parts;

/// <summary>What people wrote: hot-wash notes, questionnaires, and for control what evaluators noted.</summary>
internal static class NotesPart
{
    private static readonly ImmutableArray<string> Sorts = ["happened", "helped", "hindered", "fix"];

    public static IEnumerable<Block> Of(AfterActionSource s) => HotWash(s).Concat(Questionnaires(s)).Concat(Evaluators(s));

    private static IEnumerable<Block> HotWash(AfterActionSource s)
    {
        if (s.Report.HotWash.IsEmpty)
            yield break;
        yield return new HeadingBlock(1, s.T("hot-wash"), "hot-wash");
        foreach (var sort in Sorts)
        {
            var notes = s.Report.HotWash.Where(n => n.Sort == sort).ToList();
            if (notes.Count == 0)
                continue;
            yield return new HeadingBlock(2, s.T("hot-wash-sort." + sort), "hot-wash-" + sort);
            yield return new ListBlock([.. notes.Select(n => (ImmutableArray<Run>)
            [
                new Run((n.TeamName.Length > 0 ? n.TeamName : s.T("everybody")) + ": ", IsBold: true), new Run(n.Text, IsWritten: true),
                .. n.Owner.Length > 0 ? Sentences.Fill(" " + s.T("hot-wash-owner"), [new Run(n.Owner, IsWritten: true)]) : [], new Run(" · "), new Run(s.Who(n.Seat, n.At), IsWritten: true, Tone: Tones.Muted),
            ])]);
        }
    }

    private static IEnumerable<Block> Questionnaires(AfterActionSource s)
    {
        foreach (var q in s.Report.Questionnaires.Where(q => q.Given.Length > 0))
        {
            yield return new HeadingBlock(1, q.Title, "questions-" + q.Id);
            yield return new TableBlock("questions-" + q.Id, q.Title, [new(s.T("seat"), Share: 2), new(s.T("question"), Share: 4), new(s.T("answer"), Share: 5)],
                [.. q.Given.SelectMany(given => given.Answers.Select(answer => ImmutableArray.Create(new Cell([new Run(s.Who(given.Seat, s.Report.At), IsWritten: true)]), Cell.Of(answer.Question), new Cell(Sentences.Written(answer.Answer)))))]);
        }
    }

    private static IEnumerable<Block> Evaluators(AfterActionSource s)
    {
        if (s.Report.Notes.IsEmpty)
            yield break;
        yield return new HeadingBlock(1, s.Shared("drills.report.notes"), "notes");
        yield return new ListBlock([.. s.Report.Notes.Select(n => (ImmutableArray<Run>)
        [
            s.Time(n.Seen), new Run(" "), new Run(n.Team, IsBold: true), new Run(" " + n.Objective + " "), new Run(n.Text, IsWritten: true), new Run(" "), new Run(s.Who(n.Seat, n.Seen), IsWritten: true, Tone: Tones.Muted),
        ])]);
    }
}
