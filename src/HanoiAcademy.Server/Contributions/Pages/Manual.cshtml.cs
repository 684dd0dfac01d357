using HanoiAcademy.Server.Contributions.Reading;
using HanoiAcademy.Server.Drills.Manuals;
using HanoiAcademy.Server.Language;
using HanoiAcademy.Storage.Contributions;

namespace HanoiAcademy.Server.Contributions.Pages;

/// <summary>The situation manual of a contribution that reads without an error.</summary>
internal sealed class ManualModel(IContributions contributions, ContributionFolders folders) : ContributionPage(contributions)
{
    private readonly IContributions _contributions = contributions;

    /// <summary>Null: there are errors to be mended first.</summary>
    public ManualOnPaper? Paper { get; private set; }

    public async Task OnGetAsync(string? copy, string? team, string? language, CancellationToken cancel)
    {
        var version = (await _contributions.Version(Contribution.Id, Contribution.Version, cancel))!;
        if ((await folders.Read(version, cancel)).Scenario is { } scenario)
            Paper = new ManualOnPaper(scenario, new ManualChoice(copy, team, language), $"/contributions/{Contribution.Id}/manual", HttpContext.Features.Get<UiChoice>()?.Language ?? Texts.Source);
    }
}
