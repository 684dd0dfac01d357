using HanoiAcademy.Drills.Clock;
using HanoiAcademy.Drills.Commands;
using HanoiAcademy.Drills.Events;
using HanoiAcademy.Drills.Scenarios;
using HanoiAcademy.Drills.State;

namespace HanoiAcademy.Drills.Requests;

/// <summary>The answer policy of authorities without people, and what lapses when nobody supplements. All in story time.</summary>
internal static class RequestClock
{
    public static IEnumerable<DueItem> Due(DrillState state, Scenario scenario)
    {
        foreach (var (id, request) in state.Requests)
        {
            var receiver = scenario.Authorities.FirstOrDefault(a => a.Id == request.Receiver);
            if (receiver is null)
                continue;
            var policy = Parties.StateOf(scenario, receiver.Id)?.Policy ?? new AnswerPolicy();
            var alone = receiver.PlayedBy.IsEmpty;
            DueItem At(long story, Action<Turn> act) => Holds.AtStory(scenario, story, "request", id, act);

            if (alone && request.Status is ("sent" or "forwarded"))
                yield return At(request.ArrivedStory + policy.AcknowledgeMs, turn =>
                    turn.Emit(new RequestAcknowledged(turn.At, id, receiver.Id, turn.Story, ""), "request-acknowledged " + id));
            else if (alone && request.Status is ("acknowledged" or "verified"))
                yield return At(request.SinceStory + policy.AnswerMs, turn => ByPolicy(turn, id));
            else if (request.Status == "returned" && Supplement(scenario, request) is { } supplement && !request.Supplemented)
                yield return At(request.SinceStory + (Parties.StateOf(scenario, request.Form.From)?.Policy ?? policy).AnswerMs, turn =>
                    FollowUps.Supplement(turn, turn.State.Requests[id], supplement, request.Form.From));
            else if (request.Status is "returned" or "consulting")
                yield return At(LapsesStory(scenario, request), turn =>
                    turn.Emit(new RequestLapsed(turn.At, id, "not-supplemented"), "request-lapsed " + id));
        }
    }

    /// <summary>Story time at which a returned or consulting request lapses when nobody supplements it.</summary>
    public static long LapsesStory(Scenario scenario, RequestState request) =>
        request.SinceStory + (Parties.StateOf(scenario, request.Receiver)?.Policy ?? new AnswerPolicy()).ReturnLapseMs;

    private static RequestForm? Supplement(Scenario scenario, RequestState request) =>
        request.Incoming is null ? null : scenario.IncomingRequests.First(x => x.Id == request.Incoming).Supplement;

    private static void ByPolicy(Turn turn, string id)
    {
        var request = turn.State.Requests[id];
        var scenario = turn.Scenario;
        var receiver = scenario.Authorities.First(a => a.Id == request.Receiver);
        var matter = scenario.Matters.FirstOrDefault(m => m.Id == request.Matter);
        var command = Judgement.FittingAnswer(scenario, request) switch
        {
            "not-authentic" => null,
            "forward" => new AnswerRequest(id, "forward", [], To: receiver.ForwardTo!),
            "return" => new AnswerRequest(id, "return", [.. Missing(request.Form, matter, Judgement.InHand(request, matter))]),
            "consult" => new AnswerRequest(id, "consult", [], Scope: matter?.Needed),
            "refuse" => new AnswerRequest(id, "refuse", [], Ground: "discriminatory-purpose"),
            _ => new AnswerRequest(id, "grant", []),
        };
        if (command is null)
            turn.Emit(new RequestVerified(turn.At, id, receiver.Id, turn.Story, false, "register"), "request-verified " + id);
        else
            Answering.Answer(turn, request, command, receiver.Id);
    }

    /// <summary>All gaps at once: field ids first, then what else keeps it from being answered.</summary>
    private static IEnumerable<string> Missing(RequestForm form, Matter? matter, IReadOnlyCollection<string> mistakes) =>
        Preservation.Gaps(form, matter).Concat(mistakes.Where(m => m is "wrong-state" or "wrong-authority" or "wrong-channel" or "basis-not-in-force" or "no-identifier" or "no-time-zone"));
}
