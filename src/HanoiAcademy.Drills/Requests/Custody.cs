using HanoiAcademy.Drills.Requests.Kinds;
using HanoiAcademy.Drills.State;

namespace HanoiAcademy.Drills.Requests;

/// <summary>What was handed over must be taken into custody by those who asked for it.</summary>
internal static class Custody
{
    public static bool IsMissing(DrillState state, RequestState request) =>
        request.Handed.Any(h => h.Evidence is { } item && !state.Evidence.Any(e => e.Key.EndsWith(" " + item, StringComparison.Ordinal)));

    /// <summary>Judged when its time is over, or when the request is closed before.</summary>
    public static void Missing(Turn turn, string id)
    {
        if (turn.State.Requests[id] is { } request && RequestKinds.Of(request.Form.Kind).CustodyMs is not null && IsMissing(turn.State, request))
            Faults.Add(turn, id, "sender", "no-custody");
    }
}
