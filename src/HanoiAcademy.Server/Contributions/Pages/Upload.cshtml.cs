using HanoiAcademy.Content.Problems;
using HanoiAcademy.Server.Agencies;
using HanoiAcademy.Server.Contributions.Reading;
using HanoiAcademy.Storage.Agencies;
using HanoiAcademy.Storage.Contributions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HanoiAcademy.Server.Contributions.Pages;

/// <summary>One file, whatever kind it is.</summary>
[RequestSizeLimit(ContributionsOptions.MostRequestBytes)]
[RequestFormLimits(MultipartBodyLengthLimit = ContributionsOptions.MostRequestBytes)]
internal sealed class UploadModel(ContributionDesk desk, Workbench bench, AuthorsAgency agencies) : PageModel
{
    [BindProperty]
    public IFormFile? Chosen { get; set; }

    [BindProperty]
    public string? Agency { get; set; }

    public IReadOnlyList<Agency> Mine { get; private set; } = [];

    /// <summary>A key of i18n.</summary>
    public string? Refused { get; private set; }

    public IReadOnlyList<Problem> Problems { get; private set; } = [];

    public Task OnGetAsync() => Fill();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        var viewer = Viewer.Of(User);
        if (await agencies.Choose(viewer, Agency, cancel) is not { } agency)
            return await Again("contributions.upload.not-yours");
        if (Chosen is not { Length: > 0 })
            return await Again("contributions.upload.no-file");
        if (Chosen.Length > ContributionsOptions.MostFileBytes)
            return await Again("contributions.upload.too-large");
        using var bytes = new MemoryStream();
        await Chosen.CopyToAsync(bytes, cancel);
        var zip = bytes.ToArray();
        var problems = new ProblemList();
        var read = await bench.Do(() => FolderCheck.Unpack(zip, problems) is { } folder ? FolderCheck.Read(folder) : null, cancel);
        if (read is null)
        {
            Problems = problems.Sorted();
            return await Again("contributions.upload.not-read");
        }

        return await desk.Create(new Draft(read, VersionOrigin.Folder, Chosen.FileName, []), viewer, agency.Id) is { } kept
            ? Redirect($"/contributions/{kept.Id}")
            : await Again("contributions.upload.full");
    }

    private async Task<IActionResult> Again(string key)
    {
        Refused = key;
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        await Fill();
        return Page();
    }

    private async Task Fill() => Mine = await agencies.All(Viewer.Of(User), HttpContext.RequestAborted);
}
