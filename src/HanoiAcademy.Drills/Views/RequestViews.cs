using System.Collections.Immutable;
using HanoiAcademy.Drills.Clock;
using HanoiAcademy.Drills.Commands;
using HanoiAcademy.Drills.Indexes;
using HanoiAcademy.Drills.Requests;
using HanoiAcademy.Drills.Scenarios;
using HanoiAcademy.Drills.State;

namespace HanoiAcademy.Drills.Views;

/// <summary>
/// The paper that moves between States. Its writers see status, who has it and what is due; never the receiver's deliberation, nor how it was judged.
/// </summary>
internal static class RequestViews
{
    /// <summary>Acts of a receiver that his side alone sees: verifying is deliberation.</summary>
    internal static readonly ImmutableArray<string> ReceiversOwn = ["verified", "not-authentic", "register-date-set", "true-authority-warned"];

    /// <summary>Acts of the writers before it went out.</summary>
    internal static readonly ImmutableArray<string> WritersOwn = ["draft", "edited", "mended", "authorised", "sent-back", "confirmed"];

    public static IEnumerable<(string, ViewRecord)> Of(DrillState state, Scenario scenario, Sight sight)
    {
        foreach (var paper in Papers(state, scenario, sight))
            yield return paper;

        foreach (var (id, h) in state.Holds)
            if (sight.All || h.FedBy.Prepend(h.Request).Any(by => state.Requests.TryGetValue(by, out var r) && (Parties.SeesAsSender(scenario, r, sight.TeamId) || Parties.SeesAsReceiver(scenario, r, sight.TeamId))))
                yield return ("hold:" + id, Hold(state, scenario, sight, id, h));

        foreach (var form in FormViews.Of(scenario))
            yield return ("form:" + form.Id, form);
        foreach (var profile in scenario.States)
            yield return ("state:" + profile.Id, FormViews.Of(scenario, sight, profile));
        foreach (var property in Properties(state, scenario, sight))
            yield return property;
        foreach (var entry in Register(scenario, sight))
            yield return entry;
        for (var i = 0; i < scenario.Treaties.Length; i++)
            yield return (FormattableString.Invariant($"treaty:{i}"), new TreatyView(scenario.Treaties[i].Basis, scenario.Treaties[i].Between));
    }

    /// <summary>The requests alone.</summary>
    public static IEnumerable<(string, ViewRecord)> Papers(DrillState state, Scenario scenario, Sight sight)
    {
        foreach (var r in state.Requests.Values)
            if (Paper(state, scenario, sight, r) is { } paper)
                yield return ("request:" + r.Id, paper);
    }

    /// <summary>One request; null when the looker does not see it. It follows from the request, from what is held, from the phase and from who is out, and from nothing else of the state.</summary>
    public static RequestView? Paper(DrillState state, Scenario scenario, Sight sight, RequestState r)
    {
        var writes = sight.All || Parties.SeesAsSender(scenario, r, sight.TeamId);
        var receives = sight.All || Parties.SeesAsReceiver(scenario, r, sight.TeamId);
        return writes || receives ? Paper(state, scenario, sight, r, writes, receives) : null;
    }

    public static IEnumerable<(string, ViewRecord)> Properties(DrillState state, Scenario scenario, Sight sight)
    {
        foreach (var p in scenario.Properties)
            if (sight.All || World.Visibility.Sees(state, scenario, sight.TeamId, "property", p.Id))
                yield return ("property:" + p.Id, new PropertyView(p.Id, sight.Say(p.Name), sight.Say(p.Holder), p.State, WorldViews.StateName(scenario, sight, p.State),
                    scenario.Meters.FirstOrDefault(m => m.Id == p.Meter)?.Unit ?? "", p.Identifiers));
    }

