using System.Collections.Immutable;
using HanoiAcademy.Drills.Commands;
using HanoiAcademy.Drills.Requests;
using HanoiAcademy.Drills.Requests.Kinds;
using HanoiAcademy.Drills.Scenarios;
using HanoiAcademy.Drills.State;
using HanoiAcademy.Drills.Views;

namespace HanoiAcademy.Drills.Simulation;

/// <summary>Requests as a simulated player handles them: drafts what is expected of his role from the author's model, authorises, sends, and answers by the matter's truth.</summary>
internal static class RequestTasks
{
    /// <summary>How the id of a paper begins that a simulated player wrote.</summary>
    private const string Simulated = "sim-";

    public static IEnumerable<SimulatedTask> Of(DrillState state, Scenario scenario, SeatPlan plan, ImmutableSortedDictionary<string, ViewRecord> view)
    {
        foreach (var draft in Drafts(state, scenario, plan, view))
            yield return draft;
        foreach (var paper in view.Values.OfType<RequestView>())
            if (Step(state, scenario, plan.Seat, view, paper) is { } task)
                yield return task with { Since = paper.History.IsEmpty ? 0 : paper.History[^1].At };
    }

    private static IEnumerable<SimulatedTask> Drafts(DrillState state, Scenario scenario, SeatPlan plan, ImmutableSortedDictionary<string, ViewRecord> view)
    {
        var (seat, role) = (plan.Seat, plan.TeamRole);
        foreach (var expected in plan.Drafts)
            if (state.Read.TryGetValue(seat + " " + expected.Inject, out var read) && Skill.Does(state, seat, expected.Key)
                && Draft(state, scenario, seat, view, expected.Matter, expected.Inject) is { } task)
                yield return task with { Since = read };

        // What its own preservation brought to light is told without being asked.
        foreach (var request in state.Requests.Values)
            if (Paths.Untold(state, scenario, request) is { } path && scenario.Authorities.Any(a => a.Id == path.From && a.PlayedBy.Contains(role))
                && Draft(state, scenario, seat, view, path.Id, null) is { } told)
                yield return told with { Since = request.History[^1].At };
    }

    private static SimulatedTask? Draft(DrillState state, Scenario scenario, string seat, ImmutableSortedDictionary<string, ViewRecord> view, string matter, string? about)
    {
        var model = scenario.Matters.First(m => m.Id == matter).Model;
        // One paper a subject: whoever of his side wrote it, he sees it and writes no second.
        var written = view.Values.OfType<RequestView>().Any(r => r.Direction != "in" && r.Form.Kind == model.Kind && Same(scenario, r.Form, model, matter));
        return written || !model.Scope.DataSets.All(d => view.ContainsKey("data:" + d)) || !model.Scope.Properties.All(p => view.ContainsKey("property:" + p))
            ? null
            : new SimulatedTask(1, 0, Skill.Thinks(state, seat, "draft " + matter, 150, 330),
                new DraftRequest(Simulated + matter, Written(state, seat, model, matter) with { Attachments = [.. model.Attachments.Where(a => view.ContainsKey("evidence:" + a))] }, about));
    }

    /// <summary>Who errs forgets a field, asks for contents besides, or takes a basis that is not there.</summary>
    private static RequestForm Written(DrillState state, string seat, RequestForm model, string matter)
    {
        if (!Errs(state, seat, "draft " + matter))
            return model;
        var fields = RequestKinds.Of(model.Kind).Required.Select(f => f.Id).Where(model.Fields.ContainsKey).ToList();
        var which = Luck.Between(0, fields.Count + 1, state.Seed, new Actor(seat).Team, $"{seat} errs how {matter}", 0);
        return which < fields.Count ? model with { Fields = model.Fields.Remove(fields[(int)which]) }
            : which == fields.Count ? model with { Scope = model.Scope with { Classes = [.. model.Scope.Classes.Append("content").Distinct()] } }
            : model with { Basis = "voluntary" };
    }

    /// <summary>Players who fill empty seats beside people write and answer as the author would; those of a rehearsal err as often as their skill has it.</summary>
    private static bool Errs(DrillState state, string seat, string what) => Skill.Of(state, seat) != Skill.Steady && Skill.Errs(state, seat, what);

    /// <summary>The bank's recall of a payment is no police stop-payment, though both name one account: who is asked tells them apart.</summary>
    private static bool Same(Scenario scenario, RequestForm written, RequestForm model, string matter) =>
        model.Scope is { DataSets.IsEmpty: true, Properties.IsEmpty: true } ? written.To == model.To
            : FormFacts.Overlaps(written.Scope, model.Scope) && FormFacts.MatterOf(scenario, written)?.Id == matter;

    private static SimulatedTask? Step(DrillState state, Scenario scenario, string seat, ImmutableSortedDictionary<string, ViewRecord> view, RequestView paper)
    {
        var may = paper.Acts;
        var key = $"{paper.Id} {paper.Revision}";
        var request = state.Requests[paper.Id];
        if (Sends(state, scenario, seat, paper, request, may, key) is { } sends)
            return sends;
        // Where a person sits for the receiver, receiving is his: a simulated colleague would answer before he had read it.
        return PeopleReceive(state, scenario, request) ? null : Receives(state, scenario, seat, view, paper, request, may, key);
    }

