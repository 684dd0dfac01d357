using HanoiAcademy.Drills.Commands;
using HanoiAcademy.Drills.Scenarios;
using HanoiAcademy.Drills.Seats;
using HanoiAcademy.Drills.State;

namespace HanoiAcademy.Drills.Views;

internal static class SeatViews
{
    /// <summary>Who sits where is known to all, as in a real room; names are not in the log.</summary>
    public static IEnumerable<(string, ViewRecord)> Of(DrillState state, Scenario scenario, Sight sight) =>
        Seating.All(scenario).Select(x => ("seat:" + x.Seat, One(state, sight, x)));

    public static ViewRecord One(DrillState state, Sight sight, (string Seat, Team Team, Role Role) x) =>
        new SeatView(x.Seat, x.Team.Id, sight.Say(x.Team.Name), x.Role.Id, sight.Say(x.Role.Name), state.Seats[x.Seat].Holder, state.Seats[x.Seat].Ready,
            sight.All && state.Seats[x.Seat].Holder == "simulated" ? state.Seats[x.Seat].Skill : null, state.Seats[x.Seat].Since is > 0 and var since ? since : null);

    /// <summary>Null: there was nothing to take over, or it is somebody else's.</summary>
    public static HandoverView? Handover(DrillState state, string seat) =>
        state.Seats.TryGetValue(seat, out var s) && s.Handover is { } taken ? new HandoverView(taken.At, taken.InHand) : null;

    /// <summary>A seat's own stream: what came to it alone, and what it has read.</summary>
    public static IEnumerable<(string, ViewRecord)> Own(DrillState state, Scenario scenario, Sight sight, string seat)
    {
        if (!sight.All)
            foreach (var own in FeedViews.OfSeat(state, scenario, sight, new Actor(seat)).Concat(QuestionViews.Questionnaires(state, scenario, sight, seat)).Concat(ExerciseViews.OfSeat(state, seat)))
                yield return own;
        if (Handover(state, seat) is { } handover)
            yield return ("handover", handover);
        var prefix = seat + " ";
        foreach (var (key, at) in state.Read)
            if (key.StartsWith(prefix, StringComparison.Ordinal))
                yield return ("read:" + key[prefix.Length..], new ReadView(key[prefix.Length..], at));
    }
}
