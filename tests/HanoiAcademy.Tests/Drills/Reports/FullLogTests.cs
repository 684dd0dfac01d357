using System.Collections.Immutable;
using System.Text;
using HanoiAcademy.Drills;
using HanoiAcademy.Drills.Commands;
using HanoiAcademy.Drills.Reports;
using HanoiAcademy.Drills.Wire;

namespace HanoiAcademy.Tests.Drills.Reports;

public sealed class FullLogTests
{
    private static readonly Actor Evaluator = new("control.evaluator.1");
    private static readonly Actor Lead = new("control.lead.1");

    [Theory]
    [InlineData(FullLogs.InvoiceAtDawn)]
    [InlineData(FullLogs.Desk)]
    public void A_whole_log_is_read_whole(string name)
    {
        var scenario = FullLogs.Scenario(name);
        foreach (var line in File.ReadLines(Path.Combine(FullLogs.Folder(name), "log.jsonl")))
            Encoding.UTF8.GetString(DrillJson.ToBytes(DrillJson.Read<HanoiAcademy.Drills.Simulation.LoggedRow>(Encoding.UTF8.GetBytes(line)))).ShouldBe(line);

        var (_, read) = LogReading.Of(scenario, FullLogs.Kept(name));

        read.Problems.ShouldBeEmpty();
        read.State.Status.ShouldBe("ended");
        DrillJson.ToBytes(read.State).ShouldBe(DrillJson.ToBytes(Drill.Replay(scenario, FullLogs.Rows(name).Select(r => r.Events))), "reading with care leads to the very state that a room has");
        read.Course.Length.ShouldBeInRange(10, CourseOfPlay.Most);
        read.Course.Select(m => m.At).ShouldBeInOrder();
    }

    [Theory]
    [InlineData(FullLogs.InvoiceAtDawn)]
    [InlineData(FullLogs.Desk)]
    public void Every_sentence_of_strengths_and_gaps_stands_on_a_figure_of_the_report(string name)
    {
        var scenario = FullLogs.Scenario(name);
        var (_, read) = LogReading.Of(scenario, FullLogs.Kept(name));
        var report = Report.Of(scenario, read, "en");

        report.Findings.ShouldContain(f => f.IsStrength);
        report.Findings.ShouldContain(f => !f.IsStrength);
        foreach (var f in report.Findings.Where(f => f.Proof is not null))
            read.Rows.Single(r => r.Version == f.Proof).Events.ShouldNotBeEmpty();
        report.Findings.Where(f => f.Code == "objective-missed").Select(f => f.Args[0].Text).Order()
            .ShouldBe(report.Teams.SelectMany(t => t.Objectives).Where(o => o.State == "missed").Select(o => o.Name).Order());
        foreach (var missed in report.Findings.Where(f => f.Code == "objective-missed"))
            missed.Lesson.ShouldBe(report.Teams.Single(t => t.Team == missed.Team).Objectives.Single(o => o.Name == missed.Args[0].Text).Lesson);
    }

    [Theory]
    [InlineData(FullLogs.InvoiceAtDawn)]
    [InlineData(FullLogs.Desk)]
    public void A_team_s_report_says_nothing_of_the_others(string name)
    {
        var scenario = FullLogs.Scenario(name);
        // As if control shared nothing.
        var (_, read) = LogReading.Of(scenario, [.. FullLogs.Kept(name).Select(r => r with { Events = r.Events.Replace("\"sharing\":\"all\"", "\"sharing\":\"own\"", StringComparison.Ordinal) })]);
        foreach (var team in scenario.Teams.Where(t => t.Side != "control"))
        {
            var report = Report.Of(scenario, read, "en", team.Id);
            report.Teams.Select(t => t.Team).ShouldBe([team.Id]);
            report.Findings.ShouldAllBe(f => f.Team == null || f.Team == team.Id || report.Requests.Any(r => r.SenderTeam == f.Team || r.ReceiverTeam == f.Team));
            report.Course.SelectMany(m => m.Teams).Select(t => t.Team).Distinct().ShouldBe([team.Id]);
            report.HotWash.ShouldAllBe(n => n.Team == "" || n.Team == team.Id);
            report.Requests.Where(r => r.Clock.ToSend is not null || r.Clock.ToPreserve is not null || r.Clock.LostAt is not null)
                .ShouldAllBe(r => HanoiAcademy.Drills.Requests.Parties.SeesAsSender(scenario, read.State.Requests[r.Id], team.Id));
        }
    }

    [Fact]
    public void The_logs_are_written_where_there_are_none()
    {
        if (Directory.Exists(FullLogs.Folder(FullLogs.InvoiceAtDawn)) && Directory.Exists(FullLogs.Folder(FullLogs.Desk)))
            return;
        var marks = HanoiAcademy.Content.Scenarios.ScenarioLibrary.Load(Path.Combine(Repository.Root, "scenarios")).Find("invoice-at-dawn")!.Scenario.Objectives
            .Where(o => o.IsJudgedByPeople).Select((o, n) => (Evaluator, (Command)new MarkObjective(o.Id, o.Rubric[n % o.Rubric.Length].Id, n % 2 == 0 ? "Seen from the gallery." : "")));
        FullLogs.Write(FullLogs.InvoiceAtDawn, "invoice-at-dawn", 20261122,
            [(240_000, Actor.Director, new Pause()), (240_000, Actor.Director, new Resume()), (300_000, Evaluator, new WriteNote("n-1", "company", "They rang the number on the invoice first."))],
            [
                .. marks,
                (new("company.finance.1", Simulated: true), Answers(("minute", "The first. We read the mail twice before we rang."), ("word-for-word", "The call to the bank."), ("not-called", "Our own lawyer."), ("law", "2"), ("change", "A card with numbers beside the phone; the head of accounts."))),
                (new("prosecution.prosecutor.1", Simulated: true), Answers(("law", "4"), ("change", "A standing draft of the six fields."))),
                (new("company.finance.1", Simulated: true), new NoteHotWash("h-1", "helped", "One person kept the times.")),
                (new("bank.fraud.1", Simulated: true), new NoteHotWash("h-2", "hindered", "Two numbers for the same desk in Kivara.")),
                (Lead, new NoteHotWash("h-3", "happened", "The money was stopped twice, and moved once.")),
                (Lead, new NoteHotWash("h-4", "fix", "One page with who calls whom, in order.", "Head of accounts")),
            ]);
        FullLogs.Write(FullLogs.Desk, "desk-24-7", 20261123, [(300_000, Evaluator, new WriteNote("n-1", "desk-sundara", "Looked the number up in the register before ringing."))],
            [
                (Lead, new NoteHotWash("h-1", "hindered", "Le registre était fermé à l’heure du déjeuner.", Language: "fr")),
                (Lead, new NoteHotWash("h-2", "fix", "Ghi số của bàn trực lên tường.", "Trưởng ca", Language: "vi")),
            ]);
        Assert.Fail("There were no full logs; they were written. Read them, commit them, and run the tests again.");
    }

    private static AnswerQuestionnaire Answers(params (string Field, string Answer)[] all) =>
        new("hot-wash", all.Aggregate(ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal), (given, a) => given.Add(a.Field, a.Answer)));
}
