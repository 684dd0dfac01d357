using System.Collections.Immutable;
using System.IO.Compression;
using System.Text;
using System.Xml.Linq;
using HanoiAcademy.Content.Courses;
using HanoiAcademy.Content.Scenarios;
using HanoiAcademy.Drills.Reports;
using HanoiAcademy.Drills.Scenarios;
using HanoiAcademy.Drills.Simulation;
using HanoiAcademy.Drills.Wire;
using HanoiAcademy.Server.Drills.AfterAction;
using HanoiAcademy.Server.Drills.AfterAction.Document;
using HanoiAcademy.Server.Language;

namespace HanoiAcademy.Server.Tests.Drills.AfterAction;

/// <summary>
/// Reports of two drills that were played to the end. What they say is kept beside the logs and may be written again by a commit that says why: run this with ACADEMY_REWRITE_REPORTS=1.
/// </summary>
public sealed class DocumentTests
{
    private static readonly string Root = Up("HanoiAcademy.sln");

    private static readonly Texts Words = Texts.Read(Path.Combine(Root, "src", "HanoiAcademy.Server", "i18n"));

    private static readonly Lazy<CourseCatalogue> Courses = new(() => CourseCatalogue.Load(Path.Combine(Root, "courses")));

    [Theory]
    [InlineData("invoice-at-dawn-2", "en", null)]
    [InlineData("invoice-at-dawn-2", "en", "bank")]
    [InlineData("desk-24-7-1", "en", null)]
    [InlineData("desk-24-7-1", "vi", null)]
    public void The_report_says_what_it_said(string log, string language, string? team)
    {
        var text = DocumentText.Of(Document(log, language, team));
        var file = Path.Combine(Folder(log), $"report-{team ?? "control"}-{language}.txt");
        if (Environment.GetEnvironmentVariable("ACADEMY_REWRITE_REPORTS") == "1")
            File.WriteAllText(file, text);
        (File.ReadAllText(file) == text).ShouldBeTrue($"{Path.GetFileName(file)} is not what the log leads to now. If the report was changed on purpose, rewrite it (see this class) and say why in the commit.");
    }

    [Theory]
    [InlineData("invoice-at-dawn-2", "en")]
    [InlineData("desk-24-7-1", "vi")]
    [InlineData("desk-24-7-1", "qps")]
    public void A_document_is_well_made(string log, string language)
    {
        var document = Document(log, language, null);

        document.Blocks.OfType<HeadingBlock>().Select(h => h.Anchor).ShouldBeUnique();
        document.Blocks.OfType<HeadingBlock>().ShouldAllBe(h => h.Text.Length > 0 && h.Anchor.All(c => char.IsAsciiLetterOrDigit(c) || c == '-'));
        foreach (var table in document.Blocks.OfType<TableBlock>().Concat(document.Blocks.OfType<PlotBlock>().Select(p => p.Figures)))
            table.Rows.ShouldAllBe(row => row.Length == table.Columns.Length, table.Id);
        DocumentText.Of(document).ShouldNotContain("[drills.");
        DocumentText.Of(document).ShouldNotContain("[client.");
        var anchors = document.Blocks.OfType<HeadingBlock>().Select(h => "#" + h.Anchor).ToHashSet();
        Runs(document).Where(run => run.Href?.StartsWith('#') == true).ShouldAllBe(run => anchors.Contains(run.Href!));
    }

    [Theory]
    [InlineData("invoice-at-dawn-2")]
    [InlineData("desk-24-7-1")]
    public void A_plot_is_a_drawing_of_its_own_without_script_or_style(string log)
    {
        var plots = Document(log, "en", null).Blocks.OfType<PlotBlock>().ToList();
        plots.Select(p => p.Id).ShouldContain("points-over-time");
        plots.Select(p => p.Id).ShouldContain("request-line");
        foreach (var plot in plots)
        {
            var svg = XElement.Parse(plot.Svg);
            svg.Elements().Take(2).Select(e => e.Name.LocalName).ShouldBe(["title", "desc"]);
            svg.DescendantsAndSelf().ShouldAllBe(e => e.Name.LocalName != "script" && e.Name.LocalName != "style" && e.Attributes().All(a => a.Name.LocalName != "style" && !a.Name.LocalName.StartsWith("on", StringComparison.Ordinal)));
            plot.Figures.Rows.ShouldNotBeEmpty();
        }
    }

    [Fact]
    public void What_people_wrote_is_never_markup_in_a_plot()
    {
        var whole = Source("invoice-at-dawn-2", "en", null);
        var hostile = whole with { Report = whole.Report with { Teams = [.. whole.Report.Teams.Select(t => t with { Name = "<script>\"&\u0001\ud800" })], Requests = [.. whole.Report.Requests.Select(r => r with { From = "</svg><img src=x onerror=1>" })] } };
        foreach (var plot in AfterActionDocument.Of(hostile).Blocks.OfType<PlotBlock>())
        {
            XElement.Parse(plot.Svg);
            plot.Svg.ShouldNotContain("<script");
            plot.Svg.ShouldNotContain("<img");
        }
    }

