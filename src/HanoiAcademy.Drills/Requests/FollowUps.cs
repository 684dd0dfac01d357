using System.Collections.Immutable;
using System.Globalization;
using HanoiAcademy.Drills.Commands;
using HanoiAcademy.Drills.Events;
using HanoiAcademy.Drills.Indexes;
using HanoiAcademy.Drills.Scenarios;
using HanoiAcademy.Drills.State;

namespace HanoiAcademy.Drills.Requests;

/// <summary>What the sender does on a living request: supplement or narrow, accept conditions, extend, ask for progress, withdraw, close.</summary>
internal static class FollowUps
{
    public static Refusal? Supplement(Turn turn, SupplementRequest command, Actor actor)
    {
        if (Sent(turn, command.Request, actor) is not { } request)
            return new Refusal("no-such-request", command.Request);
        if (request.Status is not ("returned" or "consulting"))
            return new Refusal("not-now", Parties.StatusSeenBySender(request));
        if (!Parties.MaySend(turn.Scenario, request.Form, actor))
            return new Refusal("not-yours-to-send");
        // It would throw away what the other has in hand.
        if (Pens.WriterOf(request) is { } writer && writer != actor.Id)
            return new Refusal("written-by", writer);
        if (command.Form.From != request.Form.From)
            return new Refusal("not-your-authority", command.Form.From);
        if (Drafting.Fault(turn, command.Form, actor.Team, request) is { } fault)
            return fault;
        // A new receiver is a new request: the one who returned it answers what he returned.
        var form = command.Form with { To = request.Form.To };
        Supplement(turn, request, form, actor.Id);
        return null;
    }

    public static void Supplement(Turn turn, RequestState request, RequestForm form, string by)
    {
        var matter = MatterOf(turn, request, form);
        turn.Emit(new RequestSupplemented(turn.At, request.Id, by, turn.Story, form, matter?.Id, Judge(turn, request, form, matter)), "request-supplemented " + request.Id);
    }

    /// <summary>An author's request stays what he wrote it for; people's may turn out to be about something else.</summary>
    public static Matter? MatterOf(Turn turn, RequestState request, RequestForm form) =>
        request.Incoming is null ? FormFacts.MatterOf(turn.Scenario, form) : ScenarioIndex.Of(turn.Scenario).Matters.Find(request.Matter);

    public static ImmutableArray<string> Judge(Turn turn, RequestState request, RequestForm form, Matter? matter) =>
        Judgement.Judge(AtSending.Of(turn, form, matter, request.Receiver, request.AuthorisedBy is not null || request.Incoming is not null));

    public static Refusal? AcceptConditions(Turn turn, string id, Actor actor)
    {
        if (Sent(turn, id, actor) is not { } request)
            return new Refusal("no-such-request", id);
        if (request.Answer != "grant-with-conditions" || request.Status == "closed" || request.History.Any(h => h.What == "conditions-accepted"))
            return new Refusal("not-now", Parties.StatusSeenBySender(request));
        AcceptConditions(turn, request, actor.Id);
        return null;
    }

    /// <summary>What waited for it is handed over.</summary>
    public static void AcceptConditions(Turn turn, RequestState request, string by)
    {
        turn.Emit(new ConditionsAccepted(turn.At, request.Id, by), "conditions-accepted " + request.Id);
        if (request.Status == "granted")
            Answering.Carry(turn, request.Id, request.Receiver);
    }

    /// <summary>A freeze that stands needs its evidence.</summary>
    public static Refusal? SendEvidence(Turn turn, SendRequestEvidence command, Actor actor)
    {
        if (Sent(turn, command.Request, actor) is not { } request)
            return new Refusal("no-such-request", command.Request);
        if (request.Form.Kind != "freeze" || request.Result != "held" || request.Status != "executed" || request.EvidenceSent)
            return new Refusal("not-now", Parties.StatusSeenBySender(request));
        if (command.Attachments.Length > Drafting.MostListed)
            return new Refusal("too-many", Drafting.MostListed.ToString(CultureInfo.InvariantCulture));
        if (command.Attachments.FirstOrDefault(e => !World.Visibility.Sees(turn.State, turn.Scenario, actor.Team, "evidence", e)) is { } evidence)
            return new Refusal("no-such-evidence", evidence);
        if (command.Attachments.IsEmpty && string.IsNullOrWhiteSpace(command.Text))
            return new Refusal("nothing-to-send");
        if (command.Text.Length > Drafting.MostField)
            return new Refusal("too-long", Drafting.MostField.ToString(CultureInfo.InvariantCulture));
        turn.Emit(new RequestEvidenceSent(turn.At, request.Id, actor.Id, turn.Story, command.Attachments, command.Text), "request-evidence-sent " + request.Id);
        return null;
    }

