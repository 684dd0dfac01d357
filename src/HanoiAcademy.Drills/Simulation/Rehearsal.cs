using System.Collections.Immutable;
using HanoiAcademy.Drills.Commands;
using HanoiAcademy.Drills.Events;
using HanoiAcademy.Drills.Scenarios;
using HanoiAcademy.Drills.Seats;
using HanoiAcademy.Drills.State;

namespace HanoiAcademy.Drills.Simulation;

/// <summary>An accepted command as the log keeps it: version dense from 1, at in drill ms.</summary>
public sealed record LoggedRow(long Version, string Seat, long At, ImmutableArray<DrillEvent> Events);

/// <summary>A drill played by simulated players alone, as fast as the machine goes: the same functions as live play, with no clock to wait for.</summary>
public static class Rehearsal
{
    public const int MostSteps = 50_000;

    /// <summary>The whole log from launch to EndEx. <paramref name="script"/>: commands that people send at a drill time, in order of time.</summary>
    public static ImmutableArray<LoggedRow> Run(Scenario scenario, long seed, IEnumerable<(long At, Actor Actor, Command Command)>? script = null, Func<string, bool>? simulate = null) =>
        Run(scenario, seed, Skill.Steady, null, script, simulate, null).Rows;

    /// <summary>One run by players of one skill, and what came of it.</summary>
    public static Played Play(Scenario scenario, long seed, Skill skill) => Play(scenario, seed, skill.Id, skill, null);

    /// <summary>One run by players who follow a strategy, and what came of it.</summary>
    public static Played Play(Scenario scenario, long seed, Strategy strategy) => Play(scenario, seed, strategy.Id, Skill.Steady, strategy);

    private static Played Play(Scenario scenario, long seed, string players, Skill skill, Strategy? strategy)
    {
        var watch = new Watch(scenario);
        var (_, state) = Run(scenario, seed, skill, strategy, null, null, watch);
        return Played.Of(scenario, state, players, seed, watch);
    }

    private static (ImmutableArray<LoggedRow> Rows, DrillState State) Run(Scenario scenario, long seed, Skill skill, Strategy? strategy, IEnumerable<(long At, Actor Actor, Command Command)>? script, Func<string, bool>? simulate, Watch? watch)
    {
        var people = new Queue<(long At, Actor Actor, Command Command)>(script ?? []);
        var cast = new Cast(scenario, strategy);
        var log = ImmutableArray.CreateBuilder<LoggedRow>();
        var state = DrillState.Empty;

        void Send(Command command, Actor actor, long at, Decided? before = null)
        {
            var decided = before ?? Drill.Decide(state, scenario, command, actor, at);
            if (decided.Refusal is { } no)
                throw new InvalidOperationException($"{actor.Id} at {at}: {command} was refused: {no.Code} {string.Join(", ", no.Words)}");
            if (decided.Events.IsEmpty)
                return;
            log.Add(new LoggedRow(log.Count + 1, actor.Id, Math.Max(at, state.At), decided.Events));
            foreach (var e in decided.Events)
                state = Drill.Evolve(state, scenario, e);
        }

        Send(new LaunchDrill(scenario.Id, "", seed), Actor.System, 0);
        foreach (var (seat, _, _) in Seating.All(scenario))
            Send(simulate?.Invoke(seat) == false ? new TakeSeat(seat) : new SimulateSeat(seat, skill.Id), Actor.System, 0);
        Send(new StartExercise(), Actor.Director, 0);
        for (var step = 0; step < MostSteps && (state.IsRunning || people.Count > 0) && state.Status != "ended"; step++)
        {
            // While it stands only people can go on.
            var due = Drill.NextDue(state, scenario) ?? long.MaxValue;
            var act = cast.NextAct(state, due);
            watch?.Look(state, cast);
            if (people.TryPeek(out var said) && said.At <= Math.Min(due, act?.At ?? long.MaxValue))
                Send(people.Dequeue().Command, said.Actor, Math.Max(said.At, state.At));
            else if (act is not null)
                Send(act.Command, new Actor(act.Seat, Simulated: true), act.At, act.Decided);
            else if (due < long.MaxValue)
                Send(new Tick(), Actor.System, due);
            else
                break;
        }

        return (log.ToImmutable(), state);
    }
}
