using System.Net;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using HanoiAcademy.Drills.Commands;
using HanoiAcademy.Server.Agencies;
using HanoiAcademy.Server.Tests.Drills.Live;
using HanoiAcademy.Storage.Drills;

namespace HanoiAcademy.Server.Tests.Exercises;

/// <summary>A country that lost its link: its drill on paper, and its results typed in afterwards.</summary>
public sealed class PaperTests
{
    [Fact]
    public async Task The_pack_is_printed_in_two_copies_and_only_control_s_has_answers()
    {
        await using var site = LiveSite.Start();
        var instructor = await site.SignIn(Role.Instructor, await site.MakeAgency());
        var drill = (await site.Get<IExercises>().Drills(await instructor.LaunchExercise("Sundara", "Kivara")))[1];

        var trainees = await Page(instructor, $"/drills/{drill.Id}/pack");
        var control = await Page(instructor, $"/drills/{drill.Id}/pack?copy=control");

        trainees.QuerySelector(".paper > thead")!.TextContent.ShouldContain("EXERCISE");
        trainees.QuerySelector(".paper > tfoot")!.TextContent.ShouldContain("EXERCISE");
        trainees.QuerySelectorAll(".sheet").Length.ShouldBeGreaterThan(20);
        trainees.QuerySelectorAll("pre").ShouldNotBeEmpty("attachments are printed as text");
        trainees.QuerySelectorAll(".model").ShouldBeEmpty();
        trainees.QuerySelector(".paper")!.TextContent.ShouldNotContain("Expected");
        // Handed out with one team's sheets, it must not tell what another can do.
        var actions = trainees.QuerySelectorAll(".sheet").Where(sheet => sheet.QuerySelector("h2")?.TextContent.StartsWith("What can be done: ", StringComparison.Ordinal) is true).ToList();
        actions.Count.ShouldBeGreaterThan(3);
        actions.Single(sheet => sheet.QuerySelector("h2 bdi")!.TextContent == "Bank of Sundara Bay").QuerySelectorAll("tbody th bdi").ShouldAllBe(by => by.TextContent.Contains("Bank of Sundara Bay", StringComparison.Ordinal));
        control.QuerySelectorAll(".model").Length.ShouldBeGreaterThan(5);
        control.QuerySelector(".paper")!.TextContent.ShouldContain("Expected");
        control.QuerySelector(".paper > tfoot")!.TextContent.ShouldContain("not for trainees");
    }

    [Fact]
    public async Task What_is_still_to_come_is_shown_to_nobody_but_who_steers_the_drill()
    {
        await using var site = LiveSite.Start();
        var (agency, kivara) = (await site.MakeAgency(), await site.MakeAgency());
        var instructor = await site.SignIn(Role.Instructor, agency);
        var id = await instructor.LaunchExercise(new { scenario = "invoice-at-dawn", title = "Spring", drills = new[] { new { name = "Kivara", agencies = new[] { kivara.Slug } } } });
        var drill = (await site.Get<IExercises>().Drills(id))[0];
        var (trainee, observer) = (await site.SignIn(Role.Trainee, kivara), await site.SignIn(Role.Instructor, kivara));
        await trainee.Sit(drill, "company.finance.1");

        foreach (var page in new[] { "pack", "pack?copy=control", "typed-in" })
        {
            (await trainee.Get($"/drills/{drill.Id}/{page}")).StatusCode.ShouldBe(HttpStatusCode.NotFound, page);
            (await observer.Get($"/drills/{drill.Id}/{page}")).StatusCode.ShouldBe(HttpStatusCode.NotFound, page);
        }
    }

    [Fact]
    public async Task Results_are_typed_in_corrected_and_counted_with_forms_alone()
    {
        await using var site = LiveSite.Start();
        var instructor = await site.SignIn(Role.Instructor, await site.MakeAgency());
        var drill = (await site.Get<IExercises>().Drills(await instructor.LaunchExercise("Sundara")))[0];
        (await Page(instructor, $"/drills/{drill.Id}/typed-in")).QuerySelector("main form[action$='typed-in']").ShouldBeNull("nothing is typed in before StartEx");
        await site.Say(drill, new StartExercise());
        await site.Say(drill, new EndExercise(), "control.director.1");
        var address = $"/drills/{drill.Id}/typed-in";

        (await Type(instructor, address, "decision", "", "T+00:12")).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity, "nothing was changed");
        (await Type(instructor, address, "decision", "lapsed", "soon")).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var first = await Type(instructor, address, "decision", "lapsed", "T+00:12");
        first.StatusCode.ShouldBe(HttpStatusCode.Redirect, await first.Content.ReadAsStringAsync());
        (await Type(instructor, address, "decision", "lapsed", "T+00:20")).StatusCode.ShouldBe(HttpStatusCode.Redirect);

