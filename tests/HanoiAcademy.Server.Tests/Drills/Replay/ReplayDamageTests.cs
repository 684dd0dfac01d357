using System.Net;
using HanoiAcademy.Drills.Commands;
using HanoiAcademy.Server.Agencies;
using HanoiAcademy.Server.Drills.Replay;
using HanoiAcademy.Server.Drills.Seats;
using HanoiAcademy.Server.Tests.Drills.Live;
using HanoiAcademy.Storage.Drills;
using HanoiAcademy.Storage.Pinned;

namespace HanoiAcademy.Server.Tests.Drills.Replay;

/// <summary>A log that somebody damaged, content that is gone, and how much is kept.</summary>
public sealed class ReplayDamageTests
{
    [Fact]
    public async Task A_damaged_row_ends_the_replay_before_it_which_says_so_and_nobody_plays_on_from_it()
    {
        await using var site = LiveSite.Start();
        var agency = await site.MakeAgency();
        var instructor = await site.SignIn(Role.Instructor, agency);
        var trainee = await site.SignIn(Role.Trainee, agency);
        var whole = await site.LaunchSmall(agency, instructor);
        await trainee.Sit(whole, SmallDrill.Analyst);
        await site.Say(whole, new StartExercise());
        await site.Say(whole, new JumpTo(25_000), SmallDrill.Director);
        await site.Say(whole, new SetReplaySharing("all"), SmallDrill.Director);
        await site.Say(whole, new EndExercise(), SmallDrill.Director);
        var rows = await site.Log(whole);
        var broken = rows.First(row => row.Events.Contains("inject-delivered", StringComparison.Ordinal) && row.Events.Contains("second", StringComparison.Ordinal)).Version;

        foreach (var (why, damage) in new (string, Func<LogRow, LogRow?>)[]
        {
            ("row-unreadable", row => row with { Events = "[{}]" }),
            ("row-unreadable", row => row with { Events = "[{\"kind\":\"from-the-future\",\"at\":20000}]" }),
            ("row-unreadable", row => row with { Events = "{" }),
            ("row-impossible", row => row with { Events = "[{\"kind\":\"decision-lapsed\",\"decision\":\"none\",\"at\":20000}]" }),
        })
        {
            var drill = await Copy(site, whole, rows, row => row.Version == broken ? damage(row) : row);
            var index = await instructor.Json($"/api/v1/drills/{drill.Id}/replay");
            var said = index.GetProperty("break");
            (said.GetProperty("why").GetString(), said.GetProperty("version").GetInt64()).ShouldBe((why, broken));
            index.GetProperty("at").GetInt64().ShouldBeLessThan(20_000);
            var part = (await instructor.Json($"/api/v1/drills/{drill.Id}/replay/parts/0")).GetRawText();
            part.ShouldContain("\"feed:first\"");
            (await instructor.Get($"/api/v1/drills/{drill.Id}/replay/marks")).StatusCode.ShouldBe(HttpStatusCode.OK);
            (await instructor.Get($"/drills/{drill.Id}/replay")).StatusCode.ShouldBe(HttpStatusCode.OK);
            await (await instructor.Call(HttpMethod.Post, $"/api/v1/drills/{drill.Id}/replay/fork", new { at = 1_000 })).ShouldBeRefused(HttpStatusCode.Conflict, "log-damaged");
            await (await instructor.Call(HttpMethod.Post, $"/api/v1/drills/{drill.Id}/fork", new { at = 1_000 })).ShouldBeRefused(HttpStatusCode.Conflict, "log-damaged");

            // Behind the damage control may have chosen less; a player has his own until it is known, and hears of no row's number.
            var own = await trainee.Json($"/api/v1/drills/{drill.Id}/replay");
            own.GetProperty("seats").EnumerateArray().Select(seat => seat.GetProperty("seat").GetString()).ShouldBe([SmallDrill.Analyst]);
            own.GetProperty("break").TryGetProperty("version", out _).ShouldBeFalse();
        }
    }

    [Fact]
    public async Task A_drill_whose_scenario_cannot_be_read_any_more_says_so()
    {
        await using var site = LiveSite.Start();
        var agency = await site.MakeAgency();
        var instructor = await site.SignIn(Role.Instructor, agency);
        var whole = await site.LaunchSmall(agency, instructor);
        await site.Say(whole, new StartExercise());
        await site.Say(whole, new EndExercise(), SmallDrill.Director);
        var drill = await Copy(site, whole with { ContentSha256 = await site.Get<IContentStore>().Put("{}"u8.ToArray()) }, await site.Log(whole), row => row);

        await (await instructor.Get($"/api/v1/drills/{drill.Id}/replay")).ShouldBeRefused(HttpStatusCode.Conflict, "content-gone");
        await (await instructor.Call(HttpMethod.Post, $"/api/v1/drills/{drill.Id}/replay/fork", new { at = 0 })).ShouldBeRefused(HttpStatusCode.Conflict, "content-gone");
        await (await instructor.Call(HttpMethod.Post, $"/api/v1/drills/{drill.Id}/fork", new { at = 0 })).ShouldBeRefused(HttpStatusCode.Conflict, "content-gone");
        (await (await instructor.Get($"/drills/{drill.Id}/replay")).Content.ReadAsStringAsync()).ShouldContain("Restore it from a backup");
    }

