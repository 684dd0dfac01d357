using HanoiAcademy.Server.Agencies;
using HanoiAcademy.Server.Drills.Research;
using HanoiAcademy.Server.Drills.Seats;
using HanoiAcademy.Storage.Drills;
using Microsoft.AspNetCore.Mvc;

namespace HanoiAcademy.Server.Drills.Pages;

/// <summary>What an export for research holds, before it is made.</summary>
internal sealed class ResearchModel(DrillAccess access) : DrillPage(access)
{
    public bool HasEnded => Caller.Drill.Status == DrillStatus.Ended;

    public async Task<IActionResult> OnGetAsync() =>
        await Enter() && ResearchDesk.MayExport(Caller, Viewer.Of(User)) ? Page() : NotFound();
}
