using System.Net;
using System.Security.Claims;
using System.Text.Json;
using HanoiAcademy.Server.Agencies;
using HanoiAcademy.Server.Drills.Rooms;
using HanoiAcademy.Server.Drills.Seats;
using HanoiAcademy.Server.Exercises;
using HanoiAcademy.Server.Tests.Drills.Live;
using HanoiAcademy.Storage.Agencies;
using HanoiAcademy.Storage.Drills;
using Microsoft.Extensions.Logging.Abstractions;

namespace HanoiAcademy.Server.Tests.Exercises;

/// <summary>One message to all drills: each gets it once, whatever happens in between.</summary>
public sealed class ExerciseBroadcastTests
{
    private static readonly object Lunch = new { subject = "Lunch", body = "We go on at two.", attention = "urgent", language = "en" };

    [Fact]
    public async Task A_broadcast_is_a_message_in_every_drill_also_to_those_who_are_live()
    {
        await using var site = LiveSite.Start();
        var agency = await site.MakeAgency();
        var (instructor, trainee) = (await site.SignIn(Role.Instructor, agency), await site.SignIn(Role.Trainee, agency));
        var id = await instructor.LaunchExercise("Sundara", "Kivara", "Norvia");
        var drills = await site.Get<IExercises>().Drills(id);
        await trainee.Sit(drills[2], "company.finance.1");
        await using var live = await trainee.Listen(drills[2].Id);

        (await Results(await instructor.Call(HttpMethod.Post, $"/api/v1/exercises/{id}/broadcasts", Lunch))).ShouldBe(["done", "done", "done"]);

        await live.UntilText("We go on at two.");
        live.Everything.ShouldContain("Exercise control");
        foreach (var drill in drills)
            (await Delivered(site, drill)).ShouldBe(1);
        var sent = (await instructor.Json($"/api/v1/exercises/{id}/broadcasts")).EnumerateArray().ShouldHaveSingleItem();
        sent.GetProperty("subject").GetString().ShouldBe("Lunch");
        sent.GetProperty("drills").EnumerateArray().ShouldAllBe(to => to.GetProperty("status").GetString() == "delivered");
    }

