using HanoiAcademy.Drills.Commands;
using HanoiAcademy.Drills.Views;
using HanoiAcademy.Server.Drills.Rooms;

namespace HanoiAcademy.Server.Tests.Drills.Rooms;

public sealed class RoomViewTests
{
    [Fact]
    public async Task All_pushes_merged_are_the_view()
    {
        var house = await RoomHouse.Running();
        var seats = new[] { SmallDrill.Analyst, SmallDrill.Officer, SmallDrill.Director };
        var merged = new Dictionary<string, MergedStream>();
        foreach (var seat in seats)
        {
            var start = await house.Room.View(new ViewAsk(seat, "en"));
            merged[SeatAudiences.Of(SmallDrill.Scenario, seat, "en").Team.ToString()] = new MergedStream(start.Team);
            merged[SeatAudiences.Of(SmallDrill.Scenario, seat, "en").Own.ToString()] = new MergedStream(start.Own);
        }

        await house.Seconds(15);
        await house.Accept(SmallDrill.Analyst, new SendMessage("supplier", "Hello"));
        await house.Accept(SmallDrill.Officer, new MarkRead(["first"]));
        await house.Accept(SmallDrill.Director, new Pause());
        await house.Accept(SmallDrill.Director, new Resume());
        await house.Accept("system", new SimulateSeat("police.officer.2"));
        await house.Seconds(700);

        foreach (var (audience, _, message) in house.Outlet.Pushes)
            merged[audience].Apply(message);
        foreach (var seat in seats)
        {
            var now = await house.Room.View(new ViewAsk(seat, "en"));
            merged[SeatAudiences.Of(SmallDrill.Scenario, seat, "en").Team.ToString()].Sorted().ShouldBe(new MergedStream(now.Team).Sorted());
            merged[SeatAudiences.Of(SmallDrill.Scenario, seat, "en").Own.ToString()].Sorted().ShouldBe(new MergedStream(now.Own).Sorted());
        }
    }

    [Fact]
    public async Task What_a_local_controller_hears_is_kept_up_while_somebody_hears_it_and_no_longer()
    {
        const string local = "control.local.bank.1";
        var house = await RoomHouse.Running();
        async Task<string> Epoch(string? connection) => (await house.Room.View(new ViewAsk(local, "en", connection))).Team.Epoch;
        var epoch = await Epoch("c1");
        (await Epoch("c2")).ShouldBe(epoch);

        await house.Room.Gone("c1");
        (await Epoch(null)).ShouldBe(epoch, "one still listens");
        await house.Room.Gone("c2");

        house.Outlet.Pushes.Clear();
        await house.Accept(SmallDrill.Director, new FireInject("reserve"));
        house.Outlet.Pushes.ShouldNotContain(push => push.Audience.StartsWith("local:", StringComparison.Ordinal));
        (await Epoch("c3")).ShouldNotBe(epoch);
    }