    [Fact]
    public void Each_missed_objective_leads_to_the_lesson_it_is_taught_in_by_its_title()
    {
        var source = Source("invoice-at-dawn-2", "en", null);
        var missed = source.Report.Teams.SelectMany(t => t.Objectives).Where(o => o is { State: "missed", Lesson: not null }).ToList();
        missed.ShouldNotBeEmpty();
        var rows = AfterActionDocument.Of(source).Blocks.OfType<TableBlock>().Single(t => t.Id == "objectives").Rows;
        foreach (var o in missed)
        {
            var lesson = rows.First(r => r[1].Runs[0].Text == o.Name)[^1].Runs.ShouldHaveSingleItem();
            lesson.Href.ShouldBe("/courses/" + o.Lesson);
            lesson.Text.ShouldBe(source.Lesson(o.Lesson!));
            lesson.Text.ShouldNotBeNullOrEmpty();
        }
    }

    [Fact]
    public void Of_a_damaged_log_it_says_at_its_head_and_at_its_end_what_it_cannot_know()
    {
        var rows = Rows("invoice-at-dawn-2").ToList();
        rows.RemoveRange(50, 2);
        rows[60] = rows[60] with { Events = "[" };
        var document = AfterActionDocument.Of(Source("invoice-at-dawn-2", "en", null, rows));

        document.Blocks[0].ShouldBeOfType<ParagraphBlock>().Tone.ShouldBe(Tones.Bad);
        var text = DocumentText.Of(document);
        text.ShouldContain("Rows 51 to 52 of the log are missing.");
        text.ShouldContain("Row 63 cannot be read. Nothing of it counts.");
        foreach (var code in LogProblem.All.Append("row-missing"))
            Words.Find("en", "drills.after-action.problem." + code).ShouldNotBeNull(code);
    }

    [Fact]
    public void Every_finding_has_a_sentence_with_as_many_places_as_it_has_figures()
    {
        foreach (var finding in new[] { "invoice-at-dawn-2", "desk-24-7-1" }.SelectMany(log => Source(log, "en", null).Report.Findings))
        {
            var sentence = Words.Find("en", "drills.after-action.finding." + finding.Code).ShouldNotBeNull(finding.Code);
            for (var n = 0; n < finding.Args.Length; n++)
                sentence.ShouldContain($"{{{n}}}");
            sentence.ShouldNotContain($"{{{finding.Args.Length}}}");
        }
    }

    internal static ReportDocument Document(string log, string language, string? team) => AfterActionDocument.Of(Source(log, language, team));

    private static AfterActionSource Source(string log, string language, string? team, IReadOnlyList<KeptRow>? rows = null)
    {
        var (scenario, read) = LogReading.Of(Scenario(log), rows ?? Rows(log));
        var report = Report.Of(scenario, read, language, team);
        return new AfterActionSource("d1", "The drill", report, Words, language, false, (seat, _) => seat ?? "",
            lesson => lesson.Split('/') is [var course, var slug] ? Courses.Value.Find(course)?.Course.Lesson(slug)?.Title : null, at => $"/drills/d1/replay?at={at}", []);
    }

    private static IEnumerable<Run> Runs(ReportDocument document) => document.Blocks.SelectMany(block => block switch
    {
        ParagraphBlock p => p.Runs,
        ListBlock l => l.Items.SelectMany(i => i),
        TableBlock t => t.Rows.SelectMany(r => r).SelectMany(c => c.Runs),
        _ => (IEnumerable<Run>)[],
    });

    private static Scenario Scenario(string log)
    {
        using var packed = new GZipStream(File.OpenRead(Path.Combine(Folder(log), "scenario.json.gz")), CompressionMode.Decompress);
        using var bytes = new MemoryStream();
        packed.CopyTo(bytes);
        return PinnedScenario.Read(bytes.ToArray()).Scenario;
    }

    private static ImmutableArray<KeptRow> Rows(string log) =>
        [.. File.ReadLines(Path.Combine(Folder(log), "log.jsonl")).Select(line => DrillJson.Read<LoggedRow>(Encoding.UTF8.GetBytes(line))).Select(row => new KeptRow(row.Version, row.Seat, row.At, Encoding.UTF8.GetString(DrillJson.ToBytes(row.Events))))];

    private static string Folder(string log) => Path.Combine(Root, "tests", "fixtures", "logs", log);

    private static string Up(string file)
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, file)))
            folder = folder.Parent;
        return folder.FullName;
    }
}
