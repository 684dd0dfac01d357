using System.Collections.Immutable;
using System.Globalization;
using HanoiAcademy.Drills.Commands;
using HanoiAcademy.Drills.Events;
using HanoiAcademy.Drills.Scenarios;
using HanoiAcademy.Drills.State;

namespace HanoiAcademy.Drills.Requests;

/// <summary>A request before it goes out: drafted, edited, authorised (an edit voids it), sent back, sent.</summary>
internal static class Drafting
{
    public const int MostRequests = 40;
    public const int MostField = 4_000;
    public const int MostFields = 40;
    public const int MostListed = 20;
    public const int MostName = 100;

    public static Refusal? Draft(Turn turn, DraftRequest command, Actor actor)
    {
        // Nor one that the author's own requests will need: they would not arrive.
        if (turn.State.Requests.ContainsKey(command.Request) || turn.Scenario.IncomingRequests.Any(i => i.Id == command.Request))
            return new Refusal("request-exists", command.Request);
        if (command.Request.Length is 0 or > 40 || command.Request.Any(c => c is not ((>= 'a' and <= 'z') or (>= '0' and <= '9') or '-')))
            return new Refusal("bad-id");
        if (turn.State.Requests.Values.Count(r => r.Team == actor.Team) >= MostRequests)
            return new Refusal("too-many", MostRequests.ToString(CultureInfo.InvariantCulture));
        if (command.About is { Length: > MostName })
            return new Refusal("too-long", MostName.ToString(CultureInfo.InvariantCulture));
        if (Parties.OfTeam(turn.Scenario, actor.Team).All(a => a.Id != command.Form.From))
            return new Refusal("not-your-authority", command.Form.From);
        if (Fault(turn, command.Form, actor.Team) is { } fault)
            return fault;
        turn.Emit(new RequestDrafted(turn.At, command.Request, actor.Id, command.Form, command.About), "request-drafted " + command.Request);
        return null;
    }

    public static Refusal? Edit(Turn turn, EditRequest command, Actor actor)
    {
        if (Find(turn, command.Request, actor) is not { } request)
            return new Refusal("no-such-request", command.Request);
        if (!Pens.IsWritable(request))
            return new Refusal("already-sent");
        if (Pens.WriterOf(request) is { } writer && writer != actor.Id)
            return new Refusal("written-by", writer);
        if (Pens.Revision(request) != command.Revision)
            return new Refusal("edited-meanwhile");
        if (request.Reached.ContainsKey("sent"))
            return Mend(turn, request, command.Form, actor);
        if (Parties.OfTeam(turn.Scenario, request.Team!).All(a => a.Id != command.Form.From))
            return new Refusal("not-your-authority", command.Form.From);
        if (Fault(turn, command.Form, actor.Team, request) is { } fault)
            return fault;
        turn.Emit(new RequestEdited(turn.At, command.Request, actor.Id, command.Form));
        return null;
    }

    /// <summary>It stays between the two who write and read it; it changes neither sender nor receiver.</summary>
    private static Refusal? Mend(Turn turn, RequestState request, RequestForm form, Actor actor)
    {
        if (form.From != request.Form.From)
            return new Refusal("not-your-authority", form.From);
        if (Fault(turn, form, actor.Team, request) is { } fault)
            return fault;
        turn.Emit(new SupplementDrafted(turn.At, request.Id, actor.Id, form with { To = request.Form.To }));
        return null;
    }

    public static Refusal? Authorise(Turn turn, AuthoriseRequest command, Actor actor)
    {
        if (Find(turn, command.Request, actor) is not { } request)
            return new Refusal("no-such-request", command.Request);
        if (!Parties.MayAuthorise(turn.Scenario, request.Form, actor.TeamRole))
            return new Refusal("not-yours-to-authorise");
        if (request.Status != "draft")
            return new Refusal("not-a-draft");
        if (request.Revision != command.Revision)
            return new Refusal("edited-meanwhile");
        if (command.Oral && !(request.Form.Kind == "emergency" && Parties.StateOf(turn.Scenario, request.Form.From)?.Emergency.Oral == true))
            return new Refusal("not-orally");
        turn.Emit(new RequestAuthorised(turn.At, command.Request, actor.Id, command.Oral ? true : null), "request-authorised " + command.Request);
        return null;
    }

    /// <summary>What was authorised by word of mouth is put in writing, by whoever may authorise it.</summary>
    public static Refusal? Confirm(Turn turn, string id, Actor actor)
    {
        if (Find(turn, id, actor) is not { } request)
            return new Refusal("no-such-request", id);
        if (!Parties.MayAuthorise(turn.Scenario, request.Form, actor.TeamRole))
            return new Refusal("not-yours-to-authorise");
        if (!request.Oral || request.Confirmed || request.Status is "draft" or "withdrawn")
            return new Refusal("not-now", Parties.StatusSeenBySender(request));
        turn.Emit(new RequestConfirmed(turn.At, id, actor.Id, turn.Story), "request-confirmed " + id);
        return null;
    }

