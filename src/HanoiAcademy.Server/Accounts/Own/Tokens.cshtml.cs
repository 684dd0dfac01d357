using HanoiAcademy.Storage.Accounts;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace HanoiAcademy.Server.Accounts.Own;

/// <summary>Tokens for scripts. One is shown once, when it is made.</summary>
[ResponseCache(NoStore = true)]
internal sealed class TokensModel(IApiTokens tokens, UserManager<Account> accounts, IStringLocalizer say, TimeProvider clock) : PageModel
{
    private const int MostDays = 365;
    private const int LongestName = 60;

    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public int? Days { get; set; } = 30;

    public string? Made { get; private set; }

    public IReadOnlyList<ApiToken> Tokens { get; private set; } = [];

    public Task OnGetAsync(CancellationToken cancel) => ShowAsync(cancel);

    public async Task<IActionResult> OnPostMakeAsync(CancellationToken cancel)
    {
        if (string.IsNullOrWhiteSpace(Name) || Name.Length > LongestName || Days is not (>= 1 and <= MostDays))
        {
            await ShowAsync(cancel);
            return this.Refused(say["account.tokens.refused", MostDays]);
        }

        var made = Secret.Token();
        var now = clock.GetUtcNow();
        await tokens.Create(new ApiToken
        {
            Id = Guid.NewGuid().ToString("N"),
            TokenHash = Secret.Hash(made),
            AccountId = accounts.GetUserId(User)!,
            Name = Name.Trim(),
            Created = now,
            Expires = now.AddDays(Days.Value),
        });
        Made = made;
        await ShowAsync(cancel);
        return Page();
    }

    public async Task<IActionResult> OnPostRevokeAsync(string id) =>
        await tokens.Revoke(accounts.GetUserId(User)!, id) ? RedirectToPage() : NotFound();

    private async Task ShowAsync(CancellationToken cancel) => Tokens = await tokens.Of(accounts.GetUserId(User)!, cancel);
}
