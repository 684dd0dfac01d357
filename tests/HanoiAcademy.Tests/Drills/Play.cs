using System.Collections.Immutable;
using HanoiAcademy.Drills;
using HanoiAcademy.Drills.Commands;
using HanoiAcademy.Drills.Events;
using HanoiAcademy.Drills.Scenarios;
using HanoiAcademy.Drills.Simulation;
using HanoiAcademy.Drills.State;
using HanoiAcademy.Drills.Views;

namespace HanoiAcademy.Tests.Drills;

/// <summary>A drill under test: sends commands at drill times and keeps what came of them. No mock, no clock.</summary>
internal sealed class Play
{
    private readonly List<LoggedRow> rows = [];

    public Play(Scenario scenario, long seed = 7, string afterCrash = "pause", bool alone = false)
    {
        Scenario = scenario;
        Send(Actor.System, new LaunchDrill(scenario.Id, "sha", seed, afterCrash, Alone: alone));
    }

    public Scenario Scenario { get; }

    public DrillState State { get; private set; } = DrillState.Empty;

    public IReadOnlyList<LoggedRow> Rows => rows;

    public IEnumerable<DrillEvent> Events => rows.SelectMany(r => r.Events);

    public static Play Started(Scenario scenario, long seed = 7)
    {
        var play = new Play(scenario, seed);
        foreach (var seat in play.State.Seats.Keys)
            play.Send(Actor.System, new TakeSeat(seat));
        play.Send(Actor.Director, new StartExercise());
        return play;
    }

    /// <summary>Ticks at every due moment up to a drill time, as a room does.</summary>
    public Play Until(long at)
    {
        while (Drill.NextDue(State, Scenario) is { } due && due <= at)
            Send(Actor.System, new Tick(), due);
        if (State.IsRunning)
            Send(Actor.System, new Tick(), at);
        return this;
    }

    public Play Send(string seat, Command command, long? at = null) => Send(new Actor(seat), command, at);

    public Play Send(Actor actor, Command command, long? at = null)
    {
        var decided = Drill.Decide(State, Scenario, command, actor, at ?? State.At);
        decided.Refusal.ShouldBeNull($"{command} by {actor.Id}: {decided.Refusal?.Code} {string.Join(", ", decided.Refusal?.Words ?? [])}");
        if (!decided.Events.IsEmpty)
            rows.Add(new LoggedRow(rows.Count + 1, actor.Id, Math.Max(at ?? 0, State.At), decided.Events));
        State = decided.Events.Aggregate(State, (s, e) => Drill.Evolve(s, Scenario, e));
        return this;
    }

    public string Refused(string seat, Command command, long? at = null) => Refused(new Actor(seat), command, at);

    public string Refused(Actor actor, Command command, long? at = null)
    {
        var decided = Drill.Decide(State, Scenario, command, actor, at ?? State.At);
        decided.Events.ShouldBeEmpty();
        return decided.Refusal.ShouldNotBeNull($"{command} was accepted").Code;
    }

    public ImmutableSortedDictionary<string, ViewRecord> SeenBy(string teamRole) => View.Of(State, Scenario, Audience.OfRole(teamRole, "en"));

    public T Record<T>(string teamRole, string key)
        where T : ViewRecord => SeenBy(teamRole).GetValueOrDefault(key).ShouldBeOfType<T>(key);
}
