using HanoiAcademy.Server.Drills.Rooms;
using HanoiAcademy.Server.Drills.Seats;
using HanoiAcademy.Server.Security;
using Microsoft.AspNetCore.Mvc;

namespace HanoiAcademy.Server.Drills.Pages;

/// <summary>A team's room as one of its seats sees it, for a controller to read. It stands in a frame of the control room.</summary>
internal sealed class LookModel(DrillAccess access, SeatOffice seats, IDrillRooms rooms, LaunchedScenarios scenarios) : LiveDrillPage(access, seats, rooms)
{
    [BindProperty(SupportsGet = true)]
    public string Seat { get; set; } = "";

    public async Task<IActionResult> OnGetAsync()
    {
        if (!await Enter() || !Caller.MayLookAt(Seat, await scenarios.Get(Caller.Drill.ContentSha256, HttpContext.RequestAborted)))
            return NotFound();
        await LookAt(Caller.ControlSeat!, Seat);
        SecurityHeaders.AllowInOwnFrame(HttpContext);
        return Page();
    }
}
