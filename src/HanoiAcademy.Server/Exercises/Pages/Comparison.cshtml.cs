using HanoiAcademy.Server.Language;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HanoiAcademy.Server.Exercises.Pages;

/// <summary>A director's: all of it, and what the countries were promised to see.</summary>
internal sealed class ComparisonModel(ExerciseDesk desk, ComparisonDesk comparison) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string Id { get; set; } = "";

    public Compared Compared { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync()
    {
        Response.Headers.CacheControl = "no-store";
        if (await desk.Find(Id, User, HttpContext.RequestAborted) is null
            || await comparison.Of(Id, null, HttpContext.Features.Get<UiChoice>()?.Language ?? Texts.Source, HttpContext.RequestAborted) is not { } compared)
            return NotFound();
        Compared = compared;
        return Page();
    }
}
