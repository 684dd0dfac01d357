using System.Net;
using AngleSharp.Html.Parser;
using HanoiAcademy.Drills.Commands;
using HanoiAcademy.Drills.Reports;
using HanoiAcademy.Server.Agencies;
using HanoiAcademy.Server.Drills.Reports;
using HanoiAcademy.Server.Drills.Rooms;
using HanoiAcademy.Server.Tests.Drills.Live;
using HanoiAcademy.Storage.Database;
using HanoiAcademy.Storage.Drills;
using HanoiAcademy.Storage.Pinned;

namespace HanoiAcademy.Server.Tests.Drills.AfterAction;

/// <summary>A drill whose rows somebody or something damaged in the database: its report is read all the same.</summary>
public sealed class DamagedDrillTests
{
    [Fact]
    public async Task The_page_says_which_rows_are_missing_altered_and_unreadable_and_shows_the_rest()
    {
        await using var site = LiveSite.Start();
        var (instructor, trainee, drill) = await Ended(site);
        var last = (await site.Log(drill)).Count;
        foreach (var damage in new[]
        {
            "DELETE FROM DrillLog WHERE DrillId = @id AND Version = 3",
            "UPDATE DrillLog SET Seat = 'control.lead.9' WHERE DrillId = @id AND Version = 4",
            "UPDATE DrillLog SET Events = '[{' WHERE DrillId = @id AND Version = 5",
        })
            (await site.Get<IDatabase>().Write(session => session.Execute(damage, new { id = drill.Id }))).ShouldBe(1);

        var page = await Page(instructor, $"/drills/{drill.Id}/report");
        page.ShouldContain("Row 3 of the log is missing.");
        page.ShouldContain("Row 4 is not what was written.");
        page.ShouldContain("Row 5 cannot be read.");
        page.ShouldContain("The log of this drill is not whole.");
        page.ShouldNotContain("[drills.");
        page.ShouldNotContain("id=\"fork\"");
        await (await instructor.Call(HttpMethod.Post, $"/api/v1/drills/{drill.Id}/fork", new { at = 0 })).ShouldBeRefused(HttpStatusCode.Conflict, "log-damaged");
        (await Page(trainee, $"/drills/{drill.Id}/report")).ShouldContain("What this report cannot know");
        var report = await instructor.Json($"/api/v1/drills/{drill.Id}/report");
        report.GetProperty("status").GetString().ShouldBe("ended");
        report.GetProperty("problems").EnumerateArray().Select(p => p.GetProperty("code").GetString()).ShouldBe([LogProblem.Missing, LogProblem.Altered, LogProblem.Altered, LogProblem.Unreadable], ignoreOrder: true);
        (await site.Log(drill)).Count.ShouldBe(last - 1, "nothing is mended behind anybody's back");
    }

    [Fact]
    public async Task A_whole_drill_has_no_word_of_damage()
    {
        await using var site = LiveSite.Start();
        var (instructor, _, drill) = await Ended(site);
        (await Page(instructor, $"/drills/{drill.Id}/report")).ShouldNotContain("id=\"unknown\"");
        (await instructor.Json($"/api/v1/drills/{drill.Id}/report")).GetProperty("problems").GetArrayLength().ShouldBe(0);
    }

    [Fact]
    public async Task Where_the_content_is_no_longer_what_was_launched_the_events_alone_tell()
    {
        await using var site = LiveSite.Start();
        var (_, _, drill) = await Ended(site);
        foreach (var bytes in new[] { "{}"u8.ToArray(), "no scenario"u8.ToArray(), new byte[] { 0xff } })
        {
            (await site.Get<IDatabase>().Write(session => session.Execute("UPDATE Content SET Bytes = @bytes WHERE Sha256 = @sha", new { bytes, sha = drill.ContentSha256 }))).ShouldBe(1);
            // As after a restart: what a node has read it keeps.
            var past = new PastLogs(site.Get<IDrillLog>(), new LaunchedScenarios(site.Get<IContentStore>()));

            var (scenario, log) = await past.Of(drill, default);

            log.Problems.ShouldHaveSingleItem().Code.ShouldBe(LogProblem.NoContent);
            log.State.Status.ShouldBe("ended");
            scenario.Teams.Select(t => t.Id).ShouldContain("bank");
            Report.Of(scenario, log, "en").Status.ShouldBe("ended");
        }
    }

    private static async Task<(Browser Instructor, Browser Trainee, DrillEntry Drill)> Ended(LiveSite site)
    {
        var agency = await site.MakeAgency();
        var instructor = await site.SignIn(Role.Instructor, agency);
        var trainee = await site.SignIn(Role.Trainee, agency);
        var drill = await site.LaunchSmall(agency, instructor);
        await trainee.Sit(drill, SmallDrill.Analyst);
        await site.Say(drill, new StartExercise());
        await site.Say(drill, new SetSpeed(2));
        await site.Say(drill, new SetSpeed(1));
        await site.Say(drill, new EndExercise(), SmallDrill.Director);
        return (instructor, trainee, (await site.Get<IDrillCatalog>().Get(drill.Id))!);
    }

    private static async Task<string> Page(Browser browser, string address)
    {
        var answer = await browser.Get(address);
        var html = await answer.Content.ReadAsStringAsync();
        answer.StatusCode.ShouldBe(HttpStatusCode.OK, html);
        return new HtmlParser().ParseDocument(html).QuerySelector("main")!.OuterHtml;
    }
}
