using System.Collections.Immutable;
using HanoiAcademy.Drills.Clock;
using HanoiAcademy.Drills.Commands;
using HanoiAcademy.Drills.Indexes;
using HanoiAcademy.Drills.Injects;
using HanoiAcademy.Drills.Scenarios;
using HanoiAcademy.Drills.State;
using HanoiAcademy.Drills.World;

namespace HanoiAcademy.Drills.Views;

/// <summary>What only control sees: the plan, the tiles, what comes next, the log of what controllers did.</summary>
internal static class ControlViews
{
    private const int MostLogged = 200;

    public static IEnumerable<(string, ViewRecord)> Of(DrillState state, Scenario scenario, Sight sight)
    {
        for (var i = 0; i < scenario.Injects.Length; i++)
            yield return ("plan:" + scenario.Injects[i].Id, Plan(state, scenario, sight, InjectBook.Find(state, scenario, scenario.Injects[i].Id), i + 1));
        for (var i = 0; i < state.Written.Count; i++)
            yield return ("plan:" + state.Written[i].Id, Plan(state, scenario, sight, state.Written[i], scenario.Injects.Length + i + 1));
        foreach (var team in scenario.Teams)
            yield return ("tile:" + team.Id, Tile(state, scenario, sight, team));
        if (Next(state, scenario, sight) is { } next)
            yield return ("next", next);
        for (var i = Math.Max(0, state.ControlLog.Count - MostLogged); i < state.ControlLog.Count; i++)
            yield return (FormattableString.Invariant($"log:{i:00000}"), new ControlLogView(i, state.ControlLog[i].At, state.ControlLog[i].Seat, state.ControlLog[i].What, state.ControlLog[i].Id));
    }

    private static PlanView Plan(DrillState state, Scenario scenario, Sight sight, Inject inject, int n)
    {
        var s = state.Injects.GetValueOrDefault(inject.Id);
        var status = s?.Status switch
        {
            "delivered" => "past",
            "scheduled" => "due",
            null => inject.At is not null ? "due" : inject.When is not null ? "waiting" : InPool(state, scenario, inject.Id) ?? "contingency",
            var other => other,
        };
        return new PlanView(n, inject.Id, sight.Say(inject.Title), FeedViews.Names(inject.To, scenario, sight), inject.Channel, status, s?.At ?? s?.Due ?? inject.At, inject.At is not null,
            [.. InjectBook.Expected(inject, s).Select(e => Expected(state, scenario, sight, e))]);
    }

    /// <summary>One that may be drawn waits; once the draw is over it stays out.</summary>
    private static string? InPool(DrillState state, Scenario scenario, string inject) =>
        scenario.Pools.FirstOrDefault(p => p.Members.Any(m => m.Injects.Contains(inject))) is { } pool ? state.Pools.Contains(pool.Id) ? "not-drawn" : "waiting" : null;

    private static ExpectedView Expected(DrillState state, Scenario scenario, Sight sight, ExpectedAct act)
    {
        var (what, name) = Expectations.Describe(scenario, act);
        return new ExpectedView(FeedViews.Names([act.By], scenario, sight), what, sight.Say(name), Expectations.Done(state, act));
    }

    private static TileView Tile(DrillState state, Scenario scenario, Sight sight, Team team)
    {
        var seats = state.Seats.Where(x => new Actor(x.Key).Team == team.Id).ToList();
        var overdue = state.Requests.Values.Count(r => r.Status is "sent" or "forwarded" or "acknowledged" or "verified"
            && Requests.Parties.SeesAsReceiver(scenario, r, team.Id) && StoryClock.At(scenario, state.Phase, state.At) - r.ArrivedStory > 3_600_000);
        return new TileView(team.Id, sight.Say(team.Name), seats.Count, seats.Count(x => x.Value.Holder == "person"), seats.Count(x => x.Value.Holder == "simulated"),
            seats.Count(x => x.Value.Ready), seats.Select(x => x.Value.LastActAt).DefaultIfEmpty().Max() is > 0 and var last ? last : null,
            state.Feed.Count(f => Urgent(state, scenario, f, team.Id, seats.Select(x => x.Key))),
            state.Decisions.Count(x => x.Value.Status == "open" && ScenarioIndex.Of(scenario).Decisions[x.Key].By.Any(r => new Actor(r).Team == team.Id)),
            overdue);
    }

    private static bool Urgent(DrillState state, Scenario scenario, FeedItem item, string team, IEnumerable<string> seats) =>
        item.Inject is { } id && InjectBook.Find(state, scenario, id) is { Attention: "urgent" or "call" } inject
        && Visibility.AddressesTeam(inject.To, team)
        && !seats.Any(seat => state.Read.ContainsKey(seat + " " + item.Id));

    private static NextView? Next(DrillState state, Scenario scenario, Sight sight)
    {
        if (state.Status is not ("running" or "paused" or "stopped"))
            return null;
        // What comes next for people, in the order of the clock: requests, objectives and looks are not announced.
        DueItem? due = null;
        foreach (var item in DueItems.Announced(state, scenario))
            if (due is null || (item.At, item.Rank).CompareTo((due.At, due.Rank)) < 0)
                due = item;
        if (due is null)
            return null;
        var inject = due.What == "inject" ? InjectBook.Find(state, scenario, due.Id) : null;
        var title = inject is not null ? sight.Say(inject.Title)
            : due.What == "phase" ? sight.Say(scenario.Phases.First(p => p.Id == due.Id).Title)
            : due.What == "decision" ? sight.Say(scenario.Decisions.First(d => d.Id == due.Id).Title)
            : sight.Say(scenario.Ends.First(e => e.Id == due.Id).Title);
        var people = inject is null ? 0 : Seats.Seating.All(scenario).Count(x => Visibility.AddressesSeat(inject.To, new Actor(x.Seat)) && state.Seats[x.Seat].Holder == "person");
        return new NextView(due.What, due.Id, title, inject is null ? "" : FeedViews.Names(inject.To, scenario, sight), people, Math.Max(due.At, state.At));
    }
}