    private static SimulatedTask? Sends(DrillState state, Scenario scenario, string seat, RequestView paper, RequestState request, ImmutableArray<string> may, string key)
    {
        SimulatedTask Task(string what, int from, int to, Command command) => new(1, 0, Skill.Thinks(state, seat, what + " " + key, from, to), command);
        // Reading a form through takes long: only who may sign or send it does.
        // While a person of his side writes, he neither signs nor sends it under his hand.
        if (paper.Writer is not null)
            return null;
        bool IsComplete() => Judgement.Gaps(new Sending(scenario, paper.Form, FormFacts.MatterOf(scenario, paper.Form), paper.Form.To)).IsEmpty;
        if (may.Contains("edit-request") && LeftByPerson(paper, seat) && Completed(scenario, paper.Form) is { } completed && !Errs(state, seat, "complete " + paper.Id))
            return Task("complete", 120, 240, new EditRequest(paper.Id, paper.Revision, completed));
        if (may.Contains("authorise-request") && IsHisToAuthorise(scenario, seat, paper.Form) && (IsComplete() || Errs(state, seat, "authorise " + key)))
            return Task("authorise", 50, 120, new AuthoriseRequest(paper.Id, paper.Revision));
        // What needs no signature goes as soon as it is written.
        if (may.Contains("send-request") && (paper.Status == "authorised" || RequestKinds.Of(paper.Form.Kind).Unauthorised.Length == 0))
            return Task("send", 15, 40, new SendRequest(paper.Id));
        // Nobody noticed the gap: it goes out as it is, unless his own authorise it and would not.
        if (may.Contains("send-request") && paper.Status == "draft" && Errs(state, seat, "send " + key) && !IsComplete())
            return Task("send", 15, 40, new SendRequest(paper.Id));
        if (may.Contains("narrow-request") && paper is { Status: "consulting", Narrower: { } proposed } && FormFacts.IsNarrower(proposed, paper.Form.Scope))
            return Task("narrow", 60, 120, new NarrowRequest(paper.Id));
        if (may.Contains("supplement-request") && scenario.Matters.FirstOrDefault(m => m.Id == request.Matter)?.Model is { } model)
            return Task("supplement", 120, 240, new SupplementRequest(paper.Id, model with { From = paper.Form.From, To = paper.Form.To }));
        if (may.Contains("go-on-nevertheless"))
            return Task("go on", 60, 120, new GoOnNevertheless(paper.Id));
        if (may.Contains("accept-conditions"))
            return Task("accept", 60, 120, new AcceptConditions(paper.Id));
        if (may.Contains("confirm-in-writing"))
            return Task("confirm", 60, 180, new ConfirmInWriting(paper.Id));
        var owes = scenario.Matters.FirstOrDefault(m => m.Id == request.Matter)?.Model.Attachments ?? [];
        return may.Contains("send-request-evidence") && owes.Length > 0 && owes.Except(paper.Form.Attachments).Any()
            ? Task("evidence", 90, 200, new SendRequestEvidence(paper.Id, [.. owes.Where(e => state.Evidence.Keys.Any(k => k.EndsWith(" " + e, StringComparison.Ordinal)))], "As announced."))
            : null;
    }

    /// <summary>Begun from this very seat, and not by a simulated player: whoever sat there before has left.</summary>
    private static bool LeftByPerson(RequestView paper, string seat) =>
        paper.Status == "draft" && !paper.Id.StartsWith(Simulated, StringComparison.Ordinal) && !paper.History.IsEmpty && paper.History[0] is { What: "draft" } begun && begun.By == seat;

    /// <summary>What a person left open, filled in from the author's model; what he wrote stays in front of it. Null: there is nothing to add.</summary>
    private static RequestForm? Completed(Scenario scenario, RequestForm form)
    {
        if (FormFacts.MatterOf(scenario, form) is not { } matter)
            return null;
        var fields = form.Fields;
        foreach (var gap in Judgement.Gaps(new Sending(scenario, form, matter, form.To)))
            if (matter.Model.Fields.TryGetValue(gap, out var text) && form.Fields.GetValueOrDefault(gap, "") is var own && !own.Contains(text, StringComparison.Ordinal) && own.Length + text.Length < Drafting.MostField)
                fields = fields.SetItem(gap, own.Length == 0 ? text : own + "\n" + text);
        return fields == form.Fields ? null : form with { Fields = fields };
    }

    /// <summary>Several may, in a State: where those who sit at the sending authority may, he leaves it to them.</summary>
    private static bool IsHisToAuthorise(Scenario scenario, string seat, RequestForm form)
    {
        var own = scenario.Authorities.FirstOrDefault(a => a.Id == form.From)?.PlayedBy.Where(r => Parties.MayAuthorise(scenario, form, r)).ToList() ?? [];
        return own.Count == 0 || own.Contains(new Actor(seat).TeamRole);
    }

