using HanoiAcademy.Drills.Reports;
using HanoiAcademy.Server.Drills.Api;
using HanoiAcademy.Server.Drills.Reports;
using HanoiAcademy.Server.Drills.Seats;
using HanoiAcademy.Storage.Accounts;
using HanoiAcademy.Storage.Drills;
using Microsoft.AspNetCore.Mvc;

namespace HanoiAcademy.Server.Drills.Pages;

internal sealed class ReportModel(DrillAccess access, DrillReports reports, ISeatingPlan plan, IAccountDirectory accounts) : DrillPage(access)
{
    public DrillReport? Report { get; private set; }

    private SortedDictionary<string, string> _names = [];

    public async Task<IActionResult> OnGetAsync()
    {
        if (!await Enter())
            return NotFound();
        _names = await People.Names(Id, plan, accounts, HttpContext.RequestAborted);
        Report = await reports.For(Caller, UiLanguage, HttpContext.RequestAborted);
        return Page();
    }

    /// <summary>A seat with the name of who sits there, if anybody does.</summary>
    public string Who(string? seat) => seat is null ? "" : _names.TryGetValue(seat, out var name) && name.Length > 0 ? $"{name} ({seat})" : seat;
}
