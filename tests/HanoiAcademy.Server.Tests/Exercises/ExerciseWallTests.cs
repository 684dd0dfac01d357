using System.Net;
using System.Text.Json;
using HanoiAcademy.Drills.Commands;
using HanoiAcademy.Server.Agencies;
using HanoiAcademy.Server.Drills.Rooms;
using HanoiAcademy.Server.Exercises;
using HanoiAcademy.Server.Tests.Drills.Live;
using HanoiAcademy.Storage.Accounts;
using HanoiAcademy.Storage.Agencies;
using HanoiAcademy.Storage.Drills;

namespace HanoiAcademy.Server.Tests.Exercises;

/// <summary>Many drills at one look, and the roll before they begin.</summary>
public sealed class ExerciseWallTests
{
    [Fact]
    public async Task The_wall_says_of_each_drill_who_is_there_and_what_waits()
    {
        await using var site = LiveSite.Start();
        var agency = await site.MakeAgency();
        var (instructor, trainee) = (await site.SignIn(Role.Instructor, agency), await site.SignIn(Role.Trainee, agency));
        var id = await instructor.LaunchExercise("Sundara", "Kivara");
        var drills = await site.Get<IExercises>().Drills(id);
        await trainee.Sit(drills[1], "company.finance.1");
        await using var live = await trainee.Listen(drills[1].Id);
        await instructor.Act(id, "start");
        await site.Say(drills[1], new SendMessage("supplier", "Is this payment yours?"), "company.finance.1");

        var wall = (await instructor.Json($"/api/v1/exercises/{id}/wall")).GetProperty("drills");

        var (sundara, kivara) = (wall[0], wall[1]);
        kivara.GetProperty("name").GetString().ShouldBe("Kivara");
        (kivara.GetProperty("people").GetInt32(), kivara.GetProperty("live").GetInt32(), kivara.GetProperty("waiting").GetInt32()).ShouldBe((1, 1, 1));
        (sundara.GetProperty("people").GetInt32(), sundara.GetProperty("live").GetInt32(), sundara.GetProperty("waiting").GetInt32()).ShouldBe((0, 0, 0));
        kivara.GetProperty("need").GetInt32().ShouldBeGreaterThan(sundara.GetProperty("need").GetInt32());
    }

    [Fact]
    public async Task Who_asks_again_within_two_seconds_gets_the_same_look()
    {
        await using var site = LiveSite.Start();
        var instructor = await site.SignIn(Role.Instructor, await site.MakeAgency());
        var id = await instructor.LaunchExercise("Sundara");
        var before = (await instructor.Json($"/api/v1/exercises/{id}/wall")).GetRawText();

        var all = await Task.WhenAll(Enumerable.Range(0, 20).Select(async _ => (await instructor.Json($"/api/v1/exercises/{id}/wall")).GetRawText()));

        all.ShouldAllBe(text => text == before);
    }

    [Fact]
    public async Task The_roll_is_called_in_all_drills_and_the_answers_come_back()
    {
        await using var site = LiveSite.Start();
        var agency = await site.MakeAgency();
        var (instructor, trainee) = (await site.SignIn(Role.Instructor, agency), await site.SignIn(Role.Trainee, agency));
        var id = await instructor.LaunchExercise("Sundara", "Kivara");
        var drills = await site.Get<IExercises>().Drills(id);
        await trainee.Sit(drills[0], "company.finance.1");
        await using var live = await trainee.Listen(drills[0].Id);

        (await instructor.Act(id, "roll")).ShouldBe(["done", "done"]);
        await live.UntilText("\"kind\":\"roll\"");
        (await live.Send(new { kind = "report-link", roundTripMs = 431, bytes = 16_384 })).GetProperty("status").GetString().ShouldBe("accepted");

        var roll = await instructor.Json($"/api/v1/exercises/{id}/roll");
        var link = Seat(roll[0], "company.finance.1").GetProperty("link");
        (link.GetProperty("roundTripMs").GetInt32(), link.GetProperty("bytes").GetInt32(), link.GetProperty("answered").GetBoolean(), link.GetProperty("live").GetBoolean()).ShouldBe((431, 16_384, true, true));
        link.GetProperty("tested").GetDateTimeOffset().ShouldBeInRange(DateTimeOffset.UtcNow.AddMinutes(-5), DateTimeOffset.UtcNow.AddMinutes(1));
        Seat(roll[0], "company.finance.1").GetProperty("who").GetString().ShouldNotBeNullOrEmpty();
        Seat(roll[1], "company.finance.1").GetProperty("link").GetProperty("holder").GetString().ShouldBe("free");
        (await instructor.Act(id, "roll")).ShouldBe(["done", "done"]);
        Seat((await instructor.Json($"/api/v1/exercises/{id}/roll"))[0], "company.finance.1").GetProperty("link").GetProperty("answered").GetBoolean().ShouldBeFalse("asked again, all are to answer again");
    }

