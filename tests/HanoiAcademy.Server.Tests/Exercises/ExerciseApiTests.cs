using System.Net;
using System.Text.Json;
using HanoiAcademy.Drills.Commands;
using HanoiAcademy.Server.Agencies;
using HanoiAcademy.Server.Tests.Drills.Live;
using HanoiAcademy.Storage.Drills;

namespace HanoiAcademy.Server.Tests.Exercises;

/// <summary>Several drills under one StartEx, over HTTP and in real rooms.</summary>
public sealed class ExerciseApiTests
{
    [Fact]
    public async Task An_exercise_is_launched_begun_paused_resumed_and_ended_as_one()
    {
        await using var site = LiveSite.Start();
        var agency = await site.MakeAgency();
        var instructor = await site.SignIn(Role.Instructor, agency);

        var id = await instructor.LaunchExercise("Sundara", "Kivara", "Norvia");

        var drills = await site.Get<IExercises>().Drills(id);
        drills.Select(drill => drill.Title).ShouldBe(["Spring: Sundara", "Spring: Kivara", "Spring: Norvia"]);
        drills.Select(drill => drill.JoinCode).ShouldBeUnique();
        drills.Select(drill => drill.ContentSha256).Distinct().ShouldHaveSingleItem();
        (await Standing(instructor, id)).ShouldBe(["Sundara lobby", "Kivara lobby", "Norvia lobby"]);
        foreach (var (act, status) in new[] { ("start", "running"), ("pause", "paused"), ("resume", "running"), ("stop", "stopped"), ("resume", "running"), ("end", "ended") })
        {
            (await Act(instructor, id, act)).ShouldBe(["done", "done", "done"], act);
            (await Standing(instructor, id)).ShouldBe([$"Sundara {status}", $"Kivara {status}", $"Norvia {status}"]);
            (await Act(instructor, id, act)).ShouldBe(["already", "already", "already"], act);
        }

        (await instructor.Json($"/api/v1/exercises/{id}")).GetProperty("exercise").GetProperty("started").GetDateTimeOffset().ShouldBeInRange(DateTimeOffset.UtcNow.AddMinutes(-5), DateTimeOffset.UtcNow);
        (await Act(instructor, id, "start")).ShouldBe(["already", "already", "already"]);
        (await Act(instructor, id, "pause")).ShouldBe(["over", "over", "over"]);
    }

    [Fact]
    public async Task Drills_of_one_exercise_in_which_the_same_is_done_go_the_same_to_the_byte()
    {
        await using var site = LiveSite.Start();
        var instructor = await site.SignIn(Role.Instructor, await site.MakeAgency());
        var id = await instructor.LaunchExercise(new { scenario = "desk-24-7", title = "Spring", speed = 60, simulateEmptySeats = true, drills = new[] { new { name = "One" }, new { name = "Two" } } });
        var drills = await site.Get<IExercises>().Drills(id);
        await using var one = await instructor.Listen(drills[0].Id, control: true);
        await using var two = await instructor.Listen(drills[1].Id, control: true);

        (await Act(instructor, id, "start")).ShouldBe(["done", "done"]);
        const int Enough = 60;
        var (first, second) = (await site.Log(drills[0]), await site.Log(drills[1]));
        while (Math.Min(first.Count, second.Count) < Enough)
        {
            await one.Next();
            (first, second) = (await site.Log(drills[0]), await site.Log(drills[1]));
        }

        static string Of(LogRow row) => $"{row.Version} {row.Seat} {row.CommandId} {row.At} {row.Events}";
        first.Take(Enough).Select(Of).ShouldBe(second.Take(Enough).Select(Of));
        first.Take(Enough).ShouldContain(row => row.Events.Contains("pool-drawn", StringComparison.Ordinal), "nothing was drawn");
        (await Act(instructor, id, "end")).ShouldBe(["done", "done"]);
    }