    /// <summary>The register of contacts; it never changes.</summary>
    public static IEnumerable<(string, ViewRecord)> Register(Scenario scenario, Sight sight)
    {
        foreach (var a in scenario.Authorities)
            yield return ("authority:" + a.Id, new AuthorityView(a.Id, sight.Say(a.Name), a.State, WorldViews.StateName(scenario, sight, a.State), a.Kind, a.Channels, a.InRegister,
                a.InRegister ? a.Telephone : "", a.InRegister ? a.Mail : "", sight.Say(a.Hours), a.PlayedBy.Contains(sight.TeamRole), FormViews.Hours(scenario, a)));
    }

    private static RequestView Paper(DrillState state, Scenario scenario, Sight sight, RequestState r, bool writes, bool receives)
    {
        var status = receives ? r.Status : Parties.StatusSeenBySender(r);
        var history = r.History.Where(h => (receives || !ReceiversOwn.Contains(h.What)) && (writes || !WritersOwn.Contains(h.What)));
        var (due, dueAt) = Due(state, scenario, sight, r, receives);
        var matter = scenario.Matters.FirstOrDefault(m => m.Id == r.Matter);
        return new RequestView(r.Id, writes && !receives ? "out" : receives && !writes ? "in" : "home", writes ? Pens.Revision(r) : r.Revision, r.Form,
            Name(scenario, sight, r.Form.From), Name(scenario, sight, r.Form.To), StateName(scenario, sight, r.Form.From), StateName(scenario, sight, r.Form.To),
            status, r.Reached.ContainsKey("sent") ? Name(scenario, sight, r.Receiver) : Name(scenario, sight, r.Form.From),
            writes ? r.AuthorisedBy : null, writes ? r.Remark : null,
            r.Result == "nil" && r.Answer is not null ? "nil" : r.Answer, r.Ground, r.Reasons, r.Conditions, r.Missing, Acts(state, scenario, r, status, sight, writes, receives),
            due, dueAt, sight.All ? matter?.Id ?? r.About : r.Team == sight.TeamId ? r.About : null,
            Steps(scenario, sight, history),
            r.Narrower, r.Warning, Oral(scenario, r, sight, writes),
            [.. r.Handed.Select(h => new HandedView(h.At, h.DataSet, scenario.DataSets.FirstOrDefault(d => d.Id == h.DataSet) is { } d ? sight.Say(d.Name) : h.DataSet, Who(scenario, sight, h.By), h.Evidence, h.Sha256))],
            r.OtherUse, r.OtherUsePurpose, receives && r.Result == "kept" && matter is not null ? sight.SayOrNull(matter.Found) : null, receives ? r.RegisterDate : null,
            r.Reached.ContainsKey("sent") ? r.Receiver : r.Form.From, writes ? Pens.WriterOf(r) : null, writes && Pens.IsWritable(r) ? r.Mended : null, Names(scenario, sight, r));
    }

    /// <summary>A hand that saves at every pause leaves one line, with its last time.</summary>
    private static ImmutableArray<RequestStep> Steps(Scenario scenario, Sight sight, IEnumerable<RequestPassed> history)
    {
        var steps = ImmutableArray.CreateBuilder<RequestStep>();
        foreach (var h in history)
        {
            var step = new RequestStep(h.At, h.What, Who(scenario, sight, h.By), h.Note);
            if (h.What is "edited" or "mended" && steps.Count > 0 && steps[^1].What == step.What && steps[^1].By == step.By)
                steps[^1] = step;
            else
                steps.Add(step);
        }

        return steps.ToImmutable();
    }

    /// <summary>What the paper itself names, so that its reader need not know of it otherwise.</summary>
    private static ImmutableSortedDictionary<string, string>? Names(Scenario scenario, Sight sight, RequestState r)
    {
        // Of the form alone: a sender can name only what he knows, while an answer may hold any id.
        var names = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        foreach (var id in r.Form.Scope.DataSets)
            if (ScenarioIndex.Of(scenario).DataSets.Find(id) is { } data)
                names[id] = $"{sight.Say(data.Name)}, {sight.Say(data.Holder)}";
        foreach (var id in r.Form.Scope.Properties)
            if (scenario.Properties.FirstOrDefault(p => p.Id == id) is { } property)
                names[id] = $"{sight.Say(property.Name)}, {sight.Say(property.Holder)}";
        foreach (var id in r.Form.Attachments)
            if (ScenarioIndex.Of(scenario).Evidence.Find(id) is { } item)
                names[id] = sight.Say(item.Name);
        return names.Count == 0 ? null : names.ToImmutable();
    }