    [Fact]
    public async Task Pressed_twice_at_once_and_again_later_it_comes_once()
    {
        await using var site = LiveSite.Start();
        var instructor = await site.SignIn(Role.Instructor, await site.MakeAgency());
        var id = await instructor.LaunchExercise("Sundara", "Kivara");
        var key = Guid.NewGuid().ToString();

        var both = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => instructor.Call(HttpMethod.Post, $"/api/v1/exercises/{id}/broadcasts", Lunch, key)));
        var later = await instructor.Call(HttpMethod.Post, $"/api/v1/exercises/{id}/broadcasts", Lunch, key);

        foreach (var answer in both.Append(later))
            (await Results(answer)).ShouldAllBe(result => result == "done" || result == "already");
        foreach (var drill in await site.Get<IExercises>().Drills(id))
            (await Delivered(site, drill)).ShouldBe(1);
        var other = await instructor.Call(HttpMethod.Post, $"/api/v1/exercises/{id}/broadcasts", new { subject = "Lunch", body = "At three." }, key);
        await other.ShouldBeRefused(HttpStatusCode.Conflict, "key-used");
    }

    [Fact]
    public async Task What_a_node_that_died_left_undone_is_delivered_by_another_and_nothing_twice()
    {
        await using var site = LiveSite.Start();
        var agency = await site.MakeAgency();
        var instructor = await site.SignIn(Role.Instructor, agency);
        var id = await instructor.LaunchExercise("Sundara", "Kivara", "Norvia");
        var exercise = (await site.Get<IExercises>().Get(id))!;
        var drills = await site.Get<IExercises>().Drills(id);
        var director = new ClaimsPrincipal(new ClaimsIdentity([new(ClaimTypes.NameIdentifier, instructor.AccountId!), Viewer.Membership(agency.Id, AccountRole.Instructor)], "test"));
        // The second drill takes the message and its answer is lost; the third never hears of it.
        var dying = Post(site, new DyingRooms(site.Get<IDrillRooms>(), drills[1].Id, drills[2].Id));
        var part = await dying.Send(exercise, new BroadcastOrder("Lunch", "We go on at two."), "Exercise control", director, "one-key");
        part!.Drills.Select(drill => drill.Result).ShouldBe(["done", "not-done", "not-done"]);

        await new BroadcastRounds(site.Get<IExercises>(), site.Get<IExerciseBroadcasts>(), Post(site, site.Get<IDrillRooms>()), TimeProvider.System, NullLogger<BroadcastRounds>.Instance).Round(CancellationToken.None);

        foreach (var drill in drills)
            (await Delivered(site, drill)).ShouldBe(1);
        (await site.Get<IExerciseBroadcasts>().Waiting()).ShouldBeEmpty();
    }

    [Fact]
    public async Task One_that_cannot_be_read_keeps_none_behind_it_waiting()
    {
        await using var site = LiveSite.Start();
        var agency = await site.MakeAgency();
        var instructor = await site.SignIn(Role.Instructor, agency);
        var director = new ClaimsPrincipal(new ClaimsIdentity([new(ClaimTypes.NameIdentifier, instructor.AccountId!), Viewer.Membership(agency.Id, AccountRole.Instructor)], "test"));
        var ids = new List<string>();
        foreach (var title in new[] { "Spring", "Autumn" })
        {
            var id = await instructor.LaunchExercise(new { scenario = "invoice-at-dawn", title, drills = new[] { new { name = "Sundara" } } });
            var drill = (await site.Get<IExercises>().Drills(id))[0];
            await Post(site, new DyingRooms(site.Get<IDrillRooms>(), null, drill.Id)).Send((await site.Get<IExercises>().Get(id))!, new BroadcastOrder("Lunch", "We go on at two."), "Exercise control", director, "key-" + title);
            ids.Add(id);
        }

        var broken = (await site.Get<IExerciseBroadcasts>().Waiting())[0].ExerciseId;
        var behind = ids.Single(id => id != broken);
        await new BroadcastRounds(new BrokenExercises(site.Get<IExercises>(), broken), site.Get<IExerciseBroadcasts>(), Post(site, site.Get<IDrillRooms>()), TimeProvider.System, NullLogger<BroadcastRounds>.Instance).Round(CancellationToken.None);

        (await Delivered(site, (await site.Get<IExercises>().Drills(behind))[0])).ShouldBe(1);
        (await site.Get<IExerciseBroadcasts>().Waiting()).ShouldHaveSingleItem().ExerciseId.ShouldBe(broken);
    }

    [Fact]
    public async Task One_that_would_come_too_late_is_given_up_and_can_be_pressed_again()
    {
        await using var site = LiveSite.Start();
        var agency = await site.MakeAgency();
        var instructor = await site.SignIn(Role.Instructor, agency);
        var id = await instructor.LaunchExercise("Sundara", "Kivara");
        var exercise = (await site.Get<IExercises>().Get(id))!;
        var drills = await site.Get<IExercises>().Drills(id);
        var director = new ClaimsPrincipal(new ClaimsIdentity([new(ClaimTypes.NameIdentifier, instructor.AccountId!), Viewer.Membership(agency.Id, AccountRole.Instructor)], "test"));
        var order = new BroadcastOrder("Lunch", "We go on at two.");
        await Post(site, new DyingRooms(site.Get<IDrillRooms>(), null, drills[1].Id)).Send(exercise, order, "Exercise control", director, "one-key");
        var later = new Drills.FakeTime();
        later.Advance(DateTimeOffset.UtcNow - later.GetUtcNow() + BroadcastPost.TooLate + TimeSpan.FromMinutes(1));
        var broadcast = (await site.Get<IExerciseBroadcasts>().Waiting()).ShouldHaveSingleItem();

        await Post(site, new DyingRooms(site.Get<IDrillRooms>(), null, drills[1].Id), later).Deliver(exercise, broadcast);

        (await site.Get<IExerciseBroadcasts>().Drills(id)).Select(to => to.Status).Order().ShouldBe(["delivered", "given-up"]);
        (await site.Get<IExerciseBroadcasts>().Waiting()).ShouldBeEmpty();
        (await Post(site, site.Get<IDrillRooms>()).Send(exercise, order, "Exercise control", director, "one-key"))!.Drills.Select(drill => drill.Result).ShouldBe(["already", "done"]);
        (await Delivered(site, drills[1])).ShouldBe(1);
    }

    [Fact]
    public async Task A_drill_that_has_ended_is_past_it_and_holds_nobody_up()
    {
        await using var site = LiveSite.Start();
        var instructor = await site.SignIn(Role.Instructor, await site.MakeAgency());
        var id = await instructor.LaunchExercise("Sundara", "Kivara");
        var drills = await site.Get<IExercises>().Drills(id);
        await site.Say(drills[0], new HanoiAcademy.Drills.Commands.StartExercise());
        await site.Say(drills[0], new HanoiAcademy.Drills.Commands.EndExercise(), "control.director.1");

        (await Results(await instructor.Call(HttpMethod.Post, $"/api/v1/exercises/{id}/broadcasts", Lunch))).ShouldBe(["over", "done"]);
    }

    [Theory]
    [InlineData("""{"subject":"","body":"x"}""", HttpStatusCode.Conflict, "empty-message")]
    [InlineData("""{"subject":"x","body":" "}""", HttpStatusCode.Conflict, "empty-message")]
    [InlineData("""{"subject":"x","body":"x","attention":"call"}""", HttpStatusCode.UnprocessableEntity, "bad-choice")]
    [InlineData("""{"subject":null,"body":"x"}""", HttpStatusCode.BadRequest, "malformed")]
    public async Task What_cannot_be_sent_is_refused_and_reaches_nobody(string body, HttpStatusCode status, string code)
    {
        await using var site = LiveSite.Start();
        var instructor = await site.SignIn(Role.Instructor, await site.MakeAgency());
        var id = await instructor.LaunchExercise("Sundara");

        await (await instructor.Call(HttpMethod.Post, $"/api/v1/exercises/{id}/broadcasts", body)).ShouldBeRefused(status, code);

        (await instructor.Json($"/api/v1/exercises/{id}/broadcasts")).GetArrayLength().ShouldBe(0);
    }

    [Fact]
    public async Task On_the_page_it_is_looked_at_first_and_leaves_with_a_second_press()
    {
        await using var site = LiveSite.Start();
        var instructor = await site.SignIn(Role.Instructor, await site.MakeAgency());
        var id = await instructor.LaunchExercise("Sundara", "Kivara");
        var drill = (await site.Get<IExercises>().Drills(id))[0];
        var words = new Dictionary<string, string> { ["Broadcast.Subject"] = "Lunch", ["Broadcast.Body"] = "We go on at <two>." };

        var preview = await instructor.PostForm($"/exercises/{id}?handler=Preview", words, $"/exercises/{id}");

        var page = new AngleSharp.Html.Parser.HtmlParser().ParseDocument(await preview.Content.ReadAsStringAsync());
        page.QuerySelector("#preview")!.TextContent.ShouldContain("We go on at <two>.");
        (await Delivered(site, drill)).ShouldBe(0);
        words["key"] = page.QuerySelector("#preview input[name=key]")!.GetAttribute("value")!;
        (await instructor.PostForm($"/exercises/{id}?handler=Broadcast", words, $"/exercises/{id}")).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await instructor.PostForm($"/exercises/{id}?handler=Broadcast", words, $"/exercises/{id}")).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await Delivered(site, drill)).ShouldBe(1);
        (await (await instructor.Get($"/exercises/{id}")).Content.ReadAsStringAsync()).ShouldContain("Reached 2 of 2 drills.");
    }

    private static BroadcastPost Post(LiveSite site, IDrillRooms rooms, TimeProvider? time = null) => new(
        site.Get<IExercises>(), site.Get<IExerciseBroadcasts>(), new ExerciseControl(site.Get<IExercises>(), rooms, site.Get<DrillAccess>(), TimeProvider.System, NullLogger<ExerciseControl>.Instance),
        site.Get<DrillAccess>(), time ?? TimeProvider.System, NullLogger<BroadcastPost>.Instance);

    private static async Task<int> Delivered(LiveSite site, DrillEntry drill) =>
        (await site.Log(drill)).Sum(row => row.Events.Split("\"inject-delivered\",\"inject\":\"x-").Length - 1);

    private static async Task<string[]> Results(HttpResponseMessage answer)
    {
        var body = await answer.Content.ReadAsStringAsync();
        answer.StatusCode.ShouldBe(HttpStatusCode.OK, body);
        return [.. JsonDocument.Parse(body).RootElement.GetProperty("drills").EnumerateArray().Select(drill => drill.GetProperty("result").GetString()!)];
    }

    /// <summary>One drill does what it is told and its answer is lost; another is not reached at all.</summary>
    private sealed class DyingRooms(IDrillRooms inner, string? afterwards, string? before) : IDrillRooms
    {
        public async Task<Answer> Send(string drill, Envelope envelope)
        {
            if (drill == before)
                throw new TimeoutException("The silo is gone.");
            var answer = await inner.Send(drill, envelope);
            return drill == afterwards ? throw new TimeoutException("The answer was lost.") : answer;
        }

        public Task<Glance> Glance(string drill) => inner.Glance(drill);

        public Task<bool> Undo(string drill, string seat, string commandId) => inner.Undo(drill, seat, commandId);

        public Task<RoomView> View(string drill, ViewAsk ask) => inner.View(drill, ask);

        public Task Gone(string drill, string connection) => inner.Gone(drill, connection);

        public Task Silence(string drill, string seat) => inner.Silence(drill, seat);

        public Task Wake(string drill) => inner.Wake(drill);
    }

    private sealed class BrokenExercises(IExercises inner, string broken) : IExercises
    {
        public Task<bool> Create(ExerciseEntry exercise, IReadOnlyList<NewDrill> drills) => inner.Create(exercise, drills);

        public Task<ExerciseEntry?> Get(string exerciseId, CancellationToken cancel) =>
            exerciseId == broken ? throw new InvalidOperationException("Its row cannot be read.") : inner.Get(exerciseId, cancel);

        public Task<IReadOnlyList<ExerciseEntry>> ListVisibleTo(string accountId, CancellationToken cancel) => inner.ListVisibleTo(accountId, cancel);

        public Task<IReadOnlyList<DrillEntry>> Drills(string exerciseId, CancellationToken cancel) => inner.Drills(exerciseId, cancel);

        public Task NoteStart(string exerciseId, DateTimeOffset wall) => inner.NoteStart(exerciseId, wall);
    }
}
