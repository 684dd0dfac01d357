using HanoiAcademy.Server.Drills.Rooms;
using HanoiAcademy.Server.Language;
using HanoiAcademy.Storage.Drills;

namespace HanoiAcademy.Server.Drills.Seats;

internal sealed class SeatFinder(LaunchedScenarios scenarios, ISeatingPlan plan)
{
    /// <summary>All seats in the reader's language.</summary>
    public async Task<IReadOnlyList<SeatPlace>> Places(DrillEntry drill, HttpContext http) => SeatPlace.All(
        await scenarios.Get(drill.ContentSha256, http.RequestAborted),
        await plan.Who(drill.Id, http.RequestAborted),
        http.Features.Get<UiChoice>()?.Language ?? Texts.Source);
}
