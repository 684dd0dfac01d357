using System.Collections.Immutable;
using System.Globalization;
using HanoiAcademy.Drills.Commands;
using HanoiAcademy.Drills.Events;
using HanoiAcademy.Drills.Indexes;
using HanoiAcademy.Drills.Requests.Kinds;
using HanoiAcademy.Drills.Scenarios;
using HanoiAcademy.Drills.State;
using HanoiAcademy.Drills.World;

namespace HanoiAcademy.Drills.Requests;

/// <summary>What the receiver's people do: acknowledge, verify, answer. The order is theirs; a request answered unacknowledged or unverified takes effect and is scored.</summary>
internal static class Answering
{
    public static readonly ImmutableArray<string> Open = ["sent", "acknowledged", "verified", "forwarded", "returned", "consulting", "postponed"];

    public static Refusal? Acknowledge(Turn turn, AcknowledgeRequest command, Actor actor)
    {
        if (Find(turn, command.Request, actor) is not { } request)
            return new Refusal("no-such-request", command.Request);
        if (request.Status is not ("sent" or "forwarded"))
            return new Refusal("not-now", request.Status);
        if (command.Reference.Length > 100)
            return new Refusal("too-long", "100");
        turn.Emit(new RequestAcknowledged(turn.At, request.Id, actor.Id, turn.Story, command.Reference), "request-acknowledged " + request.Id);
        return null;
    }

    public static Refusal? Verify(Turn turn, VerifyRequest command, Actor actor)
    {
        if (Find(turn, command.Request, actor) is not { } request)
            return new Refusal("no-such-request", command.Request);
        if (request.Status is not ("sent" or "forwarded" or "acknowledged"))
            return new Refusal("not-now", request.Status);
        if (command.CalledBack is not ("register" or "message" or "none"))
            return new Refusal("bad-choice", command.CalledBack);
        turn.Emit(new RequestVerified(turn.At, request.Id, actor.Id, turn.Story, command.Authentic, command.CalledBack), "request-verified " + request.Id);
        return null;
    }

    public static Refusal? Answer(Turn turn, AnswerRequest command, Actor actor)
    {
        if (Find(turn, command.Request, actor) is not { } request)
            return new Refusal("no-such-request", command.Request);
        if (!Open.Contains(request.Status))
            return new Refusal("not-now", request.Status);
        if (command.Reasons.Length > Drafting.MostField || command.Conditions.Length > Drafting.MostField || command.Ground.Length > 60)
            return new Refusal("too-long", Drafting.MostField.ToString(CultureInfo.InvariantCulture));
        if (command.Missing.Length > Drafting.MostListed || command.Missing.Any(m => m.Length > 40))
            return new Refusal("too-many", Drafting.MostListed.ToString(CultureInfo.InvariantCulture));
        if (command.Scope is { } narrower && Drafting.Fault(narrower) is { } fault)
            return fault;
        if (!RequestKinds.Of(request.Form.Kind).Answers.Contains(command.Answer))
            return new Refusal("no-such-answer", command.Answer);
        if (command.Answer == "forward" && Forwardee(turn, request, command.To) is null)
            return new Refusal("no-receiver", command.To);
        var (fitting, fits, mistakes) = AnswerJudgement.Of(turn, request, command);
        turn.Emit(new AnswerJudged(turn.At, request.Id, actor.Id, fitting, fits, mistakes));
        return Answer(turn, request, command, actor.Id);
    }

    /// <summary>One way for people and for the answer policy.</summary>
    public static Refusal? Answer(Turn turn, RequestState request, AnswerRequest a, string by)
    {
        var story = turn.Story;
        var cause = $"request-{a.Answer} {request.Id}";
        switch (AnswerWords.MoveOf(a.Answer))
        {
            case "grant":
                turn.Emit(new RequestGranted(turn.At, request.Id, by, story, a.Answer, a.Conditions, a.Answer == "grant-in-part" ? a.Scope : null), cause);
                // Conditions bind once the sender accepts: until then nothing is handed over. What is only kept or held cannot wait.
                if (!(RequestKinds.Of(request.Form.Kind).HandsOver && a.Answer == "grant-with-conditions"))
                    Carry(turn, request.Id, by);
                return null;
            case "tell":
                turn.Emit(new RequestExecuted(turn.At, request.Id, by, story, a.Answer), cause);
                return null;
            case "consult":
                turn.Emit(new RequestConsulted(turn.At, request.Id, by, story, string.Join("\n", new[] { a.Reasons, a.Conditions }.Where(x => x.Length > 0)), a.Scope), cause);
                return null;
            case "return":
                turn.Emit(new RequestReturned(turn.At, request.Id, by, story, a.Answer == "order-needed" ? a.Missing.Add("order-needed") : a.Missing, a.Reasons), cause);
                return null;
            case "forward":
                if (Forwardee(turn, request, a.To) is not { } to)
                    return new Refusal("no-receiver", a.To);
                turn.Emit(new RequestForwarded(turn.At, request.Id, by, story, to.Id), cause);
                Following.Arrived(turn, request.Id);
                return null;
            case "postpone":
                turn.Emit(new RequestPostponed(turn.At, request.Id, by, story, a.Reasons), cause);
                return null;
            case "refuse":
                turn.Emit(new RequestRefused(turn.At, request.Id, by, story, a.Answer == "refuse" ? a.Ground : a.Answer, a.Reasons), cause);
                // Nothing is disclosed in an emergency that is none, or without a formal request; and nothing is lost meanwhile.
                if (a.Answer is "not-an-emergency" or "needs-mla" && turn.State.Requests[request.Id].Form.Kind == "emergency")
                    Outcomes.BeginHolds(turn, turn.State.Requests[request.Id]);
                Following.Undecided(turn, request.Id);
                Effects.Apply(turn, MatterOf(turn, request.Id)?.RefuseEffects ?? []);
                return null;
            default:
                return new Refusal("no-such-answer", a.Answer);
        }
    }

    /// <summary>A collection of data to come runs its time first; all else happens at once.</summary>
    public static void Carry(Turn turn, string id, string by)
    {
        if (RequestKinds.Of(turn.State.Requests[id].Form.Kind).Outcome != "collect")
            Outcomes.Execute(turn, id, by);
    }

    private static Authority? Forwardee(Turn turn, RequestState request, string to) =>
        to == request.Receiver ? null : ScenarioIndex.Of(turn.Scenario).Authorities.Find(to);

    private static Matter? MatterOf(Turn turn, string id) =>
        turn.Scenario.Matters.FirstOrDefault(m => m.Id == turn.State.Requests[id].Matter);

    public static RequestState? Find(Turn turn, string id, Actor actor) =>
        turn.State.Requests.TryGetValue(id, out var request) && Parties.HasIt(turn.Scenario, request, actor) ? request : null;
}
