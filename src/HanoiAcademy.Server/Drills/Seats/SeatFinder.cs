using HanoiAcademy.Drills.Views;
using HanoiAcademy.Drills.Wire;
using HanoiAcademy.Server.Drills.Rooms;
using HanoiAcademy.Server.Language;
using HanoiAcademy.Storage.Drills;

namespace HanoiAcademy.Server.Drills.Seats;

internal sealed class SeatFinder(LaunchedScenarios scenarios, ISeatingPlan plan, IDrillRooms rooms)
{
    /// <summary>All seats in the reader's language. Who sits where is the plan's; which are simulated, and which teams are out and take nobody in any more, only the room knows.</summary>
    public async Task<IReadOnlyList<SeatPlace>> Places(DrillEntry drill, HttpContext http, bool withSkill = false)
    {
        var language = http.Features.Get<UiChoice>()?.Language ?? Texts.Source;
        var view = await rooms.View(drill.Id, new ViewAsk("control.observer.1", language));
        var records = DrillJson.Read<Dictionary<string, ViewRecord>>(view.Team.Records!.Value.Utf8).Values;
        var gone = records.OfType<OutView>().Select(team => team.Team).ToHashSet(StringComparer.Ordinal);
        var simulated = records.OfType<SeatView>()
            .Where(seat => seat.Holder == "simulated").ToDictionary(seat => seat.Id, seat => seat.Skill, StringComparer.Ordinal);
        var places = SeatPlace.All(await scenarios.Get(drill.ContentSha256, http.RequestAborted), await plan.Who(drill.Id, http.RequestAborted), language);
        return [.. places.Where(place => place.Taken || !gone.Contains(place.Team)).Select(place => !place.Taken && simulated.TryGetValue(place.Seat, out var skill) ? place with { Simulated = true, Skill = withSkill ? skill : null } : place)];
    }
}
