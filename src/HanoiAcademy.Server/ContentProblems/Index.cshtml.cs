using HanoiAcademy.Content.Problems;
using HanoiAcademy.Content.Scenarios;
using HanoiAcademy.Server.Courses;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HanoiAcademy.Server.ContentProblems;

internal sealed class IndexModel(CourseShelf shelf, ScenarioLibrary scenarios) : PageModel
{
    public int Courses => shelf.Catalogue.Editions.Count;

    public int Scenarios => scenarios.All.Count;

    /// <summary>Errors first: they keep something from being shown.</summary>
    public IReadOnlyList<Problem> Problems => [.. shelf.Catalogue.Problems.Concat(scenarios.Problems).OrderByDescending(p => p.Severity)];
}
