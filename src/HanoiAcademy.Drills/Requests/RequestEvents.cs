using System.Collections.Immutable;
using HanoiAcademy.Drills.Commands;
using HanoiAcademy.Drills.Events;
using HanoiAcademy.Drills.Requests;
using HanoiAcademy.Drills.Scenarios;
using HanoiAcademy.Drills.State;

namespace HanoiAcademy.Drills;

/// <summary>The arms of Evolve for requests.</summary>
internal static class RequestEvents
{
    public static DrillState Evolve(DrillState s, Scenario scenario, DrillEvent e) => e switch
    {
        RequestDrafted x => Put(s, new RequestState { Id = x.Request, Form = x.Form, Status = "draft", Team = new Actor(x.Seat).Team, About = x.About }, x.At, "draft", x.Seat),
        RequestEdited x => Change(s, x.Request, x.At, "edited", x.Seat, null, r => r with { Form = x.Form, Revision = r.Revision + 1, Status = "draft", AuthorisedBy = null }),
        SupplementDrafted x => Change(s, x.Request, x.At, "mended", x.Seat, null, r => r with { Mended = x.Form, Mendings = r.Mendings + 1 }),
        DraftTakenUp x => Quietly(s, x.Request, r => r with { Writer = x.Seat }),
        DraftLetGo x => Quietly(s, x.Request, r => r with { Writer = null }),
        RequestAuthorised x => Change(s, x.Request, x.At, "authorised", x.Seat, null, r => Move(r, "authorised", r.SinceStory) with { AuthorisedBy = x.Seat, Remark = null, Oral = x.Oral == true, Confirmed = false, AuthorisedStory = Clock.StoryClock.At(scenario, s.Phase, x.At) }),
        DraftSentBack x => Change(s, x.Request, x.At, "sent-back", x.Seat, x.Remark, r => r with { Status = "draft", AuthorisedBy = null, Remark = x.Remark }),
        RequestSent x => Change(s, x.Request, x.At, "sent", x.Seat, null, r => Arrive(r with
        {
            Receiver = r.Form.To,
            Writer = null,
            Matter = x.Matter,
            FirstMistakes = x.Mistakes,
            Mistakes = x.Mistakes,
            SentStory = x.Story,
        }, "sent", x.Story, x.Story)),
        RequestReceived x => Put(s, Arrive(new RequestState
        {
            Id = x.Request,
            Form = x.Form,
            Status = "sent",
            Incoming = x.Incoming,
            Receiver = x.Form.To,
            Matter = x.Matter,
            FirstMistakes = x.Mistakes,
            Mistakes = x.Mistakes,
            SentStory = x.Story,
        }, "sent", x.Story, x.Story), x.At, "sent", x.Form.From),
        RequestAcknowledged x => Change(s, x.Request, x.At, "acknowledged", x.By, x.Reference, r => Move(r, "acknowledged", x.Story)),
        RequestVerified x => Change(s, x.Request, x.At, x.Authentic ? "verified" : "not-authentic", x.By, x.CalledBack, r => Fit(scenario, Move(r, x.Authentic ? "verified" : "not-authentic", x.Story) with { FoundAuthentic = x.Authentic }, x.Authentic ? null : "not-authentic", x.By)),
        RequestForwarded x => Change(s, x.Request, x.At, "forwarded", x.By, x.To, r => Arrive(Fit(scenario, r, "forward", x.By) with { Receiver = x.To }, "forwarded", x.Story, x.Story + ForwardMs(scenario, x.To))),
        RequestReturned x => Change(s, x.Request, x.At, "returned", x.By, x.Reasons, r => Move(Fit(scenario, r, "return", x.By) with { Answer = "return", Missing = x.Missing, Reasons = x.Reasons }, "returned", x.Story)),
        RequestConsulted x => Change(s, x.Request, x.At, "consulting", x.By, x.Reasons, r => Move(Fit(scenario, r, "consult", x.By) with { Answer = "consult", Reasons = x.Reasons, Narrower = x.Narrower }, "consulting", x.Story)),
        RequestPostponed x => Change(s, x.Request, x.At, "postponed", x.By, x.Reasons, r => Move(Fit(scenario, r, "postpone", x.By) with { Answer = "postpone", Reasons = x.Reasons }, "postponed", x.Story)),
        RequestGranted x => Change(s, x.Request, x.At, "granted", x.By, x.Conditions, r => Move(Fit(scenario, r, x.How, x.By) with { Answer = x.How, Conditions = x.Conditions, Reasons = null, Ground = null, Narrower = x.Part }, "granted", x.Story)),
        RequestExecuted x => Change(s, x.Request, x.At, "executed", x.By, x.Result, r => Executed(r, x)),
        RequestRefused x => Change(s, x.Request, x.At, "refused", x.By, x.Reasons, r => Move(Fit(scenario, r, "refuse", x.By) with { Answer = "refuse", Ground = x.Ground, Reasons = x.Reasons }, "refused", x.Story)),
        RequestSupplemented x => Change(s, x.Request, x.At, "supplemented", x.Seat, null, r => Supplemented(r, x)),
        ConditionsAccepted x => Change(s, x.Request, x.At, "conditions-accepted", x.Seat, null, r => r),
        ExtensionAsked x => Change(s, x.Request, x.At, "extension-asked", x.Seat, x.Reason, r => r),
        ProgressAsked x => Change(s, x.Request, x.At, "progress-asked", x.Seat, null, r => r with { ProgressStory = Clock.StoryClock.At(scenario, s.Phase, x.At), Overdue = r.Overdue.Remove("progress") }),
        RequestNarrowed x => Change(s, x.Request, x.At, "narrowed", x.Seat, null, r => Back(r, "narrowed", x.Story, x.Form, x.Matter, x.Mistakes)),
        SenderWarned x => Change(s, x.Request, x.At, "sender-warned", x.By, x.Reasons.Length > 0 ? x.Reasons : x.Why, r => r with { Warning = x.Why, Warned = r.Warned.Add(x.Why), WarnedStory = x.Story }),
        SenderInsisted x => Change(s, x.Request, x.At, "sender-insisted", x.Seat, null, r => r with { Warning = null, SinceStory = r.Status is "acknowledged" or "verified" ? x.Story : r.SinceStory }),
        OtherUseAsked x => Change(s, x.Request, x.At, "other-use-asked", x.Seat, x.Purpose, r => r with { OtherUse = "asked", OtherUsePurpose = x.Purpose, OtherUseStory = x.Story }),
        OtherUseAnswered x => Change(s, x.Request, x.At, x.Consents ? "other-use-consented" : "other-use-refused", x.By, x.Reasons, r => r with { OtherUse = x.Consents ? "consented" : "refused" }),
        ProgressTold x => Change(s, x.Request, x.At, "progress-told", x.By, x.Text, r => r with { ProgressStory = null }),
        RequestConfirmed x => Change(s, x.Request, x.At, "confirmed", x.Seat, null, r => r with { Confirmed = true }),
        RegisterDateSet x => Change(s, x.Request, x.At, "register-date-set", x.Seat, null, r => r with { RegisterDate = x.Date }),
        RequestEvidenceSent x => Change(s, x.Request, x.At, "evidence-sent", x.Seat, x.Text, r => r with { EvidenceSent = true }),
        TrueAuthorityWarned x => Change(s, x.Request, x.At, "true-authority-warned", x.Seat, x.Authority, r => r),
        AnswerJudged x => Judged(s, x),
        RequestFaulted x => Quietly(s, x.Request, r => r with { Faults = r.Faults.Add($"{x.Side} {x.Code}") }),
        RequestOverdue x => Quietly(s, x.Request, r => r with { Overdue = r.Overdue.Add(x.What) }),
        RequestFollowed x => Quietly(s, x.Request, r => r with { FollowedBy = x.By }),
        DataHandedOver x => Quietly(s, x.Request, r => r with { Handed = r.Handed.Add(new HandedOver(x.At, x.DataSet, x.By, x.Evidence, x.Sha256)), History = r.History.Add(new RequestPassed(x.At, "handed-over", x.By, x.Sha256)) }),
        RequestWithdrawn x => Change(s, x.Request, x.At, "withdrawn", x.Seat, x.Reason, r => Move(r, "withdrawn", r.SinceStory)),
        RequestLapsed x => Change(s, x.Request, x.At, "lapsed", "clock", x.Why, r => Move(r, "lapsed", r.SinceStory)),
        RequestClosed x => Change(s, x.Request, x.At, "closed", x.Seat, null, r => Move(r, "closed", r.SinceStory)),
        _ => throw new InvalidOperationException($"No arm evolves {e.GetType().Name}."),
    };

