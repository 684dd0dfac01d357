using HanoiAcademy.Server.Drills.Pages;
using HanoiAcademy.Server.Drills.Seats;
using Microsoft.AspNetCore.Mvc;

namespace HanoiAcademy.Server.Exercises.OfDrill;

/// <summary>One country's: what was agreed that it sees of the others.</summary>
internal sealed class ComparisonModel(DrillAccess access, ComparisonDesk comparison) : DrillPage(access)
{
    public Compared Compared { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync()
    {
        if (!await Enter() || Caller.Drill.ExerciseId is not { } exercise || await comparison.Of(exercise, Caller, UiLanguage, HttpContext.RequestAborted) is not { } compared)
            return NotFound();
        Compared = compared;
        return Page();
    }
}