    /// <summary>A hold that follows a request of the looker's is shown under that one: he may not see the other it rests on.</summary>
    private static HoldView Hold(DrillState state, Scenario scenario, Sight sight, string id, HoldState h)
    {
        var rests = h.FedBy.Prepend(h.Request).FirstOrDefault(by => sight.All || (state.Requests.TryGetValue(by, out var r) && (Parties.SeesAsSender(scenario, r, sight.TeamId) || Parties.SeesAsReceiver(scenario, r, sight.TeamId))));
        var ends = h.Followed || Holds.RestsOnNobody(state, scenario, h) ? (long?)null : StoryClock.ReachedInPhase(scenario, state.Phase, h.StoryEnds);
        if (h.Property.Length == 0)
            return new HoldView(id, h.DataSet, scenario.DataSets.FirstOrDefault(d => d.Id == h.DataSet) is { } d ? sight.Say(d.Name) : "", h.Status, h.BegunAt, ends, h.StoryEnds, h.Followed, rests);
        var property = scenario.Properties.FirstOrDefault(p => p.Id == h.Property);
        return new HoldView(id, "", property is null ? "" : sight.Say(property.Name), h.Status, h.BegunAt, ends, h.StoryEnds, h.Followed, rests, h.What, h.Property, h.Amount,
            scenario.Meters.FirstOrDefault(m => m.Id == property?.Meter)?.Unit);
    }

    private static string? Oral(Scenario scenario, RequestState r, Sight sight, bool writes) =>
        !writes || sight.All ? null
        : r.Oral ? r.Confirmed ? "confirmed" : "said"
        : r.Status == "draft" && r.Form.Kind == "emergency" && Parties.StateOf(scenario, r.Form.From)?.Emergency.Oral == true && Parties.MayAuthorise(scenario, r.Form, sight.TeamRole) ? "may"
        : null;

    /// <summary>
    /// What the other side owes by the kind's clock, both see. When an authority without people will answer is its own. A lapse both can see
    /// coming, though not what phase brings it.
    /// </summary>
    private static (string? What, long? At) Due(DrillState state, Scenario scenario, Sight sight, RequestState r, bool receives)
    {
        var (what, story) = Parties.HasNoSender(state, scenario, r) ? ((string?)null, (long?)null)
            : r.Status is "returned" or "consulting" ? ("lapses", RequestClock.LapsesStory(scenario, r))
            : Obligations.Owed(state, scenario, receives ? r : AsSent(r)) is var (owed, at) ? (owed, at)
            : receives && RequestClock.AnswersStory(state, scenario, r) is { } answers ? ("answer", answers)
            : !receives && FollowUp(scenario, r) is { } follow ? ("follow-up", follow)
            : ((string?)null, (long?)null);
        return story is not { } due ? (null, null) : (what, sight.All ? StoryClock.Reached(scenario, due) : StoryClock.ReachedInPhase(scenario, state.Phase, due));
    }

    /// <summary>To its writers the clock runs on until they are answered, whatever the receiver found and however late he is.</summary>
    private static RequestState AsSent(RequestState r) => r with { Status = Parties.StatusSeenBySender(r), Overdue = DrillState.Names };

    private static long? FollowUp(Scenario scenario, RequestState r) =>
        r.FollowedBy is null && r.Status == "executed" && Obligations.FollowUpMs(scenario, r) is { } within ? r.Reached["executed"] + within : null;