    [Fact]
    public async Task A_member_can_be_begun_alone_and_the_rest_together()
    {
        await using var site = LiveSite.Start();
        var agency = await site.MakeAgency();
        var (instructor, colleague) = (await site.SignIn(Role.Instructor, agency), await site.SignIn(Role.Instructor, agency));
        var id = await instructor.LaunchExercise("Sundara", "Kivara");
        var drills = await site.Get<IExercises>().Drills(id);

        (await instructor.Call(HttpMethod.Post, $"/api/v1/drills/{drills[1].Id}/commands", new { command = new { kind = "start-exercise" } })).StatusCode.ShouldBe(HttpStatusCode.OK);

        (await Act(colleague, id, "start")).ShouldBe(["done", "already"]);
        (await site.Log(drills[0]))[^1].Seat.ShouldBe("control.director.2", "the log says who pressed");
    }

    [Fact]
    public async Task Two_who_press_at_once_begin_each_drill_once()
    {
        await using var site = LiveSite.Start();
        var agency = await site.MakeAgency();
        var people = new[] { await site.SignIn(Role.Instructor, agency), await site.SignIn(Role.Instructor, agency), await site.SignIn(Role.Administrator, agency) };
        var id = await people[0].LaunchExercise([.. Enumerable.Range(1, 8).Select(n => $"Drill {n}")]);

        var all = await Task.WhenAll(people.Select(person => Act(person, id, "start")));

        foreach (var results in all)
            results.ShouldAllBe(result => result == "done" || result == "already");
        foreach (var (drill, n) in (await site.Get<IExercises>().Drills(id)).Select((drill, n) => (drill, n)))
        {
            all.Count(results => results[n] == "done").ShouldBe(1);
            (await site.Log(drill)).Count(row => row.Events.Contains("exercise-started", StringComparison.Ordinal)).ShouldBe(1);
        }
    }

    [Fact]
    public async Task A_repeat_of_an_old_press_does_nothing_anew()
    {
        await using var site = LiveSite.Start();
        var instructor = await site.SignIn(Role.Instructor, await site.MakeAgency());
        var id = await instructor.LaunchExercise("Sundara", "Kivara");
        var key = Guid.NewGuid().ToString();
        await Act(instructor, id, "start");
        (await Act(instructor, id, "pause", key)).ShouldBe(["done", "done"]);
        await Act(instructor, id, "resume");

        (await Act(instructor, id, "pause", key)).ShouldBe(["done", "done"]);

        (await Standing(instructor, id)).ShouldBe(["Sundara running", "Kivara running"]);
    }

    [Fact]
    public async Task A_drill_that_is_stopped_before_it_began_holds_StartEx_back_until_it_is_mended_or_left_out()
    {
        await using var site = LiveSite.Start();
        var instructor = await site.SignIn(Role.Instructor, await site.MakeAgency());
        var id = await instructor.LaunchExercise("Sundara", "Kivara", "Norvia");
        await site.Say((await site.Get<IExercises>().Drills(id))[1], new StopForRealEvent());

        var held = await instructor.Call(HttpMethod.Post, $"/api/v1/exercises/{id}/acts", new { act = "start" });

        await held.ShouldBeRefused(HttpStatusCode.Conflict, "exercise-not-ready");
        var problem = JsonDocument.Parse(await held.Content.ReadAsStringAsync()).RootElement;
        problem.GetProperty("detail").GetString()!.ShouldContain("Kivara");
        problem.GetProperty("drills").EnumerateArray().ShouldHaveSingleItem().GetProperty("code").GetString().ShouldBe("stopped");
        (await Standing(instructor, id)).ShouldBe(["Sundara lobby", "Kivara stopped", "Norvia lobby"]);

        var anyway = await instructor.Call(HttpMethod.Post, $"/api/v1/exercises/{id}/acts", new { act = "start", anyway = true });
        await anyway.ShouldBeRefused(HttpStatusCode.Conflict, "exercise-in-part");
        (await Standing(instructor, id)).ShouldBe(["Sundara running", "Kivara stopped", "Norvia running"]);
        await site.Say((await site.Get<IExercises>().Drills(id))[1], new Resume());
        (await Act(instructor, id, "start")).ShouldBe(["already", "done", "already"]);
    }

