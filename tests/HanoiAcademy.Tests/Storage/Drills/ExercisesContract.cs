using HanoiAcademy.Storage.Agencies;
using HanoiAcademy.Storage.Drills;
using HanoiAcademy.Storage.Pinned;

namespace HanoiAcademy.Tests.Storage.Drills;

public abstract class ExercisesContract(ITestAcademy academy) : StorageContract(academy)
{
    private IExercises Exercises => Get<IExercises>();

    [Fact]
    public async Task An_exercise_comes_back_with_its_drills_in_the_order_they_were_named()
    {
        var exercise = await MakeAsync("e1", 3);

        (await Exercises.Get("e1", Cancel)).ShouldBe(exercise);
        (await Exercises.Get("e2", Cancel)).ShouldBeNull();
        var drills = await Exercises.Drills("e1", Cancel);
        drills.Select(drill => drill.Id).ShouldBe(["e1-c", "e1-b", "e1-a"]);
        drills.ShouldAllBe(drill => drill.ExerciseId == "e1" && drill.ContentSha256 == exercise.ContentSha256);
        (await Get<IDrillLog>().Read("e1-b", 0, Cancel)).ShouldHaveSingleItem().CommandId.ShouldBe("launch");
        (await Exercises.Drills("e2", Cancel)).ShouldBeEmpty();
    }

    [Fact]
    public async Task One_taken_join_code_leaves_nothing_of_the_whole_exercise()
    {
        await LaunchAsync("d1", "e1-CODE1");
        await MakeAsync("e1", 3, isMade: false);

        (await Exercises.Get("e1", Cancel)).ShouldBeNull();
        (await Exercises.Drills("e1", Cancel)).ShouldBeEmpty();
        (await Get<IDrillCatalog>().Get("e1-c", Cancel)).ShouldBeNull();
        (await Get<IDrillLog>().Read("e1-c", 0, Cancel)).ShouldBeEmpty();
    }

    [Fact]
    public async Task The_first_StartEx_dates_it()
    {
        await MakeAsync("e1", 1);
        await Exercises.NoteStart("e1", Noon.AddHours(1));
        await Exercises.NoteStart("e1", Noon.AddHours(2));
        (await Exercises.Get("e1", Cancel))!.StartedWall.ShouldBe(Noon.AddHours(1));
        await Exercises.NoteStart("nowhere", Noon);
    }

    [Theory]
    [InlineData("instructor", "e2 e1")]
    [InlineData("administrator", "e2 e1")]
    [InlineData("trainee", "")]
    [InlineData("instructor-elsewhere", "")]
    [InlineData("nobody", "")]
    public async Task Those_who_instruct_in_its_agency_see_it_newest_first(string who, string sees)
    {
        await EnrolAsync("instructor", AccountRole.Instructor);
        await EnrolAsync("administrator", AccountRole.Administrator);
        await EnrolAsync("trainee", AccountRole.Trainee);
        await EnrolAsync("instructor-elsewhere", AccountRole.Instructor, "kivara");
        await MakeAsync("e1", 1);
        await MakeAsync("e2", 1, Noon.AddMinutes(1));

        (await Exercises.ListVisibleTo(who, Cancel)).Select(exercise => exercise.Id).ShouldBe(sees.Split(' ', StringSplitOptions.RemoveEmptyEntries));
    }

    private async Task<ExerciseEntry> MakeAsync(string id, int drills, DateTimeOffset? wall = null, bool isMade = true)
    {
        var exercise = new ExerciseEntry
        {
            Id = id,
            AgencyId = "sundara",
            ScenarioId = "invoice-at-dawn",
            Title = "Một buổi diễn tập",
            ContentSha256 = await Get<IContentStore>().Put("{}"u8.ToArray()),
            CreatedWall = wall ?? Noon,
        };
        (await Exercises.Create(exercise, [.. Enumerable.Range(0, drills).Select(n => Member(exercise, n, drills))])).ShouldBe(isMade);
        return exercise;
    }

    /// <summary>Ids against the order, so that the moments order them.</summary>
    private static NewDrill Member(ExerciseEntry exercise, int n, int of)
    {
        var id = $"{exercise.Id}-{(char)('a' + of - 1 - n)}";
        var drill = new DrillEntry
        {
            Id = id,
            AgencyId = exercise.AgencyId,
            ExerciseId = exercise.Id,
            ScenarioId = exercise.ScenarioId,
            Title = $"Drill {n}",
            ContentSha256 = exercise.ContentSha256,
            CreatedWall = exercise.CreatedWall.AddMicroseconds(n),
            JoinCode = $"{exercise.Id}-CODE{n}",
        };
        return new NewDrill(drill, new DrillOpening { Rows = [new LogRow { DrillId = id, Version = 1, CommandId = "launch", Seat = "system", At = 0, Wall = Noon, Events = "[]" }] });
    }
}

public sealed class ExercisesOnSqlite() : ExercisesContract(new SqliteAcademy());

public sealed class ExercisesOnSqlServer() : ExercisesContract(new SqlServerAcademy());