    [Fact]
    public async Task A_test_of_the_link_stands_in_the_log_with_its_time()
    {
        await using var site = LiveSite.Start();
        var agency = await site.MakeAgency();
        var (instructor, trainee) = (await site.SignIn(Role.Instructor, agency), await site.SignIn(Role.Trainee, agency));
        var id = await instructor.LaunchExercise("Sundara");
        var drill = (await site.Get<IExercises>().Drills(id))[0];
        await trainee.Sit(drill, "company.finance.1");
        await site.Say(drill, new ReportLink(90, 32), "company.finance.1");

        var rows = await site.Log(drill);

        rows[^1].Events.ShouldContain("link-reported");
        Seat((await instructor.Json($"/api/v1/exercises/{id}/roll"))[0], "company.finance.1").GetProperty("link").GetProperty("tested").GetDateTimeOffset().ShouldBe(rows[^1].Wall, TimeSpan.FromSeconds(5));
    }

    [Fact]
    public async Task The_page_of_the_roll_names_who_is_missing_and_calls_with_one_press()
    {
        await using var site = LiveSite.Start();
        var instructor = await site.SignIn(Role.Instructor, await site.MakeAgency());
        var id = await instructor.LaunchExercise("Sundara", "Kivara");

        var called = await instructor.PostForm($"/exercises/{id}/roll?handler=Call", new() { ["key"] = Guid.NewGuid().ToString() }, $"/exercises/{id}/roll");

        called.StatusCode.ShouldBe(HttpStatusCode.Redirect, await called.Content.ReadAsStringAsync());
        var html = await (await instructor.Get($"/exercises/{id}/roll")).Content.ReadAsStringAsync();
        html.ShouldContain("EXERCISE");
        html.ShouldContain("nobody has come");
        html.ShouldContain("since the roll was called");
        html.ShouldNotContain("[exercises.");
    }

    private static JsonElement Seat(JsonElement drill, string seat) =>
        drill.GetProperty("seats").EnumerateArray().Single(one => one.GetProperty("link").GetProperty("seat").GetString() == seat);

    [Fact]
    public async Task The_roll_of_all_drills_looks_names_up_in_one_read()
    {
        await using var site = LiveSite.Start();
        var agency = await site.MakeAgency();
        var (instructor, linh, minh) = (await site.SignIn(Role.Instructor, agency), await site.SignIn(Role.Trainee, agency), await site.SignIn(Role.Trainee, agency));
        var id = await instructor.LaunchExercise("Sundara", "Kivara");
        var drills = await site.Get<IExercises>().Drills(id);
        await linh.Sit(drills[0], "company.finance.1");
        await minh.Sit(drills[1], "company.it.1");
        var accounts = new CountingAccounts(site.Get<IAccountDirectory>());
        var book = new RollBook(site.Get<IExercises>(), site.Get<ExerciseControl>(), site.Get<LaunchedScenarios>(), site.Get<ISeatingPlan>(), accounts);

        var roll = await book.Of((await site.Get<IExercises>().Get(id))!, "en", CancellationToken.None);

        accounts.Reads.ShouldBe(1);
        roll.Select(drill => drill.Seats.Single(seat => seat.Who is not null).Who).ShouldBe([await Name(linh), await Name(minh)]);

        async Task<string?> Name(Browser who) => (await site.Get<IAccountDirectory>().Get(who.AccountId!))!.DisplayName;
    }

    private sealed class CountingAccounts(IAccountDirectory inner) : IAccountDirectory
    {
        public int Reads { get; private set; }

        public Task<AccountEntry?> Get(string accountId, CancellationToken cancel)
        {
            Reads++;
            return inner.Get(accountId, cancel);
        }

        public Task<IReadOnlyList<AccountEntry>> Get(IReadOnlyCollection<string> accountIds, CancellationToken cancel)
        {
            Reads++;
            return inner.Get(accountIds, cancel);
        }

        public Task<IReadOnlyList<AccountEntry>> InAgency(string agencyId, CancellationToken cancel) => inner.InAgency(agencyId, cancel);

        public Task<IReadOnlyList<string>> CreateAll(IReadOnlyList<Account> accounts, IReadOnlyList<Membership> memberships) => inner.CreateAll(accounts, memberships);
    }
}
