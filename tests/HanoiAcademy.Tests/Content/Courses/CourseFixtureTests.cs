using HanoiAcademy.Content.Courses;
using HanoiAcademy.Content.Problems;

namespace HanoiAcademy.Tests.Content.Courses;

/// <summary>Each folder beside this file is a course; the text of the same name is what its author reads.</summary>
public sealed class CourseFixtureTests
{
    internal static readonly string Folder = Path.Combine(Repository.Root, "tests/HanoiAcademy.Tests/Content/Courses/Fixtures");

    public static TheoryData<string> Courses() => [.. Directory.GetDirectories(Folder).Select(d => Path.GetFileName(d)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Courses))]
    public void Every_fault_is_told_with_its_place_and_how_to_mend_it(string course)
    {
        var problems = new ProblemList();
        var edition = CourseCatalogue.ReadCourse(Path.Combine(Folder, course), "courses/" + course, problems);
        Assert.Equal(File.ReadAllText(Path.Combine(Folder, course + ".txt")), string.Concat(problems.Sorted().Select(p => p + "\n")));
        (edition is null).ShouldBe(problems.HasErrors);
    }

    [Fact]
    public void A_course_with_faults_is_left_out_and_the_others_stay()
    {
        var catalogue = CourseCatalogue.Load(Folder);
        catalogue.Editions.Select(e => e.Course.Id).ShouldBe(["whole"]);
        catalogue.Problems.Count.ShouldBeGreaterThan(40);
        catalogue.Problems.Select(p => p.File).ShouldBeInOrder(SortDirection.Ascending, StringComparer.Ordinal);
    }
}
