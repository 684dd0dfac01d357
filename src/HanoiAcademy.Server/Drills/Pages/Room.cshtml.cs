using HanoiAcademy.Drills.Commands;
using HanoiAcademy.Drills.Simulation;
using HanoiAcademy.Drills.Views;
using HanoiAcademy.Server.Drills.Rooms;
using HanoiAcademy.Server.Drills.Seats;
using Microsoft.AspNetCore.Mvc;

namespace HanoiAcademy.Server.Drills.Pages;

internal sealed class RoomModel(DrillAccess access, SeatOffice seats, IDrillRooms rooms, LaunchedScenarios scenarios) : LiveDrillPage(access, seats, rooms)
{
    private const int LatestMessages = 20;

    public IEnumerable<FeedView> Latest => All<FeedView>().OrderByDescending(message => message.At).Take(LatestMessages);

    /// <summary>Names of what was taken over, as far as it is still in the view.</summary>
    public IEnumerable<string> InHand(HandoverView handover) => handover.InHand.Select(key => Records.GetValueOrDefault(key) switch
    {
        ActionView action => action.Name,
        DecisionView decision => decision.Title,
        RequestView request => $"{request.Id}: {request.FromName} → {request.ToName}",
        _ => "",
    }).Where(name => name.Length > 0);

    /// <summary>The scenario's languages; the one that is read now is <see cref="StartData.Language"/>, if it is among them.</summary>
    public IReadOnlyList<string> Languages { get; private set; } = [];

    /// <param name="speaks">From now on this drill is read in this language.</param>
    public async Task<IActionResult> OnGetAsync(string? speaks)
    {
        if (!await Enter())
            return NotFound();
        if (Caller.PlayerSeat is not { } seat)
            return Redirect($"/drills/{Id}/control");
        Languages = (await scenarios.Get(Caller.Drill.ContentSha256, HttpContext.RequestAborted)).Languages;
        DrillSpeech.Keep(HttpContext, Id, speaks, Languages);
        Speaks = Languages.FirstOrDefault(language => language == speaks);
        await Look(seat);
        return Page();
    }

    /// <summary>Nobody goes on for one who plays alone: his drill waits for him.</summary>
    public async Task<IActionResult> OnPostLeaveAsync(bool simulate)
    {
        if (!await Enter() || Caller.PlayerSeat is not { } seat)
            return NotFound();
        if (Caller.PlaysAlone)
        {
            await Say(seat, new Pause());
            return Redirect("/drills");
        }

        if (simulate)
            await Office.HandOver(Id, seat, Skill.Usual, seat);
        else
            await Office.Release(Id, seat);
        return Redirect("/join");
    }

    /// <summary>Of a drill that one plays alone: it is over, and its report can be read.</summary>
    public async Task<IActionResult> OnPostEndAsync()
    {
        if (!await Enter() || !Caller.PlaysAlone)
            return NotFound();
        await Say(Caller.PlayerSeat!, new EndExercise());
        return Redirect($"/drills/{Id}/report");
    }

    private Task Say(string seat, Command command) => Rooms.Send(Id, new Envelope($"page-{Guid.NewGuid():n}", seat, command));

    private SeatOffice Office { get; } = seats;

    private IDrillRooms Rooms { get; } = rooms;
}
