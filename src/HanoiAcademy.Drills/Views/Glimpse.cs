using HanoiAcademy.Drills.Clock;
using HanoiAcademy.Drills.Commands;
using HanoiAcademy.Drills.Indexes;
using HanoiAcademy.Drills.Messages;
using HanoiAcademy.Drills.Requests;
using HanoiAcademy.Drills.Scenarios;
using HanoiAcademy.Drills.State;

namespace HanoiAcademy.Drills.Views;

/// <summary>
/// A whole drill in one tile, for who controls many. LastActAt: drill ms of the last thing people did. Urgent: urgent injects and calls that nobody in a team that they
/// came to has opened. Decisions: open ones. Overdue: requests that people have had for more than an hour of story time without an answer. Waiting: what people
/// wrote to absent actors and to control and nobody has seen to, the oldest since WaitingSince.
/// </summary>
public sealed record Glimpse(long? LastActAt, int Urgent, int Decisions, int Overdue, int Waiting, long? WaitingSince)
{
    private const long TooLong = 3_600_000;

    public static Glimpse Of(DrillState state, Scenario scenario)
    {
        var waiting = Strip.Waiting(state);
        var last = state.Seats.Values.Where(seat => seat.Holder == "person").Select(seat => seat.LastActAt).DefaultIfEmpty().Max();
        return new Glimpse(
            last > 0 ? last : null,
            state.Unheard.Where(team => IsPlayed(state, team.Key)).Sum(team => team.Value.Count),
            state.Decisions.Count(d => d.Value.Status == "open" && !state.Rulings.AllOut(ScenarioIndex.Of(scenario).Decisions[d.Key].By)),
            state.Requests.Values.Count(r => IsOverdue(state, scenario, r)),
            waiting.Length,
            waiting.IsEmpty ? null : waiting[0].At);
    }

    private static bool IsOverdue(DrillState state, Scenario scenario, RequestState r) =>
        ControlViews.IsUnanswered(r) && !Parties.HasNoSender(state, scenario, r) && StoryClock.At(scenario, state.Phase, state.At) - r.ArrivedStory > TooLong
        && scenario.Teams.Any(team => IsPlayed(state, team.Id) && Parties.SeesAsReceiver(scenario, r, team.Id));

    private static bool IsPlayed(DrillState state, string team) =>
        !state.Rulings.IsOut(team) && state.Seats.Any(seat => seat.Value.Holder == "person" && new Actor(seat.Key).Team == team);
}