    [Fact]
    public async Task Each_drill_has_its_own_people_and_its_own_further_agency()
    {
        await using var site = LiveSite.Start();
        var (agency, kivara, norvia) = (await site.MakeAgency(), await site.MakeAgency(), await site.MakeAgency());
        var instructor = await site.SignIn(Role.Instructor, agency);
        var id = await instructor.LaunchExercise(new { scenario = "invoice-at-dawn", title = "Spring", drills = new[] { new { name = "Kivara", agencies = new[] { kivara.Slug } }, new { name = "Norvia", agencies = new[] { norvia.Slug } } } });
        var drills = await site.Get<IExercises>().Drills(id);
        var trainee = await site.SignIn(Role.Trainee, kivara);
        var observer = await site.SignIn(Role.Instructor, norvia);

        await trainee.Sit(drills[0], "company.it.1");

        await (await trainee.Call(HttpMethod.Post, "/api/v1/drills/join", new { code = drills[1].JoinCode })).ShouldBeRefused(HttpStatusCode.Forbidden, "not-of-this-agency");
        (await observer.Json($"/api/v1/drills/{drills[1].Id}")).GetProperty("controlSeat").GetString().ShouldBe("control.observer.1");
        (await observer.Get($"/api/v1/drills/{drills[0].Id}")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await observer.Get($"/api/v1/exercises/{id}")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await observer.Json("/api/v1/exercises")).GetArrayLength().ShouldBe(0);
        (await instructor.Json($"/api/v1/exercises/{id}")).GetProperty("drills").EnumerateArray().Select(drill => drill.GetProperty("people").GetInt32()).ShouldBe([1, 0]);
        (await instructor.Json($"/api/v1/drills/{drills[0].Id}")).GetProperty("exercise").GetString().ShouldBe(id);
    }

    [Theory]
    [InlineData("""{"scenario":"no-such","drills":[{"name":"A"}]}""", HttpStatusCode.UnprocessableEntity, "unknown-scenario")]
    [InlineData("""{"scenario":"invoice-at-dawn"}""", HttpStatusCode.UnprocessableEntity, "bad-number-of-drills")]
    [InlineData("""{"scenario":"invoice-at-dawn","drills":[]}""", HttpStatusCode.UnprocessableEntity, "bad-number-of-drills")]
    [InlineData("""{"scenario":"invoice-at-dawn","drills":[{"name":" "}]}""", HttpStatusCode.UnprocessableEntity, "bad-drill-name")]
    [InlineData("""{"scenario":"invoice-at-dawn","drills":[{"name":"A\u0007"}]}""", HttpStatusCode.UnprocessableEntity, "bad-drill-name")]
    [InlineData("""{"scenario":"invoice-at-dawn","drills":[{"name":"A"},{"name":" a"}]}""", HttpStatusCode.UnprocessableEntity, "bad-repeated-name")]
    [InlineData("""{"scenario":"invoice-at-dawn","drills":[{"name":"A","agencies":["no-such"]}]}""", HttpStatusCode.UnprocessableEntity, "unknown-agency")]
    [InlineData("""{"scenario":"invoice-at-dawn","speed":3,"drills":[{"name":"A"}]}""", HttpStatusCode.UnprocessableEntity, "bad-speed")]
    [InlineData("""{"scenario":"invoice-at-dawn","agency":"no-such","drills":[{"name":"A"}]}""", HttpStatusCode.Forbidden, "not-of-this-agency")]
    [InlineData("""{"scenario":"invoice-at-dawn","title":"012345678901234567890123456789012345678901234567890123456789012345678901234567890","drills":[{"name":"A"}]}""", HttpStatusCode.UnprocessableEntity, "bad-title")]
    [InlineData("""{"scenario":"invoice-at-dawn","drills":[null]}""", HttpStatusCode.BadRequest, "malformed")]
    [InlineData("""{"scenario":"invoice-at-dawn","drills":[{"name":"A","agencies":[null]}]}""", HttpStatusCode.BadRequest, "malformed")]
    [InlineData("""{"scenario":"invoice-at-dawn","drills":[{"name":null}]}""", HttpStatusCode.BadRequest, "malformed")]
    [InlineData("""{"scenario":"invoice-at-dawn","drills":"many"}""", HttpStatusCode.BadRequest, "malformed")]
    public async Task A_launch_that_cannot_be_is_refused_and_launches_nothing(string body, HttpStatusCode status, string code)
    {
        await using var site = LiveSite.Start();
        var instructor = await site.SignIn(Role.Instructor, await site.MakeAgency());

        await (await instructor.Call(HttpMethod.Post, "/api/v1/exercises", body)).ShouldBeRefused(status, code);

        (await instructor.Json("/api/v1/exercises")).GetArrayLength().ShouldBe(0);
        (await instructor.Json("/api/v1/drills")).GetArrayLength().ShouldBe(0);
    }

