using HanoiAcademy.Storage.Database;

namespace HanoiAcademy.Storage.Drills;

internal sealed class Exercises(IDatabase database) : IExercises
{
    private const string Columns = "e.Id, e.AgencyId, e.ScenarioId, e.Title, e.ContentSha256, e.CreatedBy, e.CreatedWall, e.StartedWall, e.Comparison";

    private const string InsertExercise = """
        INSERT INTO Exercises (Id, AgencyId, ScenarioId, Title, ContentSha256, CreatedBy, CreatedWall, StartedWall, Comparison)
        SELECT @Id, @AgencyId, @ScenarioId, @Title, @ContentSha256, @CreatedBy, @CreatedWall, @StartedWall, @Comparison
        WHERE NOT EXISTS (SELECT 1 FROM Exercises WHERE Id = @Id)
        """;

    public async Task<bool> Create(ExerciseEntry exercise, IReadOnlyList<NewDrill> drills)
    {
        try
        {
            await database.Write(session =>
            {
                if (session.Execute(InsertExercise, exercise) == 0)
                {
                    return session.Again ? true : throw new InvalidOperationException($"There is an exercise {exercise.Id} already.");
                }

                foreach (var (entry, opening) in drills)
                {
                    if (!NewDrillRows.InsertLine(session, entry))
                    {
                        throw new CodeTakenException();
                    }

                    NewDrillRows.InsertOpening(session, entry, opening);
                }

                return true;
            });
            return true;
        }
        catch (CodeTakenException)
        {
            return false;
        }
    }

    private const string GetExercise = $"SELECT {Columns} FROM Exercises e WHERE e.Id = @exerciseId";

    public Task<ExerciseEntry?> Get(string exerciseId, CancellationToken cancel) =>
        database.Read(session => session.First<ExerciseEntry>(GetExercise, new { exerciseId }), cancel);

    private const string ListVisible = $"""
        SELECT {Columns} FROM Exercises e
        WHERE EXISTS (SELECT 1 FROM Memberships m WHERE m.AccountId = @accountId AND m.AgencyId = e.AgencyId AND m.Role IN ('instructor', 'administrator'))
        ORDER BY e.CreatedWall DESC, e.Id
        """;

    public Task<IReadOnlyList<ExerciseEntry>> ListVisibleTo(string accountId, CancellationToken cancel) =>
        database.Read<IReadOnlyList<ExerciseEntry>>(session => session.All<ExerciseEntry>(ListVisible, new { accountId }), cancel);

    // They are launched a microsecond apart, in the order in which they were named.
    private const string ListDrills = $"SELECT {DrillCatalog.Columns} FROM Drills d WHERE d.ExerciseId = @exerciseId ORDER BY d.CreatedWall, d.Id";

    public Task<IReadOnlyList<DrillEntry>> Drills(string exerciseId, CancellationToken cancel) =>
        database.Read<IReadOnlyList<DrillEntry>>(session => session.All<DrillEntry>(ListDrills, new { exerciseId }), cancel);

    private const string SetStart = "UPDATE Exercises SET StartedWall = @wall WHERE Id = @exerciseId AND StartedWall IS NULL";

    public Task NoteStart(string exerciseId, DateTimeOffset wall) => database.WriteOne(session => session.Execute(SetStart, new { exerciseId, wall }));

    /// <summary>Takes back what was written of the exercise.</summary>
    private sealed class CodeTakenException : Exception;
}
