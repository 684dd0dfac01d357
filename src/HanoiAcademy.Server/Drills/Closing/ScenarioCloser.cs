using HanoiAcademy.Content.Scenarios;
using HanoiAcademy.Server.Agencies;
using HanoiAcademy.Server.Drills.Launch;
using HanoiAcademy.Server.Drills.Seats;
using HanoiAcademy.Storage.Drills;
using HanoiAcademy.Storage.Scenarios;

namespace HanoiAcademy.Server.Drills.Closing;

/// <summary>What a closing can wait for: drills and exercises of the agency with this scenario that have not ended.</summary>
internal sealed record ClosingChoices(IReadOnlyList<DrillEntry> Drills, IReadOnlyList<ExerciseEntry> Exercises);

/// <summary>Closes scenarios and opens them again.</summary>
internal sealed class ScenarioCloser(
    ScenarioLibrary library, IClosedScenarios closed, IDrillCatalog catalog, IExercises exercises, LaunchAgency agencies, SeatOffice seats, TimeProvider time)
{
    private static readonly TimeSpan Longest = TimeSpan.FromDays(366);

    /// <returns>Null when it is done; else why not.</returns>
    public async Task<LaunchRefusal?> Close(string scenarioId, ClosingOrder order, Viewer viewer)
    {
        if (library.Find(scenarioId) is null)
            return new LaunchRefusal("unknown-scenario", scenarioId);
        if (await agencies.Choose(viewer, order.Agency) is not { } agency)
            return new LaunchRefusal("not-of-this-agency");
        var now = time.GetUtcNow();
        if (order.Reason.Length > ClosedScenario.LongestReason || order.Reason.Any(letter => char.IsControl(letter) && letter is not ('\r' or '\n' or '\t')))
            return new LaunchRefusal("bad-reason", $"{ClosedScenario.LongestReason}");
        if (new[] { order.UntilDrill is not null, order.UntilExercise is not null, order.Until is not null }.Count(stands => stands) > 1)
            return new LaunchRefusal("bad-until");
        if (order.Until is { } until && (until <= now || until > now + Longest))
            return new LaunchRefusal("bad-date-to-open");
        var choices = await Choices(scenarioId, agency, viewer);
        if (order.UntilDrill is { } drill && choices.Drills.All(one => one.Id != drill))
            return new LaunchRefusal("unknown-drill", drill);
        if (order.UntilExercise is { } exercise && choices.Exercises.All(one => one.Id != exercise))
            return new LaunchRefusal("unknown-exercise", exercise);

        await Close(new ClosedScenario
        {
            ScenarioId = scenarioId,
            AgencyId = agency,
            Reason = order.Reason.Trim(),
            ClosedBy = viewer.AccountId,
            ClosedWall = now,
            UntilWall = order.Until,
            UntilDrill = order.UntilDrill,
            UntilExercise = order.UntilExercise,
        });
        return null;
    }

    /// <summary>Whoever is in the middle of it alone is put out of it, and finds it again where it stood once it is open.</summary>
    private async Task Close(ClosedScenario one)
    {
        await closed.Close(one);
        // One that stands is put out of nothing, and whoever would set it going is asked again whether he may.
        foreach (var alone in (await catalog.ListAloneIdle(DateTimeOffset.MaxValue, one.ScenarioId)).Where(alone => alone.Status == DrillStatus.Running))
            await seats.PutToSleep(alone.Id);
    }

    /// <summary>
    /// A launch opens nothing sooner than it would have opened: what is closed until it is opened by hand, or waits for another drill, stays as it is, and a
    /// date goes on counting beside the drill.
    /// </summary>
    private async Task CloseAsWell(ClosedScenario one)
    {
        var before = (await closed.List(one.ClosedWall)).FirstOrDefault(other => other.ScenarioId == one.ScenarioId && other.AgencyId == one.AgencyId);
        if (before is null)
            await Close(one);
        else if (before.UntilWall > one.ClosedWall && before is { UntilDrill: null, UntilExercise: null })
            await Close(before with { UntilDrill = one.UntilDrill, UntilExercise = one.UntilExercise });
    }

    /// <summary>Until a drill that has just been launched is over.</summary>
    public async Task CloseUntilEndOf(DrillEntry drill, Viewer viewer) =>
        await CloseAsWell(new ClosedScenario { ScenarioId = drill.ScenarioId, AgencyId = drill.AgencyId, ClosedBy = viewer.AccountId, ClosedWall = time.GetUtcNow(), UntilDrill = drill.Id });

    public async Task CloseUntilEndOf(ExerciseEntry exercise, Viewer viewer) =>
        await CloseAsWell(new ClosedScenario { ScenarioId = exercise.ScenarioId, AgencyId = exercise.AgencyId, ClosedBy = viewer.AccountId, ClosedWall = time.GetUtcNow(), UntilExercise = exercise.Id });

    public async Task<LaunchRefusal?> Open(string scenarioId, string agency, Viewer viewer)
    {
        if (await agencies.Choose(viewer, agency) is not { } id)
            return new LaunchRefusal("not-of-this-agency");
        return await closed.Open(scenarioId, id) ? null : new LaunchRefusal("not-closed");
    }

    /// <param name="agency">Its id.</param>
    public async Task<ClosingChoices> Choices(string scenarioId, string agency, Viewer viewer)
    {
        var drills = (await catalog.ListVisibleTo(viewer.AccountId!)).Where(drill => drill.AgencyId == agency && drill.ScenarioId == scenarioId && drill.Status != DrillStatus.Ended && !drill.IsAlone).ToList();
        var under = drills.Select(drill => drill.ExerciseId).OfType<string>().ToHashSet(StringComparer.Ordinal);
        return new ClosingChoices(drills, [.. (await exercises.ListVisibleTo(viewer.AccountId!)).Where(exercise => under.Contains(exercise.Id))]);
    }
}
