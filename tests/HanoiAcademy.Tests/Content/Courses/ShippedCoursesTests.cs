using HanoiAcademy.Content.Courses;

namespace HanoiAcademy.Tests.Content.Courses;

/// <summary>What lies in courses/ is content a learner meets: it is checked like code.</summary>
public sealed class ShippedCoursesTests
{
    private static readonly CourseCatalogue Catalogue = CourseCatalogue.Load(Path.Combine(Repository.Root, "courses"));

    [Fact]
    public void Every_course_passes_its_checks() => Assert.True(Catalogue.Problems.Count == 0, string.Join('\n', Catalogue.Problems));

    [Fact]
    public void The_course_on_international_cooperation_is_there() =>
        Catalogue.Find("international-cooperation").ShouldNotBeNull().Course.Modules.Select(m => m.Id).ShouldBe(["5.1", "5.2"]);
}
