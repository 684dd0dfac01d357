using HanoiAcademy.Drills.State;

namespace HanoiAcademy.Drills.Views;

/// <summary>The roll-call: that it was called is everybody's to know, how somebody's link is only his own and control's.</summary>
internal static class ExerciseViews
{
    public static IEnumerable<(string, ViewRecord)> Roll(DrillState state)
    {
        if (state.Exercise.Rolls > 0)
            yield return ("roll", new RollView(state.Exercise.Rolls));
    }

    public static IEnumerable<(string, ViewRecord)> Links(DrillState state) => state.Exercise.Links.Select(link => One(state, link.Key, link.Value));

    public static IEnumerable<(string, ViewRecord)> OfSeat(DrillState state, string seat) =>
        state.Exercise.Links.TryGetValue(seat, out var link) ? [One(state, seat, link)] : [];

    private static (string, ViewRecord) One(DrillState state, string seat, LinkState link) =>
        ("link:" + seat, new LinkView(seat, link.RoundTripMs, link.Bytes, link.Roll == state.Exercise.Rolls));
}
