using HanoiAcademy.Content.Problems;

namespace HanoiAcademy.Content.Scenarios;

/// <summary>
/// All scenarios of one folder. A scenario with an error is left out and its problems are listed; the others work.
/// </summary>
public sealed class ScenarioLibrary
{
    private readonly Dictionary<string, PinnedScenario> _byId;

    private ScenarioLibrary(IReadOnlyList<PinnedScenario> all, IReadOnlyList<Problem> problems)
    {
        All = all;
        Problems = problems;
        _byId = all.ToDictionary(p => p.Scenario.Id, StringComparer.Ordinal);
    }

    /// <summary>The good ones, by id.</summary>
    public IReadOnlyList<PinnedScenario> All { get; }

    /// <summary>Of the bad ones, and warnings of the good ones; by file and line.</summary>
    public IReadOnlyList<Problem> Problems { get; }

    public PinnedScenario? Find(string id) => _byId.GetValueOrDefault(id);

    /// <param name="root">The folder <c>scenarios/</c> on disk; one that is missing gives an empty library and a problem.</param>
    /// <param name="name">Its name in problems.</param>
    public static ScenarioLibrary Load(string root, string name = "scenarios")
    {
        if (!Directory.Exists(root))
            return new([], [new(name, 1, 1, "folder-missing", "There is no such folder; put the scenarios there or set Content:Root.", Severity.Warning)]);

        var problems = new List<Problem>();
        var good = new List<PinnedScenario>();
        foreach (var id in Folders(root, name, problems))
        {
            // One list a folder: a folder full of faults must not use up the room for those of the next.
            var own = new ProblemList();
            if (ScenarioReader.Read(Path.Combine(root, id), $"{name}/{id}", own) is { } scenario)
                good.Add(PinnedScenario.Of(scenario));
            problems.AddRange(own.Sorted());
        }

        return new(good, problems);
    }

    /// <summary>A folder that may not be read is a problem on a list, never the end of the site's start.</summary>
    private static IReadOnlyList<string> Folders(string root, string name, List<Problem> problems)
    {
        try
        {
            return [.. Directory.EnumerateDirectories(root).Select(d => Path.GetFileName(d)!).Where(d => !d.StartsWith('.')).Order(StringComparer.Ordinal)];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            problems.Add(new(name, 1, 1, "folder-unreadable", $"The folder cannot be read ({e.Message}); check who may read it."));
            return [];
        }
    }
}
