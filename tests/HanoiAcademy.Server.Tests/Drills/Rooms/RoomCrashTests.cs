using HanoiAcademy.Drills.Commands;
using HanoiAcademy.Server.Drills.Rooms;

namespace HanoiAcademy.Server.Tests.Drills.Rooms;

public sealed class RoomCrashTests
{
    [Fact]
    public async Task After_a_crash_the_drill_stands_where_its_lease_ended_and_waits()
    {
        var house = await RoomHouse.Running();
        await house.Seconds(12);
        var at = await house.At();
        var lease = house.Catalog.Drill.LeaseUntilAt;

        house.Time.Advance(TimeSpan.FromHours(2));
        await house.Load();

        lease.ShouldBeInRange(at, at + 5_000);
        (await house.At()).ShouldBe(lease);
        (await house.See(SmallDrill.Director)).ShouldContain("\"status\":\"paused\"");
        await house.Seconds(60);
        (await house.At()).ShouldBe(lease);
    }

    [Fact]
    public async Task After_a_crash_the_drill_goes_on_by_itself_when_that_was_chosen()
    {
        var house = await RoomHouse.Running(afterCrash: "go-on");
        await house.Seconds(12);

        house.Time.Advance(TimeSpan.FromHours(2));
        await house.Load();
        var woke = await house.At();
        await house.Seconds(4);

        (await house.At()).ShouldBe(woke + 4_000);
    }

    [Fact]
    public async Task What_fell_due_within_the_lease_has_happened_at_its_own_time()
    {
        var house = await RoomHouse.Running();
        await house.Seconds(7.6);

        await house.Load();

        (await house.At()).ShouldBeGreaterThan(10_000);
        house.Log.Rows.Single(r => r.CommandId.StartsWith("tick", StringComparison.Ordinal)).At.ShouldBe(10_000);
    }

    [Fact]
    public async Task The_lease_comes_down_with_the_speed()
    {
        var house = await RoomHouse.Running();
        await house.Accept(SmallDrill.Director, new SetSpeed(60));
        await house.Seconds(1);
        await house.Accept(SmallDrill.Director, new SetSpeed(1));

        house.Catalog.Drill.LeaseUntilAt.ShouldBe(await house.At() + 5_000);
    }

    [Fact]
    public async Task A_repeated_command_is_answered_from_the_log_also_by_the_next_activation()
    {
        var house = await RoomHouse.Running();
        var first = await house.Send(SmallDrill.Analyst, new SendMessage("supplier", "Hello"), "once");
        await house.Seconds(3);

        var second = await house.Send(SmallDrill.Analyst, new SendMessage("supplier", "Hello"), "once");
        await house.Load();
        var third = await house.Send(SmallDrill.Analyst, new SendMessage("supplier", "Hello"), "once");

        second.ShouldBe(first);
        third.ShouldBe(first);
        house.Log.Rows.Count(r => r.CommandId == "once").ShouldBe(1);
    }

    [Fact]
    public async Task A_log_that_cannot_be_written_holds_the_clock_and_tells_everybody()
    {
        var house = await RoomHouse.Running();
        await house.Seconds(5);
        house.Log.FailsBefore = true;

        var answer = await house.Send(SmallDrill.Analyst, new SendMessage("supplier", "Hello"));

        answer.Status.ShouldBe(Answer.HeldStatus);
        house.Outlet.Said.ShouldContain("clock-held");
        (await house.See(SmallDrill.Analyst)).ShouldNotContain("Hello");
        house.Time.Advance(TimeSpan.FromMinutes(1));
        (await house.At()).ShouldBe(5_000);
    }

    [Fact]
    public async Task It_goes_on_where_it_stood_once_the_log_can_be_written_again()
    {
        var house = await RoomHouse.Running();
        await house.Seconds(5);
        house.Log.FailsBefore = house.Catalog.Fails = true;
        await house.Send(SmallDrill.Analyst, new SendMessage("supplier", "Hello"));
        await house.Seconds(10);
        house.Outlet.Said.ShouldNotContain("clock-goes-on");

        house.Log.FailsBefore = house.Catalog.Fails = false;
        await house.Seconds(2);

        house.Outlet.Said.ShouldContain("clock-goes-on");
        (await house.At()).ShouldBeInRange(5_000, 7_000);
        (await house.Send(SmallDrill.Analyst, new SendMessage("supplier", "Hello"))).Status.ShouldBe(Answer.AcceptedStatus);
    }

