using HanoiAcademy.Content.Exchange.Msel;
using HanoiAcademy.Content.Problems;
using HanoiAcademy.Server.Agencies;
using HanoiAcademy.Server.Contributions.Importing;
using HanoiAcademy.Server.Contributions.Reading;
using HanoiAcademy.Server.Drills.Seats;
using HanoiAcademy.Storage.Contributions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HanoiAcademy.Server.Contributions.Pages;

/// <summary>
/// An uploaded file before anything is kept of it: what its columns are, what each row becomes, what it would change. Every button sends the whole form, and
/// what was chosen is kept with the upload, so that loading the page again loses nothing.
/// </summary>
[RequestFormLimits(ValueCountLimit = MostFields)]
internal sealed class WaitingModel(
    IUploads uploads, IContributions contributions, IImportTemplates templates, ContributionFolders folders, UploadReader reader, ContributionDesk desk, TimeProvider time) : PageModel
{
    /// <summary>As many sheets and columns as a mapping may have.</summary>
    private const int MostFields = ColumnMapping.MostSheets * (ColumnMapping.MostColumns + 8);

    /// <summary>Rows of the preview that are drawn.</summary>
    public const int MostRows = 300;

    public WaitingUpload Upload { get; private set; } = null!;

    /// <summary>The contribution that it is to change; null for a new one.</summary>
    public Contribution? Contribution { get; private set; }

    public UploadChoices Choices { get; private set; } = new();

    public UploadReading Reading { get; private set; } = null!;

    /// <summary>As chosen, else as proposed.</summary>
    public ColumnMapping? Mapping { get; private set; }

    public IReadOnlyList<ImportTemplate> Templates { get; private set; } = [];

    /// <summary>A key of i18n.</summary>
    public string? Refused { get; private set; }

    private string Here => $"/contributions/uploads/{Upload.Id}";

    private Viewer Viewer => Viewer.Of(User);

    [NonHandler] // Its name begins like a handler's: without this word the framework would let it be called as one.
    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        Response.Headers.CacheControl = "no-store";
        var found = RouteData.Values["upload"] is string id ? await uploads.Get(id, Viewer.AccountId!, HttpContext.RequestAborted) : null;
        if (found is null || !Access.MayContribute(Viewer, found.AgencyId) || (found.ContributionId is { } of && (Contribution = await contributions.Get(of)) is null))
        {
            context.Result = new NotFoundResult();
            return;
        }

        Upload = found;
        Choices = UploadChoices.Read(found.Choices);
        await next();
    }

    public Task OnGetAsync(CancellationToken cancel) => Fill(cancel);

    /// <summary>What was chosen is kept, and the page shows what becomes of it.</summary>
    public async Task<IActionResult> OnPostLookAsync(CancellationToken cancel)
    {
        await Choose(cancel);
        return Redirect(Here + "#preview");
    }

    public async Task<IActionResult> OnPostKeepAsync(CancellationToken cancel)
    {
        await Choose(cancel);
        await Fill(cancel);
        if (Reading.Read is not { } read)
            return Again("contributions.waiting.nothing");
        var draft = new Draft(read, Reading.Origin, Upload.FileName, Reading.Changes, Reading.Losses);
        if (Contribution is { } there)
        {
            switch (await desk.Add(draft, Viewer, there.Id, Upload.BaseNumber ?? there.Version))
            {
                case KeepAnswer.Stale or KeepAnswer.Gone:
                    return Again("contributions.waiting.stale");
                case KeepAnswer.Full:
                    return Again("contributions.upload.full");
            }
        }
        else if (await desk.Create(draft, Viewer, Upload.AgencyId, Choices.Title, Upload.Id) is null)
            return Again("contributions.upload.full");

        await uploads.Forget(Upload.Id, Viewer.AccountId!);
        return Redirect($"/contributions/{Contribution?.Id ?? Upload.Id}");
    }

    public async Task<IActionResult> OnPostTemplateAsync(string? template, CancellationToken cancel)
    {
        await Choose(cancel);
        if ((await templates.Of(Upload.AgencyId, cancel)).FirstOrDefault(one => one.Id == template) is not { } chosen || ColumnMappingJson.Read(chosen.Mapping, new ProblemList()) is not { } mapping)
            return Redirect(Here);
        if ((await reader.Look(Upload.Bytes, Upload.FileName, mapping, cancel)).Mapping is { } fitted)
            await Remember(Choices with { Mapping = ColumnMappingJson.Write(fitted) });
        return Redirect(Here + "#preview");
    }

    public async Task<IActionResult> OnPostSaveTemplateAsync(string? name, CancellationToken cancel)
    {
        await Choose(cancel);
        if (Choices.Mapping.Length == 0)
            return await AgainAsync("contributions.templates.no-table", cancel);
        var given = (name ?? "").Trim();
        if (given.Length is 0 or > ImportTemplate.LongestName || given.Any(char.IsControl))
            return await AgainAsync("contributions.templates.bad-name", cancel);
        var saved = await templates.Save(new ImportTemplate { Id = Codes.NewDrillId(), AgencyId = Upload.AgencyId, Name = given, Mapping = Choices.Mapping, SavedWall = time.GetUtcNow() });
        if (saved == KeepAnswer.Full)
            return await AgainAsync("contributions.templates.full", cancel);
        TempData["Said"] = "contributions.templates.saved";
        return Redirect(Here);
    }

    public async Task<IActionResult> OnPostForgetAsync()
    {
        await uploads.Forget(Upload.Id, Viewer.AccountId!);
        return Redirect(Contribution is { } there ? $"/contributions/{there.Id}" : "/contributions");
    }

    private async Task Choose(CancellationToken cancel)
    {
        var form = await Request.ReadFormAsync(cancel);
        var look = await reader.Look(Upload.Bytes, Upload.FileName, null, cancel);
        string Field(string name, int most, string before) => !form.TryGetValue(name, out var typed) ? before : typed.ToString().Trim() is var text && text.Length > most ? text[..most] : text;
        await Remember(Choices with
        {
            Title = Field("title", Contribution.LongestTitle, Choices.Title),
            Id = Field("id", 60, Choices.Id),
            Language = Field("language", 20, Choices.Language),
            StartEx = Field("start", 30, Choices.StartEx),
            Taken = form.ContainsKey("choosing") ? await Taken(form["take"], cancel) : Choices.Taken,
            Mapping = look.Mapping is null ? "" : ColumnMappingJson.Write(ColumnsForm.Read(form, look)),
        });
    }

    /// <summary>What a form may name is a change of the comparison, each once; anything else is forgotten.</summary>
    private async Task<IReadOnlyList<string>> Taken(IEnumerable<string?> ticked, CancellationToken cancel)
    {
        var keys = ticked.ToHashSet(StringComparer.Ordinal);
        var compared = (await reader.Read(Upload.Bytes, Upload.FileName, Choices, await Before(cancel), cancel)).Merge;
        return [.. compared?.Changes.Select(change => change.Key).Where(keys.Contains).Distinct(StringComparer.Ordinal) ?? []];
    }

    /// <summary>The version that was looked at when the file came; null for a new contribution.</summary>
    private async Task<ReadFolder?> Before(CancellationToken cancel) =>
        Contribution is { } there && await contributions.Version(there.Id, Upload.BaseNumber ?? there.Version, cancel) is { } version ? await folders.Read(version, cancel) : null;

    private async Task Remember(UploadChoices choices)
    {
        Choices = choices;
        await uploads.Choose(Upload.Id, Viewer.AccountId!, choices.Write());
    }

    private async Task<IActionResult> AgainAsync(string key, CancellationToken cancel)
    {
        await Fill(cancel);
        return Again(key);
    }

    private PageResult Again(string key)
    {
        Refused = key;
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Page();
    }

    private async Task Fill(CancellationToken cancel)
    {
        Reading = await reader.Read(Upload.Bytes, Upload.FileName, Choices, await Before(cancel), cancel);
        Mapping = Choices.Columns() ?? Reading.Look.Mapping;
        Templates = await templates.Of(Upload.AgencyId, cancel);
    }
}
