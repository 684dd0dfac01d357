using System.Net;
using System.Text.Json;
using HanoiAcademy.Drills.Commands;
using HanoiAcademy.Server.Agencies;
using HanoiAcademy.Server.Tests.Drills;
using HanoiAcademy.Server.Tests.Drills.Live;
using HanoiAcademy.Storage.Accounts;
using HanoiAcademy.Storage.Backup;
using HanoiAcademy.Storage.Database;
using HanoiAcademy.Storage.Drills;
using HanoiAcademy.Storage.Improvements;
using HanoiAcademy.Storage.People;

namespace HanoiAcademy.Server.Tests.PersonalData;

public sealed class OwnDataTests
{
    [Fact]
    public async Task A_person_sees_what_is_held_of_him_and_takes_it_with_what_he_wrote_in_a_drill()
    {
        await using var site = LiveSite.Start();
        var agency = await site.MakeAgency();
        var drill = await site.LaunchSmall(agency);
        var (one, other) = (await site.SignIn(Role.Trainee, agency), await site.SignIn(Role.Trainee, agency));
        await one.Sit(drill, SmallDrill.Analyst);
        await other.Sit(drill, SmallDrill.Officer);
        await site.Say(drill, new StartExercise(), SmallDrill.Director);
        await site.Say(drill, new SendChat("Words of one"), SmallDrill.Analyst);
        await site.Say(drill, new SendChat("Words of the other"), SmallDrill.Officer);
        await End(site, drill);

        var page = await (await one.Get("/account/data")).Content.ReadAsStringAsync();
        var file = await (await one.PostForm("/account/data?handler=Export", [], "/account/data")).Content.ReadAsStringAsync();

        page.ShouldContain("A small drill");
        page.ShouldContain(SmallDrill.Analyst);
        file.ShouldContain("Words of one");
        file.ShouldNotContain("Words of the other");
        file.ShouldNotContain(other.UserName!);
        var json = JsonDocument.Parse(file).RootElement;
        json.GetProperty("tables").GetProperty("accounts")[0].GetProperty("userName").GetString().ShouldBe(one.UserName);
        json.GetProperty("tables").GetProperty("drillSeats")[0].GetProperty("seat").GetString().ShouldBe(SmallDrill.Analyst);
        (await one.Json("/api/v1/account/data")).GetProperty("drills")[0].GetProperty("acts").EnumerateArray().ShouldContain(act => act.GetProperty("event").GetProperty("kind").GetString() == "chat-sent");
    }

    [Fact]
    public async Task What_was_done_from_a_seat_before_he_took_it_is_not_his()
    {
        await using var site = LiveSite.Start();
        var agency = await site.MakeAgency();
        var drill = await site.LaunchSmall(agency);
        var (first, second) = (await site.SignIn(Role.Trainee, agency), await site.SignIn(Role.Trainee, agency));
        await first.Sit(drill, SmallDrill.Analyst);
        await site.Say(drill, new StartExercise(), SmallDrill.Director);
        await site.Say(drill, new SendChat("Words of the first"), SmallDrill.Analyst);
        await first.Call(HttpMethod.Post, $"/api/v1/drills/{drill.Id}/commands", new { command = new { kind = "leave-seat", seat = SmallDrill.Analyst } });
        await second.Sit(drill, SmallDrill.Analyst);
        await site.Say(drill, new SendChat("Words of the second"), SmallDrill.Analyst);

        var file = await (await second.Get("/api/v1/account/data")).Content.ReadAsStringAsync();

        file.ShouldContain("Words of the second");
        file.ShouldNotContain("Words of the first");
    }

    [Fact]
    public async Task Erased_at_a_second_step_he_is_in_no_table_any_more_and_the_log_is_as_it_was()
    {
        await using var site = LiveSite.Start();
        var agency = await site.MakeAgency();
        var drill = await site.LaunchSmall(agency);
        var one = await site.SignIn(Role.Trainee, agency);
        await one.Sit(drill, SmallDrill.Analyst);
        await site.Say(drill, new StartExercise(), SmallDrill.Director);
        await site.Say(drill, new SendChat($"{one.UserName} writes"), SmallDrill.Analyst);

        var refused = await one.PostForm("/account/data/erase", new() { ["UserName"] = one.UserName! }, "/account/data");
        (await refused.Content.ReadAsStringAsync()).ShouldContain("A small drill", Case.Sensitive, "while it runs he is told why not");
        refused.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        await End(site, drill);
        var before = (await site.Log(drill)).Select(row => row.Events).ToList();
        (await (await one.Get("/account/data/erase")).Content.ReadAsStringAsync()).ShouldContain("rows with your name: 1");
        var wrong = await one.PostForm("/account/data/erase", new() { ["UserName"] = "somebody else" });
        wrong.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await one.PostForm("/account/data/erase", new() { ["UserName"] = one.UserName! })).StatusCode.ShouldBe(HttpStatusCode.Redirect);

