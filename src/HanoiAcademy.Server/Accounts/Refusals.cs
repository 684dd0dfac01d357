using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HanoiAcademy.Server.Accounts;

/// <summary>The same page again, with the reason on top and what was typed still in its fields.</summary>
internal static class Refusals
{
    public static PageResult Refused(this PageModel page, string sentence)
    {
        page.ModelState.AddModelError("", sentence);
        return page.Page();
    }

    public static PageResult Refused(this PageModel page, IdentityResult result)
    {
        foreach (var error in result.Errors)
            page.ModelState.AddModelError("", error.Description);
        return page.Page();
    }
}
