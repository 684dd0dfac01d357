using System.Net;
using System.Text.Json;
using HanoiAcademy.Drills.Commands;
using HanoiAcademy.Server.Agencies;
using HanoiAcademy.Storage.Drills;

namespace HanoiAcademy.Server.Tests.Drills.Live;

/// <summary>A finished drill goes on from one of its moments, over HTTP and in a real room.</summary>
public sealed class ForkApiTests
{
    [Fact]
    public async Task A_fork_has_the_first_drill_s_past_to_the_byte_and_goes_on_from_there_without_its_people()
    {
        await using var site = LiveSite.Start();
        var agency = await site.MakeAgency();
        var instructor = await site.SignIn(Role.Instructor, agency);
        var trainee = await site.SignIn(Role.Trainee, agency);
        var drill = await Ended(site, agency, instructor, trainee);
        var first = await site.Log(drill);

        var fork = await Forked(instructor, drill, new { at = 21_000, title = "Once more" });

        fork.GetProperty("status").GetString().ShouldBe("paused");
        fork.GetProperty("title").GetString().ShouldBe("Once more");
        fork.GetProperty("forkedFrom").GetString().ShouldBe(drill.Id);
        var line = (await site.Get<IDrillCatalog>().Get(fork.GetProperty("id").GetString()!))!;
        line.JoinCode.ShouldNotBe(drill.JoinCode);
        (line.AgencyId, line.ContentSha256, line.ExerciseId, line.ForkedFrom).ShouldBe((drill.AgencyId, drill.ContentSha256, null, drill.Id));
        var copied = await site.Log(line);
        copied.Select(row => row.Version).ShouldBe(Enumerable.Range(1, copied.Count).Select(n => (long)n));
        copied.Count.ShouldBe((int)line.ForkedRow!.Value + 1);
        copied.SkipLast(1).Select(row => (row.Seat, row.At, row.Wall, row.Events)).ShouldBe(first.Take(copied.Count - 1).Select(row => (row.Seat, row.At, row.Wall, row.Events)));
        copied.SkipLast(1).ShouldAllBe(row => row.CommandId.StartsWith("past ", StringComparison.Ordinal));
        copied[^1].Events.ShouldBe($$"""[{"kind":"drill-forked","from":"{{drill.Id}}","row":{{line.ForkedRow}},"at":20000}]""");

        // Nobody has come along; who comes anew finds the past and what is still to come.
        (await site.Get<ISeatingPlan>().Who(line.Id)).ShouldBeEmpty();
        (await trainee.Get($"/api/v1/drills/{line.Id}/view")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        await trainee.Sit(line, SmallDrill.Analyst);
        var view = await trainee.Json($"/api/v1/drills/{line.Id}/view");
        (view.GetProperty("at").GetInt64(), view.GetProperty("status").GetString()).ShouldBe((20_000, "paused"));
        view.GetProperty("team").GetProperty("records").TryGetProperty("feed:second", out _).ShouldBeTrue();
        await using var live = await instructor.Listen(line.Id, control: true);
        (await live.Send(new { kind = "set-speed", speed = 60 })).GetProperty("status").GetString().ShouldBe("accepted");
        (await live.Send(new { kind = "resume" })).GetProperty("status").GetString().ShouldBe("accepted");
        await live.UntilText("feed:third"); // What control reads of the plan beforehand is no delivery.
        (await site.Log(drill)).ShouldBe(first);
    }

    [Fact]
    public async Task An_id_that_was_used_in_the_first_drill_is_a_new_command_in_the_fork()
    {
        await using var site = LiveSite.Start();
        var agency = await site.MakeAgency();
        var instructor = await site.SignIn(Role.Instructor, agency);
        var trainee = await site.SignIn(Role.Trainee, agency);
        var drill = await Ended(site, agency, instructor, trainee, "the-same-id-as-before");
        var fork = (await site.Get<IDrillCatalog>().Get((await Forked(instructor, drill, new { at = 29_000 })).GetProperty("id").GetString()!))!;
        await trainee.Sit(fork, SmallDrill.Analyst);
        await site.Say(fork, new Resume());

        var answer = await trainee.Call(HttpMethod.Post, $"/api/v1/drills/{fork.Id}/commands", new { command = new { kind = "send-message", to = "supplier", text = "Anew" } }, "the-same-id-as-before");

        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await site.Log(fork)).ShouldContain(row => row.CommandId == "the-same-id-as-before" && row.Events.Contains("Anew", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Empty_seats_are_simulated_where_that_was_chosen_and_the_admitted_agencies_stay()
    {
        await using var site = LiveSite.Start();
        var (agency, admitted) = (await site.MakeAgency(), await site.MakeAgency());
        var instructor = await site.SignIn(Role.Instructor, agency);
        var drill = await Ended(site, agency, instructor, await site.SignIn(Role.Trainee, agency));
        await site.Get<IDrillCatalog>().Admit(drill.Id, admitted.Id);

        var fork = await Forked(instructor, drill, new { at = 10_000, simulateEmptySeats = true, guests = true });

        var id = fork.GetProperty("id").GetString()!;
        fork.GetProperty("guests").GetBoolean().ShouldBeTrue();
        fork.GetProperty("title").GetString().ShouldBe("A small drill T+00:00:10");
        (await instructor.Json($"/api/v1/drills/{id}/seats")).EnumerateArray().ShouldAllBe(seat => seat.GetProperty("simulated").GetBoolean());
        (await site.Get<IDrillCatalog>().Agencies(id)).ShouldBe([agency.Id, admitted.Id]);
        var observer = await site.SignIn(Role.Instructor, admitted);
        await (await observer.Call(HttpMethod.Post, $"/api/v1/drills/{drill.Id}/fork", new { at = 0 })).ShouldBeRefused(HttpStatusCode.Forbidden, "not-allowed");
    }

    [Fact]
    public async Task Each_status_and_each_moment_is_answered()
    {
        await using var site = LiveSite.Start();
        var agency = await site.MakeAgency();
        var instructor = await site.SignIn(Role.Instructor, agency);
        var drill = await site.LaunchSmall(agency, instructor);
        async Task Refused(HttpStatusCode status, string code, object body) =>
            await (await instructor.Call(HttpMethod.Post, $"/api/v1/drills/{drill.Id}/fork", body)).ShouldBeRefused(status, code);

        await Refused(HttpStatusCode.Conflict, "not-ended", new { at = 0 });
        await site.Say(drill, new StartExercise());
        await Refused(HttpStatusCode.Conflict, "not-ended", new { at = 0 });
        await site.Say(drill, new Pause());
        await Refused(HttpStatusCode.Conflict, "not-ended", new { at = 0 });
        await site.Say(drill, new EndExercise(), SmallDrill.Director);
        foreach (var at in new[] { -1L, 60_000L, long.MaxValue })
            await Refused(HttpStatusCode.UnprocessableEntity, "no-such-moment", new { at });
        await Refused(HttpStatusCode.UnprocessableEntity, "bad-title", new { at = 0, title = new string('x', 121) });
        await Refused(HttpStatusCode.BadRequest, "malformed", new { });
        await Refused(HttpStatusCode.BadRequest, "malformed", new { at = "noon" });
        await (await instructor.Call(HttpMethod.Post, "/api/v1/drills/nowhere/fork", new { at = 0 })).ShouldBeRefused(HttpStatusCode.NotFound, "not-found");
        (await instructor.Json("/api/v1/drills")).GetArrayLength().ShouldBe(1);

        var key = Guid.NewGuid().ToString();
        var once = await (await instructor.Call(HttpMethod.Post, $"/api/v1/drills/{drill.Id}/fork", new { at = 0 }, key)).Content.ReadAsStringAsync();
        (await (await instructor.Call(HttpMethod.Post, $"/api/v1/drills/{drill.Id}/fork", new { at = 0 }, key)).Content.ReadAsStringAsync()).ShouldBe(once);
        (await instructor.Json("/api/v1/drills")).GetArrayLength().ShouldBe(2);
    }

    [Fact]
    public async Task The_report_s_form_makes_the_fork_and_says_what_is_wrong_with_a_moment()
    {
        await using var site = LiveSite.Start();
        var agency = await site.MakeAgency();
        var instructor = await site.SignIn(Role.Instructor, agency);
        var trainee = await site.SignIn(Role.Trainee, agency);
        var drill = await Ended(site, agency, instructor, trainee);
        var page = $"/drills/{drill.Id}/report";

        (await (await trainee.Get(page)).Content.ReadAsStringAsync()).ShouldNotContain("id=\"fork\"");
        foreach (var (typed, said) in new[] { ("noon", "hours:minutes:seconds"), (" ", "hours:minutes:seconds"), ("9:00:00", "to the end of the drill, T") })
        {
            var wrong = await instructor.PostForm($"{page}?handler=Fork", new() { ["Fork.At"] = typed }, page);
            wrong.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
            (await wrong.Content.ReadAsStringAsync()).ShouldContain(said);
        }

        var made = await instructor.PostForm($"{page}?handler=Fork", new() { ["Fork.At"] = "0:00:20", ["Fork.Title"] = "Once more" }, page);

        made.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var control = made.Headers.Location!.OriginalString;
        control.ShouldEndWith("/control");
        (await (await instructor.Get(control)).Content.ReadAsStringAsync()).ShouldContain("Once more");
        (await (await instructor.Get(control.Replace("/control", "/report", StringComparison.Ordinal))).Content.ReadAsStringAsync()).ShouldContain($"/drills/{drill.Id}/report");
    }

    /// <summary>Played up to the third inject with one person in it, and ended.</summary>
    private static async Task<DrillEntry> Ended(LiveSite site, HanoiAcademy.Storage.Agencies.Agency agency, Browser instructor, Browser trainee, string? key = null)
    {
        var drill = await site.LaunchSmall(agency, instructor);
        await trainee.Sit(drill, SmallDrill.Analyst);
        await using var live = await instructor.Listen(drill.Id, control: true);
        await site.Say(drill, new SetSpeed(60));
        await site.Say(drill, new StartExercise());
        if (key is not null)
            (await trainee.Call(HttpMethod.Post, $"/api/v1/drills/{drill.Id}/commands", new { command = new { kind = "send-message", to = "supplier", text = "At first" } }, key)).StatusCode.ShouldBe(HttpStatusCode.OK);
        await live.UntilText("feed:third"); // What control reads of the plan beforehand is no delivery.
        await site.Say(drill, new EndExercise(), SmallDrill.Director);
        return drill;
    }

    private static async Task<JsonElement> Forked(Browser instructor, DrillEntry drill, object order)
    {
        var answer = await instructor.Call(HttpMethod.Post, $"/api/v1/drills/{drill.Id}/fork", order);
        var body = await answer.Content.ReadAsStringAsync();
        answer.StatusCode.ShouldBe(HttpStatusCode.Created, body);
        return JsonDocument.Parse(body).RootElement;
    }
}
