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
        RequestAuthorised x => Change(s, x.Request, x.At, "authorised", x.Seat, null, r => Move(r, "authorised", r.SinceStory) with { AuthorisedBy = x.Seat, Remark = null }),
        DraftSentBack x => Change(s, x.Request, x.At, "sent-back", x.Seat, x.Remark, r => r with { Status = "draft", AuthorisedBy = null, Remark = x.Remark }),
        RequestSent x => Change(s, x.Request, x.At, "sent", x.Seat, null, r => Arrive(r with
        {
            Receiver = r.Form.To,
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
        RequestConsulted x => Change(s, x.Request, x.At, "consulting", x.By, x.Reasons, r => Move(Fit(scenario, r, "consult", x.By) with { Answer = "consult", Reasons = x.Reasons }, "consulting", x.Story)),
        RequestPostponed x => Change(s, x.Request, x.At, "postponed", x.By, x.Reasons, r => Move(Fit(scenario, r, "postpone", x.By) with { Answer = "postpone", Reasons = x.Reasons }, "postponed", x.Story)),
        RequestGranted x => Change(s, x.Request, x.At, "granted", x.By, x.Conditions, r => Move(Fit(scenario, r, x.How, x.By) with { Answer = x.How, Conditions = x.Conditions, Reasons = null, Ground = null }, "granted", x.Story)),
        RequestExecuted x => Change(s, x.Request, x.At, "executed", x.By, x.Result, r => Executed(r, x)),
        RequestRefused x => Change(s, x.Request, x.At, "refused", x.By, x.Reasons, r => Move(Fit(scenario, r, "refuse", x.By) with { Answer = "refuse", Ground = x.Ground, Reasons = x.Reasons }, "refused", x.Story)),
        RequestSupplemented x => Change(s, x.Request, x.At, "supplemented", x.Seat, null, r => Supplemented(r, x)),
        ConditionsAccepted x => Change(s, x.Request, x.At, "conditions-accepted", x.Seat, null, r => r),
        ExtensionAsked x => Change(s, x.Request, x.At, "extension-asked", x.Seat, x.Reason, r => r),
        ProgressAsked x => Change(s, x.Request, x.At, "progress-asked", x.Seat, null, r => r),
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
        var next = s with { Requests = s.Requests.SetItem(id, r with { History = r.History.Add(new RequestPassed(at, what, by, string.IsNullOrEmpty(note) ? null : note)) }) };
        return s.Seats.TryGetValue(by, out var seat) ? next with { Seats = next.Seats.SetItem(by, seat with { LastActAt = at }) } : next;
    }

    private static RequestState Move(RequestState r, string status, long story) => r with
    {
        Status = status,
        SinceStory = story,
        Reached = r.Reached.ContainsKey(status) ? r.Reached : r.Reached.Add(status, story),
    };

    private static RequestState Arrive(RequestState r, string status, long story, long arrives) => Move(r, status, story) with { ArrivedStory = arrives };

    /// <summary>A "nil" answer is a status of its own for what asks about it: the data was gone.</summary>
    private static RequestState Executed(RequestState r, RequestExecuted x)
    {
        var next = Move(r, "executed", x.Story) with { Result = x.Result };
        return x.Result == "nil" && !next.Reached.ContainsKey("nil") ? next with { Reached = next.Reached.Add("nil", x.Story) }
            : x.Result == "kept" && !next.Reached.ContainsKey("kept") ? next with { Reached = next.Reached.Add("kept", x.Story) }
            : next;
    }

    private static RequestState Supplemented(RequestState r, RequestSupplemented x)
    {
        var back = r.FoundAuthentic == true ? "verified" : r.Reached.ContainsKey("acknowledged") ? "acknowledged" : "sent";
        return Move(Move(r, "supplemented", x.Story), back, x.Story) with
        {
            Form = x.Form,
            Revision = r.Revision + 1,
            Matter = x.Matter ?? r.Matter,
            Mistakes = x.Mistakes,
            Missing = [],
            Supplemented = true,
            ArrivedStory = x.Story,
        };
    }

    /// <summary>Only people's answers are judged; the answer policy is right by definition. The first answer counts.</summary>
    private static RequestState Fit(Scenario scenario, RequestState r, string? answer, string by)
    {
        var byPeople = new Actor(by).IsPlayer && by.Contains('.', StringComparison.Ordinal);
        if (!byPeople || answer is null)
            return r;
        var fits = Judgement.Fits(Judgement.FittingAnswer(scenario, r), answer);
        return r with { Right = r.Right is false ? false : fits };
    }

    private static long ForwardMs(Scenario scenario, string to) => (Parties.StateOf(scenario, to)?.Policy ?? new AnswerPolicy()).ForwardMs;
}
