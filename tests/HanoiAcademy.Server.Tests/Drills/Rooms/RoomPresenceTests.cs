using HanoiAcademy.Drills.Commands;
using HanoiAcademy.Drills.Events;
using HanoiAcademy.Drills.Wire;
using HanoiAcademy.Server.Drills.Rooms;

namespace HanoiAcademy.Server.Tests.Drills.Rooms;

/// <summary>What a room knows beside the rules: who is at a screen, from which devices, and how drill time lies on everybody's clock.</summary>
public sealed class RoomPresenceTests
{
    private const string SecondOfficer = "police.officer.2";

    [Fact]
    public async Task A_team_hears_of_its_own_people_control_of_all_and_no_other_team_of_anybody()
    {
        var house = await RoomHouse.Running();
        await Look(house, SmallDrill.Director, "c", "desk");
        await Look(house, SmallDrill.Analyst, "a", "one");
        house.Outlet.Notices.Clear();

        await Look(house, SmallDrill.Officer, "o", "two");

        Here(house, SmallDrill.Officer).ShouldBe([SmallDrill.Officer]);
        Here(house, SmallDrill.Director).ShouldBe([SmallDrill.Analyst, SmallDrill.Officer]);
        Here(house, SmallDrill.Analyst).ShouldBeNull();

        await Look(house, SecondOfficer, "p", "three");
        Here(house, SmallDrill.Officer).ShouldBe([SmallDrill.Officer, SecondOfficer]);
        await house.Room.Gone("o");
        Here(house, SecondOfficer).ShouldBe([SecondOfficer]);
    }

    [Fact]
    public async Task A_seat_that_is_opened_on_a_second_device_hears_of_both_on_each_until_one_goes()
    {
        var house = await RoomHouse.Running();
        await Look(house, SmallDrill.Analyst, "a", "laptop");
        Devices(house).ShouldBe(["laptop"]);

        await Look(house, SmallDrill.Analyst, "b", "phone");
        Devices(house).ShouldBe(["laptop", "phone"]);

        await house.Room.Gone("a");
        Devices(house).ShouldBe(["phone"]);
    }

    [Fact]
    public async Task A_view_says_when_the_clock_was_set_going_stood_and_changed_its_speed_also_after_a_crash()
    {
        var house = await RoomHouse.Running();
        var begun = house.Time.GetUtcNow().ToUnixTimeMilliseconds();
        await house.Seconds(5);
        await house.Accept(SmallDrill.Director, new Pause());
        await house.Seconds(60);
        await house.Accept(SmallDrill.Director, new Resume());
        await house.Seconds(1);
        await house.Accept(SmallDrill.Director, new SetSpeed(2));

        WallMark[] marks = [new(0, begun, 1), new(5_000, begun + 5_000, 0), new(5_000, begun + 65_000, 1), new(6_000, begun + 66_000, 2)];
        (await house.Room.View(new ViewAsk(SmallDrill.Analyst, "en"))).Walls.ShouldBe(marks);
        await house.Load();
        (await house.Room.View(new ViewAsk(SmallDrill.Analyst, "en"))).Walls.Take(4).ShouldBe(marks);
    }

    [Fact]
    public async Task An_act_that_had_to_wait_counts_when_it_arrives_and_the_log_keeps_when_it_was_written()
    {
        var house = await RoomHouse.Running();
        await house.Seconds(40);

        var answer = await house.Room.Send(new Envelope("late", SmallDrill.Analyst, new SendMessage("supplier", "Please wait."), WrittenAt: 12_000));

        answer.At.ShouldBe(40_000);
        var row = (await house.Log.Read("d1", 0, default)).Single(r => r.CommandId == "late");
        var events = DrillJson.Read<System.Collections.Immutable.ImmutableArray<DrillEvent>>(System.Text.Encoding.UTF8.GetBytes(row.Events));
        events.OfType<MessageSent>().Single().At.ShouldBe(40_000);
        events.OfType<WrittenEarlier>().Single().ShouldBe(new WrittenEarlier(40_000, SmallDrill.Analyst, 12_000));
        (await house.See(SmallDrill.Director)).ShouldContain("written-earlier");
    }

    [Fact]
    public async Task What_nobody_delayed_is_noted_by_no_claim_of_its_sender()
    {
        var house = await RoomHouse.Running();
        await house.Seconds(40);
        await house.Room.Send(new Envelope("now", SmallDrill.Analyst, new SendMessage("supplier", "Now."), WrittenAt: 39_000));
        await house.Room.Send(new Envelope("ahead", SmallDrill.Analyst, new SendMessage("supplier", "Ahead."), WrittenAt: 99_000));

        (await house.Log.Read("d1", 0, default)).ShouldAllBe(row => !row.Events.Contains("written-earlier", StringComparison.Ordinal));
    }

    private static Task<RoomView> Look(RoomHouse house, string seat, string connection, string device) =>
        house.Room.View(new ViewAsk(seat, "en", connection, Device: device));

    private static IReadOnlyList<string>? Here(RoomHouse house, string seat) => house.Outlet.Notices.LastOrDefault(n => n.Seat == seat && n.Notice.What == "here").Notice?.Seats;

    private static IReadOnlyList<string>? Devices(RoomHouse house) => house.Outlet.Notices.Last(n => n.Seat == SmallDrill.Analyst && n.Notice.What == "here").Notice.Devices;
}
