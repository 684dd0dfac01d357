using HanoiAcademy.Drills.Commands;

namespace HanoiAcademy.Server.Tests.Drills.Rooms;

public sealed class RoomClockTests
{
    [Fact]
    public async Task An_inject_is_delivered_when_it_falls_due_and_not_before()
    {
        var house = await RoomHouse.Running();

        await house.Seconds(9.9);
        (await house.See(SmallDrill.Analyst)).ShouldNotContain("To everybody");
        await house.Seconds(0.2);
        (await house.See(SmallDrill.Analyst)).ShouldContain("To everybody");
    }

    [Fact]
    public async Task What_is_due_carries_its_own_time_however_late_the_turn_is()
    {
        var house = await RoomHouse.Running(o => o.LeaseSeconds = 60);

        house.Time.Advance(TimeSpan.FromSeconds(25));
        await house.Room.Wake();

        house.Log.Rows.Where(r => r.CommandId.StartsWith("tick", StringComparison.Ordinal)).Select(r => r.At).ShouldBe([10_000, 20_000]);
    }

    [Fact]
    public async Task A_paused_drill_stands_exactly_and_goes_on_from_there()
    {
        var house = await RoomHouse.Running();
        await house.Seconds(7.3);
        await house.Accept(SmallDrill.Director, new Pause());

        await house.Seconds(3_600);
        (await house.At()).ShouldBe(7_300);
        (await house.See(SmallDrill.Analyst)).ShouldNotContain("To everybody");

        await house.Accept(SmallDrill.Director, new Resume());
        await house.Seconds(2.6);
        (await house.See(SmallDrill.Analyst)).ShouldNotContain("To everybody");
        await house.Seconds(0.2);
        (await house.See(SmallDrill.Analyst)).ShouldContain("To everybody");
    }

    [Fact]
    public async Task Speed_multiplies_drill_time_from_the_moment_it_is_set()
    {
        var house = await RoomHouse.Running();
        await house.Seconds(5);
        await house.Accept(SmallDrill.Director, new SetSpeed(10));

        await house.Seconds(2);

        (await house.At()).ShouldBe(25_000);
    }

    [Fact]
    public async Task A_machine_that_slept_makes_up_no_more_than_the_lease()
    {
        var house = await RoomHouse.Running();
        await house.Seconds(1);

        house.Time.Advance(TimeSpan.FromHours(8));
        await house.Room.Wake();

        (await house.At()).ShouldBeLessThanOrEqualTo(6_000);
    }

    [Fact]
    public async Task The_end_that_falls_due_ends_the_drill_at_its_own_time()
    {
        var house = await RoomHouse.Running();

        await house.Seconds(700);

        (await house.At()).ShouldBe(600_000);
        house.Catalog.Drill.Status.ShouldBe("ended");
        house.Room.NextWake.ShouldBeNull();
    }

    [Fact]
    public async Task A_jump_lets_everything_on_the_way_happen_at_its_own_time_and_goes_on_from_there()
    {
        var house = await RoomHouse.Running();
        await house.Seconds(1);

        await house.Accept(SmallDrill.Director, new JumpTo(25_000));
        await house.Room.Wake();
        (await house.At()).ShouldBeInRange(25_000, 25_100);
        var view = await house.See(SmallDrill.Analyst);
        view.ShouldContain(SmallDrill.BankSecret);
        house.Log.Rows.Where(row => row.Events.Contains("inject-delivered", StringComparison.Ordinal)).Select(row => row.At).ShouldBe([10_000, 20_000]);

        await house.Seconds(5);
        house.Log.Rows.ShouldContain(row => row.At == 30_000 && row.Events.Contains("third", StringComparison.Ordinal), "the clock runs on from where it jumped to");
    }

    [Fact]
    public async Task A_jump_backwards_or_too_far_or_while_the_clock_stands_is_refused()
    {
        var house = await RoomHouse.Running();
        await house.Seconds(5);

        (await house.Send(SmallDrill.Director, new JumpTo(4_000))).Code.ShouldBe("bad-jump");
        (await house.Send(SmallDrill.Director, new JumpTo(long.MaxValue))).Code.ShouldBe("bad-jump");
        (await house.Send("control.simcell.1", new JumpTo(9_000))).Code.ShouldBe("not-allowed");
        await house.Accept(SmallDrill.Director, new Pause());
        (await house.Send(SmallDrill.Director, new JumpTo(9_000))).Code.ShouldBe("not-running");
    }

    [Fact]
    public async Task A_crash_on_the_way_of_a_jump_goes_on_where_the_log_and_the_lease_say()
    {
        var house = await RoomHouse.Running(afterCrash: "go-on");
        await house.Seconds(1);
        await house.Accept(SmallDrill.Director, new JumpTo(25_000));

        await house.Load();

        (await house.At()).ShouldBeInRange(25_000, 30_000);
        house.Log.Rows.Where(row => row.Events.Contains("inject-delivered", StringComparison.Ordinal)).Select(row => row.At).Take(2).ShouldBe([10_000, 20_000]);
    }
}
