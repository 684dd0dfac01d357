using System.Collections.Immutable;
using HanoiAcademy.Drills.Clock;
using HanoiAcademy.Drills.Commands;
using HanoiAcademy.Drills.Indexes;
using HanoiAcademy.Drills.Injects;
using HanoiAcademy.Drills.Messages;
using HanoiAcademy.Drills.Scenarios;
using HanoiAcademy.Drills.State;
using HanoiAcademy.Drills.World;

namespace HanoiAcademy.Drills.Views;

/// <summary>What only control sees: the plan, the tiles, what comes next, the log of what controllers did.</summary>
internal static class ControlViews
{
    public const int MostLogged = 200;

    public static IEnumerable<(string, ViewRecord)> Of(DrillState state, Scenario scenario, Sight sight)
    {
        yield return ("settings", new SettingsView(state.NoController, state.AfterCrash, state.Sharing, state.ReplaySharing));
        foreach (var inject in scenario.Injects.Concat(state.Written))
        {
            yield return ("plan:" + inject.Id, Plan(state, scenario, sight, inject.Id));
            if (Coming(state, scenario, sight, inject.Id) is { } coming)
                yield return ("inject:" + inject.Id, coming);
        }

        foreach (var (item, waiting) in state.Waiting)
            yield return ("waiting:" + item, Waits(state, scenario, sight, waiting));
        foreach (var (key, claim) in state.Claims)
            yield return ("claim:" + key, new ClaimView(key, claim.Seat, claim.At));
        foreach (var id in state.Notes.Keys)
            yield return ("note:" + id, Note(state, scenario, sight, id));
        foreach (var team in scenario.Teams)
            yield return ("tile:" + team.Id, Tile(state, scenario, sight, team));
        if (Next(state, scenario, sight) is { } next)
            yield return ("next", next);
        for (var i = Math.Max(0, state.ControlLog.Count - MostLogged); i < state.ControlLog.Count; i++)
            yield return (LogKey(i), Logged(state, i)!);
    }

    public static string LogKey(int n) => FormattableString.Invariant($"log:{n:00000}");

    /// <summary>Null for one that is no longer shown.</summary>
    public static ControlLogView? Logged(DrillState state, int n) =>
        n < state.ControlLog.Count - MostLogged ? null : new ControlLogView(n, state.ControlLog[n].At, state.ControlLog[n].Seat, state.ControlLog[n].What, state.ControlLog[n].Id);

    /// <param name="team">Whose acts alone it tells of, for a local controller; null: everybody's.</param>
    public static PlanView Plan(DrillState state, Scenario scenario, Sight sight, string id, string? team = null)
    {
        var inject = InjectBook.Find(state, scenario, id);
        var n = ScenarioIndex.Of(scenario).Injects.IndexOf(id) is >= 0 and var place ? place + 1 : scenario.Injects.Length + state.Written.FindIndex(w => w.Id == id) + 1;
        var s = state.Injects.GetValueOrDefault(inject.Id);
        var status = s?.Status switch
        {
            "delivered" => "past",
            not "skipped" when state.Rulings.AllOut(inject.To) => "team-out",
            "scheduled" => "due",
            null => inject.At is not null ? "due" : inject.When is not null ? "waiting" : InPool(state, scenario, inject.Id) ?? "contingency",
            var other => other,
        };
        return new PlanView(n, inject.Id, sight.Say(inject.Title), FeedViews.Names(inject.To, scenario, sight), inject.Channel, status, s?.At ?? s?.Due ?? inject.At, inject.At is not null,
            [.. InjectBook.Expected(inject, s).Where(e => team is null || new Actor(e.Act.By).Team == team).Select(e => Expected(state, scenario, sight, id, e))], inject.To, s is { Status: "delivered", By: { } by } && by != "system" ? by : null,
            sight.SayOrNull(inject.Controller), sight.SayOrNull(inject.Notes));
    }

    /// <summary>Nobody has to fire what he cannot read. Once delivered it is in the feed.</summary>
    public static InjectView? Coming(DrillState state, Scenario scenario, Sight sight, string id)
    {
        if (state.Injects.GetValueOrDefault(id)?.Status == "delivered")
            return null;
        var inject = InjectBook.Find(state, scenario, id);
        var contact = inject.From is { } from ? ScenarioIndex.Of(scenario).Contacts.Find(from) : null;
        var isPlain = inject.Body.Html.IsEmpty;
        return new InjectView(id, contact is null ? sight.Say(inject.FromText) : sight.Say(contact.Name), contact?.Id, sight.Say(inject.Subject), isPlain ? null : sight.Say(inject.Body.Html),
            isPlain ? sight.Say(inject.Body.Markdown) : null, inject.Tlp, inject.Attention, inject.Attachments.Length, inject.Variants.Length, ScenarioIndex.Of(scenario).Injects.Find(id) is null);
    }

