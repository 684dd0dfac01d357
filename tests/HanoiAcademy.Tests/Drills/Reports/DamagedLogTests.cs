using System.Collections.Immutable;
using System.Text.Json.Nodes;
using HanoiAcademy.Drills.Reports;
using HanoiAcademy.Drills.Wire;

namespace HanoiAcademy.Tests.Drills.Reports;

/// <summary>What a report makes of a log that is not as it was written: it says what it cannot know and goes on.</summary>
public sealed class DamagedLogTests
{
    private static readonly ImmutableArray<KeptRow> Whole = FullLogs.Kept(FullLogs.InvoiceAtDawn);

    [Fact]
    public void Rows_that_are_missing_are_named_by_their_numbers()
    {
        var problem = Problems(Whole.RemoveRange(40, 3)).First(p => p.Code == LogProblem.Missing);
        (problem.Version, problem.Last).ShouldBe((41, 43));
    }

    [Fact]
    public void The_end_that_is_missing_shows_in_how_the_drill_stands() => Report(Whole[..100]).Status.ShouldBe("running");

    [Fact]
    public void An_altered_row_counts_as_it_stands_and_is_named() =>
        Problems(Whole.SetItem(20, Whole[20] with { IsAltered = true })).ShouldBe([new LogProblem(LogProblem.Altered, 21)]);

    [Fact]
    public void A_row_whose_text_is_cut_off_is_left_out() =>
        Problems(Whole.SetItem(20, Whole[20] with { Events = Whole[20].Events[..^5] })).ShouldContain(new LogProblem(LogProblem.Unreadable, 21));

    [Fact]
    public void A_row_that_stands_twice_counts_once() => Problems(Whole.Insert(21, Whole[20])).ShouldBe([new LogProblem(LogProblem.Twice, 21)]);

    [Fact]
    public void An_event_that_is_not_known_is_left_out_and_the_others_of_its_row_count()
    {
        var row = Whole.Last(r => r.Events.Contains("\"objective-won\"", StringComparison.Ordinal));
        var more = row with { Events = row.Events.Insert(1, """{"kind":"moon-rose","at":5},""") };

        var report = Report(Whole.Replace(row, more));

        report.Problems.ShouldBe([new LogProblem(LogProblem.UnknownEvent, row.Version, "moon-rose")]);
        report.Teams.Select(t => t.Score).ShouldBe(Report(Whole).Teams.Select(t => t.Score));
    }

    [Theory]
    [InlineData("""{"kind":"objective-won","at":5,"objective":"no-such","because":""}""", LogProblem.Stranger, "no-such")]
    [InlineData("""{"kind":"decision-taken","at":5,"decision":"who-first","option":"no-such","seat":"company.finance.1","reason":""}""", LogProblem.Stranger, "who-first no-such")]
    [InlineData("""{"kind":"action-finished","at":5,"action":"never-begun","seat":"company.finance.1"}""", LogProblem.Unfit, "action-finished")]
    [InlineData("""{"kind":"request-sent","at":5,"request":"r-none","seat":"company.finance.1","story":1,"mistakes":[]}""", LogProblem.Unfit, "request-sent")]
    [InlineData("""{"kind":"objective-won","at":5}""", LogProblem.BrokenEvent, "objective-won")]
    [InlineData("""{"kind":"time-passed","at":-1}""", LogProblem.BrokenEvent, "time-passed")]
    [InlineData("""{"kind":"time-passed","at":9223372036854775807}""", LogProblem.BrokenEvent, "time-passed")]
    [InlineData("""{"at":5}""", LogProblem.BrokenEvent, "")]
    [InlineData("7", LogProblem.BrokenEvent, "")]
    [InlineData("null", LogProblem.BrokenEvent, "")]
    public void An_event_that_cannot_be_is_left_out_and_named(string made, string code, string what)
    {
        var last = Whole[^1];
        var report = Report(Whole.SetItem(Whole.Length - 1, last with { Events = last.Events[..^1] + "," + made + "]" }));

        report.Problems.ShouldContain(new LogProblem(code, last.Version, what));
        report.Score.ShouldBe(Report(Whole).Score);
    }

    [Fact]
    public void A_team_reads_that_something_was_left_out_and_not_what_of_another_s()
    {
        var last = Whole[^1];
        var (scenario, log) = LogReading.Of(FullLogs.Scenario(FullLogs.InvoiceAtDawn), Whole.SetItem(Whole.Length - 1, last with { Events = last.Events[..^1] + """,{"kind":"action-finished","at":7200000,"action":"never-begun","seat":"company.finance.1"},{"kind":"moon-rose","at":7200000}]""" }));

        HanoiAcademy.Drills.Reports.Report.Of(scenario, log, "en", "bank").Problems.ShouldBe([new LogProblem(LogProblem.Partly, last.Version)]);
    }

    [Fact]
    public void Time_that_goes_back_is_named() =>
        Problems(Whole.SetItem(200, Whole[200] with { Events = """[{"kind":"time-passed","at":1}]""" })).ShouldContain(new LogProblem(LogProblem.Back, 201));

