using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HanoiAcademy.Server.Home;

/// <summary>What a person reads when a page ended with a bare status. It answers every method: a refused post lands here too.</summary>
[IgnoreAntiforgeryToken]
[ResponseCache(NoStore = true)]
internal sealed class ErrorModel : PageModel
{
    [BindProperty(SupportsGet = true)]
    public int Status { get; set; }

    public string Kind => Status switch
    {
        400 => "request",
        403 => "forbidden",
        404 => "missing",
        413 => "large",
        429 => "attempts",
        503 => "busy",
        507 => "full",
        _ => "broken",
    };

    public void OnGet() => Keep();

    public void OnPost() => Keep();

    private void Keep() => Response.StatusCode = Status is >= 400 and <= 599 ? Status : StatusCodes.Status404NotFound;
}
