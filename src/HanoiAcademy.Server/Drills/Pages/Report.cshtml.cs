using HanoiAcademy.Drills.Commands;
using HanoiAcademy.Drills.Reports;
using HanoiAcademy.Server.Agencies;
using HanoiAcademy.Server.Drills.Api;
using HanoiAcademy.Server.Drills.Launch;
using HanoiAcademy.Server.Drills.Reports;
using HanoiAcademy.Server.Drills.Seats;
using HanoiAcademy.Server.Language;
using HanoiAcademy.Storage.Accounts;
using HanoiAcademy.Storage.Drills;
using Microsoft.AspNetCore.Mvc;

namespace HanoiAcademy.Server.Drills.Pages;

internal sealed class ReportModel(
    DrillAccess access, DrillReports reports, DrillForker forker, RefusalTexts texts, Texts words, ISeatingPlan plan, IAccountDirectory accounts) : DrillPage(access)
{
    public DrillReport? Report { get; private set; }

    public string? Refused { get; private set; }

    [BindProperty]
    public ForkForm Fork { get; set; } = new();

    public bool MayFork => Report is { Status: "ended" } && Caller.IsDirector && Access.MayFork(Viewer.Of(User), Caller.Drill.AgencyId);

    private SortedDictionary<string, string> _names = [];
    private long _ownSince = -1;

    public async Task<IActionResult> OnGetAsync()
    {
        if (!await Enter())
            return NotFound();
        await Fill();
        return Page();
    }

    public async Task<IActionResult> OnPostForkAsync()
    {
        if (!await Enter())
            return NotFound();
        var viewer = Viewer.Of(User);
        if (!Caller.IsDirector || !Access.MayFork(viewer, Caller.Drill.AgencyId))
            return Forbid();
        var forked = DrillTimes.Read(Fork.At) is { } at
            ? await forker.Fork(Caller.Drill, new ForkOrder { At = at, Title = Fork.Title ?? "", SimulateEmptySeats = Fork.SimulateEmptySeats }, viewer.AccountId!)
            : new Launched(null, "bad-moment");
        if (forked.Drill is { } drill)
            return Redirect($"/drills/{drill.Id}/control");
        Refused = texts.Sentence(forked.Code!, UiLanguage, forked.Word);
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        await Fill();
        return Page();
    }

    private async Task Fill()
    {
        _names = await People.Names(Id, plan, accounts, HttpContext.RequestAborted);
        Report = await reports.For(Caller, UiLanguage, HttpContext.RequestAborted);
        _ownSince = Report?.Control.LastOrDefault(step => step.What == "forked")?.At ?? -1;
    }

    /// <summary>A seat with the name of who sits there, if anybody does. What a fork has from another drill was done by whoever sat there then.</summary>
    public string Who(string? seat, long? at) =>
        seat is null ? "" : new Actor(seat) is { IsControl: true } control && !_names.ContainsKey(seat) ? words.Find(UiLanguage, $"client.control-role.{control.Role}") ?? seat : at > _ownSince && _names.TryGetValue(seat, out var name) && name.Length > 0 ? $"{name} ({seat})" : seat;

    internal sealed class ForkForm
    {
        /// <summary>Null when nothing but blanks was typed.</summary>
        public string? At { get; set; }

        public string? Title { get; set; }

        public bool SimulateEmptySeats { get; set; }
    }
}
