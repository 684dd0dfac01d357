using System.Net;
using HanoiAcademy.Drills.Commands;
using HanoiAcademy.Server.Agencies;
using HanoiAcademy.Server.Tests.Drills.Live;
using HanoiAcademy.Storage.Agencies;
using HanoiAcademy.Storage.Drills;

namespace HanoiAcademy.Server.Tests.Drills.Replay;

/// <summary>Whose replay each of those who were in a drill may see.</summary>
public sealed class ReplayAccessTests
{
    private const string Control = "control.director.1";

    [Fact]
    public async Task Players_see_after_EndEx_through_whose_eyes_control_chose_and_nobody_sees_more_than_the_seat_saw()
    {
        await using var site = LiveSite.Start();
        var (agency, instructor) = await Director(site);
        var drill = await site.LaunchSmall(agency, instructor, guests: true);
        var (analyst, officer, second) = (await site.SignIn(Role.Trainee, agency), await site.SignIn(Role.Trainee, agency), site.Visit());
        await analyst.Sit(drill, SmallDrill.Analyst);
        await officer.Sit(drill, SmallDrill.Officer);
        await second.Sit(drill, "police.officer.2", "Guest");
        await Play(site, drill);
        foreach (var player in new[] { analyst, officer, second })
            await (await player.Get(Address(drill))).ShouldBeRefused(HttpStatusCode.Conflict, "not-ended");
        await site.Say(drill, new EndExercise(), SmallDrill.Director);

        // At first each his own.
        (await Seats(officer, drill)).ShouldBe([SmallDrill.Officer]);
        (await Seats(second, drill)).ShouldBe(["police.officer.2"]);
        var seen = await Whole(officer, drill, SmallDrill.Officer);
        seen.ShouldContain(SmallDrill.PoliceSecret);
        seen.ShouldNotContain(SmallDrill.BankSecret);
        (await officer.Get(Address(drill, seat: SmallDrill.Analyst))).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await officer.Get(Address(drill, "/parts/0", SmallDrill.Analyst))).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await officer.Get(Address(drill, "/marks", SmallDrill.Analyst))).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await officer.Get(Address(drill, seat: Control))).StatusCode.ShouldBe(HttpStatusCode.NotFound);

        await Choose(site, drill, "team");
        (await Seats(officer, drill)).ShouldBe([SmallDrill.Officer, "police.officer.2"]);
        (await officer.Get(Address(drill, seat: SmallDrill.Analyst))).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        await Choose(site, drill, "all");
        (await Seats(officer, drill)).ShouldBe([SmallDrill.Officer, SmallDrill.Analyst, "police.officer.2"]);
        (await Whole(officer, drill, SmallDrill.Analyst)).ShouldContain(SmallDrill.BankSecret);
        (await officer.Get(Address(drill, seat: Control))).StatusCode.ShouldBe(HttpStatusCode.NotFound, "what control saw is never a player's");
        await Choose(site, drill, "nobody");
        await (await officer.Get(Address(drill))).ShouldBeRefused(HttpStatusCode.Conflict, "replay-not-shared");
        var page = await officer.Get($"/drills/{drill.Id}/replay");
        page.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await page.Content.ReadAsStringAsync()).ShouldContain("has not opened the replay");
    }

    [Fact]
    public async Task Controllers_see_it_at_any_time_as_far_as_they_saw_it_live_and_who_is_not_in_the_drill_finds_nothing()
    {
        await using var site = LiveSite.Start();
        var (agency, instructor) = await Director(site);
        var drill = await site.LaunchSmall(agency, instructor);
        var (local, observer) = (await site.SignIn(Role.Trainee, agency), await site.SignIn(Role.Trainee, agency));
        await site.Appoint(drill, local, "local", "police");
        await site.Appoint(drill, observer, "observer");
        await Choose(site, drill, "nobody");
        await Play(site, drill);

        (await Seats(instructor, drill)).ShouldBe([Control, SmallDrill.Analyst, SmallDrill.Officer, "police.officer.2"]);
        (await Whole(instructor, drill, Control)).ShouldContain("plan:reserve");
        (await Whole(instructor, drill, SmallDrill.Analyst)).ShouldNotContain(SmallDrill.PoliceSecret);

        (await Seats(local, drill)).ShouldBe(["control.local.police.1", SmallDrill.Officer, "police.officer.2"]);
        (await local.Get(Address(drill, seat: SmallDrill.Analyst))).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await local.Get(Address(drill, seat: Control))).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await Whole(local, drill, "control.local.police.1")).ShouldNotContain(SmallDrill.BankSecret);
        (await Whole(observer, drill, "control.observer.1")).ShouldNotContain("\"settings\"");

        var stranger = await site.SignIn(Role.Instructor, await site.MakeAgency());
        foreach (var path in new[] { "", "/parts/0", "/marks", "/evidence/any" })
            (await stranger.Get(Address(drill, path))).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await stranger.Get($"/drills/{drill.Id}/replay")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await site.Visit().Get(Address(drill))).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task A_part_is_asked_about_again_and_not_sent_again_and_what_is_no_part_is_not_found()
    {
        await using var site = LiveSite.Start();
        var (agency, instructor) = await Director(site);
        var drill = await site.LaunchSmall(agency, instructor);
        await Play(site, drill);
        await site.Say(drill, new EndExercise(), SmallDrill.Director);

        var first = await instructor.Get(Address(drill, "/parts/0"));
        first.Headers.CacheControl!.ToString().ShouldBe("no-cache, private");
        var again = await instructor.GetWith(Address(drill, "/parts/0"), "If-None-Match", first.Headers.ETag!.ToString());
        again.StatusCode.ShouldBe(HttpStatusCode.NotModified);
        (await again.Content.ReadAsByteArrayAsync()).ShouldBeEmpty();
        var packed = await instructor.GetWith(Address(drill, "/parts/0"), "Accept-Encoding", "gzip");
        packed.Content.Headers.ContentEncoding.ShouldBe(["gzip"]);
        (await packed.Content.ReadAsByteArrayAsync()).Length.ShouldBeLessThan((await first.Content.ReadAsByteArrayAsync()).Length);
        foreach (var n in new[] { "1", "-1", "999999" })
            (await instructor.Get(Address(drill, $"/parts/{n}"))).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        var marks = (await instructor.Json(Address(drill, "/marks"))).EnumerateArray().Select(mark => $"{mark.GetProperty("what").GetString()} {mark.GetProperty("at").GetInt64()}").ToList();
        marks.ShouldContain("start 0");
        marks.ShouldContain("message 20000");
        marks.ShouldContain(mark => mark.StartsWith("end ", StringComparison.Ordinal));
    }

    private static async Task<(Agency, Browser)> Director(LiveSite site)
    {
        var agency = await site.MakeAgency();
        return (agency, await site.SignIn(Role.Instructor, agency));
    }

    /// <summary>To T+35, past all three injects, by a jump of the clock.</summary>
    private static async Task Play(LiveSite site, DrillEntry drill)
    {
        await site.Say(drill, new StartExercise());
        await site.Say(drill, new JumpTo(35_000), SmallDrill.Director);
        await site.Say(drill, new Pause(), SmallDrill.Director);
    }

    private static Task Choose(LiveSite site, DrillEntry drill, string replay) => site.Say(drill, new SetReplaySharing(replay), SmallDrill.Director);

    private static string Address(DrillEntry drill, string path = "", string? seat = null) => $"/api/v1/drills/{drill.Id}/replay{path}?language=en{(seat is null ? "" : "&seat=" + seat)}";

    private static async Task<List<string>> Seats(Browser browser, DrillEntry drill) =>
        [.. (await browser.Json(Address(drill))).GetProperty("seats").EnumerateArray().Select(seat => seat.GetProperty("seat").GetString()!)];

    /// <summary>All parts of a seat's replay, as text.</summary>
    private static async Task<string> Whole(Browser browser, DrillEntry drill, string seat)
    {
        var index = await browser.Json(Address(drill, seat: seat));
        index.GetProperty("seat").GetString().ShouldBe(seat);
        var text = "";
        for (var n = 0; n < index.GetProperty("parts").GetArrayLength(); n++)
            text += (await browser.Json(Address(drill, $"/parts/{n}", seat))).GetRawText();
        return text;
    }
}
