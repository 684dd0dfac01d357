using HanoiAcademy.Content.Problems;
using HanoiAcademy.Content.Scenarios.Reading;
using HanoiAcademy.Content.Yaml;
using HanoiAcademy.Drills.Requests;
using HanoiAcademy.Drills.Requests.Kinds;
using HanoiAcademy.Drills.Scenarios;

namespace HanoiAcademy.Content.Scenarios.Checks;

/// <summary>Legal requests: that the right one can be sent, and that those who must answer can.</summary>
internal static class RequestChecks
{
    public static void Run(Checked c)
    {
        foreach (var authority in c.Scenario.Authorities)
            Authority(c, authority);
        foreach (var matter in c.Scenario.Matters)
            Matter(c, matter);
        foreach (var incoming in c.Scenario.IncomingRequests)
            Incoming(c, incoming);
        foreach (var fault in AllEffects.Of(c.Scenario).OfType<FaultRequest>())
            if (c.Scenario.Matters.FirstOrDefault(m => m.Id == fault.Matter) is { } matter && !Mistakes.CanHave(RequestKinds.Find(matter.Kind)!, fault.Side, fault.Code))
                c.Wrong(c.Register.Of(fault) ?? new Position("scenario.yaml", 1, 1), "fault-not-of-kind", MatterDetails.NotOfKind(RequestKinds.Find(matter.Kind)!, fault.Code));
        foreach (var state in c.Scenario.States.Where(s => s.CentralAuthority is not null && Find(c, s.CentralAuthority) is var a && (a.State != s.Id || a.Kind != "central-authority")))
            c.Wrong(Thing.State, state.Id, "centralAuthority", "no-central-authority", $"‘{state.CentralAuthority}’ is no central authority of {state.Id}; name one of its authorities of the kind central-authority.");
        foreach (var state in c.Scenario.States)
            foreach (var role in state.Authorises.Values.SelectMany(r => r).Where(r => TeamOf(c, r).State != state.Id))
                c.Wrong(Thing.State, state.Id, "authorises", "authorises-abroad", $"‘{role}’ belongs to another State and cannot authorise for {state.Id}; name a role of its own.");
    }

    private static void Authority(Checked c, Authority a)
    {
        foreach (var role in a.PlayedBy.Where(r => TeamOf(c, r).State != a.State))
            c.Wrong(Thing.Authority, a.Id, "playedBy", "played-abroad", $"‘{role}’ belongs to another State and cannot act for an authority of {a.State}; name a role of that State.");
        if (a.Competent.Length > 0 && a.Channels.IsEmpty)
            c.Wrong(Thing.Authority, a.Id, "channels", "authority-without-channel", "This authority can decide requests but takes none by any channel; list its channels.");
        if (a.Kind == "desk247" && c.Scenario.States.FirstOrDefault(s => s.Id == a.State) is { DeskOrders: false } && a.Competent.Any(k => k is not ("path" or "information")))
            c.Wrong(Thing.Authority, a.Id, "competent", "desk-cannot-order", $"The desk of {a.State} passes requests on and can decide none; name who decides under ‘forwardTo’, or write ‘desk: orders’ for the State.");
        for (var (next, hops) = (a.ForwardTo, 0); next is not null; next = Find(c, next).ForwardTo)
            if (next == a.Id || ++hops > c.Scenario.Authorities.Length)
            {
                c.Wrong(Thing.Authority, a.Id, "forwardTo", "forward-circle", "A request forwarded from here comes back here; let it end at an authority that is competent.");
                break;
            }
        if (a.ForwardTo is { } to && Find(c, to).State != a.State)
            c.Wrong(Thing.Authority, a.Id, "forwardTo", "forward-abroad", "An authority forwards within its own State; a wrong State sends a request back.");
    }