    [Fact]
    public async Task What_comes_since_is_read_and_what_was_read_is_kept_within_bounds()
    {
        await using var site = LiveSite.Start();
        var agency = await site.MakeAgency();
        var instructor = await site.SignIn(Role.Instructor, agency);
        var drill = await site.LaunchSmall(agency, instructor);
        var recordings = site.Get<Recordings>();
        var first = await recordings.Of(drill);
        (await recordings.Of(drill)).ShouldBeSameAs(first);
        await site.Say(drill, new StartExercise());
        (await recordings.Of(drill)).Recording.Last.Status.ShouldBe("running");

        recordings.RowsKept.ShouldBe((await site.Log(drill)).Count);
        var others = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => site.LaunchSmall(agency, instructor)));
        foreach (var other in others)
            await recordings.Of(other);
        recordings.RowsKept.ShouldBeLessThanOrEqualTo(Recordings.MostRows);
        (await instructor.Get($"/api/v1/drills/{drill.Id}/replay/parts/0")).StatusCode.ShouldBe(HttpStatusCode.OK);
        site.Get<ReplayParts>().BytesKept.ShouldBeInRange(1, ReplayParts.MostBytes);
    }

    [Fact]
    public async Task Languages_that_somebody_makes_up_are_the_scenarios_own_and_nothing_is_made_or_kept_for_them()
    {
        await using var site = LiveSite.Start();
        var agency = await site.MakeAgency();
        var (instructor, trainee) = (await site.SignIn(Role.Instructor, agency), await site.SignIn(Role.Trainee, agency));
        var drill = await site.LaunchSmall(agency, instructor);
        await trainee.Sit(drill, SmallDrill.Analyst);
        await site.Say(drill, new StartExercise());
        await site.Say(drill, new JumpTo(25_000), SmallDrill.Director);
        await site.Say(drill, new EndExercise(), SmallDrill.Director);
        var address = $"/api/v1/drills/{drill.Id}/replay";
        var own = (await trainee.Json(address)).GetProperty("language").GetString()!;
        var tag = (await trainee.Get($"{address}/parts/0?language={own}")).Headers.ETag!.Tag;
        var kept = site.Get<ReplayParts>().BytesKept;

        foreach (var made in new[] { "xx", "EN", "vi-made-up", "", new string('x', 2_000), "%00%22%3C" })
        {
            (await trainee.Json($"{address}?language={made}")).GetProperty("language").GetString().ShouldBe(own);
            (await trainee.Get($"{address}/parts/0?language={made}")).Headers.ETag!.Tag.ShouldBe(tag);
            (await trainee.Get($"{address}/marks?language={made}")).StatusCode.ShouldBe(HttpStatusCode.OK);
        }

        site.Get<ReplayParts>().BytesKept.ShouldBe(kept);
    }

    [Fact]
    public async Task Many_who_open_many_drills_at_once_each_get_their_own_and_one_reading_of_it()
    {
        await using var site = LiveSite.Start();
        var agency = await site.MakeAgency();
        var instructor = await site.SignIn(Role.Instructor, agency);
        var drills = new List<DrillEntry>();
        for (var n = 0; n < 4; n++)
            drills.Add(await site.LaunchSmall(agency, instructor));
        var recordings = site.Get<Recordings>();

        var tapes = await Task.WhenAll(Enumerable.Range(0, 40).Select(n => Task.Run(() => recordings.Of(drills[n % drills.Count]))));

        for (var n = 0; n < tapes.Length; n++)
            tapes[n].ShouldBeSameAs(tapes[n % drills.Count]);
        tapes.Distinct(ReferenceEqualityComparer.Instance).Count().ShouldBe(drills.Count);
        recordings.RowsKept.ShouldBe((await Task.WhenAll(drills.Select(drill => site.Log(drill)))).Sum(rows => rows.Count));
    }

    private static async Task<DrillEntry> Copy(LiveSite site, DrillEntry of, IReadOnlyList<LogRow> rows, Func<LogRow, LogRow?> change)
    {
        var drill = of with { Id = Codes.NewDrillId(), JoinCode = Codes.NewJoinCode(), Status = DrillStatus.Ended };
        var copied = rows.Select(change).OfType<LogRow>().Select(row => row with { DrillId = drill.Id }).ToList();
        var seats = (await site.Get<ISeatingPlan>().Who(of.Id)).Select(holder => holder with { DrillId = drill.Id }).ToList();
        (await site.Get<IDrillCatalog>().Create(drill, new DrillOpening { Rows = copied, Seats = seats })).ShouldBeTrue();
        return drill;
    }
}
