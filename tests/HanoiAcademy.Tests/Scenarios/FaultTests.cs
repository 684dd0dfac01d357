using HanoiAcademy.Cli;

namespace HanoiAcademy.Tests.Scenarios;

/// <summary>One folder a family of faults, and beside it the text that `academy check` prints for it.</summary>
public sealed class FaultTests
{
    private static readonly string Faults = Path.Combine(ScenarioFolders.Here, "Faults");

    public static TheoryData<string> Families =>
        [.. Directory.EnumerateDirectories(Faults).Select(d => Path.GetFileName(d)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Families))]
    public void Every_fault_is_said_with_file_line_code_and_a_mending_sentence(string family)
    {
        var expected = File.ReadAllText(Path.Combine(Faults, family + ".txt"));
        var output = new StringWriter { NewLine = "\n" };

        var exit = CheckCommand.Run([family], Faults, output);

        // An intended change of wording: look at what is printed here, then put it into the file.
        output.ToString().ShouldBe(expected);
        exit.ShouldBe(expected.Contains(": error ", StringComparison.Ordinal) ? 1 : 0);
    }
}
