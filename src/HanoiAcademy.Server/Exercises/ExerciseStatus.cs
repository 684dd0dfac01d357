using HanoiAcademy.Server.Drills.Rooms;
using HanoiAcademy.Storage.Drills;

namespace HanoiAcademy.Server.Exercises;

/// <summary>An exercise in a list.</summary>
internal sealed record ExerciseSummary(string Id, string Title, string Scenario, string AgencyId, DateTimeOffset Created, DateTimeOffset? Started)
{
    public static ExerciseSummary Of(ExerciseEntry exercise) => new(exercise.Id, exercise.Title, exercise.ScenarioId, exercise.AgencyId, exercise.CreatedWall, exercise.StartedWall);
}

/// <summary>An exercise and how each of its drills stands now.</summary>
internal sealed record ExerciseStatus(ExerciseSummary Exercise, IReadOnlyList<ExerciseDrill> Drills);

/// <summary>
/// At: drill ms; with the numbers of seats absent when the drill has ended or did not answer (IsReached says which). Ready: seats that said so, simulated ones among them.
/// </summary>
internal sealed record ExerciseDrill(
    string Id, string Name, string Status, bool IsReached, string JoinCode, long? At = null, int? Seats = null, int? People = null, int? Simulated = null, int? Ready = null)
{
    public static ExerciseDrill Of(ExerciseEntry exercise, DrillEntry drill, Glance? glance) => new(
        drill.Id, ExerciseLauncher.NameOf(exercise, drill), glance?.Status ?? drill.Status, glance is not null || drill.Status == DrillStatus.Ended, drill.JoinCode,
        glance?.At, glance?.Seats, glance?.People, glance?.Simulated, glance?.Ready);
}
