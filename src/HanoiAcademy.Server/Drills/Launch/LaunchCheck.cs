using HanoiAcademy.Content.Scenarios;
using HanoiAcademy.Drills.Commands;
using HanoiAcademy.Server.Contributions.Launch;
using HanoiAcademy.Storage.Agencies;

namespace HanoiAcademy.Server.Drills.Launch;

/// <summary>Why something cannot be launched: a code and the word its sentence names.</summary>
internal sealed record LaunchRefusal(string Code, string Word = "");

/// <summary>What an instructor may choose, looked through before anything is written.</summary>
internal sealed class LaunchCheck(ScenarioLibrary library, ContributedScenarios contributed, IAgencies agencies)
{
    public const int LongestTitle = 120;

    /// <param name="id">Of the library, or a contribution's name.</param>
    /// <param name="agencyId">The agency that launches.</param>
    public async Task<(PinnedScenario? Scenario, LaunchRefusal? Refusal)> Scenario(string id, string agencyId, int speed, string afterCrash, string noController)
    {
        if (!SetSpeed.Speeds.Contains(speed))
            return (null, new LaunchRefusal("bad-speed", string.Join(", ", SetSpeed.Speeds)));
        if (afterCrash is not ("pause" or "go-on") || noController is not ("pause" or "go-on"))
            return (null, new LaunchRefusal("bad-choice", "pause, go-on"));
        if (id.StartsWith(ContributedScenarios.Prefix, StringComparison.Ordinal))
            return await contributed.Find(id, agencyId);
        return library.Find(id) is { } pinned ? (pinned, null) : (null, new LaunchRefusal("unknown-scenario", id));
    }

    /// <summary>As it is kept: without gaps around it; <paramref name="otherwise"/> when there is none.</summary>
    public static (string Title, LaunchRefusal? Refusal) Title(string given, string otherwise)
    {
        var title = given.Trim() is { Length: > 0 } own ? own : otherwise;
        return (title, title.Length > LongestTitle || title.Any(char.IsControl) ? new LaunchRefusal("bad-title", $"{LongestTitle}") : null);
    }

    /// <summary>The ids of agencies named by their slugs.</summary>
    public async Task<(IReadOnlyList<string> Ids, LaunchRefusal? Refusal)> Agencies(IEnumerable<string> slugs)
    {
        var ids = new List<string>();
        foreach (var slug in slugs)
        {
            if (await agencies.FindBySlug(slug) is not { } agency)
                return ([], new LaunchRefusal("unknown-agency", slug));
            ids.Add(agency.Id);
        }

        return (ids, null);
    }
}
