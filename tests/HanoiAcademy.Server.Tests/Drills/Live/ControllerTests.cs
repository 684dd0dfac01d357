using System.Net;
using System.Text.Json;
using AngleSharp.Html.Parser;
using HanoiAcademy.Drills.Commands;
using HanoiAcademy.Server.Agencies;
using HanoiAcademy.Storage.Drills;
using Microsoft.AspNetCore.SignalR;
using Microsoft.AspNetCore.SignalR.Client;

namespace HanoiAcademy.Server.Tests.Drills.Live;

/// <summary>Who controls a drill besides those who direct it, what each may see and do, and how a controller looks into a team's room.</summary>
public sealed class ControllerTests
{
    [Theory]
    [InlineData("lead", null, "control.lead.1")]
    [InlineData("local", "bank", "control.local.bank.1")]
    [InlineData("simcell", null, "control.simcell.1")]
    [InlineData("evaluator", null, "control.evaluator.1")]
    [InlineData("observer", null, "control.observer.1")]
    public async Task Whoever_is_given_a_part_has_its_seat_and_finds_the_drill_in_his_list(string role, string? team, string seat)
    {
        await using var site = LiveSite.Start();
        var (agency, elsewhere) = (await site.MakeAgency(), await site.MakeAgency());
        var drill = await site.LaunchSmall(agency);
        var stranger = await site.SignIn(Role.Trainee, elsewhere);
        (await stranger.Get($"/drills/{drill.Id}/control")).StatusCode.ShouldBe(HttpStatusCode.NotFound);

        await site.Appoint(drill, stranger, role, team);

        (await stranger.Json($"/api/v1/drills/{drill.Id}")).GetProperty("controlSeat").GetString().ShouldBe(seat);
        (await stranger.Get($"/drills/{drill.Id}/control")).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await stranger.Get("/drills").ContinueWith(t => t.Result.Content.ReadAsStringAsync()).Unwrap()).ShouldContain($"/drills/{drill.Id}/control");
    }

    [Fact]
    public async Task A_director_gives_a_part_by_name_and_takes_it_away_and_the_line_goes_dead_at_once()
    {
        await using var site = LiveSite.Start();
        var agency = await site.MakeAgency();
        var director = await site.SignIn(Role.Instructor, agency);
        var trainee = await site.SignIn(Role.Trainee, agency);
        var drill = await site.LaunchSmall(agency, director);
        var page = $"/drills/{drill.Id}/controllers";

        (await director.PostForm($"{page}?handler=Appoint", new() { ["account"] = trainee.UserName!, ["part"] = "evaluator" }, page)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        await using var line = await trainee.Listen(drill.Id, control: true);
        line.Joined["seat"]!.GetValue<string>().ShouldBe("control.evaluator.1");
        (await director.PostForm($"{page}?handler=Dismiss", new() { ["account"] = trainee.AccountId! }, page)).StatusCode.ShouldBe(HttpStatusCode.Redirect);

        await line.UntilText("removed");
        (await line.Send(new { kind = "write-note", note = "n-1", team = "bank", text = "Late." })).GetProperty("code").GetString().ShouldBe("not-joined");
        (await trainee.Get($"/drills/{drill.Id}/control")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await trainee.Get("/drills").ContinueWith(t => t.Result.Content.ReadAsStringAsync()).Unwrap()).ShouldNotContain(drill.Id);
    }

    [Fact]
    public async Task Whoever_opens_an_ended_drill_does_not_get_the_seat_that_an_erased_controller_acted_from()
    {
        await using var site = LiveSite.Start();
        var agency = await site.MakeAgency();
        var drill = await site.LaunchSmall(agency);
        var (first, next) = (await site.SignIn(Role.Instructor, agency), await site.SignIn(Role.Instructor, agency));
        (await first.Json($"/api/v1/drills/{drill.Id}")).GetProperty("controlSeat").GetString().ShouldBe("control.director.2");
        await site.Say(drill, new StartExercise(), "control.director.2");
        await site.Say(drill, new EndExercise(), "control.director.2");
        (await first.PostForm("/account/data/erase", new() { ["UserName"] = first.UserName! })).StatusCode.ShouldBe(HttpStatusCode.Redirect);

        (await next.Get($"/drills/{drill.Id}/report")).StatusCode.ShouldBe(HttpStatusCode.OK);

        (await next.Json($"/api/v1/drills/{drill.Id}")).GetProperty("controlSeat").GetString().ShouldBe("control.director.3");
        (await (await next.Get($"/drills/{drill.Id}/report")).Content.ReadAsStringAsync()).ShouldNotContain($"{next.UserName} (control.director.2)");
    }

    [Fact]
    public async Task A_part_that_does_not_exist_and_a_name_that_nobody_bears_are_refused_in_words()
    {
        await using var site = LiveSite.Start();
        var agency = await site.MakeAgency();
        var director = await site.SignIn(Role.Instructor, agency);
        var trainee = await site.SignIn(Role.Trainee, agency);
        var stranger = await site.SignIn(Role.Trainee, await site.MakeAgency());
        var drill = await site.LaunchSmall(agency, director);
        var page = $"/drills/{drill.Id}/controllers";

        foreach (var (account, part) in new[] { (trainee.UserName, "director"), (trainee.UserName, "local:nobody"), (trainee.UserName, "local"), (trainee.UserName, "lead:bank"), ("nobody", "lead"), (stranger.UserName, "lead"), ("", "") })
            (await director.PostForm($"{page}?handler=Appoint", new() { ["account"] = account!, ["part"] = part }, page)).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity, $"{account} as {part}");
        (await site.Get<IDrillControllers>().Of(drill.Id)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Nobody_but_a_director_gives_parts_not_even_a_lead_controller()
    {
        await using var site = LiveSite.Start();
        var agency = await site.MakeAgency();
        var drill = await site.LaunchSmall(agency);
        var lead = await site.SignIn(Role.Trainee, agency);
        await site.Appoint(drill, lead, "lead");

        (await lead.Get($"/drills/{drill.Id}/controllers")).StatusCode.ShouldNotBe(HttpStatusCode.OK);
        (await lead.PostForm($"/drills/{drill.Id}/controllers?handler=Invite", new() { ["part"] = "lead" }, "/account/password")).StatusCode.ShouldNotBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_link_gives_its_part_to_whoever_brings_it_and_never_again_to_one_who_was_dismissed()
    {
        await using var site = LiveSite.Start();
        var agency = await site.MakeAgency();
        var director = await site.SignIn(Role.Instructor, agency);
        var drill = await site.LaunchSmall(agency, director);
        var other = await site.LaunchSmall(agency, director);
        var evaluator = await site.SignIn(Role.Trainee, await site.MakeAgency());
        var page = $"/drills/{drill.Id}/controllers";

        var made = await director.PostForm($"{page}?handler=Invite", new() { ["part"] = "local:police" }, page);
        var link = new Uri(new HtmlParser().ParseDocument(await made.Content.ReadAsStringAsync()).QuerySelector("#control-link")!.TextContent.Trim()).PathAndQuery;
        (await evaluator.Get(link)).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await evaluator.Json("/api/v1/drills")).GetArrayLength().ShouldBe(0, "looking at a link makes nobody anything");
        var word = link[(link.IndexOf("word=", StringComparison.Ordinal) + 5)..];
        (await evaluator.PostForm($"/drills/{drill.Id}/control-invitation", new() { ["word"] = word }, link)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await evaluator.Json($"/api/v1/drills/{drill.Id}")).GetProperty("controlSeat").GetString().ShouldBe("control.local.police.1");

        (await evaluator.Get(link.Replace(drill.Id, other.Id, StringComparison.Ordinal))).StatusCode.ShouldBe(HttpStatusCode.NotFound, "the word names its drill");
        (await evaluator.Get($"/drills/{drill.Id}/control-invitation?word={word}x")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        await director.PostForm($"{page}?handler=Dismiss", new() { ["account"] = evaluator.AccountId! }, page);
        (await evaluator.PostForm($"/drills/{drill.Id}/control-invitation", new() { ["word"] = word }, link)).StatusCode.ShouldBe(HttpStatusCode.Conflict);
        (await evaluator.Get($"/drills/{drill.Id}/control")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_link_gives_nothing_back_and_lets_no_player_see_the_plan()
    {
        await using var site = LiveSite.Start();
        var agency = await site.MakeAgency();
        var director = await site.SignIn(Role.Instructor, agency);
        var (demoted, player) = (await site.SignIn(Role.Trainee, agency), await site.SignIn(Role.Trainee, agency));
        var drill = await site.LaunchSmall(agency, director);
        var (link, word) = await Invite(director, drill, "lead");
        (await demoted.PostForm($"/drills/{drill.Id}/control-invitation", new() { ["word"] = word }, link)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await demoted.PostForm($"/drills/{drill.Id}/control-invitation", new() { ["word"] = word }, link)).StatusCode.ShouldBe(HttpStatusCode.Redirect, "twice is as once");
        await site.Appoint(drill, demoted, "observer");
        await player.Sit(drill, SmallDrill.Analyst);

        foreach (var browser in new[] { demoted, player })
            (await browser.PostForm($"/drills/{drill.Id}/control-invitation", new() { ["word"] = word }, link)).StatusCode.ShouldBe(HttpStatusCode.Conflict);

        (await demoted.Json($"/api/v1/drills/{drill.Id}")).GetProperty("controlSeat").GetString().ShouldBe("control.observer.1");
        (await player.Get($"/drills/{drill.Id}/control")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Who_takes_a_part_by_a_link_hears_no_more_as_what_he_was()
    {
        await using var site = LiveSite.Start();
        var (agency, admitted) = (await site.MakeAgency(), await site.MakeAgency());
        var director = await site.SignIn(Role.Instructor, agency);
        var observer = await site.SignIn(Role.Instructor, admitted);
        var drill = await site.LaunchSmall(agency, director);
        await site.Get<IDrillCatalog>().Admit(drill.Id, admitted.Id);
        await using var line = await observer.Listen(drill.Id, control: true);
        var (link, word) = await Invite(director, drill, "local:police");

        (await observer.PostForm($"/drills/{drill.Id}/control-invitation", new() { ["word"] = word }, link)).StatusCode.ShouldBe(HttpStatusCode.Redirect);

        await line.UntilText("removed");
    }

    [Fact]
    public async Task An_observer_s_report_leaves_out_what_evaluators_noted()
    {
        await using var site = LiveSite.Start();
        var (agency, admitted) = (await site.MakeAgency(), await site.MakeAgency());
        var director = await site.SignIn(Role.Instructor, agency);
        var observer = await site.SignIn(Role.Instructor, admitted);
        var drill = await site.LaunchSmall(agency, director);
        await site.Get<IDrillCatalog>().Admit(drill.Id, admitted.Id);
        await site.Say(drill, new StartExercise(), SmallDrill.Director);
        await site.Say(drill, new WriteNote("n-1", "bank", "They have no idea."), SmallDrill.Director);

        (await director.Json($"/api/v1/drills/{drill.Id}/report")).GetRawText().ShouldContain("They have no idea.");
        (await observer.Json($"/api/v1/drills/{drill.Id}/report")).GetRawText().ShouldNotContain("They have no idea.");
    }

    [Fact]
    public async Task Only_people_of_ones_own_agencies_are_suggested_and_another_s_are_appointed_by_user_name()
    {
        await using var site = LiveSite.Start();
        var (agency, admitted) = (await site.MakeAgency(), await site.MakeAgency());
        var director = await site.SignIn(Role.Instructor, agency);
        var (colleague, stranger) = (await site.SignIn(Role.Trainee, agency), await site.SignIn(Role.Trainee, admitted));
        var drill = await site.LaunchSmall(agency, director);
        await site.Get<IDrillCatalog>().Admit(drill.Id, admitted.Id);
        var page = $"/drills/{drill.Id}/controllers";

        var html = await (await director.Get(page)).Content.ReadAsStringAsync();

        html.ShouldContain($"\"{colleague.UserName}\"");
        html.ShouldNotContain($"\"{stranger.UserName}\"");
        (await director.PostForm($"{page}?handler=Appoint", new() { ["account"] = stranger.UserName!, ["part"] = "evaluator" }, page)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task A_local_controller_is_sent_nothing_of_another_team_by_line_or_by_call()
    {
        await using var site = LiveSite.Start();
        var agency = await site.MakeAgency();
        var drill = await site.LaunchSmall(agency, guests: true);
        var local = await site.SignIn(Role.Trainee, agency);
        await site.Appoint(drill, local, "local", "bank");
        var police = site.Visit();
        await police.Sit(drill, SmallDrill.Officer, "Minh");
        await using var line = await local.Listen(drill.Id, control: true);
        await using var officer = await police.Listen(drill.Id);
        await site.Say(drill, new StartExercise(), SmallDrill.Director);
        await site.Say(drill, new FireInject("third"), SmallDrill.Director);
        (await officer.Send(new { kind = "send-message", to = "supplier", text = "A word of the police" })).GetProperty("status").GetString().ShouldBe("accepted");
        await site.Say(drill, new FireInject("second"), SmallDrill.Director);
        await line.UntilText(SmallDrill.BankSecret);

        foreach (var text in new[] { line.Everything, (await local.Json($"/api/v1/drills/{drill.Id}/view?asControl=true")).GetRawText(), await (await local.Get($"/drills/{drill.Id}/control")).Content.ReadAsStringAsync() })
        {
            text.ShouldNotContain(SmallDrill.PoliceSecret);
            text.ShouldNotContain("A word of the police");
        }

        (await line.Send(new { kind = "hold-back-inject", inject = "third" })).GetProperty("code").GetString().ShouldBe("not-allowed");
        (await local.Get($"/drills/{drill.Id}/look/{SmallDrill.Officer}")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await local.Get($"/api/v1/drills/{drill.Id}/view?looksAt={SmallDrill.Officer}")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await local.Get($"/drills/{drill.Id}/look/{SmallDrill.Analyst}")).StatusCode.ShouldBe(HttpStatusCode.OK);
        await Should.ThrowAsync<HubException>(() => line.Hub.InvokeAsync<JsonElement>("Join", drill.Id, new { language = "en", looksAt = SmallDrill.Officer }));
    }

    [Fact]
    public async Task A_controller_reads_what_a_seat_reads_while_it_goes_on_and_can_do_nothing_there()
    {
        await using var site = LiveSite.Start();
        var agency = await site.MakeAgency();
        var director = await site.SignIn(Role.Instructor, agency);
        var drill = await site.LaunchSmall(agency, director, guests: true);
        var guest = site.Visit();
        await guest.Sit(drill, SmallDrill.Analyst, "Lan");
        await site.Say(drill, new StartExercise(), SmallDrill.Director);

        await using var look = await Live.Connect(director);
        var joined = await look.Hub.InvokeAsync<JsonElement>("Join", drill.Id, new { language = "en", looksAt = SmallDrill.Analyst });
        joined.GetProperty("seat").GetString().ShouldBe(SmallDrill.Analyst);
        joined.GetProperty("team").GetProperty("records").EnumerateObject().Select(r => r.Name).ShouldNotContain(name => name.StartsWith("plan:", StringComparison.Ordinal));
        await site.Say(drill, new FireInject("second"), SmallDrill.Director);
        await look.Until(one => one.Pushes.Any(p => p.ToJsonString().Contains(SmallDrill.BankSecret, StringComparison.Ordinal)), "What the bank reads");

        foreach (var command in new object[] { new { kind = "mark-read", items = new[] { "second" } }, new { kind = "send-message", to = "supplier", text = "From nobody" }, new { kind = "end-exercise" } })
            (await look.Send(command)).GetProperty("code").GetString().ShouldBe("only-looks");
        (await site.Log(drill)).ShouldNotContain(row => row.Seat == SmallDrill.Analyst);
        var page = await director.Get($"/drills/{drill.Id}/look/{SmallDrill.Analyst}");
        page.Headers.GetValues("X-Frame-Options").ShouldBe(["SAMEORIGIN"]);
        page.Headers.GetValues("Content-Security-Policy").Single().ShouldContain("frame-ancestors 'self'");
        (await director.Get($"/drills/{drill.Id}/control")).Headers.GetValues("Content-Security-Policy").Single().ShouldContain("frame-src 'self'; frame-ancestors 'none'");
        (await director.Get($"/drills/{drill.Id}/look/control.director.1")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await guest.Get($"/drills/{drill.Id}/look/{SmallDrill.Analyst}")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task What_the_rules_refuse_a_part_is_refused_over_the_line_too()
    {
        await using var site = LiveSite.Start();
        var agency = await site.MakeAgency();
        var drill = await site.LaunchSmall(agency);
        await site.Say(drill, new StartExercise(), SmallDrill.Director);
        foreach (var (role, may, mayNot) in new[]
        {
            ("lead", "fire-inject reserve", "end-exercise "),
            ("simcell", "hold-back-inject second", "resume "),
            ("evaluator", "stop-for-real-event ", "fire-inject third"),
            ("observer", "", "pause "),
        })
        {
            var browser = await site.SignIn(Role.Trainee, agency);
            await site.Appoint(drill, browser, role);
            await using var line = await browser.Listen(drill.Id, control: true);
            if (may.Length > 0)
                (await line.Send(Command(may))).GetProperty("status").GetString().ShouldBe("accepted", $"{role}: {may}");
            (await line.Send(Command(mayNot))).GetProperty("code").GetString().ShouldBe("not-allowed", $"{role}: {mayNot}");
        }
    }

    [Fact]
    public async Task The_second_press_is_told_by_name_who_fired_it()
    {
        await using var site = LiveSite.Start();
        var agency = await site.MakeAgency();
        var director = await site.SignIn(Role.Instructor, agency);
        var lead = await site.SignIn(Role.Trainee, agency);
        var drill = await site.LaunchSmall(agency, director);
        await site.Appoint(drill, lead, "lead");
        await site.Say(drill, new StartExercise(), SmallDrill.Director);
        await using var first = await lead.Listen(drill.Id, control: true);
        await using var second = await director.Listen(drill.Id, control: true);

        await first.Send(new { kind = "fire-inject", inject = "reserve" });
        var answer = await second.Send(new { kind = "fire-inject", inject = "reserve" });

        answer.GetProperty("code").GetString().ShouldBe("already-delivered");
        answer.GetProperty("message").GetString()!.ShouldStartWith(lead.UserName!);
        (await site.Log(drill)).Count(row => row.Events.Contains("inject-delivered", StringComparison.Ordinal) && row.Events.Contains("reserve", StringComparison.Ordinal)).ShouldBe(1);
    }

    [Fact]
    public async Task A_players_report_holds_of_the_others_what_was_shared_and_nothing_before_EndEx()
    {
        await using var site = LiveSite.Start();
        var drill = await site.LaunchSmall(await site.MakeAgency(), guests: true);
        var guest = site.Visit();
        await guest.Sit(drill, SmallDrill.Analyst, "Lan");
        await site.Say(drill, new StartExercise(), SmallDrill.Director);
        await site.Say(drill, new SetSharing("all"), SmallDrill.Director);
        await (await guest.Call(HttpMethod.Get, $"/api/v1/drills/{drill.Id}/report")).ShouldBeRefused(HttpStatusCode.Conflict, "not-ended");

        await site.Say(drill, new EndExercise(), SmallDrill.Director);
        string[] Teams(JsonElement report) => [.. report.GetProperty("teams").EnumerateArray().Select(team => team.GetProperty("team").GetString()!)];
        Teams(await guest.Json($"/api/v1/drills/{drill.Id}/report")).ShouldBe(["bank", "police"]);
        await site.Say(drill, new SetSharing("own"), SmallDrill.Director);
        Teams(await guest.Json($"/api/v1/drills/{drill.Id}/report")).ShouldBe(["bank"]);
    }

    private static async Task<(string Link, string Word)> Invite(Browser director, DrillEntry drill, string part)
    {
        var page = $"/drills/{drill.Id}/controllers";
        var made = await director.PostForm($"{page}?handler=Invite", new() { ["part"] = part }, page);
        var link = new Uri(new HtmlParser().ParseDocument(await made.Content.ReadAsStringAsync()).QuerySelector("#control-link")!.TextContent.Trim()).PathAndQuery;
        return (link, link[(link.IndexOf("word=", StringComparison.Ordinal) + 5)..]);
    }

    private static object Command(string words) => words.Split(' ') is [var kind, { Length: > 0 } inject] ? new { kind, inject } : new { kind = words.Trim() };
}

internal static class Appointing
{
    public static Task Appoint(this LiveSite site, DrillEntry drill, Browser browser, string role, string? team = null) =>
        site.Get<IDrillControllers>().Appoint(new DrillController { DrillId = drill.Id, AccountId = browser.AccountId!, Role = role, Team = team, Since = DateTimeOffset.UtcNow });
}
