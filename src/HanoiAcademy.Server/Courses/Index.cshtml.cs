using HanoiAcademy.Content.Courses;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HanoiAcademy.Server.Courses;

internal sealed class IndexModel(CourseShelf shelf) : PageModel
{
    public IReadOnlyList<Course> Courses { get; } = [.. shelf.Catalogue.Editions.Select(e => e.Course)];
}
