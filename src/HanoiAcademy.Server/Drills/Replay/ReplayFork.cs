using HanoiAcademy.Drills.Scenarios;
using HanoiAcademy.Server.Agencies;
using HanoiAcademy.Server.Drills.Alone;
using HanoiAcademy.Server.Drills.Launch;
using HanoiAcademy.Server.Drills.Seats;

namespace HanoiAcademy.Server.Drills.Replay;

/// <summary>A role that one may play on alone. Name: team and role.</summary>
internal sealed record ForkRole(string Role, string Name);

/// <summary>How somebody may play on from a moment: with people under his control, alone in one of these roles (none: not alone).</summary>
internal sealed record ForkChoice(bool WithPeople, IReadOnlyList<ForkRole> Alone, string Suggested);

/// <summary>Where the drill that was made is to be found.</summary>
internal sealed record Forked(string Address);

/// <summary>From a moment of a replay into a drill of its own.</summary>
internal sealed class ReplayFork(ReplayDesk desk, Recordings recordings, ReplayEyes eyes, DrillForker forker)
{
    public async Task<ForkChoice> Choice(DrillCaller caller, Viewer viewer, string language, CancellationToken cancel)
    {
        var recording = (await recordings.Of(caller.Drill, cancel)).Recording;
        var alone = viewer.IsSignedIn && await eyes.SeeAll(caller, recording, cancel);
        return new ForkChoice(
            caller.IsDirector && recording.Break is null && caller.Drill.Status == Storage.Drills.DrillStatus.Ended && Access.MayFork(viewer, caller.Drill.AgencyId), alone ? [.. Roles(recording.Scenario, language)] : [], alone ? AloneRoles.Suggested(recording.Scenario) : "");
    }

    /// <summary>Null: it is not his to do.</summary>
    public async Task<Launched?> Fork(DrillCaller caller, Viewer viewer, ForkOrder order, CancellationToken cancel)
    {
        if (await desk.Missing(caller.Drill, cancel) is { Code: { } missing })
            return new Launched(null, missing);
        // Nobody plays on on half a drill.
        if ((await recordings.Of(caller.Drill, cancel)).Recording.Break is not null && caller.IsDirector)
            return new Launched(null, "log-damaged");
        var choice = await Choice(caller, viewer, "", cancel);
        return (order.Alone is null ? choice.WithPeople : choice.Alone.Count > 0) ? await forker.Fork(caller.Drill, order, viewer.AccountId!) : null;
    }

    private static IEnumerable<ForkRole> Roles(Scenario scenario, string language) => AloneRoles.Teams(scenario).SelectMany(team =>
        team.Roles.Select(role => new ForkRole($"{team.Id}.{role.Id}", $"{team.Name.In(language, scenario.Language)}, {role.Name.In(language, scenario.Language)}")));
}
