using HanoiAcademy.Content.Courses;
using HanoiAcademy.Server.Agencies;
using HanoiAcademy.Storage.Courses;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HanoiAcademy.Server.Courses;

internal sealed class ContentsModel(CourseShelf shelf, ILearnerProgress progress, QuizDesk desk) : PageModel
{
    public CourseEdition Edition { get; private set; } = null!;

    /// <summary>Null for a reader without an account.</summary>
    public Reading? Reading { get; private set; }

    public int PointsPossible => Edition.Keys.Values.Sum(k => k.Points);

    public async Task<IActionResult> OnGet(string course)
    {
        if (shelf.Catalogue.Find(course) is not { } edition)
            return NotFound();
        Edition = edition;
        if (Viewer.Of(User).AccountId is { } account)
            Reading = await Reading.Of(edition, account, progress, desk);
        return Page();
    }
}

/// <summary>How far a learner is in a course.</summary>
/// <param name="Done">Slugs of finished lessons, in whatever version they were read.</param>
/// <param name="Points">Of the present version.</param>
internal sealed record Reading(IReadOnlySet<string> Done, int Points)
{
    public static async Task<Reading> Of(CourseEdition edition, string account, ILearnerProgress progress, QuizDesk desk) => new(
        (await progress.Lessons(account, edition.Course.Id)).Where(l => l.Completed is not null && edition.Course.Lesson(l.Lesson) is not null).Select(l => l.Lesson).ToHashSet(StringComparer.Ordinal),
        (await desk.Standing(edition, account)).Values.Sum(g => g.Points));
}
