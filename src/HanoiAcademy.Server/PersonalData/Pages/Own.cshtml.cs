using HanoiAcademy.Server.Agencies;
using HanoiAcademy.Storage.People;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HanoiAcademy.Server.PersonalData.Pages;

/// <summary>What the site holds of whoever asks.</summary>
[ResponseCache(NoStore = true)]
internal sealed class OwnModel(IPeoplesData data, PersonalExport export) : PageModel
{
    public Person Person { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        var tables = await data.Of(Viewer.Of(User).AccountId!, cancel);
        if (tables[0].Rows.Count == 0)
            return Challenge();
        Person = new Person(tables);
        return Page();
    }

    public IActionResult OnPostExport() => new PersonalFile(export, Viewer.Of(User).AccountId!);
}
