using HanoiAcademy.Drills.Commands;
using HanoiAcademy.Server.Drills.Api;
using HanoiAcademy.Server.Drills.Rooms;
using HanoiAcademy.Server.Drills.Seats;
using HanoiAcademy.Server.Security;
using HanoiAcademy.Storage.Accounts;
using HanoiAcademy.Storage.Drills;
using Microsoft.AspNetCore.Mvc;

namespace HanoiAcademy.Server.Drills.Pages;

internal sealed class ControlModel(DrillAccess access, SeatOffice seats, IDrillRooms rooms, ISeatingPlan plan, SeatFinder finder, IAccountDirectory accounts)
    : LiveDrillPage(access, seats, rooms)
{
    public IReadOnlyList<SeatPlace> Places { get; private set; } = [];

    public SortedDictionary<string, string> Names { get; private set; } = [];

    public string JoinLink => $"{Request.Scheme}://{Request.Host}/join?code={Caller.Drill.JoinCode}";

    private SeatOffice Office { get; } = seats;

    public async Task<IActionResult> OnGetAsync()
    {
        if (!await Enter() || Caller.ControlSeat is not { } seat)
            return NotFound();
        await Look(seat);
        SecurityHeaders.AllowOwnFrames(HttpContext);
        Places = await finder.Places(Caller.Drill, HttpContext, withSkill: true);
        Names = await People.Names(Id, plan, accounts, HttpContext.RequestAborted);
        return Page();
    }

    public async Task<IActionResult> OnPostFreeAsync(string seat)
    {
        if (!await Enter() || Caller.ControlSeat is null)
            return NotFound();
        if (!Caller.IsDirector)
            return Forbid();
        await Office.Release(Id, seat);
        return Redirect($"/drills/{Id}/control#seats");
    }

    /// <summary>Whoever sits there leaves and a simulated player goes on; or one sits down where nobody does, or another takes the place of the one who does.</summary>
    public async Task<IActionResult> OnPostSimulateAsync(string seat, string skill)
    {
        if (!await Enter() || Caller.ControlSeat is not { } control)
            return NotFound();
        if (!Caller.IsDirector)
            return Forbid();
        await Office.HandOver(Id, seat ?? "", skill ?? "", control);
        return Redirect($"/drills/{Id}/control#seats");
    }

    /// <summary>The simulated player who sits there goes, and nobody goes on.</summary>
    public async Task<IActionResult> OnPostSendAwayAsync(string seat)
    {
        if (!await Enter() || Caller.ControlSeat is not { } control)
            return NotFound();
        if (!Caller.IsDirector)
            return Forbid();
        await Rooms.Send(Id, new Envelope($"page-{Guid.NewGuid():n}", control, new FreeSeat(seat ?? "")));
        return Redirect($"/drills/{Id}/control#seats");
    }

    private IDrillRooms Rooms { get; } = rooms;
}
