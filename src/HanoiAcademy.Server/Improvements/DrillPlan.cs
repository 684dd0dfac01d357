using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using HanoiAcademy.Drills.Debrief;
using HanoiAcademy.Server.Agencies;
using HanoiAcademy.Server.Drills.AfterAction;
using HanoiAcademy.Server.Drills.AfterAction.Document;
using HanoiAcademy.Server.Drills.AfterAction.Parts;
using HanoiAcademy.Server.Language;
using HanoiAcademy.Storage.Drills;
using HanoiAcademy.Storage.Improvements;

namespace HanoiAcademy.Server.Improvements;

/// <summary>
/// What the plan takes from a drill. Origin and OriginId: by which it is known again, so that it is taken once. InPlan: the action it became. IsAgreed: a fix for everybody, agreed at the hot wash.
/// </summary>
internal sealed record Suggestion(string Origin, string OriginId, string Team, string Text, string Owner, string Element, bool IsAgreed, ImprovementAction? InPlan);

/// <summary>The improvement plan of one drill: what the log suggests for it, and its part of the report.</summary>
internal sealed class DrillPlan(IImprovements improvements, ImprovementDesk desk, Texts texts)
{
    /// <summary>Beyond these nobody follows up.</summary>
    public const int MostSuggested = 60;

    /// <summary>The fixes of the hot wash, agreed ones first; then the gaps, heaviest first.</summary>
    public async Task<IReadOnlyList<Suggestion>> Suggest(DrillEntry drill, AfterActionReport report, CancellationToken cancel)
    {
        var there = (await improvements.Of(drill.AgencyId, cancel)).Where(one => one.DrillId == drill.Id && one.OriginId is not null).ToLookup(one => (one.Origin, one.OriginId));
        var fixes = report.Report.HotWash.Where(note => note.Sort == HotWash.Fix).OrderBy(note => note.Team.Length > 0).Select(note =>
            new Suggestion(ImprovementOrigin.HotWash, note.Note, note.TeamName, note.Text, note.Owner, "planning", note.Team.Length == 0, null));
        // Two that differ in nothing but a name, which each language writes in its own way, are told apart by their order.
        var gaps = from same in report.Report.Findings.Where(finding => !finding.IsStrength).GroupBy(Key)
                   from gap in same.Select((finding, n) => (Finding: finding, Id: n == 0 ? same.Key : FormattableString.Invariant($"{same.Key}-{n}")))
                   orderby gap.Finding.Weight descending
                   select new Suggestion(ImprovementOrigin.Gap, gap.Id, gap.Finding.TeamName ?? "", FindingsPart.Text(report.Source, gap.Finding), "", gap.Finding.Lesson is null ? "planning" : "training", false, null);
        return [.. fixes.Concat(gaps).DistinctBy(one => (one.Origin, one.OriginId)).Take(MostSuggested).Select(one => one with { InPlan = there[(one.Origin, one.OriginId)].FirstOrDefault() })];
    }

    /// <summary>One press: it stands in the plan as proposed. What is there already stays as it is.</summary>
    public async Task<ImprovementAnswer> Take(Viewer viewer, DrillEntry drill, Suggestion one)
    {
        var isFix = one.Origin == ImprovementOrigin.HotWash;
        var action = desk.New(drill.AgencyId, one.Origin, Cut(one.Text, ImprovementAction.LongestText)) with
        {
            OriginId = one.OriginId,
            DrillId = drill.Id,
            ExerciseId = drill.ExerciseId,
            ScenarioId = drill.ScenarioId,
            DrillTitle = Cut(drill.Title, ImprovementAction.LongestName),
            Organisation = Cut(one.Team, ImprovementAction.LongestName),
            Action = isFix ? Cut(one.Text, ImprovementAction.LongestText) : "",
            Element = one.Element,
            Owner = Cut(one.Owner, ImprovementAction.LongestName),
            State = one.IsAgreed ? "agreed" : "proposed",
        };
        return await desk.Add(viewer, action);
    }

    /// <summary>The report's part, for who reads the agency's plan; nothing for anybody else. With it what became of earlier drills of the scenario.</summary>
    public async Task<ImmutableArray<Block>> Blocks(DrillEntry drill, Viewer viewer, string language, CancellationToken cancel)
    {
        if (!Access.MayImprove(viewer, drill.AgencyId) || drill.Status != DrillStatus.Ended)
            return [];
        var all = await improvements.Of(drill.AgencyId, cancel);
        var own = all.Where(one => one.DrillId == drill.Id).ToList();
        var earlier = all.Where(one => one.ScenarioId == drill.ScenarioId && one.DrillId != drill.Id && one.CreatedWall < (drill.EndedWall ?? DateTimeOffset.MaxValue)).ToList();
        var blocks = ImmutableArray.CreateBuilder<Block>();
        blocks.Add(new HeadingBlock(1, Say(language, "improvement.title"), "improvement"));
        blocks.Add(new ParagraphBlock([new Run(Say(language, own.Count == 0 ? "improvement.report.none" : "improvement.report.what") + " "), new Run(Say(language, "improvement.suggest.link"), $"/improvements/suggest?drill={drill.Id}")]));
        if (own.Count > 0)
            blocks.Add(Table("improvement", Say(language, "improvement.title"), own, language));
        if (earlier.Count > 0)
        {
            blocks.Add(new HeadingBlock(2, Say(language, "improvement.report.earlier"), "improvement-earlier"));
            blocks.Add(new ParagraphBlock([new Run(string.Format(System.Globalization.CultureInfo.InvariantCulture, Say(language, "improvement.report.earlier-what"), earlier.Count, earlier.Count(one => one.State == "done"), earlier.Count(one => one.IsOpen), earlier.Count(desk.IsOverdue)))]));
            blocks.Add(Table("improvement-earlier", Say(language, "improvement.report.earlier"), earlier, language));
        }

        return blocks.ToImmutable();
    }

    private TableBlock Table(string id, string caption, IReadOnlyList<ImprovementAction> actions, string language) => new(id, caption,
        [.. PlanColumns.Headings(texts, language).Select((heading, n) => new Column(heading, Share: n is 1 or 2 ? 3 : 1))],
        [.. actions.Select(one => PlanColumns.Cells(texts, language, one).Select((text, n) => n switch
        {
            1 => new Cell([new Run(text, $"/improvements/{one.Id}", IsWritten: true)]),
            8 => Cell.Of(text, desk.IsOverdue(one) ? Tones.Bad : one.State == "done" ? Tones.Good : Tones.Plain),
            6 or 7 => new Cell([new Run(text, IsLeftToRight: true)]),
            _ => new Cell([new Run(text, IsWritten: true)]),
        }).ToImmutableArray())]);

    private string Say(string language, string key) => texts.Find(language, key) ?? key;

    /// <summary>Of what it says, not of where it stands: the same gap of the same log has the same key whoever asks, in whatever language.</summary>
    private static string Key(HanoiAcademy.Drills.Reports.Finding finding)
    {
        var said = $"{finding.Code}|{finding.Team}|{finding.At}|{finding.Proof}|{string.Join('|', finding.Args.Select(arg => arg.Number))}";
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(said)))[..24];
    }

    private static string Cut(string text, int most) => text.Length <= most ? text : text[..(most - 1)] + "…";
}
