using System.Net;
using HanoiAcademy.Drills.Commands;
using HanoiAcademy.Server.Agencies;
using HanoiAcademy.Server.Tests.Drills;
using HanoiAcademy.Server.Tests.Drills.Live;

namespace HanoiAcademy.Server.Tests.Improvements;

public sealed class ImprovementTests
{
    [Fact]
    public async Task A_fix_of_the_hot_wash_is_taken_by_one_press_and_stands_in_the_report_once_and_in_the_next_drill_s_as_what_came_of_it()
    {
        await using var site = LiveSite.Start();
        var agency = await site.MakeAgency();
        var instructor = await site.SignIn(Role.Instructor, agency);
        var drill = await site.LaunchSmall(agency, instructor);
        await site.Say(drill, new StartExercise(), SmallDrill.Director);
        var suggest = $"/improvements/suggest?drill={drill.Id}";
        (await Page(instructor, suggest)).ShouldContain("The drill has not ended.");
        await site.Say(drill, new EndExercise(), SmallDrill.Director);
        await site.Say(drill, new NoteHotWash("h-1", "fix", "A night list of <b>who</b> may stop a payment", "Head of treasury"), SmallDrill.Director);

        (await Page(instructor, suggest)).ShouldContain("A night list of &lt;b&gt;who&lt;/b&gt; may stop a payment");
        for (var press = 0; press < 2; press++)
            (await instructor.PostForm(suggest, new() { ["take"] = "hot-wash h-1" }, "/improvements/new")).StatusCode.ShouldBe(HttpStatusCode.Redirect);

        var plan = (await instructor.Json("/api/v1/improvements")).EnumerateArray().Single();
        (plan.GetProperty("finding").GetString(), plan.GetProperty("owner").GetString(), plan.GetProperty("state").GetString()).ShouldBe(("A night list of <b>who</b> may stop a payment", "Head of treasury", "agreed"));
        var report = await Page(instructor, $"/drills/{drill.Id}/report");
        report.ShouldContain("Responsible organisation");
        report.ShouldContain("/improvements/" + plan.GetProperty("id").GetString());

        var next = await site.LaunchSmall(agency, instructor);
        await site.Say(next, new StartExercise(), SmallDrill.Director);
        await site.Say(next, new EndExercise(), SmallDrill.Director);
        (await Page(instructor, $"/drills/{next.Id}/report")).ShouldContain("What came of earlier drills of this scenario");
    }

