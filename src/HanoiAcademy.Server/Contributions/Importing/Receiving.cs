using HanoiAcademy.Content.Exchange;
using HanoiAcademy.Content.Problems;
using HanoiAcademy.Server.Agencies;
using HanoiAcademy.Server.Drills.Seats;
using HanoiAcademy.Storage.Contributions;

namespace HanoiAcademy.Server.Contributions.Importing;

/// <summary>Where the browser goes next, or why the file was not taken.</summary>
/// <param name="Refused">A key of i18n.</param>
internal sealed record Received(string? Next, string? Refused = null, IReadOnlyList<Problem>? Problems = null);

/// <summary>
/// Takes a file that a form sent. A scenario's folder that is to be a new contribution becomes one at once, for it is already what it will be; anything else
/// waits until its uploader has seen what becomes of it.
/// </summary>
internal sealed class Receiving(UploadReader reader, ContributionDesk desk, IUploads uploads, TimeProvider time)
{
    /// <param name="onto">The contribution that it is to change; null for a new one.</param>
    public async Task<Received> Take(IFormFile? file, Viewer viewer, string agencyId, Contribution? onto, CancellationToken cancel)
    {
        if (file is not { Length: > 0 })
            return new Received(null, "contributions.upload.no-file");
        if (file.Length > ContributionsOptions.MostFileBytes)
            return new Received(null, "contributions.upload.too-large");
        using var stream = new MemoryStream((int)file.Length);
        await file.CopyToAsync(stream, cancel);
        return await Take(stream.ToArray(), ContributionDesk.FileNameOf(file.FileName), viewer, agencyId, onto, cancel);
    }

    private async Task<Received> Take(byte[] bytes, string fileName, Viewer viewer, string agencyId, Contribution? onto, CancellationToken cancel)
    {
        var look = await reader.Look(bytes, fileName, null, cancel);
        if (look.Kind is null)
            return new Received(null, "contributions.upload.not-read", look.Problems);
        if (look.Kind == ImportKind.Folder && onto is null)
        {
            var reading = await reader.Read(bytes, fileName, new UploadChoices(), null, cancel);
            return reading.Read is not { } read ? new Received(null, "contributions.upload.not-read", reading.Problems)
                : await desk.Create(new Draft(read, VersionOrigin.Folder, fileName, []), viewer, agencyId) is { } kept ? new Received($"/contributions/{kept.Id}")
                : new Received(null, "contributions.upload.full");
        }

        var upload = new WaitingUpload
        {
            Id = Codes.NewDrillId(),
            AgencyId = agencyId,
            AccountId = viewer.AccountId!,
            ContributionId = onto?.Id,
            BaseNumber = onto?.Version,
            FileName = fileName,
            Bytes = bytes,
            UploadedWall = time.GetUtcNow(),
        };
        await uploads.Keep(upload);
        return new Received($"/contributions/uploads/{upload.Id}");
    }
}
