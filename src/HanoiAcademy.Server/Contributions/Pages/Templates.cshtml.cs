using HanoiAcademy.Server.Agencies;
using HanoiAcademy.Storage.Agencies;
using HanoiAcademy.Storage.Contributions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HanoiAcademy.Server.Contributions.Pages;

/// <summary>How an agency's spreadsheets are read: to rename and to delete; they are made where a file is mapped.</summary>
internal sealed class TemplatesModel(IImportTemplates templates, AuthorsAgency agencies) : PageModel
{
    public IReadOnlyList<(Agency Agency, IReadOnlyList<ImportTemplate> Templates)> Shelves { get; private set; } = [];

    /// <summary>A key of i18n.</summary>
    public string? Refused { get; private set; }

    public Task OnGetAsync(CancellationToken cancel) => Fill(cancel);

    public async Task<IActionResult> OnPostRenameAsync(string? agency, string? id, string? name, CancellationToken cancel)
    {
        if (string.IsNullOrEmpty(agency) || await agencies.Choose(Viewer.Of(User), agency, cancel) is not { } own)
            return NotFound();
        var given = (name ?? "").Trim();
        var answer = given.Length is 0 or > ImportTemplate.LongestName || given.Any(char.IsControl) ? (KeepAnswer?)null : await templates.Rename(own.Id, id ?? "", given);
        if (answer is KeepAnswer.Kept)
            return Redirect("/contributions/templates");
        Refused = answer is KeepAnswer.NameTaken ? "contributions.templates.taken" : answer is KeepAnswer.Gone ? "contributions.templates.gone" : "contributions.templates.bad-name";
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        await Fill(cancel);
        return Page();
    }

    public async Task<IActionResult> OnPostDeleteAsync(string? agency, string? id, CancellationToken cancel) =>
        !string.IsNullOrEmpty(agency) && await agencies.Choose(Viewer.Of(User), agency, cancel) is { } own && await templates.Delete(own.Id, id ?? "") ? Redirect("/contributions/templates") : NotFound();

    private async Task Fill(CancellationToken cancel)
    {
        var shelves = new List<(Agency, IReadOnlyList<ImportTemplate>)>();
        foreach (var agency in await agencies.All(Viewer.Of(User), cancel))
            shelves.Add((agency, await templates.Of(agency.Id, cancel)));
        Shelves = shelves;
    }
}
