using HanoiAcademy.Drills.Commands;
using HanoiAcademy.Drills.Indexes;
using HanoiAcademy.Drills.Scenarios;
using HanoiAcademy.Drills.State;

namespace HanoiAcademy.Drills.Requests;

/// <summary>Who has a part in a request: its writers, who may authorise and send it, and who has it now.</summary>
internal static class Parties
{
    /// <summary>Authorities a team can write for: those it plays, and others of its State that nobody else plays.</summary>
    public static IEnumerable<Authority> OfTeam(Scenario scenario, string team)
    {
        var state = scenario.Teams.FirstOrDefault(t => t.Id == team)?.State;
        return scenario.Authorities.Where(a => a.State == state && (a.PlayedBy.IsEmpty || IsIn(a.PlayedBy, team)));
    }

    /// <summary>Every class of data that is asked for must be his to authorise; a class without a line of its own falls under its kind's.</summary>
    public static bool MayAuthorise(Scenario scenario, RequestForm form, string teamRole)
    {
        if (StateOf(scenario, form.From) is not { } state)
            return false;
        return form.Scope.Classes.IsEmpty
            ? AuthorisersOf(state, form.Kind).Contains(teamRole)
            : form.Scope.Classes.All(c => (state.Authorises.TryGetValue($"{form.Kind}.{c}", out var own) ? own : state.Authorises.GetValueOrDefault(form.Kind, [])).Contains(teamRole));
    }

    /// <summary>Whether the authority can decide such requests. A desk that may order nothing is competent for nothing it would have to order.</summary>
    public static bool IsCompetent(Scenario scenario, Authority authority, string kind) =>
        authority.Competent.Contains(kind)
        && (authority.Kind != "desk247" || kind is "information" or "path" || StateOf(scenario, authority.Id)?.DeskOrders != false);

    /// <summary>Teams that have a part in it as its senders.</summary>
    public static IEnumerable<string> SendingTeams(Scenario scenario, RequestState request) =>
        scenario.Teams.Where(t => SeesAsSender(scenario, request, t.Id)).Select(t => t.Id);

    private static IEnumerable<string> AuthorisersOf(StateProfile state, string kind) =>
        state.Authorises.Where(a => a.Key == kind || a.Key.StartsWith(kind + ".", StringComparison.Ordinal)).SelectMany(a => a.Value).Distinct();

    public static bool MaySend(Scenario scenario, RequestForm form, Actor actor) =>
        ScenarioIndex.Of(scenario).Authorities.Find(form.From) is { } from
        && (from.PlayedBy.IsEmpty ? OfTeam(scenario, actor.Team).Contains(from) : from.PlayedBy.Contains(actor.TeamRole));

    /// <summary>The team that wrote it, those who play the sending authority, and those who may authorise it.</summary>
    public static bool SeesAsSender(Scenario scenario, RequestState request, string team)
    {
        if (request.Incoming is not null)
            return false;
        if (request.Team == team)
            return true;
        var from = ScenarioIndex.Of(scenario).Authorities.Find(request.Form.From);
        return (from is not null && IsIn(from.PlayedBy, team))
            || (StateOf(scenario, request.Form.From) is { } state && AuthorisersOf(state, request.Form.Kind).Any(r => r.StartsWith(team + ".", StringComparison.Ordinal)));
    }

    /// <summary>Teams that play an authority through whose hands it went.</summary>
    public static bool SeesAsReceiver(Scenario scenario, RequestState request, string team) =>
        request.Reached.ContainsKey("sent")
        && (Plays(scenario, request.Receiver, team) || Plays(scenario, request.Form.To, team));

    public static bool HasIt(Scenario scenario, RequestState request, Actor actor) =>
        request.Reached.ContainsKey("sent")
        && ScenarioIndex.Of(scenario).Authorities.Find(request.Receiver) is { } a && a.PlayedBy.Contains(actor.TeamRole);

    /// <summary>Whether it was found authentic stays with the receiver until he answers: its writers see the step before.</summary>
    public static string StatusSeenBySender(RequestState request) =>
        request.Status is not ("verified" or "not-authentic") ? request.Status
        : request.Reached.ContainsKey("acknowledged") ? "acknowledged"
        : request.Reached.ContainsKey("forwarded") ? "forwarded"
        : "sent";

    /// <summary>An authority as it is played now: where only teams that are out play it, nobody does, and its State's policy answers.</summary>
    public static Authority? Played(DrillState state, Scenario scenario, string authority) =>
        ScenarioIndex.Of(scenario).Authorities.Find(authority) is not { } a ? null : state.Rulings.AllOut(a.PlayedBy) ? a with { PlayedBy = [] } : a;

    /// <summary>Story ms from which the policy has what people left: what waited for them comes to it as if it arrived then. Long ago where nobody left.</summary>
    public static long LeftStory(DrillState state, Scenario scenario, string authority) =>
        ScenarioIndex.Of(scenario).Authorities.Find(authority) is { } a && state.Rulings.AllOut(a.PlayedBy)
            ? a.PlayedBy.Max(role => state.Rulings.Out[new Actor(role).Team].At) is var at ? Clock.StoryClock.At(scenario, Clock.StoryClock.PhaseAt(scenario, at), at) : 0
            : long.MinValue;

    /// <summary>All who could go on with it on the sending side are out: nothing of it falls due any more, on either side.</summary>
    public static bool HasNoSender(DrillState state, Scenario scenario, RequestState request) =>
        !state.Rulings.Out.IsEmpty && request is { Incoming: null, Team: { } team }
        && (ScenarioIndex.Of(scenario).Authorities.Find(request.Form.From) is { PlayedBy.IsEmpty: false } from ? state.Rulings.AllOut(from.PlayedBy) : state.Rulings.IsOut(team));

    public static StateProfile? StateOf(Scenario scenario, string authority) =>
        ScenarioIndex.Of(scenario).Authorities.Find(authority) is { } a ? ScenarioIndex.Of(scenario).States.Find(a.State) : null;

    private static bool Plays(Scenario scenario, string authority, string team) =>
        ScenarioIndex.Of(scenario).Authorities.Find(authority) is { } a && IsIn(a.PlayedBy, team);

    private static bool IsIn(System.Collections.Immutable.ImmutableArray<string> roles, string team) =>
        roles.Any(r => r.StartsWith(team + ".", StringComparison.Ordinal));
}
