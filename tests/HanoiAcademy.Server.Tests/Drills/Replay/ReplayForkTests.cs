using System.Net;
using System.Text.Json;
using HanoiAcademy.Drills.Commands;
using HanoiAcademy.Server.Agencies;
using HanoiAcademy.Server.Tests.Drills.Live;
using HanoiAcademy.Storage.Agencies;
using HanoiAcademy.Storage.Drills;

namespace HanoiAcademy.Server.Tests.Drills.Replay;

/// <summary>From a moment of a replay into a drill of one's own.</summary>
public sealed class ReplayForkTests
{
    [Fact]
    public async Task A_director_plays_on_alone_in_a_seat_that_he_chose_among_simulated_players_and_goes_on_when_he_likes()
    {
        await using var site = LiveSite.Start();
        var (agency, instructor, trainee) = await People(site);
        var drill = await Ended(site, agency, instructor, trainee);

        var made = await Fork(instructor, drill, new { at = 15_000, alone = "police.officer", skill = "good", title = "What if" });

        made.StatusCode.ShouldBe(HttpStatusCode.Created, await made.Content.ReadAsStringAsync());
        var address = (await Json(made)).GetProperty("address").GetString()!;
        var fork = (await site.Get<IDrillCatalog>().Get(address["/drills/".Length..]))!;
        (fork.IsAlone, fork.Title, fork.ForkedFrom, fork.CreatedBy).ShouldBe((true, "What if", drill.Id, instructor.AccountId));
        (await site.Get<ISeatingPlan>().Who(fork.Id)).Select(holder => (holder.Seat, holder.AccountId)).ShouldBe([(SmallDrill.Officer, instructor.AccountId)]);
        var seats = (await instructor.Json($"/api/v1/drills/{fork.Id}/seats")).EnumerateArray().ToList();
        seats.Where(seat => seat.GetProperty("seat").GetString() != SmallDrill.Officer).ShouldAllBe(seat => seat.GetProperty("simulated").GetBoolean());
        await using var live = await instructor.Listen(fork.Id);
        (await live.Send(new { kind = "resume" })).GetProperty("status").GetString().ShouldBe("accepted");
        (await trainee.Get($"/api/v1/drills/{fork.Id}/view")).StatusCode.ShouldBe(HttpStatusCode.NotFound, "who sat in the first drill has not come along");
    }

    [Fact]
    public async Task A_player_may_only_where_control_shows_everything_of_everybody_for_the_past_of_all_comes_along()
    {
        await using var site = LiveSite.Start();
        var (agency, instructor, trainee) = await People(site);
        var drill = await Ended(site, agency, instructor, trainee);
        var alone = new { at = 15_000, alone = "bank.analyst" };

        await (await Fork(trainee, drill, alone)).ShouldBeRefused(HttpStatusCode.Forbidden, "not-allowed");
        await site.Say(drill, new SetReplaySharing("all"), SmallDrill.Director);
        await (await Fork(trainee, drill, alone)).ShouldBeRefused(HttpStatusCode.Forbidden, "not-allowed");
        await site.Say(drill, new SetSharing("all"), SmallDrill.Director);
        (await Fork(trainee, drill, alone)).StatusCode.ShouldBe(HttpStatusCode.Created);
        await (await Fork(trainee, drill, new { at = 15_000 })).ShouldBeRefused(HttpStatusCode.Forbidden, "not-allowed");
        await (await Fork(trainee, drill, new { at = 15_000, alone = "bank.nobody" })).ShouldBeRefused(HttpStatusCode.UnprocessableEntity, "no-such-seat");
        await (await Fork(trainee, drill, new { at = 15_000, alone = "bank.analyst", skill = "genius" })).ShouldBeRefused(HttpStatusCode.UnprocessableEntity, "no-such-skill");
        await (await Fork(trainee, drill, new { at = 90_000_000, alone = "bank.analyst" })).ShouldBeRefused(HttpStatusCode.UnprocessableEntity, "no-such-moment");

        // As many as one may play at a time, forks among them.
        (await Fork(trainee, drill, alone)).StatusCode.ShouldBe(HttpStatusCode.Created);
        (await Fork(trainee, drill, alone)).StatusCode.ShouldBe(HttpStatusCode.Created);
        await (await Fork(trainee, drill, alone)).ShouldBeRefused(HttpStatusCode.Conflict, "too-many-alone");
        await (await Fork(await site.SignIn(Role.Trainee, agency), drill, alone)).ShouldBeRefused(HttpStatusCode.NotFound, "not-found");
    }

    [Fact]
    public async Task A_drill_that_runs_is_not_forked_and_a_press_repeated_makes_one_drill()
    {
        await using var site = LiveSite.Start();
        var (agency, instructor, _) = await People(site);
        var drill = await site.LaunchSmall(agency, instructor);
        await site.Say(drill, new StartExercise());
        await (await Fork(instructor, drill, new { at = 0, alone = "bank.analyst" })).ShouldBeRefused(HttpStatusCode.Conflict, "not-ended");
        await site.Say(drill, new EndExercise(), SmallDrill.Director);

        var key = Guid.NewGuid().ToString();
        var first = await (await Fork(instructor, drill, new { at = 0, simulateEmptySeats = true }, key)).Content.ReadAsStringAsync();
        (await (await Fork(instructor, drill, new { at = 0, simulateEmptySeats = true }, key)).Content.ReadAsStringAsync()).ShouldBe(first);
        first.ShouldContain("/control");
    }

    private static async Task<(Agency, Browser, Browser)> People(LiveSite site)
    {
        var agency = await site.MakeAgency();
        return (agency, await site.SignIn(Role.Instructor, agency), await site.SignIn(Role.Trainee, agency));
    }

    private static async Task<DrillEntry> Ended(LiveSite site, Agency agency, Browser instructor, Browser trainee)
    {
        var drill = await site.LaunchSmall(agency, instructor);
        await trainee.Sit(drill, SmallDrill.Analyst);
        await site.Say(drill, new StartExercise());
        await site.Say(drill, new JumpTo(35_000), SmallDrill.Director);
        await site.Say(drill, new EndExercise(), SmallDrill.Director);
        return (await site.Get<IDrillCatalog>().Get(drill.Id))!;
    }

    private static Task<HttpResponseMessage> Fork(Browser browser, DrillEntry drill, object order, string? key = null) =>
        browser.Call(HttpMethod.Post, $"/api/v1/drills/{drill.Id}/replay/fork", order, key);

    private static async Task<JsonElement> Json(HttpResponseMessage answer) => JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement;
}
