using HanoiAcademy.Content.Scenarios.Reading;
using HanoiAcademy.Drills.Requests;
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
        if (m.Needed.DataSets.IsEmpty && m.Authentic && !m.Discriminatory)
            c.Wrong(Thing.Matter, m.Id, "needed", "matter-without-data", "Nothing says which data this matter needs; list dataSets in ‘needed’.");
        foreach (var data in c.Scenario.DataSets.Where(d => m.Needed.DataSets.Contains(d.Id) && d.State != Find(c, m.To).State))
            c.Wrong(Thing.Matter, m.Id, "needed", "matter-wrong-state", $"The data ‘{data.Id}’ are in {data.State}, but the request goes to {Find(c, m.To).State}; ask the State that has them.");
        if (!Find(c, m.To).Competent.Contains(m.Kind))
            c.Wrong(Thing.Matter, m.Id, "to", "matter-not-competent", $"‘{m.To}’ is not competent for {m.Kind}; name an authority that is, or add the kind to its ‘competent’.");
        if (Find(c, m.From).State == Find(c, m.To).State)
            c.Wrong(Thing.Matter, m.Id, "to", "matter-at-home", "Both authorities are of one State; a request between States goes to another.");
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
        var mistakes = Preservation.Judge(c.Scenario, m.Model, m, m.To, authorised: true, dataGone: false).Distinct().ToArray();
        if (mistakes.Length > 0)
            c.Wrong(Thing.Matter, m.Id, "model", "model-faulty", $"The rules find in the model: {string.Join(", ", mistakes.Select(x => x == "missing-field" ? $"missing-field ({string.Join(", ", Preservation.Gaps(m.Model, m))})" : x))}. A model has no mistake; complete it, or correct facts and scope of the matter.");
        if (Find(c, m.From).PlayedBy.Length > 0 && Preservation.MatterOf(c.Scenario, m.Model) is { } other && other.Id != m.Id)
            c.Wrong(Thing.Matter, m.Id, "needed", "matter-shadowed", $"A request with this model is taken for ‘{other.Id}’, which stands first and needs the same data; give each matter data of its own.");
    }

    private static void Incoming(Checked c, IncomingRequest r)
    {
        if (Find(c, r.Form.To).PlayedBy.IsEmpty)
            c.Wrong(Thing.IncomingRequest, r.Id, "form", "incoming-to-nobody", $"No role plays ‘{r.Form.To}’, so nobody can answer this request; send it to an authority that is played.");
        if (Find(c, r.Form.From).PlayedBy.Length > 0)
            c.Wrong(Thing.IncomingRequest, r.Id, "form", "incoming-from-players", $"‘{r.Form.From}’ is played by people, who write their own requests; let it come from an authority without people.");
    }

    private static Authority Find(Checked c, string id) => c.Scenario.Authorities.First(a => a.Id == id);

    private static Team TeamOf(Checked c, string role) => c.Scenario.Teams.First(t => t.Id == role.Split('.')[0]);
}
