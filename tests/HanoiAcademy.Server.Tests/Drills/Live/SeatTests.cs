using System.Net;
using HanoiAcademy.Drills.Commands;
using HanoiAcademy.Server.Agencies;

namespace HanoiAcademy.Server.Tests.Drills.Live;

public sealed class SeatTests
{
    [Fact]
    public async Task A_guest_sits_down_with_a_name_and_comes_back_with_his_word()
    {
        await using var site = LiveSite.Start();
        var drill = await site.LaunchSmall(await site.MakeAgency(), guests: true);
        var guest = site.Visit();

        var seated = await guest.Sit(drill, SmallDrill.Analyst, "Lan");
        var word = seated.GetProperty("rejoinWord").GetString()!;
        (await guest.Get($"/drills/{drill.Id}")).StatusCode.ShouldBe(HttpStatusCode.OK);
        var elsewhere = site.Visit();
        (await elsewhere.Get($"/api/v1/drills/{drill.Id}/view")).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        var wrong = await elsewhere.Call(HttpMethod.Post, "/api/v1/drills/join", new { code = drill.JoinCode, rejoinWord = "AAAA-AAAA-AAAA" });
        var right = await elsewhere.Call(HttpMethod.Post, "/api/v1/drills/join", new { code = drill.JoinCode.ToLowerInvariant(), rejoinWord = word.ToLowerInvariant() });

        await wrong.ShouldBeRefused(HttpStatusCode.UnprocessableEntity, "unknown-word");
        right.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await elsewhere.Json($"/api/v1/drills/{drill.Id}")).GetProperty("seat").GetString().ShouldBe(SmallDrill.Analyst);
        (await elsewhere.Json($"/api/v1/drills/{drill.Id}/people")).GetProperty(SmallDrill.Analyst).GetString().ShouldBe("Lan");
        (await site.Log(drill)).ShouldNotContain(row => row.Events.Contains("Lan", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_guest_reaches_nothing_but_his_drill()
    {
        await using var site = LiveSite.Start();
        var agency = await site.MakeAgency();
        var drill = await site.LaunchSmall(agency, guests: true);
        var other = await site.LaunchSmall(agency, guests: true);
        var guest = site.Visit();
        await guest.Sit(drill, SmallDrill.Analyst, "Lan");

        (await guest.Get($"/drills/{other.Id}")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await guest.Get($"/drills/{drill.Id}/control")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        foreach (var address in new[] { "/drills", "/drills/launch", "/admin", "/account" })
            (await guest.Get(address)).StatusCode.ShouldNotBe(HttpStatusCode.OK, address);
        (await guest.Get("/api/v1/drills")).StatusCode.ShouldBeOneOf(HttpStatusCode.Unauthorized, HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task A_guest_who_lost_his_seat_has_lost_it_with_his_cookie_too()
    {
        await using var site = LiveSite.Start();
        var agency = await site.MakeAgency();
        var instructor = await site.SignIn(Role.Instructor, agency);
        var drill = await site.LaunchSmall(agency, instructor, guests: true);
        var guest = site.Visit();
        await guest.Sit(drill, SmallDrill.Analyst, "Lan");

        (await instructor.Call(HttpMethod.Delete, $"/api/v1/drills/{drill.Id}/seats/{SmallDrill.Analyst}")).StatusCode.ShouldBe(HttpStatusCode.NoContent);

        (await guest.Get($"/api/v1/drills/{drill.Id}/view")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        await site.Visit().Sit(drill, SmallDrill.Analyst, "Minh");
    }

    [Fact]
    public async Task A_seat_is_taken_once_and_a_person_sits_once()
    {
        await using var site = LiveSite.Start();
        var drill = await site.LaunchSmall(await site.MakeAgency(), guests: true);

        var all = await Task.WhenAll(Enumerable.Range(0, 6).Select(n => site.Visit().Call(
            HttpMethod.Post, "/api/v1/drills/join", new { code = drill.JoinCode, seat = SmallDrill.Analyst, guestName = $"Guest {n}" })));

        all.Count(answer => answer.IsSuccessStatusCode).ShouldBe(1);
        foreach (var answer in all.Where(answer => !answer.IsSuccessStatusCode))
            await answer.ShouldBeRefused(HttpStatusCode.Conflict, "seat-taken");
    }

    [Fact]
    public async Task Nobody_is_seated_in_a_team_that_is_out_and_whoever_takes_any_seat_gets_one_of_the_others()
    {
        await using var site = LiveSite.Start();
        var drill = await site.LaunchSmall(await site.MakeAgency(), guests: true);
        var stays = site.Visit();
        await stays.Sit(drill, SmallDrill.Officer, "Minh");
        await site.Say(drill, new RemoveTeam("bank", "The bank has lost its line."), SmallDrill.Director);

        var free = await stays.Json($"/api/v1/drills/{drill.Id}/seats");
        free.EnumerateArray().Select(seat => seat.GetProperty("seat").GetString()).ShouldBe([SmallDrill.Officer, "police.officer.2"]);
        await (await site.Visit().Call(HttpMethod.Post, "/api/v1/drills/join", new { code = drill.JoinCode, seat = SmallDrill.Analyst, guestName = "Lan" })).ShouldBeRefused(HttpStatusCode.Conflict, "team-is-out");
        var any = await site.Visit().Call(HttpMethod.Post, "/api/v1/drills/join", new { code = drill.JoinCode, guestName = "Lan" });
        (await any.Content.ReadAsStringAsync()).ShouldContain("police.officer.2");
    }

    [Fact]
    public async Task Who_sat_in_a_team_that_is_taken_out_reads_on_with_his_cookie_and_his_word()
    {
        await using var site = LiveSite.Start();
        var drill = await site.LaunchSmall(await site.MakeAgency(), guests: true);
        var guest = site.Visit();
        var word = (await guest.Sit(drill, SmallDrill.Analyst, "Lan")).GetProperty("rejoinWord").GetString()!;
        await site.Say(drill, new RemoveTeam("bank", "The bank has lost its line."), SmallDrill.Director);

        var elsewhere = site.Visit();
        (await elsewhere.Call(HttpMethod.Post, "/api/v1/drills/join", new { code = drill.JoinCode, rejoinWord = word })).StatusCode.ShouldBe(HttpStatusCode.OK);
        foreach (var browser in new[] { guest, elsewhere })
            (await (await browser.Get($"/api/v1/drills/{drill.Id}/view")).Content.ReadAsStringAsync()).ShouldContain("The bank has lost its line.");
    }

    [Fact]
    public async Task A_guest_has_one_seat_however_often_he_asks_and_a_lost_answer_can_be_asked_for_again()
    {
        await using var site = LiveSite.Start();
        var drill = await site.LaunchSmall(await site.MakeAgency(), guests: true);
        var (guest, key) = (site.Visit(), Guid.NewGuid().ToString());
        var body = new { code = drill.JoinCode, seat = SmallDrill.Analyst, guestName = "Lan" };

        var first = await (await guest.Call(HttpMethod.Post, "/api/v1/drills/join", body, key)).Content.ReadAsStringAsync();
        var lost = site.Visit();
        var again = await (await lost.Call(HttpMethod.Post, "/api/v1/drills/join", body, key)).Content.ReadAsStringAsync();

        again.ShouldBe(first);
        (await lost.Get($"/api/v1/drills/{drill.Id}/view")).StatusCode.ShouldBe(HttpStatusCode.OK);
        await (await guest.Call(HttpMethod.Post, "/api/v1/drills/join", new { code = drill.JoinCode, seat = SmallDrill.Officer, guestName = "Also Lan" })).ShouldBeRefused(HttpStatusCode.Conflict, "has-a-seat");
        (await guest.Json($"/api/v1/drills/{drill.Id}/seats")).EnumerateArray().Count(seat => seat.GetProperty("taken").GetBoolean()).ShouldBe(1);
    }

    [Fact]
    public async Task The_code_alone_does_not_let_everybody_in()
    {
        await using var site = LiveSite.Start();
        var agency = await site.MakeAgency();
        var drill = await site.LaunchSmall(agency);
        var stranger = await site.SignIn(Role.Trainee, await site.MakeAgency());
        var member = await site.SignIn(Role.Trainee, agency);

        await (await site.Visit().Call(HttpMethod.Post, "/api/v1/drills/join", new { code = drill.JoinCode, guestName = "Lan" })).ShouldBeRefused(HttpStatusCode.Forbidden, "no-guests");
        await (await stranger.Call(HttpMethod.Post, "/api/v1/drills/join", new { code = drill.JoinCode })).ShouldBeRefused(HttpStatusCode.Forbidden, "not-of-this-agency");
        await (await member.Call(HttpMethod.Post, "/api/v1/drills/join", new { code = "ZZZZZZ" })).ShouldBeRefused(HttpStatusCode.NotFound, "unknown-code");
        (await member.Sit(drill, SmallDrill.Officer)).GetProperty("seat").GetString().ShouldBe(SmallDrill.Officer);
    }

    [Fact]
    public async Task Somebody_who_guesses_codes_is_stopped()
    {
        await using var site = LiveSite.Start(("Security:AttemptsPerTarget", "3"));
        var agency = await site.MakeAgency();
        var member = await site.SignIn(Role.Trainee, agency);

        for (var n = 0; n < 3; n++)
            await (await member.Call(HttpMethod.Post, "/api/v1/drills/join", new { code = "ZZZZZZ" })).ShouldBeRefused(HttpStatusCode.NotFound, "unknown-code");

        await (await member.Call(HttpMethod.Post, "/api/v1/drills/join", new { code = "ZZZZZZ" })).ShouldBeRefused(HttpStatusCode.TooManyRequests, "too-many-attempts");
    }

    [Fact]
    public async Task Instructors_of_the_agency_direct_and_those_of_an_admitted_one_observe()
    {
        await using var site = LiveSite.Start();
        var (agency, admitted) = (await site.MakeAgency(), await site.MakeAgency());
        var launcher = await site.SignIn(Role.Instructor, agency);
        var colleague = await site.SignIn(Role.Instructor, agency);
        var observer = await site.SignIn(Role.Instructor, admitted);
        var drill = await site.LaunchSmall(agency, launcher);
        await site.Get<HanoiAcademy.Storage.Drills.IDrillCatalog>().Admit(drill.Id, admitted.Id);
        await site.Say(drill, new StartExercise());

        string Seat(System.Text.Json.JsonElement summary) => summary.GetProperty("controlSeat").GetString()!;
        Seat(await launcher.Json($"/api/v1/drills/{drill.Id}")).ShouldBe("control.director.1");
        Seat(await colleague.Json($"/api/v1/drills/{drill.Id}")).ShouldBe("control.director.2");
        Seat(await observer.Json($"/api/v1/drills/{drill.Id}")).ShouldBe("control.observer.1");
        (await colleague.Call(HttpMethod.Post, $"/api/v1/drills/{drill.Id}/commands", new { command = new { kind = "pause" } })).StatusCode.ShouldBe(HttpStatusCode.OK);
        await (await observer.Call(HttpMethod.Post, $"/api/v1/drills/{drill.Id}/commands", new { command = new { kind = "resume" } })).ShouldBeRefused(HttpStatusCode.Forbidden, "not-allowed");
    }
}
