namespace HanoiAcademy.Storage.Drills;

/// <summary>Exercises; what happens in their drills stands in the drills' own logs.</summary>
public interface IExercises
{
    /// <summary>The exercise with all its drills, or nothing of it. False when a join code is taken: draw others.</summary>
    Task<bool> Create(ExerciseEntry exercise, IReadOnlyList<NewDrill> drills);

    Task<ExerciseEntry?> Get(string exerciseId, CancellationToken cancel = default);

    /// <summary>Newest first: those of agencies whose instructor or administrator this account is.</summary>
    Task<IReadOnlyList<ExerciseEntry>> ListVisibleTo(string accountId, CancellationToken cancel = default);

    /// <summary>In the order in which they were named at launch.</summary>
    Task<IReadOnlyList<DrillEntry>> Drills(string exerciseId, CancellationToken cancel = default);

    /// <summary>Notes the moment of StartEx; the first one stands.</summary>
    Task NoteStart(string exerciseId, DateTimeOffset wall);
}