    public static Refusal? SendBack(Turn turn, SendBackDraft command, Actor actor)
    {
        if (Find(turn, command.Request, actor) is not { } request)
            return new Refusal("no-such-request", command.Request);
        if (!Parties.MayAuthorise(turn.Scenario, request.Form, actor.TeamRole))
            return new Refusal("not-yours-to-authorise");
        if (request.Status is not ("draft" or "authorised"))
            return new Refusal("not-a-draft");
        if (command.Remark.Length > MostField)
            return new Refusal("too-long", MostField.ToString(CultureInfo.InvariantCulture));
        turn.Emit(new DraftSentBack(turn.At, command.Request, actor.Id, command.Remark));
        return null;
    }

    /// <summary>An unauthorised draft can be sent: it takes effect, and is judged.</summary>
    public static Refusal? Send(Turn turn, SendRequest command, Actor actor)
    {
        if (Find(turn, command.Request, actor) is not { } request)
            return new Refusal("no-such-request", command.Request);
        if (request.Status is not ("draft" or "authorised"))
            return new Refusal("already-sent");
        if (!Parties.MaySend(turn.Scenario, request.Form, actor))
            return new Refusal("not-yours-to-send");
        if (turn.Scenario.Authorities.All(a => a.Id != request.Form.To))
            return new Refusal("no-receiver");
        var matter = FormFacts.MatterOf(turn.Scenario, request.Form);
        var mistakes = Judgement.Judge(AtSending.Of(turn, request.Form, matter, request.Form.To, request.Status == "authorised"));
        turn.Emit(new RequestSent(turn.At, request.Id, actor.Id, turn.Story, matter?.Id, mistakes), "request-sent " + request.Id);
        Following.Arrived(turn, request.Id);
        // What tells by its arrival does not wait for an answer.
        if (matter is not null && Kinds.RequestKinds.Of(request.Form.Kind).Tells)
            World.Effects.Apply(turn, matter.GrantEffects);
        return null;
    }

    /// <summary>Limits of a form, and that it names only what the team knows, or what stands in the paper already by another hand.</summary>
    public static Refusal? Fault(Turn turn, RequestForm form, string team, RequestState? paper = null)
    {
        var standing = new[] { paper?.Form, paper?.Mended }.OfType<RequestForm>().ToList();
        bool Knows(string what, string id, Func<RequestForm, ImmutableArray<string>> of) => World.Visibility.Sees(turn.State, turn.Scenario, team, what, id) || standing.Any(f => of(f).Contains(id));
        if (Kinds.RequestKinds.Find(form.Kind) is null)
            return new Refusal("no-such-kind", form.Kind);
        if (form.Fields.Count > MostFields || form.Attachments.Length > MostListed)
            return new Refusal("too-many", MostListed.ToString(CultureInfo.InvariantCulture));
        if (form.Fields.Any(f => f.Key.Length > 40 || f.Value.Length > MostField) || new[] { form.To, form.Channel, form.Basis }.Any(x => x.Length > 60))
            return new Refusal("too-long", MostField.ToString(CultureInfo.InvariantCulture));
        if (Fault(form.Scope) is { } tooMuch)
            return tooMuch;
        if (form.Scope.DataSets.FirstOrDefault(d => !Knows("data", d, f => f.Scope.DataSets)) is { } data)
            return new Refusal("no-such-data", data);
        if (form.Scope.Properties.FirstOrDefault(p => !Knows("property", p, f => f.Scope.Properties)) is { } property)
            return new Refusal("no-such-property", property);
        if (form.Attachments.FirstOrDefault(e => !Knows("evidence", e, f => f.Attachments)) is { } evidence)
            return new Refusal("no-such-evidence", evidence);
        return null;
    }

    public static Refusal? Fault(Scope scope) =>
        scope.DataSets.Length > MostListed || scope.Properties.Length > MostListed || scope.Classes.Length > 3 || scope.Identifiers.Length > MostListed ? new Refusal("too-many", MostListed.ToString(CultureInfo.InvariantCulture))
        : scope.DataSets.Concat(scope.Classes).Concat(scope.Properties).Any(x => x.Length > MostName) || scope.Identifiers.Any(x => x.Length > 200) ? new Refusal("too-long", MostName.ToString(CultureInfo.InvariantCulture))
        : null;

    public static RequestState? Find(Turn turn, string id, Actor actor) =>
        turn.State.Requests.TryGetValue(id, out var request) && Parties.SeesAsSender(turn.Scenario, request, actor.Team) ? request : null;
}
