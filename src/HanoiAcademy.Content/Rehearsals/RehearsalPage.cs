using System.Globalization;
using System.Text;
using HanoiAcademy.Content.Rehearsals.Plots;
using HanoiAcademy.Drills.Scenarios;
using HanoiAcademy.Drills.Simulation;

namespace HanoiAcademy.Content.Rehearsals;

/// <summary>A rehearsal as one HTML file that needs nothing else: no script, nothing from elsewhere, readable in print. The same runs give the same bytes.</summary>
public static class RehearsalPage
{
    private const string Style = """
        body{font:16px/1.5 system-ui,sans-serif;color:#1b1f24;background:#fff;max-width:58rem;margin:0 auto;padding:1rem}
        .exercise{background:#7a1f1f;color:#fff;font-weight:700;letter-spacing:.1em;padding:.3rem 1rem;text-align:center}
        h1{margin:.6em 0 0}h2{margin:2em 0 .4em}ul{padding-left:1.2rem}li{margin:.3em 0}.look::marker{content:'▲ ';color:#7a1f1f}.good::marker{content:'✓ ';color:#1f5f3a}
        svg{max-width:100%;height:auto}svg text{font-size:12px;fill:#1b1f24}svg .b{font-weight:700}svg .s{font-size:11px;fill:#444c56}
        .grid{stroke:#d0d7de}.frame{fill:#f0f2f4}rect.good{fill:#2f7d4f}rect.average{fill:#b58900}rect.poor{fill:#b5482f}.median{fill:#1b1f24}.mark{fill:#444c56}.bad{fill:#7a1f1f}
        .l0{fill:#fbe9c6}.l1{fill:#dbe7f3}.l2{fill:#9dbfdf}.l3{fill:#4f86b8}.l4{fill:#7a1f1f}
        table{border-collapse:collapse;width:100%;margin:1.2em 0}caption{text-align:left;font-weight:700}th,td{text-align:left;padding:.15rem .5rem;border-bottom:1px solid #e3e7eb;font-weight:400;vertical-align:middle}
        small{color:#57606a}.never th{background:#fdf0ef}td svg{vertical-align:middle}.key span{display:inline-block;padding:0 .6em;margin-right:.4em;border:1px solid #d0d7de}.key i{display:inline-block;width:1em;height:1em;margin-right:.4em;vertical-align:-.1em}
        .k0{background:#fbe9c6}.k2{background:#9dbfdf}.k4{background:#7a1f1f}
        @media print{.exercise{-webkit-print-color-adjust:exact;print-color-adjust:exact}h2{break-after:avoid}tr{break-inside:avoid}}
        """;

