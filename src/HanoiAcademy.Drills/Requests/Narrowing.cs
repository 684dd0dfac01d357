using HanoiAcademy.Drills.Commands;
using HanoiAcademy.Drills.Events;
using HanoiAcademy.Drills.Scenarios;
using HanoiAcademy.Drills.State;

namespace HanoiAcademy.Drills.Requests;

/// <summary>A returned or consulting request goes back to its receiver asking for less.</summary>
internal static class Narrowing
{
    public static Refusal? Narrow(Turn turn, NarrowRequest command, Actor actor)
    {
        if (FollowUps.Sent(turn, command.Request, actor) is not { } request)
            return new Refusal("no-such-request", command.Request);
        if (request.Status is not ("returned" or "consulting"))
            return new Refusal("not-now", Parties.StatusSeenBySender(request));
        if (!Parties.MaySend(turn.Scenario, request.Form, actor))
            return new Refusal("not-yours-to-send");
        if ((command.Scope ?? request.Narrower) is not { } scope)
            return new Refusal("nothing-proposed");
        if (Drafting.Fault(turn, request.Form with { Scope = scope }, actor.Team) is { } fault)
            return fault;
        if (!FormFacts.IsNarrower(scope, request.Form.Scope))
            return new Refusal("not-narrower");
        Narrow(turn, request, scope, actor.Id);
        return null;
    }

    public static void Narrow(Turn turn, RequestState request, Scope scope, string by)
    {
        var form = request.Form with { Scope = scope };
        var matter = FollowUps.MatterOf(turn, request, form);
        turn.Emit(new RequestNarrowed(turn.At, request.Id, by, turn.Story, form, matter?.Id, FollowUps.Judge(turn, request, form, matter)), "request-narrowed " + request.Id);
    }
}
