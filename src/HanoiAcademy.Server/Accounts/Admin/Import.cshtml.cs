using System.Text;
using HanoiAcademy.Server.Accounts.Import;
using HanoiAcademy.Server.Agencies;
using HanoiAcademy.Server.Language;
using HanoiAcademy.Storage.Agencies;
using Microsoft.AspNetCore.Mvc;

namespace HanoiAcademy.Server.Accounts.Admin;

/// <summary>
/// Accounts from a list, without mail. The slips are the answer to the post and stand nowhere else: the passwords in them are
/// known at this moment only.
/// </summary>
[ResponseCache(NoStore = true)]
[RequestSizeLimit(MostBytes)]
internal sealed class ImportModel(IAgencies agencies, AccountImport import, Texts texts) : AgencyPage(agencies)
{
    private const int MostBytes = 256 * 1024;

    [BindProperty]
    public IFormFile? ListFile { get; set; }

    [BindProperty]
    public string? Pasted { get; set; }

    [BindProperty]
    public bool MustChangePassword { get; set; } = true;

    public IReadOnlyList<LineProblem> Problems { get; private set; } = [];

    public IReadOnlyList<Slip> Slips { get; private set; } = [];

    public string SiteAddress => $"{Request.Scheme}://{Request.Host}{Request.PathBase}/";

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        var text = ListFile is { Length: > 0 } ? await ReadAsync(ListFile, cancel) : Pasted ?? "";
        if (text is null)
        {
            Problems = [new LineProblem(1, "not-utf8")];
            return Page();
        }

        var list = AccountList.Read(text, role => Access.MayGive(Viewer, Agency.Id, role), texts.Knows);
        var answer = await import.MakeAsync(Agency.Id, list, MustChangePassword);
        (Slips, Problems) = (answer.Slips, answer.Problems);
        return Page();
    }

    /// <summary>Null when it is not UTF-8: a name in another code page would be made wrong for good.</summary>
    private static async Task<string?> ReadAsync(IFormFile file, CancellationToken cancel)
    {
        using var bytes = new MemoryStream();
        await file.CopyToAsync(bytes, cancel);
        try
        {
            return new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes.ToArray());
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }
}
