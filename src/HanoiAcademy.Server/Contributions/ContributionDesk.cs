using System.Text.Json;
using HanoiAcademy.Content.Exchange;
using HanoiAcademy.Content.Files;
using HanoiAcademy.Server.Agencies;
using HanoiAcademy.Server.Contributions.Reading;
using HanoiAcademy.Server.Drills.Launch;
using HanoiAcademy.Server.Drills.Seats;
using HanoiAcademy.Storage.Contributions;
using HanoiAcademy.Storage.Pinned;

namespace HanoiAcademy.Server.Contributions;

/// <summary>What is to be kept, and how it came about.</summary>
internal sealed record Draft(ReadFolder Read, string Origin, string FileName, IReadOnlyList<ChangeLine> Changes, LossReport? Losses = null);

/// <summary>Keeps contributions and their versions: whole, or not at all.</summary>
internal sealed class ContributionDesk(IContributions contributions, IContentStore content, TimeProvider time)
{
    /// <summary>A new contribution; null when the agency has no room for it.</summary>
    /// <param name="id">Of the upload that it is made of, so that a button pressed twice makes one.</param>
    public async Task<Contribution?> Create(Draft draft, Viewer viewer, string agencyId, string title = "", string? id = null)
    {
        if (!await contributions.HasRoom(agencyId))
            return null;
        var contribution = new Contribution
        {
            Id = id ?? Codes.NewDrillId(),
            AgencyId = agencyId,
            Title = TitleOf(draft, title),
            CreatedBy = viewer.AccountId,
            CreatedWall = time.GetUtcNow(),
        };
        return await contributions.Create(contribution, await Version(draft, viewer, contribution.Id, 1)) == KeepAnswer.Kept ? contribution : null;
    }

    /// <param name="basedOn">The version that its author looked at: when it counts no longer, nothing is written.</param>
    public async Task<KeepAnswer> Add(Draft draft, Viewer viewer, string contributionId, int basedOn)
    {
        // Asked before the bytes are kept: they stay in the content store, whatever becomes of the version.
        if (await contributions.Get(contributionId) is not { } there)
            return KeepAnswer.Gone;
        if (there.Version != basedOn)
            return KeepAnswer.Stale;
        return await contributions.HasRoom(there.AgencyId) ? await contributions.Add(await Version(draft, viewer, contributionId, basedOn + 1)) : KeepAnswer.Full;
    }

    private async Task<ContributionVersion> Version(Draft draft, Viewer viewer, string contributionId, int number)
    {
        var zip = FolderArchive.Pack(draft.Read.Folder);
        return new ContributionVersion
        {
            ContributionId = contributionId,
            Number = number,
            Sha256 = await content.Put(zip),
            Bytes = zip.Length,
            ScenarioId = draft.Read.Id,
            Origin = draft.Origin,
            FileName = FileNameOf(draft.FileName),
            Changes = ChangeLine.Write(draft.Changes),
            Losses = draft.Losses is { } losses ? JsonSerializer.Serialize(losses, JsonSerializerOptions.Web) : null,
            Errors = draft.Read.Errors.Count(),
            Warnings = draft.Read.Warnings.Count(),
            MadeBy = viewer.AccountId,
            MadeWall = time.GetUtcNow(),
        };
    }

    /// <summary>As people read it: a browser may send a whole path, a hostile one anything.</summary>
    public static string FileNameOf(string? given)
    {
        var name = string.Concat((given ?? "").Split('/', '\\')[^1].Where(letter => !char.IsControl(letter) && char.GetUnicodeCategory(letter) != System.Globalization.UnicodeCategory.Format)).Trim();
        return Cut(name, ContributionVersion.LongestFileName);
    }

    private static string TitleOf(Draft draft, string given)
    {
        var title = given.Trim() is { Length: > 0 } own ? own
            : draft.Read.Scenario is { } scenario ? DrillLauncher.OwnTitle(scenario)
            : FolderCheck.TitleOf(draft.Read.Folder)?.Trim() is { Length: > 0 } written ? written
            : Path.GetFileNameWithoutExtension(FileNameOf(draft.FileName));
        return Cut(title.Length == 0 ? draft.Read.Id : title, Contribution.LongestTitle);
    }

    /// <summary>Not amid a letter that takes two places.</summary>
    private static string Cut(string text, int most) => text.Length <= most ? text : text[..(char.IsHighSurrogate(text[most - 1]) ? most - 1 : most)];
}