    private static void Matter(Checked c, Matter m)
    {
        var kind = RequestKinds.Find(m.Kind)!;
        var (from, to) = (Find(c, m.From), Find(c, m.To));
        if (m.Authentic && !m.Discriminatory && kind.Outcome is "keep" or "hand-over" or "collect" && m.Kind != "inquiry" && m.Needed.DataSets.IsEmpty)
            c.Wrong(Thing.Matter, m.Id, "needed", "matter-without-data", "Nothing says which data this matter needs; list dataSets in ‘needed’.");
        if (m.Authentic && !m.Discriminatory && kind.AsksProperty && m.Needed.Properties.IsEmpty)
            c.Wrong(Thing.Matter, m.Id, "needed", "matter-without-property", "Nothing says which property this matter is about; list it under ‘property’ in ‘needed’.");
        foreach (var data in c.Scenario.DataSets.Where(d => m.Needed.DataSets.Contains(d.Id) && d.State != to.State && !kind.Tells))
            c.Wrong(Thing.Matter, m.Id, "needed", "matter-wrong-state", $"The data ‘{data.Id}’ are in {data.State}, but the request goes to {to.State}; ask the State that has them.");
        foreach (var property in c.Scenario.Properties.Where(p => m.Needed.Properties.Contains(p.Id) && p.State != to.State))
            c.Wrong(Thing.Matter, m.Id, "needed", "matter-wrong-state", $"The property ‘{property.Id}’ is in {property.State}, but the request goes to {to.State}; ask the State that has it.");
        if (!to.Competent.Contains(m.Kind))
            c.Wrong(Thing.Matter, m.Id, "to", "matter-not-competent", $"‘{m.To}’ is not competent for {m.Kind}; name an authority that is, or add the kind to its ‘competent’.");
        if (from.State == to.State && (kind.Reach == "abroad" || (m.Kind == "preservation" && m.Model.Channel != "served-order")))
            c.Wrong(Thing.Matter, m.Id, "to", "matter-at-home", "Both authorities are of one State; a request between States goes to another.");
        // What an absent State is given nobody in the drill reads.
        if (kind.HandsOver && c.Scenario.Teams.Any(t => t.State == from.State))
            foreach (var data in c.Scenario.DataSets.Where(d => m.Needed.DataSets.Contains(d.Id) && d.Evidence is null))
                c.Wrong(Thing.DataSet, data.Id, "id", "data-without-evidence", $"The data may be handed over under ‘{m.Id}’, but no evidence item says what is in them; name one under ‘evidence’.", Severity.Warning);
        MatterDetails.Run(c, m, kind);
        Model(c, m);
    }

    /// <summary>The rules themselves judge the model, so that a form which a simulated sender would get back is found here.</summary>
    private static void Model(Checked c, Matter m)
    {
        if (m.Model.From != m.From || m.Model.To != m.To)
        {
            c.Wrong(Thing.Matter, m.Id, "model", "model-parties", $"The model goes from ‘{m.Model.From}’ to ‘{m.Model.To}’, the matter from ‘{m.From}’ to ‘{m.To}’; make them the same.");
            return;
        }

        if (!m.Authentic || m.Discriminatory)
            return;
        var mistakes = Judgement.Judge(new Sending(c.Scenario, m.Model, m, m.To)).Distinct().ToArray();
        if (mistakes.Length > 0)
            c.Wrong(Thing.Matter, m.Id, "model", "model-faulty", $"The rules find in the model: {string.Join(", ", mistakes.Select(x => x == "missing-field" ? $"missing-field ({string.Join(", ", Judgement.Gaps(new Sending(c.Scenario, m.Model, m, m.To)))})" : x))}. A model has no mistake; complete it, or correct facts and scope of the matter.");
        if (Find(c, m.From).PlayedBy.Length > 0 && FormFacts.MatterOf(c.Scenario, m.Model) is { } other && other.Id != m.Id)
            c.Wrong(Thing.Matter, m.Id, "needed", "matter-shadowed", $"A request with this model is taken for ‘{other.Id}’, which stands first and needs the same data; give each matter data of its own.");
    }

    private static void Incoming(Checked c, IncomingRequest r)
    {
        if (c.Scenario.Matters.FirstOrDefault(m => m.Id == r.Matter) is { } matter && matter.Kind != r.Form.Kind)
            c.Wrong(Thing.IncomingRequest, r.Id, "form", "incoming-other-kind", $"The form is of the kind {r.Form.Kind}, its matter ‘{matter.Id}’ is {matter.Kind}; make them the same.");
        if (Find(c, r.Form.To).PlayedBy.IsEmpty)
            c.Wrong(Thing.IncomingRequest, r.Id, "form", "incoming-to-nobody", $"No role plays ‘{r.Form.To}’, so nobody can answer this request; send it to an authority that is played.");
        if (Find(c, r.Form.From).PlayedBy.Length > 0)
            c.Wrong(Thing.IncomingRequest, r.Id, "form", "incoming-from-players", $"‘{r.Form.From}’ is played by people, who write their own requests; let it come from an authority without people.");
    }

    private static Authority Find(Checked c, string id) => c.Scenario.Authorities.First(a => a.Id == id);

    private static Team TeamOf(Checked c, string role) => c.Scenario.Teams.First(t => t.Id == role.Split('.')[0]);
}
