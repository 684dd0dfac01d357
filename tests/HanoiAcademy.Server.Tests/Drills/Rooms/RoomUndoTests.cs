using HanoiAcademy.Drills.Commands;
using HanoiAcademy.Server.Drills.Rooms;

namespace HanoiAcademy.Server.Tests.Drills.Rooms;

public sealed class RoomUndoTests
{
    private static readonly SendMessage Hello = new("supplier", "Hello");

    private static Task<RoomHouse> Running() => RoomHouse.Running(o => o.UndoWindowSeconds = 5);

    [Fact]
    public async Task What_reaches_others_waits_five_seconds_and_counts_from_their_end()
    {
        var house = await Running();

        var answer = await house.Send(SmallDrill.Analyst, Hello, "m");
        answer.Status.ShouldBe(Answer.WaitingStatus);
        answer.UndoMs.ShouldBe(5_000);
        (await house.See(SmallDrill.Analyst)).ShouldNotContain("Hello");
        await house.Seconds(5);

        (await house.See(SmallDrill.Analyst)).ShouldContain("Hello");
        house.Log.Rows.Single(r => r.CommandId == "m").At.ShouldBe(5_000);
        house.Outlet.Notices.ShouldContain(n => n.Seat == SmallDrill.Analyst && n.Notice.What == "sent" && n.Notice.CommandId == "m");
    }

    [Fact]
    public async Task What_is_taken_back_never_happened()
    {
        var house = await Running();
        await house.Send(SmallDrill.Analyst, Hello, "m");
        await house.Seconds(4);

        (await house.Room.Undo(SmallDrill.Officer, "m")).ShouldBeFalse();
        (await house.Room.Undo(SmallDrill.Analyst, "m")).ShouldBeTrue();
        await house.Seconds(10);

        house.Log.Rows.ShouldNotContain(r => r.CommandId == "m");
    }

    [Fact]
    public async Task To_take_back_twice_is_to_take_back_once_and_the_command_itself_may_not_come_again()
    {
        var house = await Running();
        await house.Send(SmallDrill.Analyst, Hello, "m");
        await house.Room.Undo(SmallDrill.Analyst, "m");

        (await house.Room.Undo(SmallDrill.Analyst, "m")).ShouldBeTrue("the first answer may have been lost");
        var again = await house.Send(SmallDrill.Analyst, Hello, "m");
        await house.Seconds(10);

        (again.Status, again.Code).ShouldBe((Answer.RefusedStatus, "taken-back"));
        house.Log.Rows.ShouldNotContain(r => r.CommandId == "m");
    }

    [Fact]
    public async Task What_the_rules_refuse_now_is_refused_at_once()
    {
        var house = await Running();

        var answer = await house.Send(SmallDrill.Analyst, new SendMessage("nobody", "Hello"));

        answer.Status.ShouldBe(Answer.RefusedStatus);
        house.Room.NextWake.ShouldNotBe(TimeSpan.FromSeconds(5));
    }

    [Fact]
    public async Task What_became_impossible_meanwhile_is_refused_at_the_end_of_the_window()
    {
        var house = await Running();
        await house.Send(SmallDrill.Analyst, Hello, "m");
        await house.Accept(SmallDrill.Director, new Pause());
        await house.Seconds(5);

        house.Outlet.Notices.ShouldContain(n => n.Seat == SmallDrill.Analyst && n.Notice.What == "refused" && n.Notice.Answer!.Code == "paused");
    }

    [Fact]
    public async Task After_a_crash_what_waited_was_not_sent()
    {
        var house = await Running();
        await house.Send(SmallDrill.Analyst, Hello, "m");

        await house.Load();
        await house.Accept(SmallDrill.Director, new Resume());

        (await house.Room.Undo(SmallDrill.Analyst, "m")).ShouldBeFalse();
        (await house.Send(SmallDrill.Analyst, Hello, "m")).Status.ShouldBe(Answer.WaitingStatus);
    }

    [Fact]
    public async Task Two_controllers_who_press_the_same_fire_deliver_once()
    {
        var house = await Running();

        var first = await house.Send(SmallDrill.Director, new FireInject("reserve"));
        var second = await house.Send("control.director.2", new FireInject("reserve"));
        await house.Seconds(6);
        var third = await house.Send("control.director.2", new FireInject("reserve"));

        first.Status.ShouldBe(Answer.WaitingStatus);
        (second.Status, second.Code).ShouldBe((Answer.RefusedStatus, "pressed-already"));
        third.Status.ShouldBe(Answer.RefusedStatus);
        house.Log.Rows.Count(r => r.Events.Contains("\"inject-delivered\"", StringComparison.Ordinal) && r.Events.Contains("reserve", StringComparison.Ordinal)).ShouldBe(1);
    }

    [Fact]
    public async Task A_repeat_while_it_waits_says_how_long_is_left()
    {
        var house = await Running();
        await house.Send(SmallDrill.Analyst, Hello, "m");
        await house.Seconds(3);

        var again = await house.Send(SmallDrill.Analyst, Hello, "m");

        (again.Status, again.UndoMs).ShouldBe((Answer.WaitingStatus, 2_000));
    }

    [Fact]
    public async Task Of_two_controllers_who_answer_the_same_message_at_once_one_is_told_so()
    {
        var house = await Running();
        await house.Send(SmallDrill.Analyst, Hello, "m");
        await house.Seconds(5);

        (await house.Send("control.simcell.1", new ReplyToMessage("m-bank-1", "Yes."), "r1")).Status.ShouldBe(Answer.WaitingStatus);
        (await house.Send(SmallDrill.Director, new ReplyToMessage("m-bank-1", "No."), "r2")).Code.ShouldBe("pressed-already");
        await house.Seconds(5);

        (await house.See(SmallDrill.Analyst)).ShouldContain("Yes.");
        (await house.See(SmallDrill.Analyst)).ShouldNotContain("No.");
    }

    [Fact]
    public async Task An_edit_and_a_skip_can_be_taken_back_and_what_is_held_back_is_held_at_once()
    {
        var house = await Running();
        (await house.Send(SmallDrill.Director, new EditInject("third", [], HanoiAcademy.Drills.Scenarios.Text.Of("en", "New")))).Status.ShouldBe(Answer.WaitingStatus);
        (await house.Send(SmallDrill.Director, new SkipInject("third"), "s")).Status.ShouldBe(Answer.WaitingStatus);
        (await house.Room.Undo(SmallDrill.Director, "s")).ShouldBeTrue();
        (await house.Send(SmallDrill.Director, new HoldBackInject("second"))).Status.ShouldBe(Answer.AcceptedStatus);
    }
}
