using HanoiAcademy.Content.Files;
using HanoiAcademy.Content.Problems;
using HanoiAcademy.Drills.Scenarios;

namespace HanoiAcademy.Server.Contributions.Reading;

/// <summary>A contribution's folder as the check finds it. Scenario: null while it has errors.</summary>
internal sealed record ReadFolder(ContentFolder Folder, Scenario? Scenario, IReadOnlyList<Problem> Problems)
{
    public IEnumerable<Problem> Errors => Problems.Where(problem => problem.Severity == Severity.Error);

    public IEnumerable<Problem> Warnings => Problems.Where(problem => problem.Severity == Severity.Warning);

    public string Id => Folder.Name;
}
