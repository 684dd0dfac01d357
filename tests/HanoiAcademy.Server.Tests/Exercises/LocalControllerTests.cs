using System.Net;
using HanoiAcademy.Server.Agencies;
using HanoiAcademy.Server.Tests.Drills.Live;
using HanoiAcademy.Storage.Accounts;
using HanoiAcademy.Storage.Drills;

namespace HanoiAcademy.Server.Tests.Exercises;

/// <summary>Each country's own controllers see and steer its drill, and of the others nothing.</summary>
public sealed class LocalControllerTests
{
    [Fact]
    public async Task One_chosen_at_launch_leads_his_country_s_drill_and_no_other()
    {
        await using var site = LiveSite.Start();
        var (agency, kivara) = (await site.MakeAgency(), await site.MakeAgency());
        var (director, linh) = (await site.SignIn(Role.Instructor, agency), await site.SignIn(Role.Trainee, kivara));
        var name = await UserName(site, linh);
        var id = await director.LaunchExercise(new { scenario = "invoice-at-dawn", title = "Spring", drills = new object[] { new { name = "Sundara" }, new { name = "Kivara", agencies = new[] { kivara.Slug }, controllers = new[] { name } } } });
        var drills = await site.Get<IExercises>().Drills(id);

        (await linh.Json($"/api/v1/drills/{drills[1].Id}")).GetProperty("controlSeat").GetString().ShouldBe("control.lead.1");
        foreach (var page in new[] { "control", "pack", "typed-in", "comparison" })
        {
            (await linh.Get($"/drills/{drills[1].Id}/{page}")).StatusCode.ShouldBe(HttpStatusCode.OK, page);
            (await linh.Get($"/drills/{drills[0].Id}/{page}")).StatusCode.ShouldBe(HttpStatusCode.NotFound, page);
        }

        (await linh.Get($"/exercises/{id}")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await linh.Get($"/api/v1/exercises/{id}/wall")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await linh.Json("/api/v1/drills")).EnumerateArray().Select(drill => drill.GetProperty("id").GetString()).ShouldBe([drills[1].Id]);
        (await director.Act(id, "start")).ShouldBe(["done", "done"]);
        (await linh.Call(HttpMethod.Post, $"/api/v1/drills/{drills[1].Id}/commands", new { command = new { kind = "pause" } })).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await linh.Call(HttpMethod.Post, $"/api/v1/drills/{drills[0].Id}/commands", new { command = new { kind = "pause" } })).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await linh.Call(HttpMethod.Post, $"/api/v1/drills/{drills[1].Id}/commands", new { command = new { kind = "end-exercise" } })).StatusCode.ShouldBe(HttpStatusCode.Forbidden, "EndEx is the director's");
        (await director.Json($"/api/v1/exercises/{id}")).GetProperty("drills").EnumerateArray().Select(drill => drill.GetProperty("status").GetString()).ShouldBe(["running", "paused"], "a director sees all");
    }

    [Fact]
    public async Task One_appointed_later_comes_in_at_once_and_one_dismissed_is_out()
    {
        await using var site = LiveSite.Start();
        var agency = await site.MakeAgency();
        var (director, linh) = (await site.SignIn(Role.Instructor, agency), await site.SignIn(Role.Trainee, agency));
        var id = await director.LaunchExercise("Sundara", "Kivara");
        var drill = (await site.Get<IExercises>().Drills(id))[1];
        (await linh.Get($"/drills/{drill.Id}/control")).StatusCode.ShouldBe(HttpStatusCode.NotFound);

        (await director.PostForm($"/exercises/{id}?handler=Appoint", new() { ["drill"] = drill.Id, ["userName"] = await UserName(site, linh) }, $"/exercises/{id}")).StatusCode.ShouldBe(HttpStatusCode.Redirect);

        (await linh.Get($"/drills/{drill.Id}/control")).StatusCode.ShouldBe(HttpStatusCode.OK);
        var one = (await director.Json($"/api/v1/exercises/{id}/controllers")).EnumerateArray().ShouldHaveSingleItem();
        one.GetProperty("drill").GetString().ShouldBe(drill.Id);
        (await director.Call(HttpMethod.Delete, $"/api/v1/exercises/{id}/controllers/{drill.Id}/{linh.AccountId}")).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await linh.Get($"/drills/{drill.Id}/control")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await director.Json($"/api/v1/exercises/{id}/controllers")).GetArrayLength().ShouldBe(0);
    }

    [Fact]
    public async Task Nobody_from_outside_its_agencies_is_made_one_and_a_launch_that_names_him_launches_nothing()
    {
        await using var site = LiveSite.Start();
        var (agency, kivara) = (await site.MakeAgency(), await site.MakeAgency());
        var (director, stranger) = (await site.SignIn(Role.Instructor, agency), await site.SignIn(Role.Trainee, kivara));
        var name = await UserName(site, stranger);

        await (await director.Call(HttpMethod.Post, "/api/v1/exercises", new { scenario = "invoice-at-dawn", drills = new[] { new { name = "Sundara", controllers = new[] { name } } } }))
            .ShouldBeRefused(HttpStatusCode.UnprocessableEntity, "no-such-controller");

        (await director.Json("/api/v1/exercises")).GetArrayLength().ShouldBe(0);
        var id = await director.LaunchExercise("Sundara");
        var drill = (await site.Get<IExercises>().Drills(id))[0].Id;
        await (await director.Call(HttpMethod.Post, $"/api/v1/exercises/{id}/controllers", new { drill, userName = name })).ShouldBeRefused(HttpStatusCode.UnprocessableEntity, "no-such-controller");
        await (await director.Call(HttpMethod.Post, $"/api/v1/exercises/{id}/controllers", new { drill = "elsewhere", userName = name })).ShouldBeRefused(HttpStatusCode.NotFound, "not-found");
    }

    [Fact]
    public async Task A_scenario_kept_closed_opens_when_the_last_drill_has_ended()
    {
        await using var site = LiveSite.Start();
        var director = await site.SignIn(Role.Instructor, await site.MakeAgency());
        var id = await director.LaunchExercise(new { scenario = "invoice-at-dawn", title = "Spring", keepClosed = true, drills = new[] { new { name = "Sundara" }, new { name = "Kivara" } } });

        (await Titles(site)).ShouldNotContain("invoice-at-dawn");
        await director.Act(id, "start");
        await director.Act(id, "end");
        (await Titles(site)).ShouldContain("invoice-at-dawn");
    }

    [Fact]
    public async Task The_launch_form_names_them_behind_a_second_bar()
    {
        await using var site = LiveSite.Start();
        var agency = await site.MakeAgency();
        var (director, linh) = (await site.SignIn(Role.Instructor, agency), await site.SignIn(Role.Trainee, agency));

        var launched = await director.PostForm("/exercises", new() { ["Input.Scenario"] = "invoice-at-dawn", ["Input.Comparison"] = "places", ["Input.Drills"] = $"Sundara\r\nKivara | | {await UserName(site, linh)}" });

        launched.StatusCode.ShouldBe(HttpStatusCode.Redirect, await launched.Content.ReadAsStringAsync());
        var id = launched.Headers.Location!.OriginalString["/exercises/".Length..];
        (await director.Json($"/api/v1/exercises/{id}/controllers")).EnumerateArray().ShouldHaveSingleItem().GetProperty("account").GetString().ShouldBe(linh.AccountId);
        (await site.Get<IExercises>().Get(id))!.Comparison.ShouldBe(ComparisonLevel.Places);
    }

    private static async Task<string> Titles(LiveSite site) => (await site.Visit().Json("/api/v1/scenarios")).GetRawText();

    private static async Task<string> UserName(LiveSite site, Browser who) => (await site.Get<IAccountDirectory>().Get(who.AccountId!))!.UserName;
}
