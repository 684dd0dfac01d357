using HanoiAcademy.Drills.Commands;
using HanoiAcademy.Server.Drills.Rooms;

namespace HanoiAcademy.Server.Tests.Drills.Rooms;

/// <summary>A drill without control, and seats that pass between people and simulated players while it runs.</summary>
public sealed class RoomAloneTests
{
    [Fact]
    public async Task Left_by_its_player_it_pauses_by_itself_and_waits_for_him()
    {
        var house = await Alone();
        await house.Room.View(new ViewAsk(SmallDrill.Analyst, "en", Connection: "c1"));
        await house.Seconds(400);
        (await house.See(SmallDrill.Analyst)).ShouldContain("\"status\":\"running\"", customMessage: "while he listens it runs");

        await house.Room.Gone("c1");
        await house.Seconds(121);

        house.Room.MayUnload.ShouldBeTrue("it sleeps: nothing wakes it but its player");
        (await house.See(SmallDrill.Analyst)).ShouldContain("\"status\":\"paused\"");
        await house.Accept(SmallDrill.Analyst, new Resume());
        (await house.See(SmallDrill.Analyst)).ShouldContain("\"status\":\"running\"");
    }

    [Fact]
    public async Task Simulated_players_act_at_the_speed_of_the_drill_and_wake_the_room_themselves()
    {
        var house = await Alone();
        await house.Accept(SmallDrill.Analyst, new SetSpeed(10));

        await house.Seconds(30);

        var read = house.Log.Rows.Where(row => row.CommandId.StartsWith("simulated ", StringComparison.Ordinal)).ToList();
        read.ShouldNotBeEmpty("they read what came to them");
        read.ShouldAllBe(row => row.CommandId == $"simulated {row.Version - 1}", "an id follows from the version before it");
        read.ShouldAllBe(row => row.Seat != SmallDrill.Analyst);
    }

    [Fact]
    public async Task After_a_crash_on_another_node_they_go_on_and_do_nothing_twice()
    {
        var (broken, whole) = (await Alone("go-on"), await Alone("go-on"));
        await broken.Seconds(70);
        await broken.Load();
        await broken.Seconds(530);
        await whole.Seconds(600);

        // A crash moves the clock by less than a lease, so what happened is compared, not when.
        static IEnumerable<string> Of(RoomHouse house) => house.Log.Rows.Where(row => row.CommandId.StartsWith("simulated ", StringComparison.Ordinal)).Select(row => System.Text.RegularExpressions.Regex.Replace($"{row.Seat} {row.Events}", "\"at\":\\d+", "")).Order(StringComparer.Ordinal);
        Of(broken).ShouldBe(Of(whole));
    }

    [Fact]
    public async Task What_a_person_sent_just_before_he_handed_over_goes_out_first()
    {
        var house = await RoomHouse.Running(options => options.UndoWindowSeconds = 5);
        var sent = await house.Send(SmallDrill.Analyst, new SendMessage("supplier", "On my way out"), "m");
        sent.Status.ShouldBe(Answer.WaitingStatus);

        await house.Accept(SmallDrill.Analyst, new HandSeatOver(SmallDrill.Analyst));
        await house.Seconds(10);

        house.Log.Rows.Single(row => row.CommandId == "m").Seat.ShouldBe(SmallDrill.Analyst);
        house.Outlet.Notices.ShouldContain(n => n.Seat == SmallDrill.Analyst && n.Notice.What == "sent" && n.Notice.CommandId == "m");
    }

    [Fact]
    public async Task Somebody_elses_word_about_a_seat_costs_its_holder_no_undo()
    {
        var house = await RoomHouse.Running(options => options.UndoWindowSeconds = 5);
        await house.Send(SmallDrill.Analyst, new SendMessage("supplier", "Not yet"), "m");

        (await house.Send(SmallDrill.Officer, new HandSeatOver(SmallDrill.Analyst))).Code.ShouldBe("not-your-seat");
        (await house.Send(SmallDrill.Officer, new LeaveSeat(SmallDrill.Analyst))).Code.ShouldBe("not-your-seat");

        (await house.Room.Undo(SmallDrill.Analyst, "m")).ShouldBeTrue();
    }

    [Fact]
    public async Task A_seat_that_control_hands_over_is_played_at_once_and_taken_back_at_once()
    {
        var house = await RoomHouse.Running();

        await house.Accept(SmallDrill.Director, new HandSeatOver(SmallDrill.Analyst, "good"));
        await house.Seconds(60);
        house.Log.Rows.ShouldContain(row => row.Seat == SmallDrill.Analyst && row.CommandId.StartsWith("simulated ", StringComparison.Ordinal));
        await house.Accept("system", new TakeSeat(SmallDrill.Analyst));
        var before = house.Log.Rows.Count(row => row.Seat == SmallDrill.Analyst);
        await house.Seconds(300);

        house.Log.Rows.Count(row => row.Seat == SmallDrill.Analyst).ShouldBe(before, "nobody plays for a person");
    }

    /// <summary>The analyst alone, a good player in each other seat, begun.</summary>
    private static async Task<RoomHouse> Alone(string afterCrash = "pause")
    {
        var house = await RoomHouse.Lobby(afterCrash: afterCrash, noController: afterCrash == "pause" ? "pause" : "go-on", alone: true);
        foreach (var seat in new[] { SmallDrill.Officer, "police.officer.2" })
            await house.Accept("system", new SimulateSeat(seat, "good"));
        await house.Accept("system", new TakeSeat(SmallDrill.Analyst));
        await house.Accept(SmallDrill.Analyst, new StartExercise());
        return house;
    }
}