    [Fact]
    public void Without_its_content_a_drill_is_told_in_ids_from_the_events_alone()
    {
        var (scenario, log) = LogReading.Of(null, Whole);
        var report = HanoiAcademy.Drills.Reports.Report.Of(scenario, log, "en");
        var whole = Report(Whole);

        report.Problems.ShouldContain(new LogProblem(LogProblem.NoContent, 0));
        report.Status.ShouldBe("ended");
        report.Teams.Select(t => t.Team).Where(t => t != BareScenario.NoTeam).Order().ShouldBe(whole.Teams.Where(t => t.Side != "control").Select(t => t.Team).Order());
        report.Teams.SelectMany(t => t.Objectives).Where(o => o.State == "won").Select(o => o.Name).Order().ShouldBe(whole.Teams.SelectMany(t => t.Objectives).Where(o => o.State == "won").Select(o => o.Id).Order());
        report.Teams.SelectMany(t => t.Decisions).Count(d => d.State == "taken").ShouldBe(whole.Teams.SelectMany(t => t.Decisions).Count(d => d.State == "taken"));
        report.Requests.Select(r => r.Id).ShouldBe(whole.Requests.Select(r => r.Id));
        report.HotWash.Length.ShouldBe(whole.HotWash.Length);
    }

    [Fact]
    public void More_problems_than_anybody_reads_are_cut_and_that_is_said()
    {
        var report = Report([.. Whole.Select((r, n) => n > 10 ? r with { Events = "nonsense" } : r)]);
        report.Problems.Length.ShouldBeLessThanOrEqualTo(LogFolding.MostProblems + 1 + 20);
        report.Problems.ShouldContain(p => p.Code == LogProblem.More);
    }

    /// <summary>Rows dropped, swapped, cut, renamed, repeated; numbers and words changed. Same damage every time.</summary>
    [Theory]
    [InlineData(FullLogs.InvoiceAtDawn)]
    [InlineData(FullLogs.Desk)]
    public void Whatever_happens_to_a_log_there_is_a_report_and_it_says_what_it_left_out(string name)
    {
        var scenario = FullLogs.Scenario(name);
        var rows = FullLogs.Kept(name);
        var luck = new Random(20261122);
        for (var n = 0; n < 60; n++)
        {
            var (damaged, must) = Damage(rows, luck);
            var (read, log) = LogReading.Of(n % 10 == 9 ? null : scenario, damaged);
            var team = n % 3 == 0 ? scenario.Teams[n % scenario.Teams.Length].Id : null;
            var report = HanoiAcademy.Drills.Reports.Report.Of(read, log, "en", team);

            DrillJson.ToBytes(report).Length.ShouldBeGreaterThan(0);
            if (must)
                log.Problems.ShouldNotBeEmpty($"damage {n}");
        }
    }

    /// <summary>Must: it cannot stay unnoticed, whatever the row held.</summary>
    private static (ImmutableArray<KeptRow> Rows, bool Must) Damage(ImmutableArray<KeptRow> rows, Random luck)
    {
        var must = false;
        for (var times = luck.Next(1, 6); times > 0; times--)
        {
            var n = luck.Next(rows.Length - 1);
            switch (luck.Next(8))
            {
                case 0:
                    (rows, must) = (rows.RemoveAt(n), true);
                    break;
                case 1:
                    (rows, must) = (rows.SetItem(n, rows[n + 1]).SetItem(n + 1, rows[n]), true);
                    break;
                case 2:
                    (rows, must) = (rows.SetItem(n, rows[n] with { Events = rows[n].Events[..luck.Next(1, rows[n].Events.Length)] }), true);
                    break;
                case 3:
                    (rows, must) = (rows.SetItem(n, rows[n] with { Events = rows[n].Events.Replace("\"kind\":\"", "\"kind\":\"x-", StringComparison.Ordinal) }), true);
                    break;
                case 4:
                    rows = rows.SetItem(n, rows[n] with { Events = rows[n].Events.Replace(luck.Next(2) == 0 ? "company" : "\"seat\":\"", luck.Next(2) == 0 ? "nobody" : "\"seat\":\"no.", StringComparison.Ordinal) });
                    break;
                case 5:
                    rows = rows.SetItem(n, rows[n] with { Events = Rename(rows[n].Events, luck) });
                    break;
                case 6:
                    (rows, must) = (rows.Insert(n, rows[luck.Next(rows.Length)]), true);
                    break;
                default:
                    rows = rows.SetItem(n, rows[n] with { Events = rows[luck.Next(rows.Length)].Events });
                    break;
            }
        }

        return (rows, must);
    }

    /// <summary>One value of one event becomes another of its kind, or goes.</summary>
    private static string Rename(string events, Random luck)
    {
        if (Parse(events) is not { Count: > 0 } all || all[luck.Next(all.Count)] is not JsonObject one)
            return events;
        var key = one.Select(p => p.Key).ElementAt(luck.Next(one.Count));
        one[key] = luck.Next(6) switch { 0 => "zzz", 1 => -5, 2 => long.MaxValue, 3 => null, 4 => new JsonArray(), _ => new JsonObject() };
        return all.ToJsonString();
    }

    private static JsonArray? Parse(string events)
    {
        try
        {
            return JsonNode.Parse(events) as JsonArray;
        }
        catch (System.Text.Json.JsonException)
        {
            return null;
        }
    }

    private static ImmutableArray<LogProblem> Problems(IReadOnlyList<KeptRow> rows) => Report(rows).Problems;

    private static DrillReport Report(IReadOnlyList<KeptRow> rows)
    {
        var (scenario, log) = LogReading.Of(FullLogs.Scenario(FullLogs.InvoiceAtDawn), rows);
        return HanoiAcademy.Drills.Reports.Report.Of(scenario, log, "en");
    }
}
