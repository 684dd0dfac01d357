using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using HanoiAcademy.Drills.Indexes;
using HanoiAcademy.Drills.Scenarios;
using HanoiAcademy.Drills.Seats;
using HanoiAcademy.Drills.Views;

namespace HanoiAcademy.Drills.Simulation;

/// <summary>What of a scenario simulated players ask for again and again, found once a scenario.</summary>
internal sealed class PlayBook
{
    private static readonly ConditionalWeakTable<Scenario, PlayBook> Books = [];
    private readonly ImmutableSortedDictionary<string, (Inject Inject, int Words)> _words;

    private PlayBook(Scenario scenario)
    {
        _words = scenario.Injects.ToImmutableSortedDictionary(i => i.Id, i => (i, CountWords(i.Body.Markdown.In(scenario.Language, scenario.Language))), StringComparer.Ordinal);
        Seats = [.. Seating.All(scenario).Select(s => Plan(scenario, s.Seat, s.Team, s.Role))];
    }

    /// <summary>In the scenario's order.</summary>
    public ImmutableArray<SeatPlan> Seats { get; }

    public static PlayBook Of(Scenario scenario) => Books.GetValue(scenario, s => new PlayBook(s));

    /// <summary>Of the inject's own wording; one that a controller edited or wrote is counted now.</summary>
    public int Words(Scenario scenario, Inject inject) =>
        _words.TryGetValue(inject.Id, out var kept) && ReferenceEquals(kept.Inject, inject) ? kept.Words : CountWords(inject.Body.Markdown.In(scenario.Language, scenario.Language));

    public static int CountWords(string text) => text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length;

    private static SeatPlan Plan(Scenario scenario, string seat, Team team, Role role)
    {
        var teamRole = $"{team.Id}.{role.Id}";
        return new SeatPlan(seat, team.Id, teamRole,
            [.. Enumerable.Range(1, role.Seats).Select(n => FormattableString.Invariant($"{teamRole}.{n}"))],
            [.. scenario.Injects.SelectMany(ExpectedOf).Where(e => e.By == teamRole)],
            [.. scenario.Injects.SelectMany(i => i.Expected.Select((e, n) => (Act: e as ExpectRequest, N: n)).Where(x => x.Act?.By == teamRole).Select(x => new ExpectedDraft(i.Id, Expected.KeyOf(i.Id, x.N), x.Act!.Matter)))],
            HasPapers(scenario, teamRole),
            [.. ScenarioIndex.Of(scenario).Steps.All.Where(s => s.Action.By.Contains(teamRole))],
            new Sight(scenario, scenario.Language, team, role));
    }

    private static IEnumerable<ExpectedAct> ExpectedOf(Inject inject) => inject.Expected.Concat(inject.Variants.SelectMany(v => v.Expected));

    /// <summary>Whether its doer may have to wait before he can do it.</summary>
    public static bool Waits(Scenario scenario, ExpectedAct act) =>
        act is ExpectCollect or ExpectAcquire && scenario.Evidence.FirstOrDefault(x => x.Id == (act is ExpectCollect c ? c.Evidence : ((ExpectAcquire)act).Evidence)) is { Authorised: not null }
        || act is ExpectAction a && scenario.Actions.FirstOrDefault(x => x.Id == a.Action) is { } action && action.Requires.Any(r => !r.Hidden);

    private static bool HasPapers(Scenario scenario, string teamRole) =>
        scenario.Authorities.Any(a => a.PlayedBy.Contains(teamRole))
        || scenario.States.Any(s => s.Authorises.Values.Any(roles => roles.Contains(teamRole)))
        || scenario.Injects.Any(i => ExpectedOf(i).Any(e => e is ExpectRequest && e.By == teamRole));
}

/// <summary>A seat, the seats of its role in order, and all that is ever expected of the role. HasPapers: it may ever have to do with a request. Steps: of an adversary plan that it may carry out.</summary>
internal sealed record SeatPlan(
    string Seat,
    string Team,
    string TeamRole,
    ImmutableArray<string> OfRole,
    ImmutableArray<ExpectedAct> Expected,
    ImmutableArray<ExpectedDraft> Drafts,
    bool HasPapers,
    ImmutableArray<PlannedStep> Steps,
    Sight Sight);

/// <summary>A request that an inject expects of a role. Key: as of any expected act.</summary>
internal sealed record ExpectedDraft(string Inject, string Key, string Matter);

/// <summary>Something that an inject expects. Key: inject and place in its list, so that a change of wording changes nobody's luck. IsConditional: its doer may have to wait for it.</summary>
internal sealed record Expected(string Inject, string Key, ExpectedAct Act, bool IsConditional)
{
    public static string KeyOf(string inject, int n) => FormattableString.Invariant($"{inject} {n}");
}
