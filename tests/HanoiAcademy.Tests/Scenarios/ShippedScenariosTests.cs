using HanoiAcademy.Content.Problems;
using HanoiAcademy.Content.Scenarios;

namespace HanoiAcademy.Tests.Scenarios;

public sealed class ShippedScenariosTests
{
    private static readonly ScenarioLibrary Library = ScenarioLibrary.Load(Path.Combine(ScenarioFolders.Root, "scenarios"));

    [Fact]
    public void Everything_shipped_in_scenarios_checks_with_no_error()
    {
        Library.Problems.Where(p => p.Severity == Severity.Error).ShouldBeEmpty();
        Library.Find("invoice-at-dawn").ShouldNotBeNull();
    }

    [Fact]
    public void Every_lesson_that_an_objective_names_is_shipped()
    {
        var lessons = Directory.EnumerateDirectories(Path.Combine(ScenarioFolders.Root, "courses"))
            .SelectMany(course => Directory.EnumerateDirectories(course).Select(lesson => Path.GetFileName(course) + "/" + WithoutNumber(Path.GetFileName(lesson))))
            .ToHashSet(StringComparer.Ordinal);

        Library.All.SelectMany(s => s.Scenario.Objectives).Select(o => o.Lesson).OfType<string>().Where(l => !lessons.Contains(l)).ShouldBeEmpty();
    }

    private static string WithoutNumber(string folder) => folder[(folder.IndexOf('-') + 1)..];
}
