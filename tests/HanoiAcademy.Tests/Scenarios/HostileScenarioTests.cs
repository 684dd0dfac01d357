using HanoiAcademy.Bench.Hostile;
using HanoiAcademy.Content.Problems;
using HanoiAcademy.Content.Scenarios;

namespace HanoiAcademy.Tests.Scenarios;

/// <summary>What a stranger may send. The limits are counts and bytes; what they cost in seconds is the bench's (<c>--hostile</c>).</summary>
public sealed class HostileScenarioTests
{
    public static TheoryData<string> Names => [.. HostileScenarios.All.Select(h => h.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void It_is_refused_with_its_reason_and_a_bounded_list(string name)
    {
        var hostile = HostileScenarios.All.Single(h => h.Name == name);
        var temp = Directory.CreateTempSubdirectory("academy-");
        try
        {
            var folder = temp.CreateSubdirectory("hostile").FullName;
            hostile.Write(folder);
            var problems = new ProblemList();

            ScenarioReader.Read(folder, "hostile", problems).ShouldBeNull();

            problems.Select(p => p.Code).ShouldContain(hostile.Code, string.Join('\n', problems.Take(10)));
            problems.Count.ShouldBeLessThanOrEqualTo(ProblemList.Most + 2);
            problems.ShouldAllBe(p => p.Message.Length < 2_000);
        }
        finally
        {
            temp.Delete(recursive: true);
        }
    }

    [Fact]
    public void A_name_in_another_script_is_said_by_its_letter()
    {
        var temp = Directory.CreateTempSubdirectory("academy-");
        try
        {
            var folder = temp.CreateSubdirectory("hostile").FullName;
            HostileScenarios.All.Single(h => h.Name == "a name in another script").Write(folder);
            var problems = new ProblemList();
            ScenarioReader.Read(folder, "hostile", problems);

            problems.Single(p => p.Code == "id-shape").Message.ShouldContain("U+043E");
        }
        finally
        {
            temp.Delete(recursive: true);
        }
    }
}
