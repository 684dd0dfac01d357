using HanoiAcademy.Drills.Views;
using HanoiAcademy.Server.Drills.Rooms;
using HanoiAcademy.Server.Drills.Seats;
using Microsoft.AspNetCore.Mvc;

namespace HanoiAcademy.Server.Drills.Pages;

internal sealed class RoomModel(DrillAccess access, SeatOffice seats, IDrillRooms rooms) : LiveDrillPage(access, seats, rooms)
{
    private const int LatestMessages = 20;

    public IEnumerable<FeedView> Latest => All<FeedView>().OrderByDescending(message => message.At).Take(LatestMessages);

    public async Task<IActionResult> OnGetAsync()
    {
        if (!await Enter())
            return NotFound();
        if (Caller.PlayerSeat is not { } seat)
            return Redirect($"/drills/{Id}/control");
        await Look(seat);
        return Page();
    }

    public async Task<IActionResult> OnPostLeaveAsync()
    {
        if (!await Enter() || Caller.PlayerSeat is not { } seat)
            return NotFound();
        await Office.Release(Id, seat);
        return Redirect("/join");
    }

    private SeatOffice Office { get; } = seats;
}