    public static WaitingView Waits(DrillState state, Scenario scenario, Sight sight, WaitingMessage w)
    {
        var item = state.InFeed(w.Item);
        return new WaitingView(w.Item, w.Team, FeedViews.Names([w.Team], scenario, sight), w.Seat, w.To, ScenarioIndex.Of(scenario).Contacts.Find(w.To) is { } contact ? sight.Say(contact.Name) : "",
            item?.Text ?? "", item?.About, w.At);
    }

    public static NoteView Note(DrillState state, Scenario scenario, Sight sight, string id)
    {
        var n = state.Notes[id];
        return new NoteView(id, n.Team, FeedViews.Names([n.Team], scenario, sight), n.Text, n.Objective, n.Seen, n.At, n.Seat);
    }

    /// <summary>One that may be drawn waits; once the draw is over it stays out.</summary>
    private static string? InPool(DrillState state, Scenario scenario, string inject) =>
        scenario.Pools.FirstOrDefault(p => p.Members.Any(m => m.Injects.Contains(inject))) is { } pool ? state.Pools.Contains(pool.Id) ? "not-drawn" : "waiting" : null;

    private static ExpectedView Expected(DrillState state, Scenario scenario, Sight sight, string inject, Expectation expected)
    {
        var (what, name) = Expectations.Describe(scenario, expected.Act);
        var seen = Expectations.Seen(state, inject, expected);
        return new ExpectedView(FeedViews.Names([expected.Act.By], scenario, sight), what, sight.Say(name), Expectations.Done(state, inject, expected), expected.Act is ExpectObserved ? expected.N : null,
            seen?.Found, seen?.Seen, seen?.Seat, seen is { Note.Length: > 0 } ? seen.Note : null);
    }

    public static bool IsUnanswered(RequestState request) => request.Status is "sent" or "forwarded" or "acknowledged" or "verified";

    public static TileView Tile(DrillState state, Scenario scenario, Sight sight, Team team)
    {
        var seats = state.Seats.Where(x => new Actor(x.Key).Team == team.Id).ToList();
        var people = seats.Count(x => x.Value.Holder == "person");
        var lastAct = seats.Select(x => x.Value.LastActAt).DefaultIfEmpty().Max() is > 0 and var last ? last : (long?)null;
        // Nothing waits for a team that is out, and it waits for nothing.
        if (state.Rulings.Out.GetValueOrDefault(team.Id) is { } gone)
            return new TileView(team.Id, sight.Say(team.Name), seats.Count, people, 0, 0, lastAct, 0, 0, 0, OutAt: gone.At);
        var overdue = state.Requests.Values.Count(r => IsUnanswered(r) && !Requests.Parties.HasNoSender(state, scenario, r)
            && Requests.Parties.SeesAsReceiver(scenario, r, team.Id) && StoryClock.At(scenario, state.Phase, state.At) - r.ArrivedStory > 3_600_000);
        var waiting = state.Waiting.Values.Where(w => w.Team == team.Id).ToList();
        return new TileView(team.Id, sight.Say(team.Name), seats.Count, people, seats.Count(x => x.Value.Holder == "simulated"), seats.Count(x => x.Value.Ready), lastAct,
            state.Unheard.GetValueOrDefault(team.Id)?.Count ?? 0,
            state.Decisions.Count(x => x.Value.Status == "open" && ScenarioIndex.Of(scenario).Decisions[x.Key].By.Any(r => new Actor(r).Team == team.Id)),
            overdue, waiting.Count, waiting.Count > 0 ? waiting.Min(w => w.At) : null);
    }

    public static NextView? Next(DrillState state, Scenario scenario, Sight sight)
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
        var people = inject is null ? 0 : Seats.Seating.All(scenario).Count(x => Visibility.AddressesSeat(inject.To, new Actor(x.Seat)) && !state.Rulings.IsOut(x.Team.Id) && state.Seats[x.Seat].Holder == "person");
        return new NextView(due.What, due.Id, title, inject is null ? "" : FeedViews.Names(inject.To, scenario, sight), people, Math.Max(due.At, state.At));
    }
}
