using HanoiAcademy.Drills.Commands;
using HanoiAcademy.Drills.Events;
using HanoiAcademy.Drills.Indexes;
using HanoiAcademy.Drills.Scenarios;
using HanoiAcademy.Drills.State;

namespace HanoiAcademy.Drills.Seats;

/// <summary>What a simulated player has in hand when a person takes his seat; nothing of it stops or begins anew.</summary>
internal static class Handovers
{
    /// <summary>Null where nobody played: before StartEx, or from an empty seat.</summary>
    public static HandoverState? Of(DrillState s, Scenario scenario, SeatTaken x) =>
        s.Started && s.Seats[x.Seat].Holder == "simulated" ? new HandoverState(x.At, [.. InHand(s, scenario, x.Seat)]) : null;

    /// <summary>What runs, what is open before his role, and the papers that he had last: drafts, and requests that wait for his answer.</summary>
    private static IEnumerable<string> InHand(DrillState s, Scenario scenario, string seat) =>
        s.Actions.Where(a => a.Value.Status == "running" && a.Value.Seat == seat).Select(a => "action:" + a.Key)
            .Concat(s.Decisions.Where(d => d.Value.Status == "open" && ScenarioIndex.Of(scenario).Decisions[d.Key].By.Contains(new Actor(seat).TeamRole)).Select(d => "decision:" + d.Key))
            .Concat(s.Requests.Values.Where(r => r.Status is "draft" or "authorised" or "acknowledged" or "verified" && !r.History.IsEmpty && r.History[^1].By == seat).Select(r => "request:" + r.Id));
}