    [Fact]
    public async Task Nobody_is_sent_what_his_view_hides()
    {
        var house = await RoomHouse.Running();
        foreach (var seat in new[] { SmallDrill.Analyst, SmallDrill.Officer, SmallDrill.Director })
            await house.Room.View(new ViewAsk(seat, "en"));

        await house.Seconds(60);

        house.Outlet.To("role:bank").ShouldContain(SmallDrill.BankSecret);
        house.Outlet.To("role:bank").ShouldNotContain(SmallDrill.PoliceSecret);
        house.Outlet.To("role:police").ShouldContain(SmallDrill.PoliceSecret);
        house.Outlet.To("role:police").ShouldNotContain(SmallDrill.BankSecret);
        house.Outlet.Pushes.Where(p => p.Audience.StartsWith("seat:", StringComparison.Ordinal)).ShouldNotContain(p => p.Message.ToJsonString().Contains("Secret", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Numbers_are_dense_in_each_stream_so_that_nobody_learns_from_a_gap()
    {
        var house = await RoomHouse.Running();
        await house.Room.View(new ViewAsk(SmallDrill.Analyst, "en"));
        await house.Room.View(new ViewAsk(SmallDrill.Officer, "en"));

        await house.Seconds(60);

        foreach (var stream in house.Outlet.Pushes.GroupBy(p => p.Audience))
            stream.Select(p => p.Seq).ShouldBe(Enumerable.Range(1, stream.Count()).Select(n => (long)n));
    }

    [Fact]
    public async Task One_who_returns_gets_only_what_he_lacks()
    {
        var house = await RoomHouse.Running();
        var start = await house.Room.View(new ViewAsk(SmallDrill.Analyst, "en"));
        var merged = new MergedStream(start.Team);
        await house.Seconds(60);

        var back = await house.Room.View(new ViewAsk(SmallDrill.Analyst, "en", TeamAfter: new StreamPlace(start.Team.Epoch, start.Team.Seq)));

        back.Team.Full.ShouldBeFalse();
        foreach (var message in back.Team.Messages!)
            merged.Apply(System.Text.Json.Nodes.JsonNode.Parse(message.Utf8)!.AsObject());
        merged.Sorted().ShouldBe(new MergedStream((await house.Room.View(new ViewAsk(SmallDrill.Analyst, "en"))).Team).Sorted());
    }

    [Theory]
    [InlineData("another", 0)]
    [InlineData(null, 1_000_000)]
    [InlineData(null, -1)]
    public async Task One_whose_place_is_not_known_gets_the_whole_view(string? epoch, long seq)
    {
        var house = await RoomHouse.Running();
        var start = await house.Room.View(new ViewAsk(SmallDrill.Analyst, "en"));
        await house.Seconds(60);

        var back = await house.Room.View(new ViewAsk(SmallDrill.Analyst, "en", TeamAfter: new StreamPlace(epoch ?? start.Team.Epoch, seq)));

        back.Team.Full.ShouldBeTrue();
    }

    [Fact]
    public async Task A_new_activation_has_a_new_epoch_and_says_so()
    {
        var house = await RoomHouse.Running();
        var before = await house.Room.View(new ViewAsk(SmallDrill.Analyst, "en"));

        await house.Load();

        var after = await house.Room.View(new ViewAsk(SmallDrill.Analyst, "en", TeamAfter: new StreamPlace(before.Team.Epoch, before.Team.Seq)));
        after.Team.Epoch.ShouldNotBe(before.Team.Epoch);
        after.Team.Full.ShouldBeTrue();
        house.Outlet.Said.ShouldContain("again");
    }

    [Fact]
    public async Task A_language_that_the_scenario_does_not_have_makes_no_stream_of_its_own()
    {
        var house = await RoomHouse.Running();

        SeatAudiences.Of(SmallDrill.Scenario, SmallDrill.Analyst, "<script>").Team.ShouldBe(Audience.OfRole("bank.analyst", "en"));
        (await house.Room.View(new ViewAsk(SmallDrill.Analyst, "xx"))).Team.Epoch.ShouldBe((await house.Room.View(new ViewAsk(SmallDrill.Analyst, "en"))).Team.Epoch);
    }

    [Fact]
    public async Task Without_a_controller_for_two_minutes_the_drill_does_what_was_chosen()
    {
        var pauses = await RoomHouse.Running(noController: "pause");
        var goesOn = await RoomHouse.Running(noController: "go-on");

        await pauses.Seconds(119);
        (await pauses.See(SmallDrill.Analyst)).ShouldContain("\"status\":\"running\"");
        await pauses.Seconds(2);
        await goesOn.Seconds(180);

        (await pauses.See(SmallDrill.Analyst)).ShouldContain("\"status\":\"paused\"");
        (await goesOn.See(SmallDrill.Analyst)).ShouldContain("\"status\":\"running\"");
    }

    [Fact]
    public async Task A_controller_who_listens_keeps_the_drill_running()
    {
        var house = await RoomHouse.Running(noController: "pause");
        await house.Room.View(new ViewAsk(SmallDrill.Director, "en", Connection: "c1"));

        await house.Seconds(400);
        (await house.See(SmallDrill.Analyst)).ShouldContain("\"status\":\"running\"");
        await house.Room.Gone("c1");
        await house.Seconds(121);

        (await house.See(SmallDrill.Analyst)).ShouldContain("\"status\":\"paused\"");
    }
}
