using System.Collections.Immutable;
using System.Globalization;
using HanoiAcademy.Drills.Commands;
using HanoiAcademy.Drills.Events;

namespace HanoiAcademy.Drills.Requests;

/// <summary>The receiver says what the sender should know before he executes or lifts; the sender decides (Budapest 29(6), UNTOC 18(20), UNCAC 55(8)).</summary>
internal static class Warnings
{
    private static readonly ImmutableArray<string> Whys = ["cannot-keep-confidential", "will-not-suffice", "harms-case", "lifting-planned"];

    public static Refusal? Warn(Turn turn, WarnSender command, Actor actor)
    {
        if (Answering.Find(turn, command.Request, actor) is not { } request)
            return new Refusal("no-such-request", command.Request);
        if (!Whys.Contains(command.Why))
            return new Refusal("bad-choice", command.Why);
        var living = command.Why == "lifting-planned"
            ? request.Status == "executed" && turn.State.Holds.Values.Any(h => h.Status == "active" && h.RestsOn(request.Id))
            : Answering.Open.Contains(request.Status);
        if (!living || request.Warned.Contains(command.Why))
            return new Refusal("not-now", request.Status);
        if (command.Reasons.Length > Drafting.MostField)
            return new Refusal("too-long", Drafting.MostField.ToString(CultureInfo.InvariantCulture));
        turn.Emit(new SenderWarned(turn.At, request.Id, actor.Id, turn.Story, command.Why, command.Reasons), "sender-warned " + request.Id);
        return null;
    }

    public static Refusal? GoOn(Turn turn, string id, Actor actor)
    {
        if (FollowUps.Sent(turn, id, actor) is not { } request)
            return new Refusal("no-such-request", id);
        if (request.Warning is null)
            return new Refusal("not-now", Parties.StatusSeenBySender(request));
        if (!Parties.MaySend(turn.Scenario, request.Form, actor))
            return new Refusal("not-yours-to-send");
        turn.Emit(new SenderInsisted(turn.At, id, actor.Id, turn.Story), "sender-insisted " + id);
        return null;
    }
}
