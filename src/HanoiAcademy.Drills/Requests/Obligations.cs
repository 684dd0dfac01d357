using HanoiAcademy.Drills.Clock;
using HanoiAcademy.Drills.Events;
using HanoiAcademy.Drills.Indexes;
using HanoiAcademy.Drills.Requests.Kinds;
using HanoiAcademy.Drills.Scenarios;
using HanoiAcademy.Drills.State;

namespace HanoiAcademy.Drills.Requests;

/// <summary>What is owed on a request beside its answer, when it falls due, and what its silence costs. Story time.</summary>
internal static class Obligations
{
    private const long Day = 86_400_000;

    public static IEnumerable<DueItem> Due(DrillState state, Scenario scenario, RequestState r, Authority receiver)
    {
        var kind = RequestKinds.Of(r.Form.Kind);
        DueItem At(long story, Action<Turn> act) => RequestClock.At(scenario, story, r.Id, act);
        // What people who are out left behind, the policy takes up when they left, and not before.
        long Taken(long story) => Math.Max(story, Parties.LeftStory(state, scenario, receiver.Id));
        DueItem Fault(long story, string side, string code) => At(story, turn => Faults.Add(turn, r.Id, side, code));

        if (Owed(state, scenario, r) is var (what, story) && !r.Overdue.Contains(what))
            yield return At(story, turn => turn.Emit(new RequestOverdue(turn.At, r.Id, what), $"request-overdue {r.Id}"));

        // An author's sender without people does what a sender should.
        var alone = ScenarioIndex.Of(scenario).Authorities.Find(r.Form.From) is { PlayedBy.IsEmpty: true } && r.Team is null;
        var reply = (Parties.StateOf(scenario, r.Form.From)?.Policy ?? new AnswerPolicy()).AnswerMs;
        if (alone && r.Status == "granted" && Waits(r, kind) && kind.Outcome != "collect")
            yield return At(r.SinceStory + reply, turn => FollowUps.AcceptConditions(turn, turn.State.Requests[r.Id], r.Form.From));
        if (alone && r.Warning is not null)
            yield return At(r.WarnedStory + reply, turn => turn.Emit(new SenderInsisted(turn.At, r.Id, r.Form.From, turn.Story)));
        if (r.Warning is not null && !alone && receiver.PlayedBy.IsEmpty && r.Status is not ("withdrawn" or "lapsed"))
            yield return At(Taken(r.WarnedStory) + (Parties.StateOf(scenario, receiver.Id)?.Policy ?? new AnswerPolicy()).ReturnLapseMs, turn =>
                turn.Emit(new RequestLapsed(turn.At, r.Id, "not-supplemented"), "request-lapsed " + r.Id));

        // Policy tells progress and answers on other use.
        if (receiver.PlayedBy.IsEmpty && r.ProgressStory is { } asked)
            yield return At(Hours.Open(scenario, receiver.Id, Taken(asked) + (Parties.StateOf(scenario, receiver.Id)?.Policy ?? new AnswerPolicy()).AcknowledgeMs), turn =>
                turn.Emit(new ProgressTold(turn.At, r.Id, receiver.Id, turn.Story, "")));
        if (receiver.PlayedBy.IsEmpty && r.OtherUse == "asked")
            yield return At(Hours.Open(scenario, receiver.Id, Taken(r.OtherUseStory) + (Parties.StateOf(scenario, receiver.Id)?.Policy ?? new AnswerPolicy()).AnswerMs), turn =>
                turn.Emit(new OtherUseAnswered(turn.At, r.Id, receiver.Id, turn.Story, Parties.StateOf(turn.Scenario, receiver.Id)?.ConsentsToOtherUse != false, "")));

        if (r is { Status: "granted" } && kind.Outcome == "collect" && !Waits(r, kind))
            yield return At(CollectsUntil(scenario, r), turn => Outcomes.Execute(turn, r.Id, r.Receiver));

        if (!r.Reached.TryGetValue("executed", out var executed))
            yield break;
        if (FollowUpMs(scenario, r) is { } within && r.FollowedBy is null && r.Result is not ("nil" or "moved-on" or "paid-out" or "not-found") && !r.Faults.Contains("sender " + kind.NotFollowed))
            yield return Fault(executed + within, "sender", kind.NotFollowed);
        if (kind.CustodyMs is { } custody && Custody.IsMissing(state, r) && !r.Faults.Contains("sender no-custody"))
            yield return At(executed + custody, turn => Custody.Missing(turn, r.Id));
        if (r is { Oral: true, Confirmed: false } && !r.Faults.Contains("sender no-written-order"))
            yield return Fault(r.AuthorisedStory + (Parties.StateOf(scenario, r.Form.From)?.Emergency ?? new EmergencyRule()).WrittenMs, "sender", "no-written-order");
        if (r is { Form.Kind: "freeze", Result: "held", EvidenceSent: false, Status: "executed" } && !r.Faults.Contains("sender evidence-late") && OwesEvidence(scenario, r))
            yield return Fault(executed + (Parties.StateOf(scenario, r.Receiver)?.EvidenceDays ?? 10) * Day, "sender", "evidence-late");
        if (Paths.Untold(state, scenario, r) is { } path && !r.Faults.Contains("receiver path-not-disclosed"))
            yield return At(executed + Paths.WithinMs, turn => Paths.Tell(turn, r.Id, path.Id));
    }

