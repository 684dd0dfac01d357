using HanoiAcademy.Server.Drills.Rooms;
using HanoiAcademy.Server.Drills.Seats;
using Microsoft.AspNetCore.Mvc;

namespace HanoiAcademy.Server.Drills.Pages;

/// <summary>For the wall: control leads through the hot wash. Teams write in their rooms.</summary>
internal sealed class HotWashModel(DrillAccess access, SeatOffice seats, IDrillRooms rooms) : LiveDrillPage(access, seats, rooms)
{
    public async Task<IActionResult> OnGetAsync()
    {
        if (!await Enter())
            return NotFound();
        // A team writes in its room.
        if (Caller.ControlSeat is not { } seat)
            return Redirect($"/drills/{Id}#hot-wash");
        await Look(seat);
        return Page();
    }
}