    public static string Of(RehearsalResult r, IReadOnlyList<Finding> findings)
    {
        var s = r.Scenario;
        var title = r.Say(s.Title);
        var steps = s.Adversary.SelectMany(p => p.Steps).ToArray();
        var page = new StringBuilder();
        page.Append(CultureInfo.InvariantCulture, $"<!doctype html><html lang='en'><head><meta charset='utf-8'><meta name='viewport' content='width=device-width'><title>EXERCISE · Rehearsal of {Svg.Escape(title)}</title><style>{Style}</style></head><body>");
        page.Append(CultureInfo.InvariantCulture, $"<p class='exercise'>EXERCISE</p><h1>Rehearsal of {Svg.Escape(title)}</h1><p>{r.Runs.Count} runs by simulated players: {Counts(r)}. Version {Svg.Escape(s.Version)}. Scores are in per cent of the points that the rules can judge.</p>");
        page.Append("<h2>What it found</h2><ul>");
        foreach (var finding in findings.OrderBy(f => f.IsGood))
            page.Append(CultureInfo.InvariantCulture, $"<li class='{(finding.IsGood ? "good" : "look")}'>{(finding.IsGood ? "" : "Look: ")}{Svg.Escape(finding.Text)}</li>");
        page.Append("</ul><h2>Scores</h2>").Append(ScorePlot.Draw(r));
        page.Append("<h2>What came up, and how often</h2>")
            .Append(ShareTable.Draw(r, "Objectives won", s.Objectives.Where(o => !o.IsJudgedByPeople).Select(o => (o.Id, $"{r.TeamName(o.Team)}: {r.Say(o.Name)}")), (p, id) => p.Won.Contains(id)))
            .Append(ShareTable.Draw(r, "Penalties incurred", s.Penalties.Select(x => (x.Id, $"{r.TeamName(x.Team)}: {r.Say(x.Name)}")), (p, id) => p.Penalties.Contains(id)))
            .Append(ShareTable.Draw(r, "Ends reached", s.Ends.Select(e => (e.Id, r.Say(e.Title))), (p, id) => p.End == id))
            .Append(ShareTable.Draw(r, "Injects delivered", s.Injects.Select(i => (i.Id, r.Say(i.Title))), (p, id) => p.Injects.Contains(id)))
            .Append(ShareTable.Draw(r, "Actions carried out", s.Actions.Where(a => steps.All(x => x.Id != a.Id)).Select(a => (a.Id, r.Say(a.Name))), (p, id) => p.Actions.Contains(id)))
            .Append(ShareTable.Draw(r, "Decisions taken", s.Decisions.SelectMany(d => d.Options.Select(o => ($"{d.Id}/{o.Id}", $"{r.Say(d.Title)} – {r.Say(o.Name)}"))), (p, id) => p.Decisions.Contains(id)));
        page.Append(Steps(r, "Steps the adversary got done", steps, "done"))
            .Append(Steps(r, "Steps that a response foiled", steps.Where(x => x.FoiledBy is not null), "foiled"))
            .Append(Steps(r, "Steps whose noise was noticed", steps.Where(x => !x.Noise.IsEmpty), "detected"));
        page.Append(ShareTable.Draw(r, "Requests: how far they came", ComeUp(r, p => p.Requests.Where(x => x.Contains('/'))).Select(x => (x, Words(r, x))), (p, id) => p.Requests.Contains(id)))
            .Append(ShareTable.Draw(r, "Requests: mistakes", ComeUp(r, p => p.Requests.Where(x => x.Contains('!'))).Select(x => (x, Words(r, x))), (p, id) => p.Requests.Contains(id)))
            .Append(ShareTable.Draw(r, "Admitted by a court", s.Courts.SelectMany(c => c.Items.Select(item => ($"{c.Id}/{item}", $"{r.Say(c.Title)} – {item}"))), (p, id) => p.Admitted.Contains(id)))
            .Append(ShareTable.Draw(r, "Gaps for which a court rejected", ComeUp(r, p => p.Rejected).Select(x => (x, x[(x.IndexOf('/') + 1)..].Replace("/", ": ", StringComparison.Ordinal))), (p, id) => p.Rejected.Contains(id)));
        page.Append(CultureInfo.InvariantCulture, $"<h2>Idle and overloaded, by seat and minute</h2><p class='key'><span><i class='k0'></i>nothing to read, answer or do</span><span><i class='k2'></i>one thing to {Workload.TooMuch}, the darker the more</span><span><i class='k4'></i>more than {Workload.TooMuch}</span></p>");
        foreach (var skill in Skill.Compared)
            page.Append(CultureInfo.InvariantCulture, $"<h3>{Capital(skill.Id)} players</h3>").Append(LoadPlot.Draw(r, skill));
        return page.Append("<p class='exercise'>EXERCISE</p></body></html>\n").ToString();
    }

    private static string Steps(RehearsalResult r, string caption, IEnumerable<AdversaryStep> steps, string word) =>
        ShareTable.Draw(r, caption, steps.Select(x => (x.Id, r.Say(r.Scenario.Actions.First(a => a.Id == x.Id).Name))), (p, id) => p.Steps.Contains($"{id}/{word}"));

    private static IEnumerable<string> ComeUp(RehearsalResult r, Func<Played, IEnumerable<string>> of) => r.Runs.SelectMany(of).Distinct().Order(StringComparer.Ordinal);

    private static string Words(RehearsalResult r, string matterAndWhat)
    {
        var cut = matterAndWhat.IndexOfAny(['/', '!']);
        return r.Scenario.Matters.FirstOrDefault(m => m.Id == matterAndWhat[..cut]) is { } matter ? $"{r.Say(matter.Name)}: {matterAndWhat[(cut + 1)..]}" : matterAndWhat;
    }

    private static string Counts(RehearsalResult r) =>
        string.Join(", ", Skill.Compared.Select(s => $"{r.By(s.Id).Count()} {s.Id}")) + $", {Strategy.All.Sum(s => r.By(s.Id).Count())} by fixed strategies";

    private static string Capital(string word) => char.ToUpperInvariant(word[0]) + word[1..];
}
