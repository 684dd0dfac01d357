using HanoiAcademy.Server.Drills.Rooms;
using HanoiAcademy.Storage.Drills;

namespace HanoiAcademy.Server.Exercises;

/// <summary>An exercise in a list. Comparison: what each country sees of the others after EndEx.</summary>
internal sealed record ExerciseSummary(string Id, string Title, string Scenario, string AgencyId, DateTimeOffset Created, DateTimeOffset? Started, string Comparison)
{
    public static ExerciseSummary Of(ExerciseEntry exercise) => new(exercise.Id, exercise.Title, exercise.ScenarioId, exercise.AgencyId, exercise.CreatedWall, exercise.StartedWall, exercise.Comparison);
}

/// <summary>An exercise and how each of its drills stands now.</summary>
internal sealed record ExerciseStatus(ExerciseSummary Exercise, IReadOnlyList<ExerciseDrill> Drills);

/// <summary>
/// A tile of the wall. At: drill ms; with the numbers absent when the drill has ended or did not answer (IsReached says which). Ready: seats that said so, simulated
/// ones among them. Live: seats with a line now. LastActMs and WaitingMs: drill ms since somebody last did something, and since the oldest message that waits.
/// Missing: seats that nobody has come to, or who has is not here or not ready; before StartEx. Need: the more, the sooner somebody should look.
/// </summary>
internal sealed record ExerciseDrill(
    string Id, string Name, string Status, bool IsReached, string JoinCode, long? At = null, int? Seats = null, int? People = null, int? Simulated = null, int? Ready = null,
    int? Live = null, int? Speed = null, int? Controllers = null, long? LastActMs = null, int? Urgent = null, int? Decisions = null, int? Overdue = null, int? Waiting = null, long? WaitingMs = null, int? Missing = null)
{
    /// <summary>Written out: what is only read is not sent.</summary>
    public int Need { get; init; }

    public static ExerciseDrill Of(ExerciseEntry exercise, DrillEntry drill, Glance? glance)
    {
        var plain = new ExerciseDrill(drill.Id, ExerciseLauncher.NameOf(exercise, drill), glance?.Status ?? drill.Status, glance is not null || drill.Status == DrillStatus.Ended, drill.JoinCode);
        return glance is null ? plain with { Need = plain.IsReached ? 0 : Lost } : plain with
        {
            Need = NeedOf(glance),
            At = glance.At,
            Seats = glance.Seats,
            People = glance.People,
            Simulated = glance.Simulated,
            Ready = glance.Ready,
            Live = glance.Live,
            Speed = glance.Speed,
            Controllers = glance.Controllers,
            LastActMs = glance.Glimpse.LastActAt is { } last ? Math.Max(0, glance.At - last) : null,
            Urgent = glance.Glimpse.Urgent,
            Decisions = glance.Glimpse.Decisions,
            Overdue = glance.Glimpse.Overdue,
            Waiting = glance.Glimpse.Waiting,
            WaitingMs = glance.Glimpse.WaitingSince is { } since ? Math.Max(0, glance.At - since) : null,
            Missing = glance.Started ? null : glance.Links.Count(link => link.IsMissing),
        };
    }

    private const int Lost = 1_000_000;

    private static int NeedOf(Glance glance) => glance.Status switch
    {
        "stopped" => Lost / 2,
        "ended" => 0,
        _ => Math.Min(Lost / 3, glance.Glimpse.Overdue * 1_000 + glance.Glimpse.Waiting * 300 + glance.Glimpse.Urgent * 100 + glance.Glimpse.Decisions * 20
            + (glance.Status == "paused" ? 50 : 0) + Math.Max(0, glance.People - glance.Live) * 10),
    };
}