    /// <summary>What this role may do with it now. The screen must not know the answer better than the trainee: all answers are one act.</summary>
    private static ImmutableArray<string> Acts(DrillState state, Scenario scenario, RequestState r, string status, Sight sight, bool writes, bool receives)
    {
        if (sight.All || state.Rulings.IsOut(sight.TeamId))
            return [];
        var acts = ImmutableArray.CreateBuilder<string>();
        var actor = new Actor(sight.TeamRole + ".1");
        if (writes && status is ("draft" or "authorised"))
        {
            acts.Add("edit-request");
            if (Parties.MayAuthorise(scenario, r.Form, sight.TeamRole))
                acts.AddRange(status == "draft" ? new[] { "authorise-request", "send-back-draft" } : ["send-back-draft"]);
            if (Parties.MaySend(scenario, r.Form, actor))
                acts.Add("send-request");
            acts.Add("withdraw-request");
        }
        else if (writes)
        {
            var mine = Parties.MaySend(scenario, r.Form, actor);
            if (status is "returned" or "consulting")
                acts.Add("edit-request");
            if (mine && status is ("returned" or "consulting"))
                acts.AddRange("supplement-request", "narrow-request");
            if (mine && r.Warning is not null && status is not ("withdrawn" or "lapsed" or "closed"))
                acts.Add("go-on-nevertheless");
            if (r.Oral && !r.Confirmed && status != "withdrawn" && Parties.MayAuthorise(scenario, r.Form, sight.TeamRole))
                acts.Add("confirm-in-writing");
            if (r.Reached.ContainsKey("executed") && r.OtherUse is null)
                acts.Add("ask-other-use");
            if (r is { Form.Kind: "freeze", Result: "held", Status: "executed", EvidenceSent: false })
                acts.Add("send-request-evidence");
            if (r.Answer == "grant-with-conditions" && status != "closed" && r.History.All(h => h.What != "conditions-accepted"))
                acts.Add("accept-conditions");
            if (mine && status == "executed" && r.Result is "kept" or "held" && r.History.All(h => h.What != "extension-asked"))
                acts.Add("extend-request");
            if (status is "sent" or "acknowledged" or "verified" or "forwarded" or "postponed")
                acts.Add("ask-progress");
            if (mine && status is not ("withdrawn" or "lapsed" or "closed" or "refused"))
                acts.Add("withdraw-request");
        }

        if (receives && Parties.HasIt(scenario, r, actor))
        {
            if (status is "sent" or "forwarded")
                acts.Add("acknowledge-request");
            if (status is "sent" or "forwarded" or "acknowledged")
                acts.Add("verify-request");
            if (status is "sent" or "forwarded" or "acknowledged" or "verified" or "returned" or "consulting" or "postponed")
                acts.AddRange("answer-request", "warn-sender");
            if (r.ProgressStory is not null)
                acts.Add("tell-progress");
            if (r.OtherUse == "asked")
                acts.Add("answer-other-use");
            if (r.FoundAuthentic == false && r.History.All(h => h.What != "true-authority-warned"))
                acts.Add("warn-true-authority");
            if (state.Holds.Values.Any(h => h.RestsOn(r.Id)))
                acts.Add("set-register-date");
            if (state.Holds.Values.Any(h => h.Status == "active" && h.RestsOn(r.Id)))
                acts.Add("lift-hold");
        }

        if (status is "executed" or "refused" or "not-authentic" or "withdrawn" or "lapsed")
            acts.Add("close-request");
        return acts.ToImmutable();
    }

    private static string Who(Scenario scenario, Sight sight, string by) =>
        scenario.Authorities.FirstOrDefault(a => a.Id == by) is { } a ? sight.Say(a.Name) : by;

    private static string Name(Scenario scenario, Sight sight, string authority) =>
        scenario.Authorities.FirstOrDefault(a => a.Id == authority) is { } a ? sight.Say(a.Name) : authority;

    private static string StateName(Scenario scenario, Sight sight, string authority) =>
        scenario.Authorities.FirstOrDefault(a => a.Id == authority) is { } a ? WorldViews.StateName(scenario, sight, a.State) : "";
}
