using System.Net;
using AngleSharp.Html.Parser;
using HanoiAcademy.Drills.Commands;
using HanoiAcademy.Server.Agencies;

namespace HanoiAcademy.Server.Tests.Drills.Live;

public sealed class DrillPageTests
{
    [Fact]
    public async Task An_instructor_launches_by_form_and_a_guest_joins_by_form_and_leaves()
    {
        await using var site = LiveSite.Start();
        var agency = await site.MakeAgency();
        var instructor = await site.SignIn(Role.Instructor, agency);

        var launched = await instructor.PostForm("/drills/launch", new() { ["Input.Scenario"] = "invoice-at-dawn", ["Input.Title"] = "Tuesday <b>", ["Input.Speed"] = "1", ["Input.Guests"] = "true" });
        launched.StatusCode.ShouldBe(HttpStatusCode.Redirect, await launched.Content.ReadAsStringAsync());
        var control = await Page(instructor, launched.Headers.Location!.ToString());
        var code = control.QuerySelector("#seats strong")!.TextContent;
        var guest = site.Visit();
        var seated = await guest.PostForm("/join", new() { ["code"] = code, ["seat"] = "bank.fraud.1", ["guestName"] = "Lan" }, $"/join?code={code}");
        var id = launched.Headers.Location.ToString().Split('/')[2];

        control.QuerySelector("h1")!.TextContent.ShouldContain("Tuesday <b>");
        new HtmlParser().ParseDocument(await seated.Content.ReadAsStringAsync()).QuerySelector("#rejoin-word")!.TextContent.Length.ShouldBe(14);
        (await Page(guest, $"/drills/{id}")).QuerySelector(".exercise-banner")!.TextContent.ShouldBe("EXERCISE");
        (await guest.PostForm($"/drills/{id}?handler=Leave", [], $"/drills/{id}")).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await guest.Get($"/drills/{id}")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task The_room_is_readable_without_script_and_shows_nobody_else_what_he_may_not_see()
    {
        await using var site = LiveSite.Start();
        var agency = await site.MakeAgency();
        var (trainee, other) = (await site.SignIn(Role.Trainee, agency), await site.SignIn(Role.Trainee, agency));
        var drill = await site.LaunchSmall(agency);
        await trainee.Sit(drill, SmallDrill.Analyst);
        await other.Sit(drill, SmallDrill.Officer);
        await using var live = await trainee.Listen(drill.Id);
        await site.Say(drill, new SetSpeed(60));
        await site.Say(drill, new StartExercise());
        await live.UntilText(SmallDrill.BankSecret);

        var bank = await (await trainee.Get($"/drills/{drill.Id}")).Content.ReadAsStringAsync();
        var police = await (await other.Get($"/drills/{drill.Id}")).Content.ReadAsStringAsync();

        var readable = new HtmlParser().ParseDocument(bank).QuerySelector("#live")!.TextContent;
        readable.ShouldContain(SmallDrill.BankSecret);
        readable.ShouldContain("Watch the accounts");
        police.ShouldNotContain(SmallDrill.BankSecret);
        bank.ShouldNotContain(SmallDrill.PoliceSecret);
    }

    [Fact]
    public async Task After_a_long_drill_the_first_page_brings_the_latest_messages_and_the_line_all_of_them()
    {
        await using var site = LiveSite.Start();
        var agency = await site.MakeAgency();
        var trainee = await site.SignIn(Role.Trainee, agency);
        var drill = await site.LaunchSmall(agency);
        await trainee.Sit(drill, SmallDrill.Analyst);
        await site.Say(drill, new StartExercise());
        foreach (var n in Enumerable.Range(0, 60))
            await site.Say(drill, new SendMessage("supplier", $"Message {n:00}. {new string('x', 3_000)}"), SmallDrill.Analyst);

        var html = await (await trainee.Get($"/drills/{drill.Id}")).Content.ReadAsStringAsync();
        var page = new HtmlParser().ParseDocument(html);
        var team = System.Text.Json.JsonDocument.Parse(page.QuerySelector("#start")!.TextContent).RootElement.GetProperty("team");
        await using var live = await trainee.Listen(drill.Id);

        html.Length.ShouldBeLessThan(200_000);
        team.GetProperty("part").GetBoolean().ShouldBeTrue();
        team.GetProperty("records").EnumerateObject().Count(record => record.Name.StartsWith("feed:", StringComparison.Ordinal)).ShouldBe(20);
        team.GetProperty("records").TryGetProperty("brief", out _).ShouldBeTrue();
        page.QuerySelectorAll("#live article").Length.ShouldBe(20);
        page.QuerySelector("#live")!.TextContent.ShouldContain("Message 59.");
        live.Joined["team"]!["records"]!.AsObject().Count(record => record.Key.StartsWith("feed:", StringComparison.Ordinal)).ShouldBe(60);
    }

    [Fact]
    public async Task What_a_player_writes_cannot_end_the_pages_data_element()
    {
        await using var site = LiveSite.Start();
        var agency = await site.MakeAgency();
        var trainee = await site.SignIn(Role.Trainee, agency);
        var drill = await site.LaunchSmall(agency);
        await trainee.Sit(drill, SmallDrill.Analyst);
        await site.Say(drill, new StartExercise());
        await site.Say(drill, new SendMessage("supplier", "</script><script>alert(1)</script><!--"), SmallDrill.Analyst);

        var page = await Page(trainee, $"/drills/{drill.Id}");

        page.QuerySelectorAll("script").ShouldAllBe(script => script.GetAttribute("src") != null || script.GetAttribute("type") == "application/json");
        System.Text.Json.JsonDocument.Parse(page.QuerySelector("#start")!.TextContent).RootElement.GetProperty("seat").GetString().ShouldBe(SmallDrill.Analyst);
    }

    [Fact]
    public async Task A_wrong_code_is_told_in_words_on_the_page()
    {
        await using var site = LiveSite.Start();

        var answer = await site.Visit().Get("/join?code=ZZZZZZ");

        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await answer.Content.ReadAsStringAsync()).ShouldContain("no drill with this code");
    }

    private static async Task<AngleSharp.Html.Dom.IHtmlDocument> Page(Browser browser, string address)
    {
        var answer = await browser.Get(address);
        var html = await answer.Content.ReadAsStringAsync();
        answer.StatusCode.ShouldBe(HttpStatusCode.OK, html);
        html.ShouldNotContain("[drills.");
        return new HtmlParser().ParseDocument(html);
    }
}
