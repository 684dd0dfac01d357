using System.Collections.Immutable;
using HanoiAcademy.Drills.Scenarios;
using HanoiAcademy.Drills.State;

namespace HanoiAcademy.Drills.Requests;

/// <summary>What was wrong with a request when it went out, and whether an answer fits its truth. Players see neither before the report.</summary>
internal static class Judgement
{
    public static ImmutableArray<string> Of(Turn turn, RequestForm form, Matter? matter, string receiver, bool authorised) =>
        Preservation.Judge(turn.Scenario, form, matter, receiver, authorised, matter is not null && DataGone(turn.State, matter));

    public static bool DataGone(DrillState state, Matter matter) => !matter.Needed.DataSets.IsEmpty && matter.Needed.DataSets.All(state.LostData.Contains);

    /// <summary>
    /// The answer that fits, in the order of the answer policy: not-authentic, forward (or return when the State is wrong), return, consult, refuse, grant.
    /// </summary>
    public static string FittingAnswer(Scenario scenario, RequestState request)
    {
        var matter = scenario.Matters.FirstOrDefault(m => m.Id == request.Matter);
        var mistakes = InHand(request, matter);
        if (matter is { Authentic: false })
            return "not-authentic";
        if (mistakes.Contains("wrong-authority") && Forwards(scenario, request))
            return "forward";
        if (matter is { Discriminatory: true })
            return "refuse";
        if (mistakes.Any(m => m is "wrong-state" or "wrong-authority" or "wrong-channel" or "basis-not-in-force" or "missing-field" or "no-identifier"))
            return "return";
        return mistakes.Any(m => m is "over-broad" or "asks-disclosure") ? "consult" : "grant";
    }

    /// <summary>Mistakes as whoever has it now meets them: passed on to the right desk it is no longer at the wrong one, and the channel was the receivers' own.</summary>
    public static ImmutableArray<string> InHand(RequestState request, Matter? matter) =>
        request.Receiver == request.Form.To ? request.Mistakes
        : [.. request.Mistakes.Where(m => m is not ("wrong-state" or "wrong-authority" or "wrong-channel")), .. matter is null || matter.To == request.Receiver ? [] : new[] { "wrong-authority" }];

    public static bool Fits(string fitting, string answer) =>
        answer == fitting || (fitting, answer) is ("grant", "grant-with-conditions") or ("consult", "grant-in-part") or ("consult", "return");

    private static bool Forwards(Scenario scenario, RequestState request) =>
        scenario.Authorities.FirstOrDefault(a => a.Id == request.Receiver)?.ForwardTo is not null;
}
