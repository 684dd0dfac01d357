using System.Net;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using HanoiAcademy.Drills.Commands;
using HanoiAcademy.Server.Agencies;
using HanoiAcademy.Server.Tests.Drills.Live;
using HanoiAcademy.Storage.Drills;

namespace HanoiAcademy.Server.Tests.Exercises;

/// <summary>The pages without any script.</summary>
public sealed class ExercisePageTests
{
    [Fact]
    public async Task An_exercise_is_launched_and_begun_with_forms_alone()
    {
        await using var site = LiveSite.Start();
        var (agency, kivara) = (await site.MakeAgency(), await site.MakeAgency());
        var instructor = await site.SignIn(Role.Instructor, agency);
        (await Page(instructor, "/exercises")).QuerySelectorAll("code").ShouldContain(code => code.TextContent == kivara.Slug);

        var launched = await instructor.PostForm("/exercises", new() { ["Input.Scenario"] = "invoice-at-dawn", ["Input.Title"] = "Spring", ["Input.Drills"] = $"Sundara\r\n\r\nKivara | {kivara.Slug}\r\n" });
        launched.StatusCode.ShouldBe(HttpStatusCode.Redirect, await launched.Content.ReadAsStringAsync());
        var address = launched.Headers.Location!.OriginalString;

        (await Page(instructor, "/exercises")).QuerySelectorAll("table a").ShouldHaveSingleItem().GetAttribute("href").ShouldBe(address);
        var page = await Page(instructor, address);
        page.QuerySelectorAll("#plain-wall tbody tr").Select(row => row.Children[0].TextContent + " " + row.Children[1].TextContent).ShouldBe(["Sundara lobby", "Kivara lobby"]);
        page.QuerySelectorAll("#together button[name=act]").Select(button => button.GetAttribute("value")).ShouldBe(["start", "stop"]);
        var missing = await Press(instructor, address, "start");
        missing.StatusCode.ShouldBe(HttpStatusCode.OK);
        page = new HtmlParser().ParseDocument(await missing.Content.ReadAsStringAsync());
        page.QuerySelector("#missing")!.TextContent.ShouldContain("nobody has come");
        page.QuerySelector("#missing button")!.GetAttribute("value").ShouldBe("start-without-missing");
        (await Page(instructor, address)).QuerySelectorAll("#plain-wall tbody tr").ShouldAllBe(row => row.Children[1].TextContent == "lobby");
        (await Press(instructor, address, "start-without-missing")).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        page = await Page(instructor, address);
        page.QuerySelectorAll("#plain-wall tbody tr").ShouldAllBe(row => row.Children[1].TextContent == "running");
        page.QuerySelectorAll("#together button[name=act]").Select(button => button.GetAttribute("value")).ShouldBe(["pause", "stop", "end"]);
        var drills = await site.Get<IExercises>().Drills(address["/exercises/".Length..]);
        (await site.Get<IDrillCatalog>().Agencies(drills[1].Id)).ShouldBe([agency.Id, kivara.Id]);
        page.QuerySelectorAll("tbody a").Select(link => link.GetAttribute("href")).ShouldContain($"/drills/{drills[0].Id}/control");
        (await Page(instructor, $"/drills/{drills[0].Id}/control")).QuerySelectorAll("a").ShouldContain(link => link.GetAttribute("href") == address);
    }

    [Fact]
    public async Task What_was_typed_wrong_is_told_and_kept_in_the_form()
    {
        await using var site = LiveSite.Start();
        var instructor = await site.SignIn(Role.Instructor, await site.MakeAgency());

        var answer = await instructor.PostForm("/exercises", new() { ["Input.Scenario"] = "invoice-at-dawn", ["Input.Drills"] = "Sundara\nSUNDARA" });

        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var page = new HtmlParser().ParseDocument(await answer.Content.ReadAsStringAsync());
        page.QuerySelector("[role=alert]")!.TextContent.ShouldContain("Two drills are called Sundara");
        page.QuerySelector("#drills")!.TextContent.ShouldContain("SUNDARA");
    }

    [Fact]
    public async Task Those_that_did_not_follow_are_named_with_the_reason_and_can_be_left_out()
    {
        await using var site = LiveSite.Start();
        var instructor = await site.SignIn(Role.Instructor, await site.MakeAgency());
        var id = await instructor.LaunchExercise("Sundara", "Kivara");
        await site.Say((await site.Get<IExercises>().Drills(id))[1], new StopForRealEvent());

        var held = await Press(instructor, $"/exercises/{id}", "start-without-missing");

        held.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        var page = new HtmlParser().ParseDocument(await held.Content.ReadAsStringAsync());
        page.QuerySelector("[role=alert]")!.TextContent.ShouldContain("No drill was begun, because these cannot begin: Kivara.");
        page.QuerySelector("#outcome")!.TextContent.ShouldContain("stopped for a real event");
        page.QuerySelector("button[value=start-anyway]").ShouldNotBeNull();
        (await Press(instructor, $"/exercises/{id}", "start-anyway")).StatusCode.ShouldBe(HttpStatusCode.Conflict);
        (await Page(instructor, $"/exercises/{id}")).QuerySelectorAll("#plain-wall tbody tr").Select(row => row.Children[1].TextContent).ShouldBe(["running", "stopped for a real event"]);
        (await Press(instructor, $"/exercises/{id}", "dance")).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
    }

    private static Task<HttpResponseMessage> Press(Browser browser, string address, string act) =>
        browser.PostForm($"{address}?handler=Act", new() { ["act"] = act, ["key"] = Guid.NewGuid().ToString() }, address);

    private static async Task<IHtmlDocument> Page(Browser browser, string address)
    {
        var answer = await browser.Get(address);
        var html = await answer.Content.ReadAsStringAsync();
        answer.StatusCode.ShouldBe(HttpStatusCode.OK, html);
        html.ShouldNotContain("[exercises.");
        html.ShouldContain("EXERCISE");
        return new HtmlParser().ParseDocument(html);
    }
}
