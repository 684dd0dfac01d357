using HanoiAcademy.Drills.Commands;
using HanoiAcademy.Drills.Events;
using HanoiAcademy.Drills.Forks;
using HanoiAcademy.Drills.Views;
using static HanoiAcademy.Tests.Drills.Small;

namespace HanoiAcademy.Tests.Drills;

/// <summary>One person among simulated players, without control.</summary>
public sealed class AloneTests
{
    private const string Me = "bank.fraud.1";

    [Fact]
    public void The_only_player_begins_pauses_resumes_speeds_and_ends_his_drill()
    {
        var play = Lobby();

        play.Send(Me, new StartExercise()).Send(Me, new SetSpeed(10)).Send(Me, new Pause(), Minute).Send(Me, new Resume());
        play.State.Status.ShouldBe("running");
        play.State.Speed.ShouldBe(10);
        play.Send(Me, new StopForRealEvent()).Send(Me, new Resume()).Send(Me, new EndExercise(), 2 * Minute);

        play.State.Status.ShouldBe("ended");
        play.Events.OfType<ExerciseEnded>().Single().Seat.ShouldBe(Me);
        play.Record<ClockView>("bank.fraud", "clock").Alone.ShouldBe(true);
    }

    [Fact]
    public void He_steers_nothing_else_and_simulated_players_steer_nothing()
    {
        var play = Begun();

        foreach (var command in new Command[] { new FireInject("by-hand"), new SkipInject("second"), new SimulateSeat(Me), new FreeSeat("desk.officer.1"), new ReopenExercise(), new MarkObjective("stopped", "good"), new HoldPlan("x") })
            play.Refused(Me, command).ShouldBe("not-allowed");
        foreach (var command in new Command[] { new Pause(), new SetSpeed(2), new EndExercise() })
            play.Refused(new Actor("desk.officer.1", Simulated: true), command).ShouldBe("not-allowed");
    }

    [Fact]
    public void In_a_drill_with_control_a_lonely_player_steers_nothing()
    {
        var play = new Play(World).Send(Actor.System, new TakeSeat(Me)).Send(Actor.Director, new StartExercise());

        foreach (var command in new Command[] { new Pause(), new SetSpeed(2), new EndExercise() })
            play.Refused(Me, command).ShouldBe("not-allowed");
        play.Send(Actor.Director, new Pause()).Refused(Me, new Resume()).ShouldBe("not-allowed");
        play.Record<ClockView>("bank.fraud", "clock").Alone.ShouldBeNull();
    }

    [Fact]
    public void With_a_second_person_in_it_nobody_of_them_steers()
    {
        var play = Begun().Send(Actor.System, new TakeSeat("desk.officer.1"));

        play.Refused(Me, new Pause()).ShouldBe("not-allowed");
        play.Refused("desk.officer.1", new EndExercise()).ShouldBe("not-allowed");
    }

    [Fact]
    public void He_cannot_leave_the_seat_that_steers_the_drill()
    {
        var play = Begun();

        play.Refused(Me, new LeaveSeat(Me)).ShouldBe("only-you-play");
        play.Refused(Me, new HandSeatOver(Me)).ShouldBe("only-you-play");
    }

    [Fact]
    public void Nobody_puts_him_out_of_it_either()
    {
        var play = Begun();

        play.Refused(Actor.System, new LeaveSeat(Me)).ShouldBe("only-you-play");
        play.Refused(Actor.Director, new HandSeatOver(Me)).ShouldBe("only-you-play");
        play.Refused(Actor.Director, new SimulateSeat(Me)).ShouldBe("seat-taken");
    }

    [Fact]
    public void What_he_never_began_or_forgot_can_be_ended_by_him_and_by_the_room()
    {
        Lobby().Send(Me, new EndExercise()).State.Status.ShouldBe("ended");
        Lobby().Send(Actor.System, new EndExercise()).State.Status.ShouldBe("ended");
        Begun().Send(Actor.System, new Pause(), Minute).Send(Actor.System, new EndExercise()).State.Status.ShouldBe("ended");
        Play.Started(World).Refused(Actor.System, new EndExercise()).ShouldBe("not-allowed", "a drill with control is ended by its director alone");
        new Play(World).Refused(Actor.Director, new EndExercise()).ShouldBe("not-running");
    }

    [Fact]
    public void A_fork_of_it_has_control()
    {
        var play = Begun().Send(Me, new EndExercise(), 3 * Minute);
        var (point, _) = Forking.Find(World, play.Rows.Select(row => (row.Version, row.Events)), 2 * Minute);

        var fork = HanoiAcademy.Drills.Drill.Evolve(point!.State, World, Forking.Fork(point, "d1"));

        fork.Alone.ShouldBeFalse();
    }

    [Fact]
    public void What_only_suited_one_who_plays_alone_does_not_go_on_in_a_fork_with_teams()
    {
        var play = Begun().Send(Actor.System, new SetSharing("all")).Send(Me, new EndExercise(), 3 * Minute);
        var (point, _) = Forking.Find(World, play.Rows.Select(row => (row.Version, row.Events)), 2 * Minute);
        var state = point!.State with { NoController = "pause" };
        state.Sharing.ShouldBe("all");

        var fork = HanoiAcademy.Drills.Drill.Evolve(state, World, Forking.Fork(point, "d1"));
        var ofTeams = HanoiAcademy.Drills.Drill.Evolve(state with { Alone = false }, World, Forking.Fork(point, "d1"));

        (fork.Sharing, fork.NoController).ShouldBe(("own", "go-on"));
        (ofTeams.Sharing, ofTeams.NoController).ShouldBe(("all", "pause"), "what control chose stays chosen");
    }

    [Fact]
    public void A_drill_of_many_can_be_played_on_by_one_for_whom_it_waits_and_from_whom_nothing_is_kept()
    {
        var play = Play.Started(World).Until(6 * HanoiAcademy.Tests.Drills.Small.Minute).Send(Actor.Director, new EndExercise());
        var (point, _) = Forking.Find(World, play.Rows.Select(row => (row.Version, row.Events)), 2 * HanoiAcademy.Tests.Drills.Small.Minute);

        var fork = HanoiAcademy.Drills.Drill.Evolve(point!.State, World, Forking.Fork(point, "d1", alone: true));

        (fork.Alone, fork.Status, fork.Sharing, fork.NoController).ShouldBe((true, "paused", "all", "pause"));
    }

    private static Play Lobby()
    {
        var play = new Play(World, alone: true);
        foreach (var seat in play.State.Seats.Keys.Where(seat => seat != Me))
            play.Send(Actor.System, new SimulateSeat(seat, "average"));
        return play.Send(Actor.System, new TakeSeat(Me));
    }

    private static Play Begun() => Lobby().Send(Me, new StartExercise());
}