    private static SimulatedTask? Receives(DrillState state, Scenario scenario, string seat, ImmutableSortedDictionary<string, ViewRecord> view, RequestView paper, RequestState request, ImmutableArray<string> may, string key)
    {
        SimulatedTask Task(string what, int from, int to, Command command, int order = 1) => new(order, 0, Skill.Thinks(state, seat, what + " " + key, from, to), command);
        if (may.Contains("acknowledge-request"))
            return Task("acknowledge", 30, 150, new AcknowledgeRequest(paper.Id, "ACK-" + paper.Id), 0);
        if (may.Contains("verify-request") && paper.Status == "acknowledged")
            return Errs(state, seat, "verify " + key)
                ? Task("verify", 20, 60, new VerifyRequest(paper.Id, true, "message"))
                : Task("verify", 90, 200, new VerifyRequest(paper.Id, Genuine(view, paper), "register"));
        if (may.Contains("answer-request") && paper is { Status: "verified", Warning: null })
            return Task("answer", 90, 240, Errs(state, seat, "answer " + key) ? Wrong(state, scenario, seat, request) : Answer(state, scenario, request));
        if (may.Contains("tell-progress"))
            return Task("progress", 30, 90, new TellProgress(paper.Id, "It is being worked on."));
        if (may.Contains("answer-other-use"))
            return Task("other use", 60, 150, new AnswerOtherUse(paper.Id, scenario.Matters.FirstOrDefault(m => m.Id == request.Matter) is not { Discriminatory: true }));
        return may.Contains("set-register-date") && request.RegisterDate is null && state.Holds.Values.FirstOrDefault(h => h.RestsOn(paper.Id)) is { } hold
            ? Task("date", 20, 60, new SetRegisterDate(paper.Id, hold.StoryEnds))
            : null;
    }

    private static bool PeopleReceive(DrillState state, Scenario scenario, RequestState request) =>
        scenario.Authorities.FirstOrDefault(a => a.Id == request.Receiver) is { } receiver
        && state.Seats.Any(s => s.Value.Holder == "person" && receiver.PlayedBy.Contains(new Actor(s.Key).TeamRole));

    /// <summary>Message and register side by side: a number or address that the register does not have is not the authority's.</summary>
    private static bool Genuine(ImmutableSortedDictionary<string, ViewRecord> view, RequestView paper) =>
        view.GetValueOrDefault("authority:" + paper.Form.From) is AuthorityView { InRegister: true } entry
        && (paper.Form.Fields.GetValueOrDefault("telephone", "") is var given && (Folding.Fold(given).Length == 0 || Folding.Contains(given, entry.Telephone)));

    /// <summary>Grants what should not be, and sends back or refuses what should be granted.</summary>
    private static AnswerRequest Wrong(DrillState state, Scenario scenario, string seat, RequestState request)
    {
        var fitting = AnswerWords.MoveOf(Fitting.AnswerTo(scenario, request, state));
        return fitting != "grant" ? new AnswerRequest(request.Id, "grant", [])
            : Luck.Percent(state.Seed, new Actor(seat).Team, $"{seat} refuses {request.Id}", 0) < 50 ? new AnswerRequest(request.Id, "refuse", [], Ground: "essential-interests")
            : new AnswerRequest(request.Id, "return", [], Reasons: "Please say more.");
    }

    private static AnswerRequest Answer(DrillState state, Scenario scenario, RequestState request)
    {
        var matter = scenario.Matters.FirstOrDefault(m => m.Id == request.Matter);
        var fitting = Fitting.AnswerTo(scenario, request, state);
        var fact = matter?.AnswerFacts.FirstOrDefault()?.Any.FirstOrDefault();
        return AnswerWords.MoveOf(fitting) switch
        {
            "forward" => new AnswerRequest(request.Id, "forward", [], To: scenario.Authorities.First(a => a.Id == request.Receiver).ForwardTo!),
            "return" => new AnswerRequest(request.Id, fitting, [.. Fitting.Missing(scenario, request, matter)], Reasons: "Please complete the fields named and send it again under the same reference."),
            "consult" => new AnswerRequest(request.Id, "consult", [], Reasons: "More is asked for than the case needs; we can keep the narrower scope.", Scope: matter?.Needed),
            "refuse" => new AnswerRequest(request.Id, fitting, [], Ground: fitting == "refuse" ? Policy.GroundOf(request, matter) : "", Reasons: fact ?? "The facts show that help would serve to punish an opinion."),
            "tell" => new AnswerRequest(request.Id, fitting, []),
            "postpone" => new AnswerRequest(request.Id, "postpone", [], Reasons: fact ?? "Our own case would suffer."),
            // Not authentic is a finding; whoever verified wrongly grants.
            _ => new AnswerRequest(request.Id, fitting == "not-authentic" ? "grant" : fitting, [], Conditions: fitting == "grant-with-conditions" ? "Use in this case alone." : "", Scope: fitting == "grant-in-part" ? matter?.Needed : null),
        };
    }
}
