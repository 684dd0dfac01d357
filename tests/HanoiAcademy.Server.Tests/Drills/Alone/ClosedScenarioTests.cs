using System.Net;
using HanoiAcademy.Content.Scenarios;
using HanoiAcademy.Drills.Commands;
using HanoiAcademy.Server.Agencies;
using HanoiAcademy.Server.Tests.Drills.Live;
using HanoiAcademy.Storage.Drills;

namespace HanoiAcademy.Server.Tests.Drills.Alone;

/// <summary>What is kept closed is not there for those who are to play it, and no public page spoils a scenario.</summary>
public sealed class ClosedScenarioTests
{
    private const string Scenario = "invoice-at-dawn";

    [Fact]
    public async Task Closed_it_is_not_there_for_strangers_and_trainees_and_marked_for_instructors()
    {
        await using var site = LiveSite.Start();
        var agency = await site.MakeAgency();
        var instructor = await site.SignIn(Role.Instructor, agency);
        var colleague = await site.SignIn(Role.Instructor, await site.MakeAgency());
        var (trainee, other, stranger) = (await site.SignIn(Role.Trainee, agency), await site.SignIn(Role.Trainee, await site.MakeAgency()), site.Visit());
        (await stranger.Get($"/scenarios/{Scenario}")).StatusCode.ShouldBe(HttpStatusCode.OK);

        var closed = await instructor.PostForm($"/scenarios/{Scenario}/closing?handler=Close", new() { ["Until"] = "hand", ["Reason"] = "Tuesday's exercise" }, $"/scenarios/{Scenario}/closing");
        closed.StatusCode.ShouldBe(HttpStatusCode.Redirect, await closed.Content.ReadAsStringAsync());

        foreach (var who in new[] { stranger, trainee, other })
        {
            (await who.Get($"/scenarios/{Scenario}")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
            (await Body(who, "/scenarios")).ShouldNotContain(Scenario);
            (await Body(who, "/api/v1/scenarios")).ShouldNotContain(Scenario);
        }

        (await trainee.Get($"/scenarios/{Scenario}/play")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        await (await trainee.Call(HttpMethod.Post, "/api/v1/drills/alone", new { scenario = Scenario, role = "bank.fraud" })).ShouldBeRefused(HttpStatusCode.UnprocessableEntity, "unknown-scenario");
        await (await trainee.Call(HttpMethod.Post, "/api/v1/drills/alone", new { scenario = "made-up", role = "bank.fraud" })).ShouldBeRefused(HttpStatusCode.UnprocessableEntity, "unknown-scenario");
        (await Body(instructor, $"/scenarios/{Scenario}/closing")).ShouldContain("Tuesday&#x27;s exercise");
        (await Body(colleague, $"/scenarios/{Scenario}")).ShouldContain("closed");
        (await Body(colleague, $"/scenarios/{Scenario}/closing")).ShouldNotContain("Tuesday", customMessage: "the reason is for the agency's own");

        (await colleague.PostForm($"/scenarios/{Scenario}/closing?handler=Open", new() { ["Agency"] = agency.Slug }, $"/scenarios/{Scenario}/closing")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await instructor.PostForm($"/scenarios/{Scenario}/closing?handler=Open", new() { ["Agency"] = agency.Slug }, $"/scenarios/{Scenario}/closing")).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await stranger.Get($"/scenarios/{Scenario}")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task It_opens_with_the_EndEx_it_waits_for_and_players_reports_with_it()
    {
        await using var site = LiveSite.Start();
        var agency = await site.MakeAgency();
        var (instructor, trainee) = (await site.SignIn(Role.Instructor, agency), await site.SignIn(Role.Trainee, agency));
        var (first, second) = (await Launch(site, instructor), await Launch(site, instructor));
        await trainee.Sit(first, "bank.fraud.1");
        foreach (var command in new Command[] { new StartExercise(), new EndExercise() })
            await site.Say(first, command, SmallDrill.Director);
        (await trainee.Get($"/api/v1/drills/{first.Id}/report")).StatusCode.ShouldBe(HttpStatusCode.OK);

        (await instructor.Call(HttpMethod.Put, $"/api/v1/scenarios/{Scenario}/closing", new { untilDrill = second.Id })).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await trainee.Get($"/api/v1/drills/{first.Id}/report")).StatusCode.ShouldBe(HttpStatusCode.Conflict, "others have still to play it");
        (await instructor.Get($"/api/v1/drills/{first.Id}/report")).StatusCode.ShouldBe(HttpStatusCode.OK);
        foreach (var command in new Command[] { new StartExercise(), new EndExercise() })
            await site.Say(second, command, SmallDrill.Director);

        (await trainee.Get($"/scenarios/{Scenario}")).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await trainee.Get($"/api/v1/drills/{first.Id}/report")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_launch_can_keep_its_scenario_closed_until_the_drill_is_over()
    {
        await using var site = LiveSite.Start();
        var instructor = await site.SignIn(Role.Instructor, await site.MakeAgency());

        var launched = await instructor.PostForm("/drills/launch", new() { ["Input.Scenario"] = Scenario, ["Input.Speed"] = "1", ["Input.KeepClosed"] = "true" });
        var drill = (await site.Get<IDrillCatalog>().Get(launched.Headers.Location!.ToString().Split('/')[2]))!;

        (await site.Visit().Get($"/scenarios/{Scenario}")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        foreach (var command in new Command[] { new StartExercise(), new EndExercise() })
            await site.Say(drill, command, SmallDrill.Director);
        (await site.Visit().Get($"/scenarios/{Scenario}")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("hand")]
    [InlineData("date")]
    [InlineData("drill")]
    public async Task A_launch_opens_nothing_sooner_than_it_would_have_opened(string kept)
    {
        await using var site = LiveSite.Start();
        var instructor = await site.SignIn(Role.Instructor, await site.MakeAgency());
        var other = await Launch(site, instructor);
        object order = kept switch { "date" => new { until = DateTimeOffset.UtcNow.AddHours(1) }, "drill" => new { untilDrill = other.Id }, _ => new { } };
        (await instructor.Call(HttpMethod.Put, $"/api/v1/scenarios/{Scenario}/closing", order)).StatusCode.ShouldBe(HttpStatusCode.NoContent);

        var launched = await instructor.PostForm("/drills/launch", new() { ["Input.Scenario"] = Scenario, ["Input.Speed"] = "1", ["Input.KeepClosed"] = "true" });
        var drill = (await site.Get<IDrillCatalog>().Get(launched.Headers.Location!.ToString().Split('/')[2]))!;
        foreach (var command in new Command[] { new StartExercise(), new EndExercise() })
            await site.Say(drill, command, SmallDrill.Director);

        (await site.Visit().Get($"/scenarios/{Scenario}")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Closing_it_wakes_nothing_that_stands_and_what_stands_cannot_be_set_going()
    {
        await using var site = LiveSite.Start();
        var agency = await site.MakeAgency();
        var (instructor, trainee) = (await site.SignIn(Role.Instructor, agency), await site.SignIn(Role.Trainee, agency));
        var made = await trainee.Call(HttpMethod.Post, "/api/v1/drills/alone", new { scenario = Scenario, role = "bank.fraud" });
        var alone = System.Text.Json.JsonDocument.Parse(await made.Content.ReadAsStringAsync()).RootElement.GetProperty("id").GetString()!;
        await using var live = await trainee.Listen(alone);
        // Whoever wakes this one fails.
        var unreadable = (await site.Get<IDrillCatalog>().Get(alone))! with { Id = "unreadable", JoinCode = "UNREAD" };
        var rows = (await site.Get<IDrillLog>().Read(alone, 0)).Select(row => row with { DrillId = unreadable.Id, Events = "[{}]" }).ToList();
        (await site.Get<IDrillCatalog>().CreateAlone(unreadable, new DrillOpening { Rows = rows }, 10)).ShouldBe(AloneAnswer.Created);

        (await instructor.Call(HttpMethod.Put, $"/api/v1/scenarios/{Scenario}/closing", new { })).StatusCode.ShouldBe(HttpStatusCode.NoContent);

        (await live.Send(new { kind = "start-exercise" })).GetProperty("code").GetString().ShouldBe("not-joined");
        (await site.Get<IDrillCatalog>().Get(alone))!.Status.ShouldBe(DrillStatus.Lobby);
    }

    [Fact]
    public async Task What_is_played_alone_of_it_rests_and_goes_on_when_it_is_open_and_a_drill_with_control_goes_on()
    {
        await using var site = LiveSite.Start();
        var agency = await site.MakeAgency();
        var (instructor, trainee) = (await site.SignIn(Role.Instructor, agency), await site.SignIn(Role.Trainee, agency));
        var made = await trainee.Call(HttpMethod.Post, "/api/v1/drills/alone", new { scenario = Scenario, role = "bank.fraud" });
        var alone = System.Text.Json.JsonDocument.Parse(await made.Content.ReadAsStringAsync()).RootElement.GetProperty("id").GetString()!;
        await trainee.Call(HttpMethod.Post, $"/api/v1/drills/{alone}/commands", new { command = new { kind = "start-exercise" } });
        var together = await Launch(site, instructor);
        await trainee.Sit(together, "bank.fraud.1");

        (await instructor.Call(HttpMethod.Put, $"/api/v1/scenarios/{Scenario}/closing", new { until = DateTimeOffset.UtcNow.AddHours(1) })).StatusCode.ShouldBe(HttpStatusCode.NoContent);

        (await trainee.Get($"/drills/{alone}")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await site.Get<IDrillCatalog>().Get(alone))!.Status.ShouldBe(DrillStatus.Paused);
        (await trainee.Get($"/drills/{together.Id}")).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await instructor.Call(HttpMethod.Delete, $"/api/v1/scenarios/{Scenario}/closing")).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await trainee.Get($"/drills/{alone}")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_wrong_choice_closes_nothing()
    {
        await using var site = LiveSite.Start();
        var instructor = await site.SignIn(Role.Instructor, await site.MakeAgency());
        var foreign = await Launch(site, await site.SignIn(Role.Instructor, await site.MakeAgency()));

        async Task Refused(object order, string code) =>
            await (await instructor.Call(HttpMethod.Put, $"/api/v1/scenarios/{Scenario}/closing", order)).ShouldBeRefused(HttpStatusCode.UnprocessableEntity, code);
        await Refused(new { until = DateTimeOffset.UtcNow.AddHours(-1) }, "bad-date-to-open");
        await Refused(new { until = DateTimeOffset.UtcNow.AddYears(2) }, "bad-date-to-open");
        await Refused(new { untilDrill = foreign.Id }, "unknown-drill");
        await Refused(new { untilExercise = "made-up" }, "unknown-exercise");
        await Refused(new { untilDrill = foreign.Id, until = DateTimeOffset.UtcNow.AddHours(1) }, "bad-until");
        await (await instructor.Call(HttpMethod.Put, "/api/v1/scenarios/made-up/closing", new { })).ShouldBeRefused(HttpStatusCode.UnprocessableEntity, "unknown-scenario");
        await (await instructor.Call(HttpMethod.Delete, $"/api/v1/scenarios/{Scenario}/closing")).ShouldBeRefused(HttpStatusCode.Conflict, "not-closed");

        (await site.Visit().Get($"/scenarios/{Scenario}")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    /// <summary>Every word of an inject, decision, objective, action or evidence item that strangers could read on a page about scenarios.</summary>
    [Fact]
    public async Task No_public_page_spoils_a_scenario()
    {
        await using var site = LiveSite.Start();
        var stranger = site.Visit();
        var library = site.Get<ScenarioLibrary>();
        foreach (var scenario in library.All.Select(pinned => pinned.Scenario))
        {
            var pages = await Body(stranger, "/scenarios") + await Body(stranger, $"/scenarios/{scenario.Id}") + await Body(stranger, "/api/v1/scenarios") + await Body(stranger, "/");
            var secrets = scenario.Injects.SelectMany(inject => new[] { inject.Title, inject.Subject, inject.Body.Markdown }).Concat(scenario.Decisions.Select(one => one.Title)).Concat(scenario.Objectives.Select(one => one.Name))
                .Concat(scenario.Actions.Select(one => one.Name)).Concat(scenario.Evidence.Select(one => one.Name)).Concat(scenario.Matters.Select(one => one.Name)).Concat(scenario.Teams.SelectMany(team => team.Roles.Select(role => role.Brief.Markdown)).Where(text => !text.IsEmpty))
                .SelectMany(text => text.ByLanguage.Values).Where(text => text.Length > 12).Distinct().ToList();
            secrets.Count.ShouldBeGreaterThan(20);
            secrets.Where(secret => pages.Contains(secret, StringComparison.OrdinalIgnoreCase)).ShouldBeEmpty(scenario.Id);
            scenario.Teams.Where(team => team.Side is not ("response" or "partner")).Select(team => team.Name.In("en", "en")).Where(pages.Contains).ShouldBeEmpty("who attacks is for the players to find out");
        }
    }

    private static async Task<DrillEntry> Launch(LiveSite site, Browser instructor)
    {
        var answer = await instructor.Call(HttpMethod.Post, "/api/v1/drills", new { scenario = Scenario });
        var body = await answer.Content.ReadAsStringAsync();
        answer.StatusCode.ShouldBe(HttpStatusCode.Created, body);
        return (await site.Get<IDrillCatalog>().Get(System.Text.Json.JsonDocument.Parse(body).RootElement.GetProperty("id").GetString()!))!;
    }

    private static async Task<string> Body(Browser who, string address) => await (await who.Get(address)).Content.ReadAsStringAsync();
}
