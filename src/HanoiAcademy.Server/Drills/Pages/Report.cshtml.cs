using HanoiAcademy.Drills.Reports;
using HanoiAcademy.Server.Agencies;
using HanoiAcademy.Server.Drills.AfterAction;
using HanoiAcademy.Server.Drills.AfterAction.Document;
using HanoiAcademy.Server.Drills.Launch;
using HanoiAcademy.Server.Drills.Seats;
using HanoiAcademy.Server.Language;
using Microsoft.AspNetCore.Mvc;

namespace HanoiAcademy.Server.Drills.Pages;

internal sealed class ReportModel(
    DrillAccess access, AfterActionDesk desk, DrillForker forker, RefusalTexts texts) : DrillPage(access)
{
    public DrillReport? Report { get; private set; }

    public ReportDocument? Document { get; private set; }

    public bool MayLookBack { get; private set; }

    public string? Refused { get; private set; }

    [BindProperty]
    public ForkForm Fork { get; set; } = new();

    public bool MayFork => Report is { Status: "ended", Problems.IsEmpty: true } && Caller.IsDirector && Access.MayFork(Viewer.Of(User), Caller.Drill.AgencyId);

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
        var made = await desk.For(Caller, HttpContext.Features.Get<UiChoice>() ?? UiChoice.Default, HttpContext.RequestAborted, Viewer.Of(User));
        (Report, Document, MayLookBack) = (made?.Report, made?.Document, made?.Source.Replay is not null);
    }

    internal sealed class ForkForm
    {
        /// <summary>Null when nothing but blanks was typed.</summary>
        public string? At { get; set; }

        public string? Title { get; set; }

        public bool SimulateEmptySeats { get; set; }
    }
}