        var page = await Page(instructor, address);
        page.QuerySelectorAll("#past tbody tr").Select(row => row.Children[2].TextContent).ShouldBe(["T+00:12", "T+00:20"]);
        page.QuerySelectorAll("#past tbody tr")[0].TextContent.ShouldContain("corrected later");
        page.QuerySelectorAll("fieldset input[name$=At]").First().GetAttribute("value").ShouldBe("T+00:20");
        var report = await Page(instructor, $"/drills/{drill.Id}/report");
        report.QuerySelectorAll("td .badge").ShouldContain(badge => badge.TextContent == "typed in afterwards");
        (await site.Log(drill)).Count(row => row.Events.Contains("result-typed-in", StringComparison.Ordinal)).ShouldBe(2);
    }

    [Fact]
    public async Task What_was_typed_wrong_is_told_and_kept_in_the_form()
    {
        await using var site = LiveSite.Start();
        var instructor = await site.SignIn(Role.Instructor, await site.MakeAgency());
        var drill = (await site.Get<IExercises>().Drills(await instructor.LaunchExercise("Sundara")))[0];
        await site.Say(drill, new StartExercise());

        var answer = await Type(instructor, $"/drills/{drill.Id}/typed-in", "action", "done", "half past");

        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var page = new HtmlParser().ParseDocument(await answer.Content.ReadAsStringAsync());
        page.QuerySelector("[role=alert]")!.TextContent.ShouldContain("hours:minutes");
        page.QuerySelectorAll("fieldset input[name$=At]").ShouldContain(input => input.GetAttribute("value") == "half past");
    }

    [Fact]
    public async Task An_older_page_takes_nothing_back_that_another_typed_and_is_told_where_it_would_type_over_it()
    {
        await using var site = LiveSite.Start();
        var agency = await site.MakeAgency();
        var (an, binh) = (await site.SignIn(Role.Instructor, agency), await site.SignIn(Role.Instructor, agency));
        var drill = (await site.Get<IExercises>().Drills(await an.LaunchExercise("Sundara")))[0];
        await site.Say(drill, new StartExercise());
        var address = $"/drills/{drill.Id}/typed-in";
        var older = Form(await Page(binh, address));
        (await Type(an, address, "decision", "lapsed", "T+00:12")).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var decision = older.First(field => field.Key.EndsWith(".What", StringComparison.Ordinal) && field.Value == "decision").Key[..^".What".Length];
        var action = older.First(field => field.Key.EndsWith(".What", StringComparison.Ordinal) && field.Value == "action").Key[..^".What".Length];

        (await binh.PostForm(address, new(older) { [action + ".Value"] = "done", [action + ".At"] = "T+00:30" })).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await Typed(site, drill)).ShouldBe(2, "his own line, and nothing of the one he left alone");
        (await Page(an, address)).QuerySelector($"[name='{decision}.Value'] option[selected]")!.GetAttribute("value").ShouldBe("lapsed");

        var over = await binh.PostForm(address, new(older) { ["key"] = Guid.NewGuid().ToString(), [decision + ".Value"] = "lapsed", [decision + ".At"] = "T+00:50" });
        over.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await Typed(site, drill)).ShouldBe(2);
        var told = new HtmlParser().ParseDocument(await over.Content.ReadAsStringAsync());
        told.QuerySelector("[role=alert]")!.TextContent.ShouldContain("after you opened this page");
        told.QuerySelector($"[name='{decision}.At']")!.GetAttribute("value").ShouldBe("T+00:50", "what he typed is kept");
        (await binh.PostForm(address, Form(told))).StatusCode.ShouldBe(HttpStatusCode.Redirect, "he looked, and saves again");
        (await Typed(site, drill)).ShouldBe(3);
    }

    private static async Task<int> Typed(LiveSite site, DrillEntry drill) =>
        (await site.Log(drill)).Sum(row => row.Events.Split("\"result-typed-in\"").Length - 1);

    /// <summary>The whole form as a browser sends it.</summary>
    private static Dictionary<string, string> Form(IHtmlDocument page)
    {
        var sent = page.QuerySelectorAll("main form[action$='typed-in'] input[name]").ToDictionary(input => input.GetAttribute("name")!, input => input.GetAttribute("value") ?? "");
        foreach (var select in page.QuerySelectorAll("main form[action$='typed-in'] select[name]").Cast<IHtmlSelectElement>())
            sent[select.Name!] = select.Value ?? "";
        sent.Remove("__RequestVerificationToken");
        return sent;
    }

    /// <summary>The first line of a kind.</summary>
    private static async Task<HttpResponseMessage> Type(Browser browser, string address, string what, string value, string at)
    {
        var page = await Page(browser, address);
        var hidden = page.QuerySelectorAll("fieldset input[name$=What]").First(input => input.GetAttribute("value") == what);
        var prefix = hidden.GetAttribute("name")![..^".What".Length];
        var id = page.QuerySelector($"input[name='{prefix}.Id']")!.GetAttribute("value")!;
        return await browser.PostForm(address, new()
        {
            ["key"] = Guid.NewGuid().ToString(),
            ["Rows[0].What"] = what,
            ["Rows[0].Id"] = id,
            ["Rows[0].Was"] = page.QuerySelector($"input[name='{prefix}.Was']")!.GetAttribute("value")!,
            ["Rows[0].Value"] = value,
            ["Rows[0].At"] = at,
        });
    }

    private static async Task<IHtmlDocument> Page(Browser browser, string address)
    {
        var answer = await browser.Get(address);
        var html = await answer.Content.ReadAsStringAsync();
        answer.StatusCode.ShouldBe(HttpStatusCode.OK, html);
        html.ShouldNotContain("[exercises.");
        html.ShouldNotContain("exercises.pack.");
        return new HtmlParser().ParseDocument(html);
    }
}
