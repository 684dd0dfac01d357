using System.Globalization;
using HanoiAcademy.Drills.Commands;
using HanoiAcademy.Drills.Events;

namespace HanoiAcademy.Drills.Requests;

/// <summary>What was given for one case is used in another only with consent (UNTOC 18(19)); closing the request does not end that.</summary>
internal static class OtherUse
{
    public static Refusal? Ask(Turn turn, AskOtherUse command, Actor actor)
    {
        if (FollowUps.Sent(turn, command.Request, actor) is not { } request)
            return new Refusal("no-such-request", command.Request);
        if (!request.Reached.ContainsKey("executed") || request.OtherUse is not null)
            return new Refusal("not-now", Parties.StatusSeenBySender(request));
        if (string.IsNullOrWhiteSpace(command.Purpose))
            return new Refusal("say-why");
        if (command.Purpose.Length > Drafting.MostField)
            return new Refusal("too-long", Drafting.MostField.ToString(CultureInfo.InvariantCulture));
        turn.Emit(new OtherUseAsked(turn.At, request.Id, actor.Id, turn.Story, command.Purpose), "other-use-asked " + request.Id);
        return null;
    }

    public static Refusal? Answer(Turn turn, AnswerOtherUse command, Actor actor)
    {
        if (Answering.Find(turn, command.Request, actor) is not { } request)
            return new Refusal("no-such-request", command.Request);
        if (request.OtherUse != "asked")
            return new Refusal("not-now", request.Status);
        if (command.Reasons.Length > Drafting.MostField)
            return new Refusal("too-long", Drafting.MostField.ToString(CultureInfo.InvariantCulture));
        turn.Emit(new OtherUseAnswered(turn.At, request.Id, actor.Id, turn.Story, command.Consents, command.Reasons), "other-use-answered " + request.Id);
        return null;
    }

    /// <summary>What was given on the matter is used in another case now: a mistake unless that was asked and consented to.</summary>
    public static void Use(Turn turn, string matter)
    {
        foreach (var request in turn.State.Requests.Values)
            if (request.Matter == matter && request.Reached.ContainsKey("executed") && request.OtherUse != "consented")
                Faults.Add(turn, request.Id, "sender", "other-use");
    }
}
