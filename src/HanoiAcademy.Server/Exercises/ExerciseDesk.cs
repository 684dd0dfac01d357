using System.Security.Claims;
using HanoiAcademy.Server.Agencies;
using HanoiAcademy.Storage.Drills;

namespace HanoiAcademy.Server.Exercises;

/// <summary>Finds an exercise for who may steer it.</summary>
internal sealed class ExerciseDesk(IExercises exercises, ExerciseControl control)
{
    /// <summary>Null when there is none or it is not his: the two must look alike.</summary>
    public async Task<ExerciseEntry?> Find(string id, ClaimsPrincipal user, CancellationToken cancel) =>
        await exercises.Get(id, cancel) is { } exercise && Access.MaySteerExercise(Viewer.Of(user), exercise.AgencyId) ? exercise : null;

    public async Task<ExerciseStatus> Status(ExerciseEntry exercise, CancellationToken cancel)
    {
        var drills = await exercises.Drills(exercise.Id, cancel);

        // One that has ended would be loaded with its whole log only to say so.
        var all = await Task.WhenAll(drills.Select(async drill =>
            ExerciseDrill.Of(exercise, drill, drill.Status == DrillStatus.Ended ? null : await control.Look(drill))));
        return new ExerciseStatus(ExerciseSummary.Of(exercise), all);
    }
}
