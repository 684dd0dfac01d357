using HanoiAcademy.Content.Scenarios;
using HanoiAcademy.Server.Agencies;
using HanoiAcademy.Storage.Scenarios;

namespace HanoiAcademy.Server.Drills.Closing;

/// <summary>A scenario as somebody finds it who may know of it. Closed: by which agencies it is, at this moment.</summary>
internal sealed record ShelvedScenario(PinnedScenario Pinned, IReadOnlyList<ClosedScenario> Closed)
{
    public bool IsClosed => Closed.Count > 0;
}

/// <summary>
/// The scenarios that a viewer may know of. One that any agency keeps closed is not there for strangers and trainees, of whichever agency: who is to play it
/// need only sign out to become a stranger. Instructors see all of them; they have to launch them.
/// </summary>
internal sealed class ScenarioShelf(ScenarioLibrary library, IClosedScenarios closed, TimeProvider time)
{
    public async Task<IReadOnlyList<ShelvedScenario>> List(Viewer viewer, CancellationToken cancel = default)
    {
        var now = (await closed.List(time.GetUtcNow(), cancel)).ToLookup(one => one.ScenarioId, StringComparer.Ordinal);
        return [.. library.All.Select(pinned => new ShelvedScenario(pinned, [.. now[pinned.Scenario.Id]])).Where(one => !one.IsClosed || Access.MaySeeClosedScenarios(viewer))];
    }

    /// <summary>Null when there is none or it is closed to him: the two must look alike.</summary>
    public async Task<ShelvedScenario?> Find(string id, Viewer viewer, CancellationToken cancel = default) =>
        (await List(viewer, cancel)).FirstOrDefault(one => one.Pinned.Scenario.Id == id);

    /// <summary>Whether what has been played of it is kept from those who play, too.</summary>
    public async Task<bool> IsClosed(string scenarioId, CancellationToken cancel = default) =>
        (await closed.List(time.GetUtcNow(), cancel)).Any(one => one.ScenarioId == scenarioId);
}