    /// <summary>What people owe the other side now: to acknowledge, to answer, to say how it stands, to answer on another use.</summary>
    public static (string What, long Story)? Owed(DrillState state, Scenario scenario, RequestState r)
    {
        if (Parties.Played(state, scenario, r.Receiver) is not { PlayedBy.IsEmpty: false } receiver)
            return null;
        var kind = RequestKinds.Of(r.Form.Kind);
        long Open(long story) => Hours.Open(scenario, receiver.Id, story);
        if (r.Status is "sent" or "forwarded" && !r.Overdue.Contains("acknowledge"))
            return ("acknowledge", Open(r.ArrivedStory + kind.AcknowledgeMs));
        if (r.Status is "sent" or "forwarded" or "acknowledged" or "verified" && kind.AnswerMs is { } answer && r.Warning is null && !r.Overdue.Contains("answer"))
            return ("answer", Open(r.ArrivedStory + kind.AcknowledgeMs + answer));
        if (r.ProgressStory is { } asked && !r.Overdue.Contains("progress"))
            return ("progress", Open(asked + Day));
        return r.OtherUse == "asked" && !r.Overdue.Contains("other-use") ? ("other-use", Open(r.OtherUseStory + 2 * Day)) : null;
    }

    /// <summary>How long after its execution the formal request must have followed: the State's rule in an emergency, else the kind's.</summary>
    public static long? FollowUpMs(Scenario scenario, RequestState r) =>
        r.Form.Kind == "emergency" ? (Parties.StateOf(scenario, r.Receiver)?.Emergency ?? new EmergencyRule()).ValidationMs : RequestKinds.Of(r.Form.Kind).FollowUpMs;

    /// <summary>Conditions bind once the sender accepts; until then nothing is handed over.</summary>
    private static bool Waits(RequestState r, RequestKind kind) =>
        kind.HandsOver && r.Answer == "grant-with-conditions" && r.History.All(h => h.What != "conditions-accepted");

    private static long CollectsUntil(Scenario scenario, RequestState r)
    {
        var begun = r.Reached["granted"];
        var most = begun + (Parties.StateOf(scenario, r.Receiver)?.LiveDays ?? 30) * Day;
        return Math.Max(begun, Math.Min(most, r.Form.Scope.ToUtc ?? most));
    }

    /// <summary>It came with all that the model carries: nothing more is owed.</summary>
    private static bool OwesEvidence(Scenario scenario, RequestState r) =>
        ScenarioIndex.Of(scenario).Matters.Find(r.Matter) is { } matter && (matter.Model.Attachments.IsEmpty || matter.Model.Attachments.Except(r.Form.Attachments).Any());
}
