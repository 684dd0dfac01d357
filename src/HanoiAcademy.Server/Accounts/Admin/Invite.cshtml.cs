using HanoiAcademy.Server.Agencies;
using HanoiAcademy.Storage.Agencies;
using Microsoft.AspNetCore.Mvc;

namespace HanoiAcademy.Server.Accounts.Admin;

/// <summary>Links with which people make accounts of their own. A link is shown once; the list knows only that it exists.</summary>
[ResponseCache(NoStore = true)]
internal sealed class InviteModel(IAgencies agencies, IInvitations invitations, OneTimeLinks links, TimeProvider clock) : AgencyPage(agencies)
{
    public string? Made { get; private set; }

    public IReadOnlyList<Invitation> Usable { get; private set; } = [];

    public IEnumerable<Role> Givable => Enum.GetValues<Role>().Where(role => Access.MayGive(Viewer, Agency.Id, role));

    public Task OnGetAsync(CancellationToken cancel) => ShowAsync(cancel);

    public async Task<IActionResult> OnPostMakeAsync(string? role, CancellationToken cancel)
    {
        if (Roles.Parse(role) is not { } given || !Access.MayGive(Viewer, Agency.Id, given))
            return Forbid();
        Made = await links.InviteAsync(Agency.Id, given, Viewer.AccountId!, Request);
        await ShowAsync(cancel);
        return Page();
    }

    public async Task<IActionResult> OnPostRevokeAsync(string? hash) =>
        hash is not null && await invitations.Revoke(Agency.Id, hash) ? RedirectToPage() : NotFound();

    private async Task ShowAsync(CancellationToken cancel) => Usable = await invitations.ListUsable(Agency.Id, clock.GetUtcNow(), cancel);
}
