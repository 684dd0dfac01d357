using HanoiAcademy.Drills.Clock;
using HanoiAcademy.Drills.Evidence;
using HanoiAcademy.Drills.Indexes;
using HanoiAcademy.Drills.Messages;
using HanoiAcademy.Drills.Scenarios;
using HanoiAcademy.Drills.State;
using HanoiAcademy.Drills.World;

namespace HanoiAcademy.Drills.Views;

/// <summary>The world as a team knows it: assets, meters, data sets, evidence, and whom it can write to.</summary>
internal static class WorldViews
{
    public static IEnumerable<(string, ViewRecord)> Of(DrillState state, Scenario scenario, Sight sight)
    {
        foreach (var a in scenario.Assets)
            if (Asset(state, scenario, sight, a) is { } view)
                yield return ("asset:" + a.Id, view);

        foreach (var m in scenario.Meters)
            if (Meter(state, scenario, sight, m) is { } view)
                yield return ("meter:" + m.Id, view);

        foreach (var d in scenario.DataSets)
            if (Data(state, scenario, sight, d) is { } view)
                yield return ("data:" + d.Id, view);

        foreach (var e in scenario.Evidence)
            if (Evidence(state, scenario, sight, e) is { } view)
                yield return ("evidence:" + e.Id, view);

        // Nobody hears from a team that is out.
        if (!state.Rulings.IsOut(sight.TeamId))
            foreach (var contact in Contacts(scenario, sight))
                yield return contact;
    }

    public static IEnumerable<(string, ViewRecord)> Contacts(Scenario scenario, Sight sight)
    {
        foreach (var c in scenario.Contacts)
            if (sight.All || c.Teams.Contains(sight.TeamId) || c.Teams.Contains("all"))
                yield return ("contact:" + c.Id, new ContactView(c.Id, sight.Say(c.Name), sight.Say(c.About), sight.All && c.Replies.Length > 0 ? [.. c.Replies.Select(sight.Say)] : null));
        if (!sight.All)
            foreach (var team in BetweenTeams.Known(scenario, sight.TeamId))
                yield return ("contact:" + BetweenTeams.Address(team.Id), new ContactView(BetweenTeams.Address(team.Id), sight.Say(team.Name), ""));
    }

    public static ViewRecord? Asset(DrillState state, Scenario scenario, Sight sight, Asset a)
    {
        if (!Sees(state, scenario, sight, "asset", a.Id))
            return null;
        var s = a.States.First(x => x.Id == state.Assets[a.Id]);
        return new AssetView(a.Id, sight.Say(a.Name), sight.Say(a.About), a.Kind, s.Id, sight.Say(s.Name), s.Mood,
            [.. a.Links.Where(l => Sees(state, scenario, sight, "asset", l))], a.X, a.Y);
    }

    public static ViewRecord? Meter(DrillState state, Scenario scenario, Sight sight, Meter m) =>
        Sees(state, scenario, sight, "meter", m.Id) && state.Meters[m.Id] is var s
            ? new MeterView(m.Id, sight.Say(m.Name), m.Unit, s.Value, s.At, s.Rate, m.Min, m.Max)
            : null;

    public static ViewRecord? Data(DrillState state, Scenario scenario, Sight sight, DataSet d)
    {
        if (!Sees(state, scenario, sight, "data", d.Id))
            return null;
        var told = Sees(state, scenario, sight, "retention", d.Id);
        return new DataView(d.Id, sight.Say(d.Name), sight.Say(d.Holder), d.State, StateName(scenario, sight, d.State), d.Class, d.Identifiers,
            !told ? null : sight.All ? StoryClock.Reached(scenario, d.RetentionEnds) : StoryClock.ReachedInPhase(scenario, state.Phase, d.RetentionEnds), told ? d.RetentionEnds : null);
    }

    public static ViewRecord? Evidence(DrillState state, Scenario scenario, Sight sight, EvidenceItem e) =>
        Sees(state, scenario, sight, "evidence", e.Id) ? Item(state, scenario, e, sight) : null;

    public static string StateName(Scenario scenario, Sight sight, string state) =>
        ScenarioIndex.Of(scenario).States.Find(state) is { } s ? sight.Say(s.Name) : state;

    private static EvidenceView Item(DrillState state, Scenario scenario, EvidenceItem e, Sight sight)
    {
        // Control reads the longest custody log there is.
        var (team, held) = sight.All
            ? state.Evidence.Where(x => x.Key.EndsWith(" " + e.Id, StringComparison.Ordinal)).Select(x => (Team: x.Key.Split(' ')[0], Held: (EvidenceState?)x.Value)).OrderByDescending(x => x.Held!.Custody.Count).FirstOrDefault(("", null))
            : (sight.TeamId, state.Evidence.GetValueOrDefault(sight.TeamId + " " + e.Id));
        var found = held is null ? state.Identified.FirstOrDefault(x => sight.All ? x.Key.EndsWith(" " + e.Id, StringComparison.Ordinal) : x.Key == sight.TeamId + " " + e.Id).Value : null;
        var gone = sight.All ? state.Destroyed.ContainsKey(e.Id) : state.FoundGone.Contains(sight.TeamId + " " + e.Id);
        var log = held?.Custody ?? (found is null ? [] : [found]);
        return new EvidenceView(e.Id, sight.Say(e.Name), sight.Say(e.About), e.FileName, e.MediaType, Base64Length(e.Content),
            held?.Status ?? (gone ? "destroyed" : found is null ? "seen" : "identified"), held is null ? null : e.Sha256,
            [.. log.Select(c => new CustodyView(c.At, c.Seat, c.What, c.To, c.Note, c.Basis, c.Sha256, c.Story, c.Seal.Length == 0 ? null : c.Seal, c.Place.Length == 0 ? null : c.Place))],
            e.Asset is { } asset && Sees(state, scenario, sight, "asset", asset) ? sight.Say(ScenarioIndex.Of(scenario).Assets[asset].Name) : null,
            e.State is { } place ? StateName(scenario, sight, place) : null,
            sight.All && held is not null ? CustodyGaps.Of(state, e, team) : null);
    }

    private static bool Sees(DrillState state, Scenario scenario, Sight sight, string what, string id) =>
        sight.All || Visibility.Sees(state, scenario, sight.TeamRole, what, id);

    private static int Base64Length(string content) => content.Length / 4 * 3 - (content.EndsWith("==", StringComparison.Ordinal) ? 2 : content.EndsWith('=') ? 1 : 0);
}
