using HanoiAcademy.Content.Exchange;
using HanoiAcademy.Server.Contributions.Reading;
using HanoiAcademy.Server.Contributions.Rehearsing;
using HanoiAcademy.Storage.Contributions;
using Microsoft.AspNetCore.Mvc;

namespace HanoiAcademy.Server.Contributions.Pages;

/// <summary>A contribution with all that is said of it.</summary>
internal sealed class OneModel(IContributions contributions, ContributionFolders folders, ContributionDesk desk, IRehearsals rehearsals, RehearsalDesk rehearsing) : ContributionPage(contributions)
{
    private readonly IContributions _contributions = contributions;

    public ReadFolder Read { get; private set; } = null!;

    public ContributionVersion Version { get; private set; } = null!;

    public IReadOnlyList<ListedVersion> Versions { get; private set; } = [];

    public LossReport? Losses { get; private set; }

    public KeptRehearsal? Rehearsal { get; private set; }

    /// <summary>It waits or runs. This page does not look again by itself, for a name may be half typed on it: the version's own does.</summary>
    public bool IsRehearsing => Rehearsal is { Status: RehearsalStatus.Waiting or RehearsalStatus.Running };

    /// <summary>A key of i18n.</summary>
    public string? Refused { get; private set; }

    /// <param name="refused">Why a download led back here.</param>
    public Task OnGetAsync(string? refused, CancellationToken cancel)
    {
        Refused = refused == "no-workbook" ? "contributions.one.no-workbook" : null;
        return Fill(cancel);
    }

    public async Task<IActionResult> OnPostRehearseAsync(CancellationToken cancel) => await rehearsing.Ask(Contribution) switch
    {
        KeepAnswer.Kept => Redirect($"/contributions/{Contribution.Id}/versions/{Contribution.Version}"),
        KeepAnswer.Full => await Again("contributions.rehearsal.full", cancel),
        _ => await Again("contributions.stale", cancel),
    };

    public async Task<IActionResult> OnPostRenameAsync(string? title, CancellationToken cancel)
    {
        var given = (title ?? "").Trim();
        if (given.Length is 0 or > Contribution.LongestTitle || given.Any(char.IsControl))
            return await Again("contributions.one.bad-title", cancel);
        await _contributions.Rename(Contribution.Id, given);
        return Redirect($"/contributions/{Contribution.Id}");
    }

    /// <param name="number">The version that is to count again: it becomes a new one, nothing is taken back.</param>
    /// <param name="seen">The version that counted when the button was drawn.</param>
    public async Task<IActionResult> OnPostRestoreAsync(int number, int seen, CancellationToken cancel)
    {
        if (number >= seen || await _contributions.Version(Contribution.Id, number, cancel) is not { } old || await _contributions.Version(Contribution.Id, seen, cancel) is not { } now)
            return NotFound();
        var (read, before) = (await folders.Read(old, cancel), await folders.Read(now, cancel));
        var draft = new Draft(read, VersionOrigin.Restored, "", [new ChangeLine("restored", $"{number}"), .. ChangeLine.Between(before.Folder, read.Folder)]);
        return await desk.Add(draft, Viewer, Contribution.Id, seen) switch
        {
            KeepAnswer.Kept => Redirect($"/contributions/{Contribution.Id}"),
            KeepAnswer.Full => await Again("contributions.upload.full", cancel),
            _ => await Again("contributions.stale", cancel),
        };
    }

    private async Task<IActionResult> Again(string key, CancellationToken cancel)
    {
        Refused = key;
        Response.StatusCode = StatusCodes.Status409Conflict;
        await Fill(cancel);
        return Page();
    }

    private async Task Fill(CancellationToken cancel)
    {
        Version = (await _contributions.Version(Contribution.Id, Contribution.Version, cancel))!;
        Versions = await _contributions.Versions(Contribution.Id, cancel);
        Losses = LossesOf(Version);
        Rehearsal = await rehearsals.Of(Contribution.Id, Contribution.Version, cancel);
        Read = await folders.Read(Version, cancel);
    }
}