    [Fact]
    public async Task A_player_s_report_and_another_agency_s_hold_nothing_of_the_plan()
    {
        await using var site = LiveSite.Start();
        var agency = await site.MakeAgency();
        var instructor = await site.SignIn(Role.Instructor, agency);
        var drill = await site.LaunchSmall(agency, instructor);
        var trainee = await site.SignIn(Role.Trainee, agency);
        await trainee.Sit(drill, SmallDrill.Analyst);
        await site.Say(drill, new StartExercise(), SmallDrill.Director);
        await site.Say(drill, new EndExercise(), SmallDrill.Director);
        await site.Say(drill, new NoteHotWash("h-1", "fix", "Ours alone"), SmallDrill.Director);
        await instructor.PostForm($"/improvements/suggest?drill={drill.Id}", new() { ["take"] = "hot-wash h-1" }, $"/improvements/suggest?drill={drill.Id}");
        var id = (await instructor.Json("/api/v1/improvements")).EnumerateArray().Single().GetProperty("id").GetString();

        (await Page(trainee, $"/drills/{drill.Id}/report")).ShouldNotContain("/improvements/");
        (await trainee.Get($"/improvements/{id}")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        var other = await site.SignIn(Role.Administrator, await site.MakeAgency());
        (await other.Get($"/improvements/{id}")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await other.Json("/api/v1/improvements")).GetArrayLength().ShouldBe(0);
        (await other.Call(HttpMethod.Put, $"/api/v1/improvements/{id}?basedOn=1", new { state = "dropped" })).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Its_owner_sets_its_state_and_nothing_else_and_the_history_says_who()
    {
        await using var site = LiveSite.Start();
        var agency = await site.MakeAgency();
        var instructor = await site.SignIn(Role.Instructor, agency);
        var owner = await site.SignIn(Role.Trainee, agency);
        var made = await instructor.Call(HttpMethod.Post, $"/api/v1/improvements?agency={agency.Slug}", new { finding = "No list.", action = "A list.", owner = owner.AccountId, dueDay = "2026-01-31" });
        made.StatusCode.ShouldBe(HttpStatusCode.Created, await made.Content.ReadAsStringAsync());
        var id = (await instructor.Json("/api/v1/improvements")).EnumerateArray().Single().GetProperty("id").GetString();

        (await Page(owner, "/improvements")).ShouldContain("Yours to see to");
        (await Page(owner, "/")).ShouldContain("Yours to see to: 1.");
        (await Page(instructor, "/")).ShouldContain("Overdue: 1. Open: 1.");
        (await owner.PostForm($"/improvements/{id}", new() { ["BasedOn"] = "1", ["Form.State"] = "done", ["Form.Finding"] = "Nothing wrong.", ["Form.Remark"] = "It hangs by the phone." }, $"/improvements/{id}")).StatusCode.ShouldBe(HttpStatusCode.Redirect);

        var after = (await instructor.Json("/api/v1/improvements")).EnumerateArray().Single();
        (after.GetProperty("finding").GetString(), after.GetProperty("state").GetString(), after.GetProperty("isOverdue").GetBoolean()).ShouldBe(("No list.", "done", false));
        var page = await Page(instructor, $"/improvements/{id}");
        page.ShouldContain("It hangs by the phone.");
        (await Page(instructor, "/")).ShouldNotContain("Overdue:");
    }

    [Fact]
    public async Task Who_comes_second_is_shown_what_changed_and_keeps_his_words()
    {
        await using var site = LiveSite.Start();
        var agency = await site.MakeAgency();
        var instructor = await site.SignIn(Role.Instructor, agency);
        await instructor.Call(HttpMethod.Post, $"/api/v1/improvements?agency={agency.Slug}", new { finding = "No list." });
        var id = (await instructor.Json("/api/v1/improvements")).EnumerateArray().Single().GetProperty("id").GetString();
        await instructor.Call(HttpMethod.Put, $"/api/v1/improvements/{id}?basedOn=1", new { finding = "No list at night.", state = "agreed" });

        var second = await instructor.PostForm($"/improvements/{id}", new() { ["BasedOn"] = "1", ["Form.Finding"] = "No list by day.", ["Form.State"] = "under-way", ["Form.Element"] = "training" }, $"/improvements/{id}");

        second.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        var page = await second.Content.ReadAsStringAsync();
        page.ShouldContain("No list at night.");
        page.ShouldContain("No list by day.");
        page.ShouldContain("name=\"BasedOn\" value=\"2\"");
        await (await instructor.Call(HttpMethod.Put, $"/api/v1/improvements/{id}?basedOn=1", new { finding = "x" })).ShouldBeRefused(HttpStatusCode.Conflict, "changed-meanwhile");
    }

    [Fact]
    public async Task What_is_wrong_is_named_all_at_once_and_nothing_is_kept()
    {
        await using var site = LiveSite.Start();
        var agency = await site.MakeAgency();
        var instructor = await site.SignIn(Role.Instructor, agency);
        var stranger = await site.SignIn(Role.Trainee, await site.MakeAgency());

        var refused = await instructor.Call(HttpMethod.Post, $"/api/v1/improvements?agency={agency.Slug}",
            new { finding = " ", action = new string('x', 2_001), capability = new string('x', 201), element = "magic", state = "gone", owner = stranger.AccountId, dueDay = "31.1.2026" });

        refused.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await refused.Content.ReadAsStringAsync()).ShouldContain("finding, long-text, long-name, element, state, owner, day");
        await (await instructor.Call(HttpMethod.Post, $"/api/v1/improvements?agency={agency.Slug}", new { finding = "x", startDay = "2027-02-01", dueDay = "2027-01-31" })).ShouldBeRefused(HttpStatusCode.UnprocessableEntity, "wrong-action");
        (await instructor.Json("/api/v1/improvements")).GetArrayLength().ShouldBe(0);
        var page = await instructor.PostForm("/improvements/new", new() { ["Form.Finding"] = "", ["Form.Action"] = "My words" }, "/improvements/new");
        page.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await page.Content.ReadAsStringAsync()).ShouldContain("My words");
        for (var press = 0; press < 2; press++)
            (await instructor.PostForm("/improvements/new", new() { ["Key"] = "0123456789abcdef", ["Form.Finding"] = "Pressed twice" }, "/improvements/new")).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await instructor.Json("/api/v1/improvements")).GetArrayLength().ShouldBe(1);
    }

    [Fact]
    public async Task The_plan_leaves_as_a_sheet_in_the_HSEEP_columns()
    {
        await using var site = LiveSite.Start();
        var agency = await site.MakeAgency();
        var instructor = await site.SignIn(Role.Instructor, agency);
        await instructor.Call(HttpMethod.Post, $"/api/v1/improvements?agency={agency.Slug}", new { finding = "=1+1", action = "A list.", organisation = "CERT" });

        var file = await instructor.Get($"/improvements/{agency.Slug}/plan.xlsx");

        file.StatusCode.ShouldBe(HttpStatusCode.OK);
        var bytes = await file.Content.ReadAsByteArrayAsync();
        using var book = DocumentFormat.OpenXml.Packaging.SpreadsheetDocument.Open(new MemoryStream(bytes), false);
        new DocumentFormat.OpenXml.Validation.OpenXmlValidator().Validate(book).ShouldBeEmpty();
        var text = string.Join(' ', book.WorkbookPart!.WorksheetParts.SelectMany(part => part.Worksheet.Descendants<DocumentFormat.OpenXml.Spreadsheet.Cell>()).Select(cell => cell.InnerText));
        text.ShouldContain("=1+1");
        text.ShouldContain("Area for improvement");
        book.WorkbookPart.WorksheetParts.SelectMany(part => part.Worksheet.Descendants<DocumentFormat.OpenXml.Spreadsheet.CellFormula>()).ShouldBeEmpty("what looks like a formula is a text");
    }

    private static async Task<string> Page(Browser browser, string address) => await (await browser.Get(address)).Content.ReadAsStringAsync();
}