    private static DrillState Put(DrillState s, RequestState r, long at, string what, string by) =>
        s with { Requests = s.Requests.SetItem(r.Id, r with { History = r.History.Add(new RequestPassed(at, what, by)) }) };

    private static DrillState Change(DrillState s, string id, long at, string what, string by, string? note, Func<RequestState, RequestState> change)
    {
        var r = change(s.Requests[id]);
        var passed = new RequestPassed(at, what, by, string.IsNullOrEmpty(note) ? null : note);
        // A hand that saves at every pause leaves one line, with its last time.
        var again = what is "edited" or "mended" && !r.History.IsEmpty && r.History[^1] is var last && last.What == what && last.By == by;
        var next = s with { Requests = s.Requests.SetItem(id, r with { History = again ? r.History.SetItem(r.History.Count - 1, passed) : r.History.Add(passed) }) };
        return s.Seats.TryGetValue(by, out var seat) ? next with { Seats = next.Seats.SetItem(by, seat with { LastActAt = at }) } : next;
    }

    private static RequestState Move(RequestState r, string status, long story) => r with
    {
        Status = status,
        SinceStory = story,
        Reached = r.Reached.ContainsKey(status) ? r.Reached : r.Reached.Add(status, story),
    };

    private static RequestState Arrive(RequestState r, string status, long story, long arrives) => Move(r, status, story) with { ArrivedStory = arrives };

