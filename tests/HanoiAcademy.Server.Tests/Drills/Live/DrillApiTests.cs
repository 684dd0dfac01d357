using System.Net;
using System.Text.Json;
using HanoiAcademy.Drills.Commands;
using HanoiAcademy.Server.Agencies;

namespace HanoiAcademy.Server.Tests.Drills.Live;

public sealed class DrillApiTests
{
    [Fact]
    public async Task A_shipped_scenario_is_launched_seated_started_and_ended_over_the_API()
    {
        await using var site = LiveSite.Start();
        var agency = await site.MakeAgency();
        var instructor = await site.SignIn(Role.Instructor, agency);
        var scenario = (await instructor.Json("/api/v1/scenarios")).EnumerateArray().First(s => s.GetProperty("id").GetString() == "invoice-at-dawn");

        var launched = await instructor.Call(HttpMethod.Post, "/api/v1/drills", new { scenario = scenario.GetProperty("id").GetString(), title = "Tuesday", speed = 2, guests = true, simulateEmptySeats = true });
        launched.StatusCode.ShouldBe(HttpStatusCode.Created, await launched.Content.ReadAsStringAsync());
        var drill = JsonDocument.Parse(await launched.Content.ReadAsStringAsync()).RootElement;
        var id = drill.GetProperty("id").GetString();
        var guest = site.Visit();
        (await guest.Call(HttpMethod.Post, "/api/v1/drills/join", new { code = drill.GetProperty("joinCode").GetString(), guestName = "Lan" })).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await Command(instructor, id!, new { kind = "start-exercise" })).StatusCode.ShouldBe(HttpStatusCode.OK);

        var view = await guest.Json($"/api/v1/drills/{id}/view");
        view.GetProperty("status").GetString().ShouldBe("running");
        view.GetProperty("team").GetProperty("records").EnumerateObject().ShouldContain(record => record.Name.StartsWith("seat:", StringComparison.Ordinal));
        await (await guest.Get($"/api/v1/drills/{id}/report")).ShouldBeRefused(HttpStatusCode.Conflict, "not-ended");
        (await Command(instructor, id!, new { kind = "end-exercise" })).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await guest.Json($"/api/v1/drills/{id}/report")).GetProperty("status").GetString().ShouldBe("ended");
        var page = await (await guest.Get($"/drills/{id}/report")).Content.ReadAsStringAsync();
        page.ShouldContain("EXERCISE");
        page.ShouldNotContain("[drills.");
    }

    [Theory]
    [InlineData("""{"scenario":"no-such"}""", HttpStatusCode.UnprocessableEntity, "unknown-scenario")]
    [InlineData("""{"scenario":"invoice-at-dawn","speed":3}""", HttpStatusCode.UnprocessableEntity, "bad-speed")]
    [InlineData("""{"scenario":"invoice-at-dawn","afterCrash":"explode"}""", HttpStatusCode.UnprocessableEntity, "bad-choice")]
    [InlineData("""{"scenario":"invoice-at-dawn","agencies":["no-such"]}""", HttpStatusCode.UnprocessableEntity, "unknown-agency")]
    [InlineData("""{"scenario":"invoice-at-dawn","agency":"no-such"}""", HttpStatusCode.Forbidden, "not-of-this-agency")]
    [InlineData("""{"scenario":""", HttpStatusCode.BadRequest, "malformed")]
    [InlineData("""{"scenario":7}""", HttpStatusCode.BadRequest, "malformed")]
    [InlineData("""{"scenario":"invoice-at-dawn","nonsense":1}""", HttpStatusCode.BadRequest, "malformed")]
    public async Task A_launch_that_cannot_be_is_refused_and_launches_nothing(string body, HttpStatusCode status, string code)
    {
        await using var site = LiveSite.Start();
        var instructor = await site.SignIn(Role.Instructor, await site.MakeAgency());

        await (await instructor.Call(HttpMethod.Post, "/api/v1/drills", body)).ShouldBeRefused(status, code);

        (await instructor.Json("/api/v1/drills")).GetArrayLength().ShouldBe(0);
    }

    [Fact]
    public async Task A_repeated_command_is_done_once_and_answered_alike()
    {
        await using var site = LiveSite.Start();
        var agency = await site.MakeAgency();
        var trainee = await site.SignIn(Role.Trainee, agency);
        var drill = await site.LaunchSmall(agency);
        await trainee.Sit(drill, SmallDrill.Analyst);
        await site.Say(drill, new StartExercise());
        var key = Guid.NewGuid().ToString();
        var message = new { command = new { kind = "send-message", to = "supplier", text = "Once" } };

        var first = await trainee.Call(HttpMethod.Post, $"/api/v1/drills/{drill.Id}/commands", message, key);
        var second = await trainee.Call(HttpMethod.Post, $"/api/v1/drills/{drill.Id}/commands", message, key);

        (await second.Content.ReadAsStringAsync()).ShouldBe(await first.Content.ReadAsStringAsync());
        (await site.Log(drill)).Count(row => row.CommandId == key).ShouldBe(1);
    }

    [Fact]
    public async Task A_malformed_command_is_refused_and_changes_nothing()
    {
        await using var site = LiveSite.Start();
        var agency = await site.MakeAgency();
        var trainee = await site.SignIn(Role.Trainee, agency);
        var drill = await site.LaunchSmall(agency);
        await trainee.Sit(drill, SmallDrill.Analyst);
        var before = (await site.Log(drill)).Count;

        foreach (var body in new[] { "", "{", "[]", "null", "{}", """{"command":null}""", """{"command":{"kind":"nonsense"}}""", """{"command":{"kind":"set-ready","ready":7}}""" })
        {
            var answer = await trainee.Call(HttpMethod.Post, $"/api/v1/drills/{drill.Id}/commands", body);
            answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest, body);
            answer.Content.Headers.ContentType?.MediaType.ShouldBe("application/problem+json", body);
        }

        (await site.Log(drill)).Count.ShouldBe(before);
    }

    [Fact]
    public async Task What_a_trainee_of_another_agency_asks_for_is_not_there()
    {
        await using var site = LiveSite.Start();
        var drill = await site.LaunchSmall(await site.MakeAgency());
        var stranger = await site.SignIn(Role.Instructor, await site.MakeAgency());

        foreach (var place in new[] { "", "/view", "/seats", "/people", "/report", "/evidence/any" })
            (await stranger.Get($"/api/v1/drills/{drill.Id}{place}")).StatusCode.ShouldBe(HttpStatusCode.NotFound, place);
        foreach (var page in new[] { "", "/control", "/report" })
            (await stranger.Get($"/drills/{drill.Id}{page}")).StatusCode.ShouldBe(HttpStatusCode.NotFound, page);
        (await Command(stranger, drill.Id, new { kind = "pause" })).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await stranger.Json("/api/v1/drills")).GetArrayLength().ShouldBe(0);
    }

    private static Task<HttpResponseMessage> Command(Browser browser, string drill, object command) =>
        browser.Call(HttpMethod.Post, $"/api/v1/drills/{drill}/commands?asControl=true", new { command });
}
