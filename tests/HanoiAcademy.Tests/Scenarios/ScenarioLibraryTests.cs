using HanoiAcademy.Content.Problems;
using HanoiAcademy.Content.Scenarios;

namespace HanoiAcademy.Tests.Scenarios;

public sealed class ScenarioLibraryTests
{
    [Fact]
    public void A_bad_scenario_is_left_out_and_listed_and_a_good_one_beside_it_works()
    {
        var temp = Directory.CreateTempSubdirectory("academy-");
        try
        {
            ScenarioFolders.Copy(ScenarioFolders.WholePath, Path.Combine(temp.FullName, ScenarioFolders.Whole));
            ScenarioFolders.Copy(Path.Combine(ScenarioFolders.Here, "Faults", "forms"), Path.Combine(temp.FullName, "forms"));

            var library = ScenarioLibrary.Load(temp.FullName);

            library.All.ShouldHaveSingleItem().Scenario.Id.ShouldBe(ScenarioFolders.Whole);
            library.Find("forms").ShouldBeNull();
            library.Problems.ShouldContain(p => p.File == "scenarios/forms/scenario.yaml" && p.Line == 7 && p.Code == "yaml-duration" && p.Severity == Severity.Error);
        }
        finally
        {
            temp.Delete(recursive: true);
        }
    }

    [Fact]
    public void A_missing_folder_gives_an_empty_library_that_says_so() =>
        ScenarioLibrary.Load(Path.Combine(ScenarioFolders.Here, "no-such-folder")).Problems.ShouldHaveSingleItem().Code.ShouldBe("folder-missing");
}
