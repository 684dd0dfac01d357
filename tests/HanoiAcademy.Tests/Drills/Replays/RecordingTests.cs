using System.Text;
using HanoiAcademy.Content.Scenarios;
using HanoiAcademy.Drills.Events;
using HanoiAcademy.Drills.Replays;
using HanoiAcademy.Drills.Scenarios;
using HanoiAcademy.Drills.Simulation;
using HanoiAcademy.Drills.Views;
using HanoiAcademy.Drills.Wire;

namespace HanoiAcademy.Tests.Drills.Replays;

/// <summary>The kept log of Invoice at dawn as a recording, whole and damaged.</summary>
public sealed class RecordingTests
{
    private static readonly string Folder = Path.Combine(Repository.Root, "tests", "fixtures", "logs", "invoice-at-dawn-1");
    private static readonly Scenario Scenario = PinnedScenario.Read(File.ReadAllBytes(Path.Combine(Folder, "scenario.json"))).Scenario;
    private static readonly List<LoggedRow> Rows = [.. File.ReadLines(Path.Combine(Folder, "log.jsonl")).Select(line => DrillJson.Read<LoggedRow>(Encoding.UTF8.GetBytes(line)))];

    [Fact]
    public void A_missing_row_an_unreadable_one_and_one_that_does_not_fit_end_the_recording_before_them_and_are_named()
    {
        var whole = Recording.Of(Scenario, Rows.Select(row => (row.Version, (LoggedRow?)row)));
        whole.Break.ShouldBeNull();
        whole.Last.Status.ShouldBe("ended");

        var missing = Recording.Of(Scenario, Rows.Where(row => row.Version != 50).Select(row => (row.Version, (LoggedRow?)row)));
        (missing.Version, missing.Break).ShouldBe((49L, new Break(50, "row-missing")));
        var unread = Recording.Of(Scenario, Rows.Select(row => (row.Version, row.Version == 50 ? null : row)));
        (unread.Version, unread.Break).ShouldBe((49L, new Break(50, "row-unreadable")));
        var impossible = Recording.Of(Scenario, Rows.Select(row => (row.Version, (LoggedRow?)(row.Version == 50 ? row with { Events = [new DecisionLapsed(row.At, "no-such-decision")] } : row))));
        (impossible.Version, impossible.Break).ShouldBe((49L, new Break(50, "row-impossible")));
        Recording.Of(Scenario, []).Stretches.ShouldBeEmpty();
    }

    [Fact]
    public void A_team_reads_in_its_marks_what_it_saw_and_not_what_was_another_s()
    {
        var recording = Recording.Of(Scenario, Rows.Select(row => (row.Version, (LoggedRow?)row)));
        foreach (var role in View.Roles(Scenario, "en"))
        {
            var marks = Marks.Of(recording, role);
            marks.Select(mark => mark.What).ShouldContain("start");
            marks.Select(mark => mark.What).ShouldContain("end");
            var seen = View.Of(recording.Last, Scenario, role);
            marks.Where(mark => mark.Key.Length > 0).ShouldAllBe(mark => seen.ContainsKey(mark.Key), $"{role}");
            marks.Select(mark => mark.At).ShouldBe(marks.Select(mark => mark.At).Order());
        }

        var control = Marks.Of(recording, Audience.Control("en"));
        control.Count(mark => mark.What is "objective-won" or "objective-missed").ShouldBeGreaterThan(3);
        control.ShouldContain(mark => mark.What == "pause" && mark.At == 240_000);
        control.ShouldContain(mark => mark.What == "speed" && mark.State == "5");
        control.ShouldContain(mark => mark.What == "request" && mark.State == "sent" || mark.State == "received");
        var own = Marks.Of(recording, Audience.OfRole("company.finance", "en")).Count(mark => mark.What is "objective-won" or "objective-missed");
        own.ShouldBeLessThan(control.Count(mark => mark.What is "objective-won" or "objective-missed"));
        Marks.Of(recording, Audience.OfLocal("company", "en")).Count(mark => mark.What is "objective-won" or "objective-missed").ShouldBe(own);
    }
}
