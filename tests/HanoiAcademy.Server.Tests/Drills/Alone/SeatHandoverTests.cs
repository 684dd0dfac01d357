using System.Net;
using HanoiAcademy.Drills.Commands;
using HanoiAcademy.Server.Agencies;
using HanoiAcademy.Server.Tests.Drills.Live;

namespace HanoiAcademy.Server.Tests.Drills.Alone;

/// <summary>A seat passes from a simulated player to a person and back, while the drill runs.</summary>
public sealed class SeatHandoverTests
{
    [Fact]
    public async Task A_person_with_the_code_takes_a_simulated_seat_and_gives_it_back_on_leaving()
    {
        await using var site = LiveSite.Start();
        var agency = await site.MakeAgency();
        var (trainee, drill) = (await site.SignIn(Role.Trainee, agency), await site.LaunchSmall(agency));
        await site.Say(drill, new SimulateSeat(SmallDrill.Analyst));
        await site.Say(drill, new StartExercise());

        (await trainee.Sit(drill, SmallDrill.Analyst)).GetProperty("seat").GetString().ShouldBe(SmallDrill.Analyst);
        var page = await (await trainee.Get($"/drills/{drill.Id}")).Content.ReadAsStringAsync();
        page.ShouldContain("You take over from a simulated player");
        var left = await trainee.PostForm($"/drills/{drill.Id}?handler=Leave", new() { ["simulate"] = "true" }, $"/drills/{drill.Id}");

        left.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await trainee.Get($"/drills/{drill.Id}")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        var other = await site.SignIn(Role.Trainee, agency);
        await other.Sit(drill, SmallDrill.Officer);
        (await Seat(other, drill.Id, SmallDrill.Analyst)).GetProperty("simulated").GetBoolean().ShouldBeTrue();
    }

    [Fact]
    public async Task Control_hands_a_seat_over_in_its_list_and_whoever_sat_there_hears_so_and_may_not_act_any_more()
    {
        await using var site = LiveSite.Start();
        var agency = await site.MakeAgency();
        var (instructor, trainee) = (await site.SignIn(Role.Instructor, agency), await site.SignIn(Role.Trainee, agency));
        var drill = await site.LaunchSmall(agency, instructor);
        await trainee.Sit(drill, SmallDrill.Analyst);
        await site.Say(drill, new StartExercise());
        await using var live = await trainee.Listen(drill.Id);

        var handed = await instructor.PostForm($"/drills/{drill.Id}/control?handler=Simulate", new() { ["seat"] = SmallDrill.Analyst, ["skill"] = "poor" }, $"/drills/{drill.Id}/control");

        handed.StatusCode.ShouldBe(HttpStatusCode.Redirect, await handed.Content.ReadAsStringAsync());
        (await trainee.Get($"/drills/{drill.Id}")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await Seat(instructor, drill.Id, SmallDrill.Analyst)).GetProperty("skill").GetString().ShouldBe("poor");
        await instructor.PostForm($"/drills/{drill.Id}/control?handler=SendAway", new() { ["seat"] = SmallDrill.Analyst }, $"/drills/{drill.Id}/control");
        (await Seat(instructor, drill.Id, SmallDrill.Analyst)).GetProperty("simulated").GetBoolean().ShouldBeFalse();
    }

    [Fact]
    public async Task A_handover_that_is_repeated_late_puts_nobody_out_who_came_since()
    {
        await using var site = LiveSite.Start();
        var agency = await site.MakeAgency();
        var (instructor, trainee) = (await site.SignIn(Role.Instructor, agency), await site.SignIn(Role.Trainee, agency));
        var drill = await site.LaunchSmall(agency, instructor);
        await site.Say(drill, new StartExercise());
        var (key, body) = (Guid.NewGuid().ToString(), new { command = new { kind = "hand-seat-over", seat = SmallDrill.Analyst, skill = "good" } });
        (await instructor.Call(HttpMethod.Post, $"/api/v1/drills/{drill.Id}/commands", body, key)).StatusCode.ShouldBe(HttpStatusCode.OK);
        await trainee.Sit(drill, SmallDrill.Analyst);

        (await instructor.Call(HttpMethod.Post, $"/api/v1/drills/{drill.Id}/commands", body, key)).StatusCode.ShouldBe(HttpStatusCode.OK);

        (await trainee.Get($"/drills/{drill.Id}")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Nobody_hands_over_what_is_not_his()
    {
        await using var site = LiveSite.Start();
        var agency = await site.MakeAgency();
        var trainee = await site.SignIn(Role.Trainee, agency);
        var drill = await site.LaunchSmall(agency);
        await trainee.Sit(drill, SmallDrill.Analyst);

        await (await trainee.Call(HttpMethod.Post, $"/api/v1/drills/{drill.Id}/seats/{SmallDrill.Officer}/simulated", new { skill = "good" })).ShouldBeRefused(HttpStatusCode.Forbidden, "not-your-seat");
        (await trainee.PostForm($"/drills/{drill.Id}/control?handler=Simulate", new() { ["seat"] = SmallDrill.Officer, ["skill"] = "good" }, $"/drills/{drill.Id}")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await trainee.Call(HttpMethod.Post, $"/api/v1/drills/{drill.Id}/seats/{SmallDrill.Analyst}/simulated", new { skill = "good" })).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await trainee.Get($"/drills/{drill.Id}")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    private static async Task<System.Text.Json.JsonElement> Seat(Browser who, string drill, string seat) =>
        (await who.Json($"/api/v1/drills/{drill}/seats")).EnumerateArray().Single(one => one.GetProperty("seat").GetString() == seat);
}
