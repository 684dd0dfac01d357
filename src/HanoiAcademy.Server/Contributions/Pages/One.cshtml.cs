using HanoiAcademy.Server.Contributions.Reading;
using HanoiAcademy.Storage.Contributions;

namespace HanoiAcademy.Server.Contributions.Pages;

/// <summary>A contribution with all that is said of it.</summary>
internal sealed class OneModel(IContributions contributions, ContributionFolders folders) : ContributionPage(contributions)
{
    private readonly IContributions _contributions = contributions;

    public ReadFolder Read { get; private set; } = null!;

    public ContributionVersion Version { get; private set; } = null!;

    public IReadOnlyList<ListedVersion> Versions { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Version = (await _contributions.Version(Contribution.Id, Contribution.Version, cancel))!;
        Versions = await _contributions.Versions(Contribution.Id, cancel);
        Read = await folders.Read(Version, cancel);
    }
}