    [Fact]
    public async Task A_write_that_was_done_although_it_failed_is_found_and_happens_once()
    {
        var house = await RoomHouse.Running();
        house.Log.FailsAfter = true;
        (await house.Send(SmallDrill.Analyst, new SendMessage("supplier", "Hello"), "once")).Status.ShouldBe(Answer.HeldStatus);

        house.Log.FailsAfter = false;
        await house.Seconds(2);

        (await house.Send(SmallDrill.Analyst, new SendMessage("supplier", "Hello"), "once")).Status.ShouldBe(Answer.AcceptedStatus);
        house.Log.Rows.Count(r => r.CommandId == "once").ShouldBe(1);
        (await house.See(SmallDrill.Analyst)).ShouldContain("Hello");
    }

    [Fact]
    public async Task A_crash_whose_recovery_cannot_be_written_still_ends_in_what_was_chosen()
    {
        var house = await RoomHouse.Running();
        await house.Seconds(3);
        house.Log.FailsBefore = house.Catalog.Fails = true;
        await house.Load();
        var stood = await house.At();
        await house.Seconds(5);

        house.Log.FailsBefore = house.Catalog.Fails = false;
        await house.Seconds(5);

        (await house.See(SmallDrill.Analyst)).ShouldContain("\"status\":\"paused\"");
        (await house.At()).ShouldBe(stood);
    }

    [Fact]
    public async Task What_waited_and_was_written_although_the_write_failed_is_told_as_sent()
    {
        var house = await RoomHouse.Running(o => o.UndoWindowSeconds = 5);
        await house.Send(SmallDrill.Analyst, new SendMessage("supplier", "Hello"), "m");
        await house.Seconds(4.9);
        house.Log.FailsAfter = true;
        await house.Seconds(0.2);
        house.Log.FailsAfter = false;
        await house.Seconds(3);

        house.Outlet.Notices.Count(n => n.Notice.CommandId == "m").ShouldBe(1);
        house.Outlet.Notices.ShouldContain(n => n.Notice.CommandId == "m" && n.Notice.What == "sent");
        house.Room.IsStale.ShouldBeFalse();
    }

    [Fact]
    public async Task A_list_that_lags_behind_the_log_is_put_right_when_the_drill_is_loaded()
    {
        var house = await RoomHouse.Running();
        await house.Accept(SmallDrill.Director, new Pause());
        await house.Catalog.SetStatus("d1", "lobby", default);

        await house.Load();

        house.Catalog.Drill.Status.ShouldBe("paused");
    }

    [Fact]
    public async Task Another_activation_that_wrote_makes_this_one_step_back()
    {
        var house = await RoomHouse.Running();
        var other = await DrillRoom.Load("d1", house.Services);
        await other.Send(new Envelope("resume", SmallDrill.Director, new Resume()));

        var answer = await house.Send(SmallDrill.Analyst, new SendMessage("supplier", "Hello"));

        answer.Status.ShouldBe(Answer.AgainStatus);
        house.Room.IsStale.ShouldBeTrue();
    }

    [Fact]
    public async Task An_activation_that_another_has_overtaken_does_not_touch_the_lease()
    {
        var house = await RoomHouse.Running();
        var other = await DrillRoom.Load("d1", house.Services);
        await other.Send(new Envelope("resume", SmallDrill.Director, new Resume()));
        await other.Send(new Envelope("pause", SmallDrill.Director, new Pause()));
        var lease = house.Catalog.Drill.LeaseUntilAt;

        await house.Seconds(house.Options.LeaseSeconds);

        house.Room.IsStale.ShouldBeTrue();
        house.Catalog.Drill.LeaseUntilAt.ShouldBe(lease);
    }

    [Fact]
    public async Task An_activation_overtaken_while_it_looks_whether_it_can_write_again_steps_back()
    {
        var house = await RoomHouse.Running();
        house.Log.FailsBefore = house.Catalog.Fails = true;
        await house.Send(SmallDrill.Analyst, new SendMessage("supplier", "Hello"));
        house.Log.FailsBefore = house.Catalog.Fails = false;
        var lease = house.Catalog.Drill.LeaseUntilAt;
        house.Log.AfterRead = () => house.Log.Append("d1", house.Log.Rows.Count, "other", "system", 0, default, "[]");

        house.Time.Advance(TimeSpan.FromMilliseconds(house.Options.RetryMilliseconds));
        var answer = await house.Send(SmallDrill.Analyst, new SendMessage("supplier", "Hello again"));

        answer.Status.ShouldBe(Answer.AgainStatus);
        house.Room.IsStale.ShouldBeTrue();
        house.Catalog.Drill.LeaseUntilAt.ShouldBe(lease);
    }
}