        (await Places(site, one.AccountId!)).ShouldBeEmpty();
        (await Places(site, one.UserName!)).ShouldBe(["DrillLog.Events"], "what was typed as text stays, as the page said");
        (await site.Log(drill)).Select(row => row.Events).ShouldBe(before);
        (await site.Get<ISeatingPlan>().Who(drill.Id)).ShouldBeEmpty();
        (await one.Get("/account/data")).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await site.Get<IDataActs>().Of(agency.Id, 5)).ShouldHaveSingleItem().ShouldSatisfyAllConditions(act => act.Reason.ShouldBe("asked"), act => act.DoneBy.ShouldBeNull());
    }

    [Fact]
    public async Task Before_he_is_erased_he_reads_and_takes_where_a_plan_names_him()
    {
        await using var site = LiveSite.Start();
        var agency = await site.MakeAgency();
        var one = await site.SignIn(Role.Trainee, agency);
        await site.Get<IImprovements>().Add(new ImprovementAction { Id = "i1", AgencyId = agency.Id, Origin = "written", Finding = $"{one.UserName} waited", Owner = one.UserName!, CreatedWall = DateTimeOffset.UtcNow, ChangedWall = DateTimeOffset.UtcNow }, null);

        (await (await one.Get("/account/data/erase")).Content.ReadAsStringAsync()).ShouldContain($"{agency.Name}: 1 actions name you");
        var plan = (await one.Json("/api/v1/account/data")).GetProperty("yourNameInPlans")[0];
        (plan.GetProperty("owners").GetInt32(), plan.GetProperty("texts").GetInt32()).ShouldBe((1, 1));
        (await one.PostForm("/account/data/erase", new() { ["UserName"] = one.UserName! })).StatusCode.ShouldBe(HttpStatusCode.Redirect);

        (await Places(site, one.UserName!)).ShouldBe(["ImprovementActions.Finding"], "the agency's own words stay, as the page said");
    }

    [Fact]
    public async Task Who_waits_in_a_lobby_leaves_his_seat_to_others_when_he_is_erased()
    {
        await using var site = LiveSite.Start();
        var agency = await site.MakeAgency();
        var drill = await site.LaunchSmall(agency);
        var (one, next) = (await site.SignIn(Role.Trainee, agency), await site.SignIn(Role.Trainee, agency));
        await one.Sit(drill, SmallDrill.Analyst);

        (await one.PostForm("/account/data/erase", new() { ["UserName"] = one.UserName! })).StatusCode.ShouldBe(HttpStatusCode.Redirect);

        (await next.Sit(drill, SmallDrill.Analyst)).GetProperty("seat").GetString().ShouldBe(SmallDrill.Analyst);
        (await site.Log(drill)).ShouldContain(row => row.Events.Contains("seat-left", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_administrator_does_it_for_somebody_who_asked_and_leaves_a_line_without_a_name()
    {
        await using var site = LiveSite.Start();
        var agency = await site.MakeAgency();
        var (administrator, one) = (await site.SignIn(Role.Administrator, agency), await site.SignIn(Role.Trainee, agency));
        var page = $"/admin/agencies/{agency.Slug}/accounts/{one.AccountId}/data";

        (await (await administrator.PostForm(page + "?handler=Export", [], page)).Content.ReadAsStringAsync()).ShouldContain(one.UserName!);
        (await administrator.PostForm(page + "?handler=Erase", new() { ["UserName"] = one.UserName! }, page)).StatusCode.ShouldBe(HttpStatusCode.Redirect);

        (await Places(site, one.AccountId!)).ShouldBeEmpty();
        (await site.Get<IDataActs>().Of(agency.Id, 5)).Select(act => (act.Act, act.Reason, act.DoneBy))
            .ShouldBe([("account-erased", "for-somebody", administrator.AccountId), ("account-exported", "for-somebody", administrator.AccountId)]);
    }

    [Fact]
    public async Task The_last_administrator_is_told_to_make_another_first()
    {
        await using var site = LiveSite.Start();
        var agency = await site.MakeAgency();
        var last = await site.SignIn(Role.Administrator, agency);

        (await (await last.Get("/account/data/erase")).Content.ReadAsStringAsync()).ShouldContain("last administrator");
        var answer = await last.PostForm("/account/data/erase", new() { ["UserName"] = last.UserName! }, "/account/data");

        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await site.Get<IAccountDirectory>().Get(last.AccountId!)).ShouldNotBeNull();
    }

    [Fact]
    public async Task A_guest_erases_his_name_and_plays_on_and_his_word_proves_who_he_is()
    {
        await using var site = LiveSite.Start();
        var drill = await site.LaunchSmall(await site.MakeAgency(), guests: true);
        var guest = site.Visit();
        var word = (await guest.Sit(drill, SmallDrill.Analyst, "Lan Anh")).GetProperty("rejoinWord").GetString()!;
        var page = $"/drills/{drill.Id}/my-data";
        var stranger = site.Visit();

        (await (await stranger.Get(page)).Content.ReadAsStringAsync()).ShouldNotContain("Lan Anh");
        (await stranger.PostForm(page + "?handler=Look", new() { ["Word"] = "AAAA-AAAA-AAAA" }, page)).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await stranger.PostForm(page + "?handler=Erase", [], page)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await stranger.PostForm(page + "?handler=Look", new() { ["Word"] = word.ToLowerInvariant() }, page)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await (await stranger.Get(page)).Content.ReadAsStringAsync()).ShouldContain("Lan Anh");
        (await (await guest.PostForm(page + "?handler=Export", [], page)).Content.ReadAsStringAsync()).ShouldContain("Lan Anh");
        (await guest.PostForm(page + "?handler=Erase", [], page)).StatusCode.ShouldBe(HttpStatusCode.Redirect);

        (await Places(site, "Lan Anh")).ShouldBeEmpty();
        (await guest.Get($"/drills/{drill.Id}")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Whom_a_backup_brought_back_is_erased_again_before_the_site_opens()
    {
        await using var first = new Site.AcademySite { KeepFolder = true };
        var agency = await first.MakeAgencyAsync();
        var (erased, other) = (await first.MakeAccountAsync(Role.Trainee, agency), await first.MakeAccountAsync(Role.Trainee, agency));
        await first.DisposeAsync();
        await File.WriteAllLinesAsync(Path.Combine(first.Folder, ErasedList.FileName), ["no hash", Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(erased.Id)))]);

        await using var second = new Again(first.Folder);
        (await second.Visit().GetAsync("/healthz")).StatusCode.ShouldBe(HttpStatusCode.OK);

        var accounts = (IAccountDirectory)second.Services.GetService(typeof(IAccountDirectory))!;
        (await accounts.Get(erased.Id)).ShouldBeNull();
        (await accounts.Get(other.Id)).ShouldNotBeNull();
        File.Exists(Path.Combine(first.Folder, ErasedList.FileName)).ShouldBeFalse();
    }

    private sealed class Again(string folder) : Site.AcademySite(folder);

    private static async Task End(LiveSite site, DrillEntry drill)
    {
        await site.Say(drill, new EndExercise(), SmallDrill.Director);
        (await site.Get<IDrillCatalog>().Get(drill.Id))!.Status.ShouldBe(DrillStatus.Ended);
    }

    /// <summary>Every table and column of the database in which a word stands.</summary>
    private static Task<List<string>> Places(LiveSite site, string word) => site.Get<IDatabase>().Read(session =>
        (from table in BackedUpTables.All
         from row in session.All<object>($"SELECT * FROM {table}").Cast<IDictionary<string, object?>>()
         from cell in row
         let text = cell.Value is byte[] bytes ? System.Text.Encoding.UTF8.GetString(bytes) : cell.Value?.ToString() ?? ""
         where text.Contains(word, StringComparison.OrdinalIgnoreCase)
         select $"{table}.{cell.Key}").Distinct().ToList());
}
