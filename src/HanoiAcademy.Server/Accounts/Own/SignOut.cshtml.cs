using HanoiAcademy.Server.Drills.Seats;
using HanoiAcademy.Storage.Accounts;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HanoiAcademy.Server.Accounts.Own;

/// <summary>Open to a guest too, who has a seat and no account.</summary>
internal sealed class SignOutModel(SignInManager<Account> signIn) : PageModel
{
    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync()
    {
        await signIn.SignOutAsync();
        await HttpContext.SignOutAsync(SeatCookie.Scheme); // The next person at this machine must not be the guest.
        return LocalRedirect("/");
    }
}
