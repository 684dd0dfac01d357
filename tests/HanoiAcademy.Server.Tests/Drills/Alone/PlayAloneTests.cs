using System.Net;
using HanoiAcademy.Server.Agencies;
using HanoiAcademy.Server.Drills;
using HanoiAcademy.Server.Drills.Alone;
using HanoiAcademy.Server.Drills.Rooms;
using HanoiAcademy.Server.Tests.Drills.Live;
using HanoiAcademy.Storage.Drills;

namespace HanoiAcademy.Server.Tests.Drills.Alone;

/// <summary>A trainee plays an open scenario without an instructor.</summary>
public sealed class PlayAloneTests
{
    private const string Fraud = "bank.fraud";
    private const string Seat = "bank.fraud.1";

    private static readonly object Order = new { scenario = "invoice-at-dawn", role = Fraud, skill = "average", speed = 1 };

    [Fact]
    public async Task A_trainee_makes_a_drill_by_form_begins_it_ends_it_and_reads_its_report()
    {
        await using var site = LiveSite.Start();
        var trainee = await site.SignIn(Role.Trainee, await site.MakeAgency());

        var made = await trainee.PostForm("/scenarios/invoice-at-dawn/play", new() { ["Role"] = Fraud, ["Skill"] = "good", ["Speed"] = "10" });
        made.StatusCode.ShouldBe(HttpStatusCode.Redirect, await made.Content.ReadAsStringAsync());
        var id = made.Headers.Location!.ToString().Split('/')[2];

        (await trainee.Get($"/drills/{id}")).StatusCode.ShouldBe(HttpStatusCode.OK);
        await Say(trainee, id, new { kind = "start-exercise" });
        (await trainee.Json($"/api/v1/drills/{id}")).GetProperty("status").GetString().ShouldBe("running");
        foreach (var command in new object[] { new { kind = "pause" }, new { kind = "resume" }, new { kind = "set-speed", speed = 60 } })
            await Say(trainee, id, command);
        (await (await trainee.Get("/drills")).Content.ReadAsStringAsync()).ShouldContain($"href=\"/drills/{id}\"");
        (await trainee.Call(HttpMethod.Get, $"/api/v1/drills/{id}/report")).StatusCode.ShouldBe(HttpStatusCode.Conflict);
        var ended = await trainee.PostForm($"/drills/{id}?handler=End", [], $"/drills/{id}");

        ended.Headers.Location!.ToString().ShouldBe($"/drills/{id}/report");
        (await trainee.Get($"/api/v1/drills/{id}/report")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Everybody_else_in_it_is_simulated_at_the_chosen_skill_and_he_never_sees_controls_view()
    {
        await using var site = LiveSite.Start();
        var trainee = await site.SignIn(Role.Trainee, await site.MakeAgency());
        var id = await Make(trainee);

        var seats = (await trainee.Json($"/api/v1/drills/{id}/seats")).EnumerateArray().ToList();
        seats.Single(seat => seat.GetProperty("seat").GetString() == Seat).GetProperty("taken").GetBoolean().ShouldBeTrue();
        foreach (var other in seats.Where(seat => seat.GetProperty("seat").GetString() != Seat))
        {
            other.GetProperty("simulated").GetBoolean().ShouldBeTrue();
            other.TryGetProperty("skill", out _).ShouldBeFalse();
        }

        (await site.Get<IDrillLog>().Read(id, 0)).Count(row => row.Events.Contains("\"skill\":\"average\"", StringComparison.Ordinal)).ShouldBe(seats.Count - 1);

        (await trainee.Get($"/drills/{id}/control")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        var summary = await trainee.Json($"/api/v1/drills/{id}");
        summary.TryGetProperty("controlSeat", out _).ShouldBeFalse();
        summary.TryGetProperty("joinCode", out _).ShouldBeFalse();
        var view = await (await trainee.Get($"/api/v1/drills/{id}/view?asControl=true")).Content.ReadAsStringAsync();
        view.ShouldNotContain("\"kind\":\"plan\"");
        view.ShouldNotContain("\"kind\":\"objective\"");
        await (await trainee.Call(HttpMethod.Post, $"/api/v1/drills/{id}/commands?asControl=true", new { command = new { kind = "reopen-exercise" } })).ShouldBeRefused(HttpStatusCode.Forbidden, "not-allowed");
        (await trainee.Json("/api/v1/drills")).EnumerateArray().Single().TryGetProperty("controlSeat", out _).ShouldBeFalse();
    }

    [Fact]
    public async Task Nobody_else_finds_it_but_the_instructors_of_his_agency()
    {
        await using var site = LiveSite.Start();
        var agency = await site.MakeAgency();
        var id = await Make(await site.SignIn(Role.Trainee, agency));
        var drill = (await site.Get<IDrillCatalog>().Get(id))!;

        foreach (var other in new[] { await site.SignIn(Role.Trainee, agency), await site.SignIn(Role.Instructor, await site.MakeAgency()) })
        {
            (await other.Get($"/drills/{id}")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
            await (await other.Call(HttpMethod.Post, "/api/v1/drills/join", new { code = drill.JoinCode })).ShouldBeRefused(HttpStatusCode.NotFound, "unknown-code");
        }

        var instructor = await site.SignIn(Role.Instructor, agency);
        (await instructor.Get($"/drills/{id}/report")).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await (await instructor.Get("/drills")).Content.ReadAsStringAsync()).ShouldContain($"/drills/{id}/report");
    }

    [Fact]
    public async Task He_has_no_more_of_them_than_he_may_and_ending_one_makes_room()
    {
        await using var site = LiveSite.Start(("Drills:MostAlone", "2"));
        var trainee = await site.SignIn(Role.Trainee, await site.MakeAgency());
        var first = await Make(trainee);
        await Make(trainee);

        await (await trainee.Call(HttpMethod.Post, "/api/v1/drills/alone", Order)).ShouldBeRefused(HttpStatusCode.Conflict, "too-many-alone");
        await Say(trainee, first, new { kind = "end-exercise" });
        await Make(trainee);
    }

    [Theory]
    [InlineData("no-such-scenario", Fraud, "good", 1, "unknown-scenario")]
    [InlineData("invoice-at-dawn", "bank.nobody", "good", 1, "no-such-seat")]
    [InlineData("invoice-at-dawn", Fraud, "genius", 1, "no-such-skill")]
    [InlineData("invoice-at-dawn", Fraud, "good", 3, "bad-speed")]
    public async Task A_wrong_choice_makes_nothing_and_is_said(string scenario, string role, string skill, int speed, string code)
    {
        await using var site = LiveSite.Start();
        var trainee = await site.SignIn(Role.Trainee, await site.MakeAgency());

        await (await trainee.Call(HttpMethod.Post, "/api/v1/drills/alone", new { scenario, role, skill, speed })).ShouldBeRefused(HttpStatusCode.UnprocessableEntity, code);

        (await trainee.Json("/api/v1/drills")).GetArrayLength().ShouldBe(0);
    }

    [Fact]
    public async Task Leaving_pauses_it_and_he_keeps_his_seat()
    {
        await using var site = LiveSite.Start();
        var trainee = await site.SignIn(Role.Trainee, await site.MakeAgency());
        var id = await Make(trainee);
        await Say(trainee, id, new { kind = "start-exercise" });

        var left = await trainee.PostForm($"/drills/{id}?handler=Leave", [], $"/drills/{id}");

        left.Headers.Location!.ToString().ShouldBe("/drills");
        (await trainee.Json($"/api/v1/drills/{id}")).GetProperty("status").GetString().ShouldBe("paused");
        await (await trainee.Call(HttpMethod.Delete, $"/api/v1/drills/{id}/seats/{Seat}")).ShouldBeRefused(HttpStatusCode.Conflict, "only-you-play");
        await (await trainee.Call(HttpMethod.Post, $"/api/v1/drills/{id}/seats/{Seat}/simulated", new { skill = "good" })).ShouldBeRefused(HttpStatusCode.Conflict, "only-you-play");
        (await trainee.Get($"/drills/{id}")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task An_instructor_who_looks_on_cannot_put_him_out_of_it()
    {
        await using var site = LiveSite.Start();
        var agency = await site.MakeAgency();
        var (trainee, instructor) = (await site.SignIn(Role.Trainee, agency), await site.SignIn(Role.Instructor, agency));
        var id = await Make(trainee);
        var control = $"/drills/{id}/control";

        var page = await (await instructor.Get(control)).Content.ReadAsStringAsync();
        page.ShouldNotContain("handler=Simulate");
        page.ShouldNotContain("id=\"join-code\"");
        await (await instructor.Call(HttpMethod.Delete, $"/api/v1/drills/{id}/seats/{Seat}")).ShouldBeRefused(HttpStatusCode.Conflict, "only-you-play");
        await (await instructor.Call(HttpMethod.Post, $"/api/v1/drills/{id}/seats/{Seat}/simulated", new { skill = "good" })).ShouldBeRefused(HttpStatusCode.Conflict, "only-you-play");
        foreach (var handler in new[] { "Free", "Simulate" })
            await instructor.PostForm($"{control}?handler={handler}", new() { ["seat"] = Seat, ["skill"] = "good" }, "/scenarios/invoice-at-dawn/closing");

        (await trainee.Get($"/drills/{id}")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task What_he_forgot_for_weeks_is_ended()
    {
        await using var site = LiveSite.Start(("Drills:AloneDays", "1"));
        var agency = await site.MakeAgency();
        var trainee = await site.SignIn(Role.Trainee, agency);
        var fresh = await Make(trainee);
        var drill = (await site.Get<IDrillCatalog>().Get(fresh))!;
        var forgotten = drill with { Id = "forgotten", JoinCode = "FORGOT", CreatedWall = DateTimeOffset.UtcNow.AddDays(-2) };
        var rows = (await site.Get<IDrillLog>().Read(fresh, 0)).Select(row => row with { DrillId = forgotten.Id }).ToList();
        (await site.Get<IDrillCatalog>().CreateAlone(forgotten, new DrillOpening { Rows = rows }, 10)).ShouldBe(AloneAnswer.Created);

        var keeper = site.Get<IEnumerable<Microsoft.Extensions.Hosting.IHostedService>>().OfType<AloneKeeper>().Single();
        await keeper.EndForgotten(TestContext.Current.CancellationToken);
        await keeper.EndForgotten(TestContext.Current.CancellationToken);

        (await site.Get<IDrillCatalog>().Get(forgotten.Id))!.Status.ShouldBe(DrillStatus.Ended);
        (await site.Get<IDrillCatalog>().Get(fresh))!.Status.ShouldBe(DrillStatus.Lobby);
    }

    [Fact]
    public async Task A_forgotten_one_that_cannot_be_woken_keeps_none_behind_it()
    {
        await using var site = LiveSite.Start(("Drills:AloneDays", "1"));
        var trainee = await site.SignIn(Role.Trainee, await site.MakeAgency());
        var fresh = await Make(trainee);
        var drill = (await site.Get<IDrillCatalog>().Get(fresh))!;
        foreach (var n in new[] { 1, 2 })
        {
            var forgotten = drill with { Id = $"forgotten-{n}", JoinCode = $"FORGO{n}", CreatedWall = DateTimeOffset.UtcNow.AddDays(-n - 1) };
            var rows = (await site.Get<IDrillLog>().Read(fresh, 0)).Select(row => row with { DrillId = forgotten.Id }).ToList();
            (await site.Get<IDrillCatalog>().CreateAlone(forgotten, new DrillOpening { Rows = rows }, 10)).ShouldBe(AloneAnswer.Created);
        }

        var waiting = await site.Get<IDrillCatalog>().ListAloneIdle(DateTimeOffset.UtcNow.AddDays(-1));
        waiting.Count.ShouldBe(2);
        var keeper = new AloneKeeper(site.Get<IDrillCatalog>(), new BrokenRooms(site.Get<IDrillRooms>(), waiting[0].Id), site.Get<Microsoft.Extensions.Options.IOptions<DrillsOptions>>(), TimeProvider.System,
            Microsoft.Extensions.Logging.Abstractions.NullLogger<AloneKeeper>.Instance);
        await keeper.EndForgotten(TestContext.Current.CancellationToken);

        (await site.Get<IDrillCatalog>().Get(waiting[0].Id))!.Status.ShouldBe(DrillStatus.Lobby);
        (await site.Get<IDrillCatalog>().Get(waiting[1].Id))!.Status.ShouldBe(DrillStatus.Ended);
    }

    [Fact]
    public async Task He_reads_the_drill_in_a_language_of_its_own_where_the_site_has_another()
    {
        await using var site = LiveSite.Start();
        var trainee = await site.SignIn(Role.Trainee, await site.MakeAgency());

        var made = await trainee.PostForm("/scenarios/desk-24-7/play", new() { ["Role"] = "desk-sundara.officer", ["Skill"] = "poor", ["Speed"] = "1", ["Speaks"] = "vi" });
        var address = made.Headers.Location!.ToString();

        (await Language(address)).ShouldBe("vi");
        (await Language(address + "?speaks=fr")).ShouldBe("fr");
        (await Language(address + "?speaks=xx")).ShouldBe("fr", "a language it does not have changes nothing");

        async Task<string> Language(string page)
        {
            var html = await (await trainee.Get(page)).Content.ReadAsStringAsync();
            var start = new AngleSharp.Html.Parser.HtmlParser().ParseDocument(html).QuerySelector("#start")!.TextContent;
            return System.Text.Json.JsonDocument.Parse(start).RootElement.GetProperty("language").GetString()!;
        }
    }

    private static async Task<string> Make(Browser trainee)
    {
        var answer = await trainee.Call(HttpMethod.Post, "/api/v1/drills/alone", Order);
        var body = await answer.Content.ReadAsStringAsync();
        answer.StatusCode.ShouldBe(HttpStatusCode.Created, body);
        return System.Text.Json.JsonDocument.Parse(body).RootElement.GetProperty("id").GetString()!;
    }

    private static async Task Say(Browser who, string drill, object command)
    {
        var answer = await who.Call(HttpMethod.Post, $"/api/v1/drills/{drill}/commands", new { command });
        answer.StatusCode.ShouldBe(HttpStatusCode.OK, await answer.Content.ReadAsStringAsync());
    }

    private sealed class BrokenRooms(IDrillRooms inner, string broken) : IDrillRooms
    {
        public Task<Answer> Send(string drill, Envelope envelope) => drill == broken ? throw new InvalidOperationException("Its log cannot be read.") : inner.Send(drill, envelope);

        public Task<Glance> Glance(string drill) => inner.Glance(drill);

        public Task<bool> Undo(string drill, string seat, string commandId) => inner.Undo(drill, seat, commandId);

        public Task<RoomView> View(string drill, ViewAsk ask) => inner.View(drill, ask);

        public Task Gone(string drill, string connection) => inner.Gone(drill, connection);

        public Task Silence(string drill, string seat) => inner.Silence(drill, seat);

        public Task Wake(string drill) => inner.Wake(drill);
    }
}
