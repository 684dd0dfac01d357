using HanoiAcademy.Drills.Events;

namespace HanoiAcademy.Drills.Requests;

/// <summary>Mistakes that show after a form went out or an answer was given: by the clock, or by what somebody does.</summary>
internal static class Faults
{
    /// <summary>Side: sender or receiver. Once a code and side.</summary>
    public static void Add(Turn turn, string request, string side, string code)
    {
        if (turn.State.Requests.TryGetValue(request, out var r) && !r.Faults.Contains($"{side} {code}") && !IsFixed(turn, r, side))
            turn.Emit(new RequestFaulted(turn.At, request, side, code));
    }

    /// <summary>Points of a team that is out stand as they were.</summary>
    private static bool IsFixed(Turn turn, State.RequestState r, string side) => side == "sender"
        ? Parties.HasNoSender(turn.State, turn.Scenario, r)
        : turn.State.Rulings.AllOut(Indexes.ScenarioIndex.Of(turn.Scenario).Authorities.Find(r.Receiver)?.PlayedBy ?? []);

    /// <summary>An effect of the scenario says that an act was a mistake in every request on the matter that went out.</summary>
    public static void OnMatter(Turn turn, string matter, string side, string code)
    {
        foreach (var r in turn.State.Requests.Values)
            if (r.Matter == matter && r.Reached.ContainsKey("sent"))
                Add(turn, r.Id, side, code);
    }
}