    /// <summary>What came of it is a status of its own for what asks about it. An answer that only tells has no grant before it.</summary>
    private static RequestState Executed(RequestState r, RequestExecuted x)
    {
        var told = r.Status != "granted";
        var next = Move(r, "executed", x.Story) with { Result = x.Result, Answer = told ? x.Result : r.Answer, Ground = told ? null : r.Ground };
        return next.Reached.ContainsKey(x.Result) ? next : next with { Reached = next.Reached.Add(x.Result, x.Story) };
    }

    private static RequestState Supplemented(RequestState r, RequestSupplemented x) =>
        Back(r, "supplemented", x.Story, x.Form, x.Matter, x.Mistakes) with { Supplemented = true };

    private static RequestState Back(RequestState r, string how, long story, RequestForm form, string? matter, ImmutableArray<string> mistakes)
    {
        var back = r.FoundAuthentic == true ? "verified" : r.Reached.ContainsKey("acknowledged") ? "acknowledged" : "sent";
        return Move(Move(r, how, story), back, story) with
        {
            Form = form,
            Revision = r.Revision + 1,
            Writer = null,
            Mended = null,
            Matter = matter ?? r.Matter,
            Mistakes = mistakes,
            Missing = [],
            ArrivedStory = story,
        };
    }

    private static DrillState Quietly(DrillState s, string id, Func<RequestState, RequestState> change) =>
        s with { Requests = s.Requests.SetItem(id, change(s.Requests[id])) };

    /// <summary>A wrong answer stays wrong, whatever comes after it.</summary>
    private static DrillState Judged(DrillState s, AnswerJudged x) => Quietly(s, x.Request, r => r with
    {
        Right = r.Right is false ? false : x.Fits,
        Fitting = x.Fitting,
        AnswerMistakes = [.. r.AnswerMistakes.Union(x.Mistakes)],
    });

    /// <summary>Only people's answers are judged; the answer policy is right by definition. The first answer counts.</summary>
    private static RequestState Fit(Scenario scenario, RequestState r, string? answer, string by)
    {
        var byPeople = new Actor(by).IsPlayer && by.Contains('.', StringComparison.Ordinal);
        // Since answers are judged by an event of their own, only what older logs hold is judged here: preservation, the kind they know.
        if (!byPeople || answer is null || r.Fitting is not null || r.Form.Kind != "preservation")
            return r;
        var fits = Fitting.Fits(Fitting.AnswerTo(scenario, r), answer);
        return r with { Right = r.Right is false ? false : fits };
    }

    private static long ForwardMs(Scenario scenario, string to) => (Parties.StateOf(scenario, to)?.Policy ?? new AnswerPolicy()).ForwardMs;
}
