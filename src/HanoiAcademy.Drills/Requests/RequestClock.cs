using HanoiAcademy.Drills.Clock;
using HanoiAcademy.Drills.Events;
using HanoiAcademy.Drills.Indexes;
using HanoiAcademy.Drills.Scenarios;
using HanoiAcademy.Drills.State;

namespace HanoiAcademy.Drills.Requests;

/// <summary>The answer policy of authorities without people, and what lapses when nobody supplements. All in story time.</summary>
internal static class RequestClock
{
    public static IEnumerable<DueItem> Due(DrillState state, Scenario scenario)
    {
        foreach (var request in state.Requests.Values)
        {
            if (request.Receiver.Length == 0 || request.Status == "closed" && request.OtherUse != "asked")
                continue;
            if (Parties.Played(state, scenario, request.Receiver) is not { } receiver || Parties.HasNoSender(state, scenario, request))
                continue;
            if (ByPolicy(state, scenario, request, receiver) is { } answer)
                yield return answer;
            if (BySender(scenario, request) is { } reply)
                yield return reply;
            foreach (var item in Obligations.Due(state, scenario, request, receiver))
                yield return item;
        }
    }

    /// <summary>Story time at which a returned or consulting request lapses when nobody supplements it.</summary>
    public static long LapsesStory(Scenario scenario, RequestState request) =>
        request.SinceStory + (Parties.StateOf(scenario, request.Receiver)?.Policy ?? new AnswerPolicy()).ReturnLapseMs;

    /// <summary>Story time at which an authority without people answers; null when it owes nothing now or people answer.</summary>
    public static long? AnswersStory(DrillState state, Scenario scenario, RequestState request)
    {
        if (Parties.Played(state, scenario, request.Receiver) is not { PlayedBy.IsEmpty: true } receiver || request.Warning is not null)
            return null;
        var left = Parties.LeftStory(state, scenario, receiver.Id);
        var policy = Parties.StateOf(scenario, receiver.Id)?.Policy ?? new AnswerPolicy();
        return request.Status switch
        {
            "sent" or "forwarded" => Hours.Open(scenario, receiver.Id, Math.Max(request.ArrivedStory, left) + policy.AcknowledgeMs),
            "acknowledged" or "verified" => Hours.Open(scenario, receiver.Id,
                Math.Max(request.SinceStory, left) + (ScenarioIndex.Of(scenario).Matters.Find(request.Matter)?.Exception?.AfterMs ?? policy.AnswerMs)),
            _ => null,
        };
    }

    private static DueItem? ByPolicy(DrillState state, Scenario scenario, RequestState request, Authority receiver)
    {
        var id = request.Id;
        if (AnswersStory(state, scenario, request) is not { } story)
            return null;
        return At(scenario, story, id, request.Status is "sent" or "forwarded"
            ? turn => turn.Emit(new RequestAcknowledged(turn.At, id, receiver.Id, turn.Story, ""), "request-acknowledged " + id)
            : turn => Policy.Answer(turn, id));
    }

    /// <summary>What the sending side owes: an author's sender mends and narrows what comes back; anybody's lapses in the end.</summary>
    private static DueItem? BySender(Scenario scenario, RequestState request)
    {
        var id = request.Id;
        if (request.Status is not ("returned" or "consulting"))
            return null;
        var after = request.SinceStory + (Parties.StateOf(scenario, request.Form.From)?.Policy ?? new AnswerPolicy()).AnswerMs;
        if (request.Status == "returned" && Supplement(scenario, request) is { } supplement && !request.Supplemented)
            return At(scenario, after, id, turn => FollowUps.Supplement(turn, turn.State.Requests[id], supplement, request.Form.From));
        if (request is { Status: "consulting", Incoming: not null } && ScenarioIndex.Of(scenario).Matters.Find(request.Matter) is { Authentic: true, Discriminatory: false } matter
            && Narrower(request, matter) is { } narrower)
            return At(scenario, after, id, turn => Narrowing.Narrow(turn, turn.State.Requests[id], narrower, request.Form.From));
        return At(scenario, LapsesStory(scenario, request), id, turn => turn.Emit(new RequestLapsed(turn.At, id, "not-supplemented"), "request-lapsed " + id));
    }

    /// <summary>The narrower text that was proposed, if it still serves the case; else what the case needs.</summary>
    private static Scope? Narrower(RequestState request, Matter matter) =>
        new[] { request.Narrower, matter.Needed }.FirstOrDefault(s => s is not null && FormFacts.IsNarrower(s, request.Form.Scope) && s != request.Form.Scope && FormFacts.IsNarrower(matter.Needed, s));

    public static DueItem At(Scenario scenario, long story, string id, Action<Turn> act) => Holds.AtStory(scenario, story, "request", id, act);

    private static RequestForm? Supplement(Scenario scenario, RequestState request) =>
        request.Incoming is null ? null : scenario.IncomingRequests.FirstOrDefault(x => x.Id == request.Incoming)?.Supplement;
}