    public static Refusal? Extend(Turn turn, ExtendRequest command, Actor actor)
    {
        if (Sent(turn, command.Request, actor) is not { } request)
            return new Refusal("no-such-request", command.Request);
        var holds = turn.State.Holds.Where(h => h.Value.RestsOn(request.Id) && h.Value.Status == "active").ToList();
        if (holds.Count == 0)
            return new Refusal("no-hold");
        if (!Parties.MaySend(turn.Scenario, request.Form, actor))
            return new Refusal("not-yours-to-send");
        // Once: a second extension without the formal request would make the forgotten one free of consequence.
        if (holds.All(h => h.Value.Extended || h.Value.Followed))
            return new Refusal("already-extended");
        if (request.Status == "closed")
            return new Refusal("not-now", request.Status);
        if (command.Reason.Length > Drafting.MostField || command.Planned.Length > 200)
            return new Refusal("too-long", Drafting.MostField.ToString(CultureInfo.InvariantCulture));
        turn.Emit(new ExtensionAsked(turn.At, request.Id, actor.Id, command.Reason, command.Planned), "extension-asked " + request.Id);
        // Without people on the other side an extension with reason and date is granted; people answer by their own decision later.
        if (string.IsNullOrWhiteSpace(command.Reason) || string.IsNullOrWhiteSpace(command.Planned))
            return null;
        var profile = Parties.StateOf(turn.Scenario, request.Receiver);
        foreach (var hold in holds.Where(h => h.Value is { Followed: false, Extended: false }))
            turn.Emit(new HoldExtended(turn.At, hold.Key, hold.Value.StoryEnds + LengthMs(profile, hold.Value.What)));
        return null;
    }

    public static Refusal? AskProgress(Turn turn, string id, Actor actor)
    {
        if (Sent(turn, id, actor) is not { } request)
            return new Refusal("no-such-request", id);
        if (Parties.StatusSeenBySender(request) is not ("sent" or "acknowledged" or "forwarded" or "postponed") and var status)
            return new Refusal("not-now", status);
        turn.Emit(new ProgressAsked(turn.At, id, actor.Id), "progress-asked " + id);
        return null;
    }

    public static Refusal? Withdraw(Turn turn, WithdrawRequest command, Actor actor)
    {
        if (Drafting.Find(turn, command.Request, actor) is not { } request)
            return new Refusal("no-such-request", command.Request);
        if (request.Status is "withdrawn" or "lapsed" or "closed")
            return new Refusal("not-now", request.Status);
        if (request.Reached.ContainsKey("sent") && !Parties.MaySend(turn.Scenario, request.Form, actor))
            return new Refusal("not-yours-to-send");
        if (command.Reason.Length > Drafting.MostField)
            return new Refusal("too-long", Drafting.MostField.ToString(CultureInfo.InvariantCulture));
        turn.Emit(new RequestWithdrawn(turn.At, request.Id, actor.Id, command.Reason), "request-withdrawn " + request.Id);
        Holds.Release(turn, request.Id);
        Following.Undecided(turn, request.Id);
        return null;
    }

    private static long LengthMs(StateProfile? profile, string hold) => hold switch
    {
        "suspension" => (profile?.SuspensionHours ?? 72) * 3_600_000L,
        "freeze" => (profile?.FreezeDays ?? 30) * 86_400_000L,
        _ => (profile?.HoldDays ?? 60) * 86_400_000L,
    };

    public static Refusal? Close(Turn turn, string id, Actor actor)
    {
        if (!turn.State.Requests.TryGetValue(id, out var request))
            return new Refusal("no-such-request", id);
        var receives = Parties.HasIt(turn.Scenario, request, actor);
        if (!receives && !Parties.SeesAsSender(turn.Scenario, request, actor.Team))
            return new Refusal("no-such-request", id);
        var status = receives ? request.Status : Parties.StatusSeenBySender(request);
        if (status is not ("executed" or "refused" or "not-authentic" or "withdrawn" or "lapsed"))
            return new Refusal("not-now", status);
        turn.Emit(new RequestClosed(turn.At, id, actor.Id), "request-closed " + id);
        Custody.Missing(turn, id);
        return null;
    }

    public static RequestState? Sent(Turn turn, string id, Actor actor) =>
        Drafting.Find(turn, id, actor) is { } request && request.Reached.ContainsKey("sent") ? request : null;
}
