using System.Security.Claims;
using HanoiAcademy.Server.Agencies;
using HanoiAcademy.Server.Drills.Rooms;
using HanoiAcademy.Server.Drills.Seats;
using HanoiAcademy.Server.Exercises;
using HanoiAcademy.Server.Tests.Drills.Live;
using HanoiAcademy.Storage.Agencies;
using HanoiAcademy.Storage.Drills;
using Microsoft.Extensions.Logging.Abstractions;

namespace HanoiAcademy.Server.Tests.Exercises;

/// <summary>A node that does not answer, dies half-way or whose answer is lost: all drills begin, or those that did not are named, and a second press mends it.</summary>
public sealed class ExerciseFailureTests
{
    [Fact]
    public async Task A_drill_that_does_not_answer_keeps_the_others_from_beginning_without_it()
    {
        await using var broken = await Broken.Start();
        broken.Rooms.Unreachable = true;

        var held = await broken.Press(ExerciseAct.Start);

        held.IsHeldBack.ShouldBeTrue();
        held.Drills.ShouldHaveSingleItem().ShouldSatisfyAllConditions(drill => drill.Name.ShouldBe("Kivara"), drill => drill.Code.ShouldBe("drill-not-reached"));
        (await broken.Started()).ShouldBe([false, false, false]);
        (await broken.Exercises.Get(broken.Exercise.Id))!.StartedWall.ShouldBeNull();

        Results(await broken.Press(ExerciseAct.Start, anyway: true)).ShouldBe(["done", "not-done", "done"]);
        (await broken.Exercises.Get(broken.Exercise.Id))!.StartedWall.ShouldNotBeNull();
        broken.Rooms.Unreachable = false;
        Results(await broken.Press(ExerciseAct.Start)).ShouldBe(["already", "done", "already"]);
        (await broken.Started()).ShouldBe([true, true, true]);
    }

    [Fact]
    public async Task A_node_that_dies_between_the_look_and_the_command_leaves_its_drill_named_and_a_second_press_begins_it()
    {
        await using var broken = await Broken.Start();
        broken.Rooms.DiesBefore = true;

        var part = await broken.Press(ExerciseAct.Start);

        part.IsWhole.ShouldBeFalse();
        Results(part).ShouldBe(["done", "not-done", "done"]);
        part.NotDone.ShouldHaveSingleItem().Name.ShouldBe("Kivara");
        broken.Rooms.DiesBefore = false;
        Results(await broken.Press(ExerciseAct.Start)).ShouldBe(["already", "done", "already"]);
    }

    [Fact]
    public async Task A_lost_answer_is_named_and_found_done_by_the_second_press()
    {
        await using var broken = await Broken.Start();
        broken.Rooms.DiesAfter = true;

        Results(await broken.Press(ExerciseAct.Start)).ShouldBe(["done", "not-done", "done"]);
        broken.Rooms.DiesAfter = false;

        Results(await broken.Press(ExerciseAct.Start)).ShouldBe(["already", "already", "already"]);
        (await broken.Site.Log((await broken.Exercises.Drills(broken.Exercise.Id))[1])).Count(row => row.Events.Contains("exercise-started", StringComparison.Ordinal)).ShouldBe(1);
    }

    [Fact]
    public async Task A_stop_for_a_real_event_waits_for_nobody()
    {
        await using var broken = await Broken.Start();
        await broken.Press(ExerciseAct.Start);
        broken.Rooms.Unreachable = true;

        Results(await broken.Press(ExerciseAct.Stop)).ShouldBe(["done", "not-done", "done"]);
    }

    [Fact]
    public async Task A_room_that_had_to_be_loaded_anew_is_asked_again()
    {
        await using var broken = await Broken.Start();
        broken.Rooms.Agains = 3;

        Results(await broken.Press(ExerciseAct.Start)).ShouldBe(["done", "done", "done"]);
    }

    private static string[] Results(ExerciseOutcome outcome) => [.. outcome.Drills.Select(drill => drill.Result)];

    /// <summary>An exercise of three drills whose second one can be made to fail.</summary>
    private sealed class Broken : IAsyncDisposable
    {
        private ClaimsPrincipal _director = null!;

        public required LiveSite Site { get; init; }

        public ExerciseEntry Exercise { get; private set; } = null!;

        public BrokenRooms Rooms { get; private set; } = null!;

        public IExercises Exercises => Site.Get<IExercises>();

        public static async Task<Broken> Start()
        {
            var broken = new Broken { Site = LiveSite.Start() };
            Agency agency = await broken.Site.MakeAgency();
            var instructor = await broken.Site.SignIn(Role.Instructor, agency);
            broken.Exercise = (await broken.Exercises.Get(await instructor.LaunchExercise("Sundara", "Kivara", "Norvia")))!;
            broken.Rooms = new BrokenRooms(broken.Site.Get<IDrillRooms>(), (await broken.Exercises.Drills(broken.Exercise.Id))[1].Id);
            broken._director = new ClaimsPrincipal(new ClaimsIdentity([new(ClaimTypes.NameIdentifier, instructor.AccountId!), Viewer.Membership(agency.Id, AccountRole.Instructor)], "test"));
            return broken;
        }

        public Task<ExerciseOutcome> Press(ExerciseAct act, bool anyway = false) =>
            new ExerciseControl(Exercises, Rooms, Site.Get<DrillAccess>(), TimeProvider.System, NullLogger<ExerciseControl>.Instance)
                .Do(Exercise, act, _director, Guid.NewGuid().ToString(), anyway);

        public async Task<bool[]> Started() =>
            await Task.WhenAll((await Exercises.Drills(Exercise.Id)).Select(async drill => (await Site.Get<IDrillRooms>().Glance(drill.Id)).Started));

        public ValueTask DisposeAsync() => Site.DisposeAsync();
    }

    private sealed class BrokenRooms(IDrillRooms inner, string broken) : IDrillRooms
    {
        public bool Unreachable { get; set; }

        public bool DiesBefore { get; set; }

        public bool DiesAfter { get; set; }

        public int Agains { get; set; }

        public Task<Glance> Glance(string drill) => Unreachable && drill == broken ? throw new TimeoutException("The silo is gone.") : inner.Glance(drill);

        public async Task<Answer> Send(string drill, Envelope envelope)
        {
            if (drill == broken && (Unreachable || DiesBefore))
                throw new TimeoutException("The silo is gone.");
            if (drill == broken && Agains-- > 0)
                return Answer.Again(0);
            var answer = await inner.Send(drill, envelope);
            return drill == broken && DiesAfter ? throw new TimeoutException("The answer was lost.") : answer;
        }

        public Task<bool> Undo(string drill, string seat, string commandId) => inner.Undo(drill, seat, commandId);

        public Task<RoomView> View(string drill, ViewAsk ask) => inner.View(drill, ask);

        public Task Gone(string drill, string connection) => inner.Gone(drill, connection);

        public Task Silence(string drill, string seat) => inner.Silence(drill, seat);

        public Task Wake(string drill) => inner.Wake(drill);
    }
}