    [Fact]
    public async Task Forty_drills_are_launched_and_begun_and_forty_one_are_refused()
    {
        await using var site = LiveSite.Start();
        var instructor = await site.SignIn(Role.Instructor, await site.MakeAgency());
        var forty = Enumerable.Range(1, 40).Select(n => $"Drill {n}").ToArray();
        await (await instructor.Call(HttpMethod.Post, "/api/v1/exercises", new { scenario = "invoice-at-dawn", drills = forty.Append("One more").Select(name => new { name }) }))
            .ShouldBeRefused(HttpStatusCode.UnprocessableEntity, "bad-number-of-drills");

        var id = await instructor.LaunchExercise(forty);

        (await Act(instructor, id, "start")).Count(result => result == "done").ShouldBe(40);
        (await Act(instructor, id, "end")).Count(result => result == "done").ShouldBe(40);
    }

    [Fact]
    public async Task An_act_that_is_none_is_refused_and_an_exercise_that_is_none_is_not_there()
    {
        await using var site = LiveSite.Start();
        var instructor = await site.SignIn(Role.Instructor, await site.MakeAgency());
        var id = await instructor.LaunchExercise("Sundara");

        await (await instructor.Call(HttpMethod.Post, $"/api/v1/exercises/{id}/acts", new { act = "launch-drill" })).ShouldBeRefused(HttpStatusCode.UnprocessableEntity, "bad-act");
        await (await instructor.Call(HttpMethod.Post, "/api/v1/exercises/nowhere/acts", new { act = "start" })).ShouldBeRefused(HttpStatusCode.NotFound, "not-found");
        (await Standing(instructor, id)).ShouldBe(["Sundara lobby"]);
    }

    private static async Task<string[]> Standing(Browser instructor, string id) =>
        [.. (await instructor.Json($"/api/v1/exercises/{id}")).GetProperty("drills").EnumerateArray().Select(drill => $"{drill.GetProperty("name").GetString()} {drill.GetProperty("status").GetString()}")];

    private static Task<string[]> Act(Browser instructor, string id, string act, string? key = null) => instructor.Act(id, act, key);
}

internal static class ExerciseLaunching
{
    /// <summary>What came of it in each drill.</summary>
    public static async Task<string[]> Act(this Browser instructor, string id, string act, string? key = null)
    {
        var answer = await instructor.Call(HttpMethod.Post, $"/api/v1/exercises/{id}/acts", new { act }, key);
        var body = await answer.Content.ReadAsStringAsync();
        answer.StatusCode.ShouldBe(HttpStatusCode.OK, body);
        return [.. JsonDocument.Parse(body).RootElement.GetProperty("drills").EnumerateArray().Select(drill => drill.GetProperty("result").GetString()!)];
    }

    public static Task<string> LaunchExercise(this Browser instructor, params string[] names) =>
        instructor.LaunchExercise(new { scenario = "invoice-at-dawn", title = "Spring", drills = names.Select(name => new { name }) });

    public static async Task<string> LaunchExercise(this Browser instructor, object order)
    {
        var answer = await instructor.Call(HttpMethod.Post, "/api/v1/exercises", order);
        var body = await answer.Content.ReadAsStringAsync();
        answer.StatusCode.ShouldBe(HttpStatusCode.Created, body);
        return JsonDocument.Parse(body).RootElement.GetProperty("exercise").GetProperty("id").GetString()!;
    }
}
