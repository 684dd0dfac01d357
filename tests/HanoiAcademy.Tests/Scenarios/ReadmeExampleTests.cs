using System.Text.RegularExpressions;
using HanoiAcademy.Content.Problems;
using HanoiAcademy.Content.Scenarios;

namespace HanoiAcademy.Tests.Scenarios;

/// <summary>What the authors' page shows must work as shown, and name every word there is.</summary>
public sealed partial class ReadmeExampleTests
{
    private static readonly string Page = File.ReadAllText(Path.Combine(ScenarioFolders.Root, "scenarios", "README.md")).ReplaceLineEndings("\n");

    [Fact]
    public void The_example_in_the_authors_page_checks_without_a_problem()
    {
        var temp = Directory.CreateTempSubdirectory("academy-");
        try
        {
            foreach (Match file in FencedFile.Matches(Page))
            {
                var path = Path.Combine(temp.FullName, file.Groups[1].Value);
                Directory.CreateDirectory(Path.GetDirectoryName(path)!);
                File.WriteAllText(path, file.Groups[2].Value);
            }

            var problems = new ProblemList();
            var scenario = ScenarioReader.Read(Path.Combine(temp.FullName, "harbour-call"), "harbour-call", problems);

            problems.ShouldBeEmpty();
            scenario.ShouldNotBeNull().Injects.ShouldHaveSingleItem().Expected.ShouldHaveSingleItem().By.ShouldBe("port.it");
        }
        finally
        {
            temp.Delete(recursive: true);
        }
    }

    [Fact]
    public void The_authors_page_names_every_key_and_every_word_of_the_whole_scenario()
    {
        var whole = File.ReadAllText(Path.Combine(ScenarioFolders.WholePath, "scenario.yaml"));
        var keys = Key.Matches(whole).Select(m => m.Groups[1].Value).Distinct();

        keys.Where(k => !Regex.IsMatch(Page, $@"\b{Regex.Escape(k)}\b")).ShouldBeEmpty();
    }

    [GeneratedRegex(@"^```(?:yaml|markdown) (\S+)\n(.*?\n)```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex FencedFile { get; }

    [GeneratedRegex(@"(?:^\s*-?\s*|[{,]\s*)([a-z][A-Za-z0-9-]*):", RegexOptions.Multiline)]
    private static partial Regex Key { get; }
}
