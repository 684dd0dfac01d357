using System.Collections.Immutable;
using HanoiAcademy.Drills.Commands;
using HanoiAcademy.Drills.Requests;
using HanoiAcademy.Drills.Scenarios;
using HanoiAcademy.Drills.State;
using HanoiAcademy.Drills.Views;

namespace HanoiAcademy.Drills.Simulation;

/// <summary>Requests as a simulated player handles them: drafts what is expected of his role from the author's model, authorises, sends, and answers by the matter's truth.</summary>
internal static class RequestTasks
{
    public static IEnumerable<SimulatedTask> Of(DrillState state, Scenario scenario, string seat, ImmutableSortedDictionary<string, ViewRecord> view)
    {
        foreach (var draft in Drafts(state, scenario, seat, view))
            yield return draft;
        foreach (var paper in view.Values.OfType<RequestView>())
            if (Step(state, scenario, seat, view, paper) is { } task)
                yield return task with { Since = paper.History.IsEmpty ? 0 : paper.History[^1].At };
    }

    private static IEnumerable<SimulatedTask> Drafts(DrillState state, Scenario scenario, string seat, ImmutableSortedDictionary<string, ViewRecord> view)
    {
        var role = new Actor(seat).TeamRole;
        foreach (var inject in scenario.Injects)
            for (var n = 0; n < inject.Expected.Length; n++)
            {
                if (inject.Expected[n] is not ExpectRequest expected || expected.By != role || !state.Read.TryGetValue(seat + " " + inject.Id, out var read)
                    || !Skill.Does(state, seat, FormattableString.Invariant($"{inject.Id} {n}")))
                    continue;
                var model = scenario.Matters.First(m => m.Id == expected.Matter).Model;
                // One paper a subject: whoever of his side wrote it, he sees it and writes no second.
                var written = view.Values.OfType<RequestView>().Any(r => r.Direction != "in" && r.Form.Scope.DataSets.Intersect(model.Scope.DataSets).Any());
                if (!written && model.Scope.DataSets.All(d => view.ContainsKey("data:" + d)))
                    yield return new SimulatedTask(1, read, Skill.Thinks(state, seat, "draft " + expected.Matter, 150, 330),
                        new DraftRequest("sim-" + expected.Matter, model with { Attachments = [.. model.Attachments.Where(a => view.ContainsKey("evidence:" + a))] }, inject.Id));
            }
    }

    private static SimulatedTask? Step(DrillState state, Scenario scenario, string seat, ImmutableSortedDictionary<string, ViewRecord> view, RequestView paper)
    {
        var may = paper.Acts;
        var key = $"{paper.Id} {paper.Revision}";
        var request = state.Requests[paper.Id];
        if (may.Contains("authorise-request") && Preservation.Gaps(paper.Form, null).IsEmpty)
            return new SimulatedTask(1, 0, Skill.Thinks(state, seat, "authorise " + key, 50, 120), new AuthoriseRequest(paper.Id, paper.Revision));
        if (may.Contains("send-request") && paper.Status == "authorised")
            return new SimulatedTask(1, 0, Skill.Thinks(state, seat, "send " + key, 15, 40), new SendRequest(paper.Id));
        if (may.Contains("supplement-request") && scenario.Matters.FirstOrDefault(m => m.Id == request.Matter)?.Model is { } model)
            return new SimulatedTask(1, 0, Skill.Thinks(state, seat, "supplement " + key, 120, 240), new SupplementRequest(paper.Id, model with { From = paper.Form.From, To = paper.Form.To }));
        if (may.Contains("accept-conditions"))
            return new SimulatedTask(1, 0, Skill.Thinks(state, seat, "accept " + key, 60, 120), new AcceptConditions(paper.Id));
        // Where a person sits for the receiver, receiving is his: a simulated colleague would answer before he had read it.
        if (PeopleReceive(state, scenario, request))
            return null;
        if (may.Contains("acknowledge-request"))
            return new SimulatedTask(0, 0, Skill.Thinks(state, seat, "acknowledge " + key, 30, 150), new AcknowledgeRequest(paper.Id, "ACK-" + paper.Id));
        if (may.Contains("verify-request") && paper.Status == "acknowledged")
            return new SimulatedTask(1, 0, Skill.Thinks(state, seat, "verify " + key, 90, 200), new VerifyRequest(paper.Id, Genuine(view, paper), "register"));
        return may.Contains("answer-request") && paper.Status == "verified"
            ? new SimulatedTask(1, 0, Skill.Thinks(state, seat, "answer " + key, 90, 240), Answer(scenario, request))
            : null;
    }

    private static bool PeopleReceive(DrillState state, Scenario scenario, RequestState request) =>
        scenario.Authorities.FirstOrDefault(a => a.Id == request.Receiver) is { } receiver
        && state.Seats.Any(s => s.Value.Holder == "person" && receiver.PlayedBy.Contains(new Actor(s.Key).TeamRole));

    /// <summary>Message and register side by side: a number or address that the register does not have is not the authority's.</summary>
    private static bool Genuine(ImmutableSortedDictionary<string, ViewRecord> view, RequestView paper) =>
        view.GetValueOrDefault("authority:" + paper.Form.From) is AuthorityView { InRegister: true } entry
        && (paper.Form.Fields.GetValueOrDefault("telephone", "") is var given && (Folding.Fold(given).Length == 0 || Folding.Contains(given, entry.Telephone)));

    private static AnswerRequest Answer(Scenario scenario, RequestState request)
    {
        var matter = scenario.Matters.FirstOrDefault(m => m.Id == request.Matter);
        return Judgement.FittingAnswer(scenario, request) switch
        {
            "forward" => new AnswerRequest(request.Id, "forward", [], To: scenario.Authorities.First(a => a.Id == request.Receiver).ForwardTo!),
            "return" => new AnswerRequest(request.Id, "return", Preservation.Gaps(request.Form, matter), Reasons: "Please complete the fields named and send it again under the same reference."),
            "consult" => new AnswerRequest(request.Id, "consult", [], Reasons: "More is asked for than the case needs; we can keep the narrower scope.", Scope: matter?.Needed),
            "refuse" => new AnswerRequest(request.Id, "refuse", [], Ground: "discriminatory-purpose", Reasons: "The facts show that help would serve to punish an opinion."),
            _ => new AnswerRequest(request.Id, "grant", []),
        };
    }
}
