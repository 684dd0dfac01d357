using System.Collections.Immutable;
using HanoiAcademy.Drills.Indexes;
using HanoiAcademy.Drills.Requests.Kinds;
using HanoiAcademy.Drills.Scenarios;
using HanoiAcademy.Drills.State;
using HanoiAcademy.Drills.World;

namespace HanoiAcademy.Drills.Requests;

/// <summary>
/// The answer that fits a request's truth, in the order of the answer policy: not-authentic, forward, an author's exception, refuse, return,
/// consult, nothing left, grant. Authorities without people give it; people's answers are held against it.
/// </summary>
internal static class Fitting
{
    private static readonly ImmutableArray<string> Returns =
        ["wrong-state", "wrong-authority", "wrong-channel", "basis-not-in-force", "wrong-basis", "wrong-kind", "missing-field", "no-identifier",
            "no-dual-criminality-facts", "no-link-to-offence", "third-party-forgotten", "victims-forgotten", "no-use-rule", "no-end-date"];

    private static readonly ImmutableArray<string> Narrows = ["over-broad", "asks-disclosure", "fishing", "whole-account", "content-asked", "asks-content", "content-as-traffic"];

    public static string AnswerTo(Scenario scenario, RequestState request, DrillState? state = null)
    {
        var kind = RequestKinds.Of(request.Form.Kind);
        var matter = ScenarioIndex.Of(scenario).Matters.Find(request.Matter);
        var mistakes = InHand(request, matter);
        if (matter is { Authentic: false })
            return "not-authentic";
        if (mistakes.Contains("wrong-authority") && Forwards(scenario, request))
            return "forward";
        if (matter?.Exception is { Answer: not "forward" } exception)
            return exception.Answer;
        if (matter is { Discriminatory: true })
            return "refuse";
        if (mistakes.Select(m => kind.AnswerTo.GetValueOrDefault(m)).FirstOrDefault(a => a is not null) is { } own)
            return own;
        if (mistakes.Any(Returns.Contains))
            return "return";
        if (mistakes.Any(Narrows.Contains))
            return "consult";
        if (kind.Id == "emergency" && Parties.StateOf(scenario, request.Receiver) is { Emergency.Discloses: false })
            return "needs-mla";
        return state is not null && NothingLeft(state, scenario, request, kind) ? kind.Answers.First(a => AnswerWords.MoveOf(a) == "tell")
            : Conditions(scenario, request, kind) ? "grant-with-conditions"
            : "grant";
    }

    /// <summary>Mistakes as whoever has it now meets them: passed on to the right desk it is no longer at the wrong one, and the channel was the receivers' own.</summary>
    public static ImmutableArray<string> InHand(RequestState request, Matter? matter) =>
        request.Receiver == request.Form.To ? request.Mistakes
        : [.. request.Mistakes.Where(m => m is not ("wrong-state" or "wrong-authority" or "wrong-channel")), .. matter is null || matter.To == request.Receiver ? [] : new[] { "wrong-authority" }];

    public static bool Fits(string fitting, string answer) =>
        answer == fitting || (fitting, answer) switch
        {
            ("grant", "grant-with-conditions") or ("grant-with-conditions", "grant") => true,
            ("consult", "grant-in-part" or "return") => true,
            ("return", "order-needed") or ("order-needed", "return") => true,
            // A plain yes to what is no longer there is executed as nil; which of the ways it went may be told in any of its words.
            ("nil" or "moved-on" or "paid-out" or "not-found", "grant") => true,
            _ => AnswerWords.MoveOf(fitting) == "tell" && AnswerWords.MoveOf(answer) == "tell",
        };

    /// <summary>All gaps at once: field ids first, then what else keeps it from being answered.</summary>
    public static IEnumerable<string> Missing(Scenario scenario, RequestState request, Matter? matter) =>
        Judgement.Gaps(new Sending(scenario, request.Form, matter, request.Receiver)).Concat(InHand(request, matter).Where(m => m is "wrong-state" or "wrong-authority" or "wrong-channel" or "basis-not-in-force" or "wrong-basis" or "wrong-kind"
            or "no-identifier" or "no-time-zone" or "no-end-date" or "untranslated"));

    private static bool NothingLeft(DrillState state, Scenario scenario, RequestState request, RequestKind kind)
    {
        if (!kind.Answers.Any(a => AnswerWords.MoveOf(a) == "tell"))
            return false;
        if (kind.AsksProperty)
        {
            var asked = Outcomes.Properties(scenario, request);
            return asked.Count > 0 && asked.All(p => !state.Holds.Values.Any(h => h.Status == "active" && h.Property == p.Id)
                && state.Meters.TryGetValue(p.Meter, out var meter) && Meters.Value(meter, scenario.Meters.First(m => m.Id == p.Meter), state.At) == 0);
        }

        var data = Outcomes.Data(scenario, request);
        return data.Count > 0 && data.All(state.LostData.Contains);
    }

    private static bool Conditions(Scenario scenario, RequestState request, RequestKind kind) =>
        kind.HandsOver && kind.Answers.Contains("grant-with-conditions") && Parties.StateOf(scenario, request.Receiver) is { PersonalData.IsEmpty: false };

    private static bool Forwards(Scenario scenario, RequestState request) =>
        ScenarioIndex.Of(scenario).Authorities.Find(request.Receiver)?.ForwardTo is not null;
}
