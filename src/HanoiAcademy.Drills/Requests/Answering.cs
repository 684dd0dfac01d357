using System.Collections.Immutable;
using System.Globalization;
using HanoiAcademy.Drills.Commands;
using HanoiAcademy.Drills.Events;
using HanoiAcademy.Drills.Scenarios;
using HanoiAcademy.Drills.State;
using HanoiAcademy.Drills.World;

namespace HanoiAcademy.Drills.Requests;

/// <summary>What the receiver's people do: acknowledge, verify, answer. The order is theirs; a request answered unacknowledged or unverified takes effect and is scored.</summary>
internal static class Answering
{
    private static readonly ImmutableArray<string> Open = ["sent", "acknowledged", "verified", "forwarded", "returned", "consulting", "postponed"];

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
        return Answer(turn, request, command, actor.Id);
    }

    /// <summary>One way for people and for the answer policy.</summary>
    public static Refusal? Answer(Turn turn, RequestState request, AnswerRequest a, string by)
    {
        var story = turn.Story;
        var cause = $"request-{a.Answer} {request.Id}";
        switch (a.Answer)
        {
            case "grant" or "grant-in-part" or "grant-with-conditions":
                turn.Emit(new RequestGranted(turn.At, request.Id, by, story, a.Answer, a.Conditions), cause);
                Execute(turn, request.Id, by, story);
                return null;
            case "consult":
                turn.Emit(new RequestConsulted(turn.At, request.Id, by, story, a.Reasons, a.Scope), cause);
                return null;
            case "return":
                turn.Emit(new RequestReturned(turn.At, request.Id, by, story, a.Missing, a.Reasons), cause);
                return null;
            case "forward":
                if (turn.Scenario.Authorities.FirstOrDefault(x => x.Id == a.To) is not { } to || to.Id == request.Receiver)
                    return new Refusal("no-receiver", a.To);
                turn.Emit(new RequestForwarded(turn.At, request.Id, by, story, to.Id), cause);
                return null;
            case "postpone":
                turn.Emit(new RequestPostponed(turn.At, request.Id, by, story, a.Reasons), cause);
                return null;
            case "refuse":
                turn.Emit(new RequestRefused(turn.At, request.Id, by, story, a.Ground, a.Reasons), cause);
                Effects.Apply(turn, MatterOf(turn, request.Id)?.RefuseEffects ?? []);
                return null;
            default:
                return new Refusal("no-such-answer", a.Answer);
        }
    }

    /// <summary>A grant keeps the data, or says honestly that there is nothing left to keep.</summary>
    private static void Execute(Turn turn, string id, string by, long story)
    {
        var request = turn.State.Requests[id];
        var matter = MatterOf(turn, id);
        var asked = matter is null ? [] : matter.Needed.DataSets;
        var gone = !asked.IsEmpty && asked.All(turn.State.LostData.Contains);
        turn.Emit(new RequestExecuted(turn.At, id, by, story, gone || asked.IsEmpty ? "nil" : "kept"), "request-executed " + id);
        if (gone || matter is null)
            return;
        var days = Parties.StateOf(turn.Scenario, request.Receiver)?.HoldDays ?? 60;
        foreach (var data in asked.Where(d => !turn.State.LostData.Contains(d)))
            turn.Emit(new HoldBegun(turn.At, $"{id}-{data}", data, id, story + days * 86_400_000L), $"hold-begun {data}");
        Effects.Apply(turn, matter.GrantEffects);
    }

    private static Matter? MatterOf(Turn turn, string id) =>
        turn.Scenario.Matters.FirstOrDefault(m => m.Id == turn.State.Requests[id].Matter);

    private static RequestState? Find(Turn turn, string id, Actor actor) =>
        turn.State.Requests.TryGetValue(id, out var request) && Parties.HasIt(turn.Scenario, request, actor) ? request : null;
}
