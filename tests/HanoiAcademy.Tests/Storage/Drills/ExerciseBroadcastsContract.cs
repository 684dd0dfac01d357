using HanoiAcademy.Storage.Drills;
using HanoiAcademy.Storage.Pinned;

namespace HanoiAcademy.Tests.Storage.Drills;

public abstract class ExerciseBroadcastsContract(ITestAcademy academy) : StorageContract(academy)
{
    private IExerciseBroadcasts Broadcasts => Get<IExerciseBroadcasts>();

    [Fact]
    public async Task A_broadcast_comes_back_with_all_whom_it_goes_to()
    {
        await MakeAsync("e1");

        (await Broadcasts.Keep(Words("e1", "x-1"), [To("e1", "x-1", "d1"), To("e1", "x-1", "d2")])).ShouldBeTrue();

        (await Broadcasts.Of("e1", Cancel)).ShouldBe([Words("e1", "x-1")]);
        (await Broadcasts.Drills("e1", Cancel)).ShouldBe([To("e1", "x-1", "d1"), To("e1", "x-1", "d2")]);
        (await Broadcasts.Of("e2", Cancel)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Kept_again_it_is_one_and_its_id_takes_no_other_words()
    {
        await MakeAsync("e1");
        await Broadcasts.Keep(Words("e1", "x-1"), [To("e1", "x-1", "d1")]);
        await Broadcasts.Note("e1", "x-1", "d1", BroadcastStatus.Delivered, null);

        (await Broadcasts.Keep(Words("e1", "x-1"), [To("e1", "x-1", "d1")])).ShouldBeTrue();
        (await Broadcasts.Keep(Words("e1", "x-1") with { Words = "others" }, [To("e1", "x-1", "d1")])).ShouldBeFalse();

        (await Broadcasts.Of("e1", Cancel)).ShouldHaveSingleItem().Words.ShouldBe("words");
        (await Broadcasts.Drills("e1", Cancel)).ShouldHaveSingleItem().Status.ShouldBe(BroadcastStatus.Delivered);
    }

    [Fact]
    public async Task What_waits_anywhere_is_listed_oldest_first_until_it_has_come_to_something()
    {
        await MakeAsync("e1");
        await Broadcasts.Keep(Words("e1", "x-2") with { CreatedWall = Noon.AddMinutes(2) }, [To("e1", "x-2", "d1")]);
        await Broadcasts.Keep(Words("e1", "x-1"), [To("e1", "x-1", "d1"), To("e1", "x-1", "d2")]);
        (await Broadcasts.Waiting(Cancel)).Select(one => one.Id).ShouldBe(["x-1", "x-2"]);

        await Broadcasts.Note("e1", "x-1", "d1", BroadcastStatus.Delivered, null);
        (await Broadcasts.Waiting(Cancel)).Select(one => one.Id).ShouldBe(["x-1", "x-2"]);
        await Broadcasts.Note("e1", "x-1", "d2", BroadcastStatus.Refused, "drill-ended");
        (await Broadcasts.Waiting(Cancel)).Select(one => one.Id).ShouldBe(["x-2"]);
        await Broadcasts.Note("e1", "x-1", "d2", BroadcastStatus.Delivered, null);

        (await Broadcasts.Drills("e1", Cancel)).Single(to => to is { BroadcastId: "x-1", DrillId: "d2" }).ShouldSatisfyAllConditions(to => to.Status.ShouldBe(BroadcastStatus.Refused), to => to.Code.ShouldBe("drill-ended"));
    }

    [Fact]
    public async Task One_that_was_given_up_may_still_be_delivered()
    {
        await MakeAsync("e1");
        await Broadcasts.Keep(Words("e1", "x-1"), [To("e1", "x-1", "d1")]);
        await Broadcasts.Note("e1", "x-1", "d1", BroadcastStatus.GivenUp, "drill-not-reached");
        (await Broadcasts.Waiting(Cancel)).ShouldBeEmpty();

        await Broadcasts.Note("e1", "x-1", "d1", BroadcastStatus.Delivered, null);

        (await Broadcasts.Drills("e1", Cancel)).ShouldHaveSingleItem().Status.ShouldBe(BroadcastStatus.Delivered);
    }

    private static ExerciseBroadcast Words(string exercise, string id) => new() { ExerciseId = exercise, Id = id, Words = "words", CreatedWall = Noon };

    private static BroadcastDrill To(string exercise, string id, string drill) => new() { ExerciseId = exercise, BroadcastId = id, DrillId = drill, Seat = "control.director.1" };

    private async Task MakeAsync(string id)
    {
        await LaunchAsync("d1", "CODE1");
        await LaunchAsync("d2", "CODE2");
        var exercise = new ExerciseEntry { Id = id, AgencyId = "sundara", ScenarioId = "invoice-at-dawn", Title = "Spring", ContentSha256 = await Get<IContentStore>().Put("{}"u8.ToArray()), CreatedWall = Noon, Comparison = ComparisonLevel.Places };
        (await Get<IExercises>().Create(exercise, [])).ShouldBeTrue();
        (await Get<IExercises>().Get(id, Cancel))!.Comparison.ShouldBe(ComparisonLevel.Places);
    }
}

public sealed class ExerciseBroadcastsOnSqlite() : ExerciseBroadcastsContract(new SqliteAcademy());

public sealed class ExerciseBroadcastsOnSqlServer() : ExerciseBroadcastsContract(new SqlServerAcademy());
