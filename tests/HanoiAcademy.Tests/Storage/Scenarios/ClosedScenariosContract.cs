using HanoiAcademy.Storage.Agencies;
using HanoiAcademy.Storage.Drills;
using HanoiAcademy.Storage.Pinned;
using HanoiAcademy.Storage.Scenarios;

namespace HanoiAcademy.Tests.Storage.Scenarios;

/// <summary>A scenario is closed as long as what it waits for is not there, whoever looks.</summary>
public abstract class ClosedScenariosContract(ITestAcademy academy) : StorageContract(academy)
{
    private IClosedScenarios Closed => Get<IClosedScenarios>();

    [Fact]
    public async Task Until_it_is_opened_by_hand()
    {
        await EnrolAsync("instructor", AccountRole.Instructor);
        var closed = Of("invoice-at-dawn") with { Reason = "Diễn tập ngày thứ Ba", ClosedBy = "instructor" };
        await Closed.Close(closed);

        (await Closed.List(Noon.AddYears(50), Cancel)).ShouldBe([closed]);
        (await Closed.Open("invoice-at-dawn", "kivara")).ShouldBeFalse("another agency has not closed it");
        (await Closed.Open("invoice-at-dawn", "sundara")).ShouldBeTrue();
        (await Closed.Open("invoice-at-dawn", "sundara")).ShouldBeFalse();
        (await Closed.List(Noon, Cancel)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Until_a_moment()
    {
        await Closed.Close(Of("invoice-at-dawn") with { UntilWall = Noon.AddHours(1) });

        (await Closed.List(Noon.AddHours(1).AddMicroseconds(-1), Cancel)).ShouldHaveSingleItem();
        (await Closed.List(Noon.AddHours(1), Cancel)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Until_a_drill_has_ended_and_again_while_it_is_reopened()
    {
        var drill = await LaunchAsync("d1", "CODE1");
        await Closed.Close(Of("invoice-at-dawn") with { UntilDrill = drill.Id });
        (await Closed.List(Noon, Cancel)).ShouldHaveSingleItem();

        await Get<IDrillCatalog>().SetStatus("d1", DrillStatus.Ended, Noon);
        (await Closed.List(Noon, Cancel)).ShouldBeEmpty();
        await Get<IDrillCatalog>().SetStatus("d1", DrillStatus.Paused, Noon);
        (await Closed.List(Noon, Cancel)).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Until_every_drill_of_an_exercise_has_ended()
    {
        var exercise = new ExerciseEntry { Id = "e1", AgencyId = "sundara", ScenarioId = "invoice-at-dawn", Title = "E", ContentSha256 = await Get<IContentStore>().Put("{}"u8.ToArray()), CreatedWall = Noon };
        var drills = new[] { "a", "b" }.Select(id => new NewDrill(
            new DrillEntry { Id = id, AgencyId = "sundara", ExerciseId = "e1", ScenarioId = "invoice-at-dawn", Title = id, ContentSha256 = exercise.ContentSha256, CreatedWall = Noon, JoinCode = id }, new DrillOpening()));
        (await Get<IExercises>().Create(exercise, [.. drills])).ShouldBeTrue();
        await Closed.Close(Of("invoice-at-dawn") with { UntilExercise = "e1" });

        await Get<IDrillCatalog>().SetStatus("a", DrillStatus.Ended, Noon);
        (await Closed.List(Noon, Cancel)).ShouldHaveSingleItem();
        await Get<IDrillCatalog>().SetStatus("b", DrillStatus.Ended, Noon);
        (await Closed.List(Noon, Cancel)).ShouldBeEmpty();
    }

    [Fact]
    public async Task What_it_waits_for_and_what_is_not_there_keeps_nothing_closed()
    {
        await Closed.Close(Of("invoice-at-dawn") with { UntilDrill = "gone" });
        await Closed.Close(Of("desk-24-7") with { UntilExercise = "gone" });

        (await Closed.List(Noon, Cancel)).ShouldBeEmpty();
    }

    [Fact]
    public async Task The_last_word_of_an_agency_stands_and_each_has_its_own()
    {
        await Closed.Close(Of("invoice-at-dawn") with { UntilWall = Noon.AddHours(1), Reason = "first" });
        await Closed.Close(Of("invoice-at-dawn") with { Reason = "second" });
        await Closed.Close(Of("invoice-at-dawn", "kivara") with { Reason = "theirs" });

        (await Closed.List(Noon.AddYears(1), Cancel)).Select(one => (one.AgencyId, one.Reason)).ShouldBe([("kivara", "theirs"), ("sundara", "second")]);
    }

    private static ClosedScenario Of(string scenario, string agency = "sundara") => new() { ScenarioId = scenario, AgencyId = agency, ClosedWall = Noon };
}

public sealed class ClosedScenariosOnSqlite() : ClosedScenariosContract(new SqliteAcademy());

public sealed class ClosedScenariosOnSqlServer() : ClosedScenariosContract(new SqlServerAcademy());
