using HanoiAcademy.Content.Exchange;
using HanoiAcademy.Storage.Contributions;
using Microsoft.AspNetCore.Mvc;

namespace HanoiAcademy.Server.Contributions.Pages;

/// <summary>
/// What was said of one version, earlier ones too: what became of its file, what its rehearsal found. Nothing is typed here, so it may look again by itself
/// while the rehearsal is under way.
/// </summary>
internal sealed class VersionModel(IContributions contributions, IRehearsals rehearsals) : ContributionPage(contributions)
{
    private readonly IContributions _contributions = contributions;

    public ContributionVersion Version { get; private set; } = null!;

    public LossReport? Losses { get; private set; }

    public KeptRehearsal? Rehearsal { get; private set; }

    public bool IsRehearsing => Rehearsal is { Status: RehearsalStatus.Waiting or RehearsalStatus.Running };

    public async Task<IActionResult> OnGetAsync(int number, CancellationToken cancel)
    {
        if (await _contributions.Version(Contribution.Id, number, cancel) is not { } version)
            return NotFound();
        (Version, Losses, Rehearsal) = (version, LossesOf(version), await rehearsals.Of(Contribution.Id, number, cancel));
        if (IsRehearsing)
            Response.Headers["Refresh"] = "3";
        return Page();
    }
}
