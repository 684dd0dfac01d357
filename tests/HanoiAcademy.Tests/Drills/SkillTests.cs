using HanoiAcademy.Drills;
using HanoiAcademy.Drills.Commands;
using HanoiAcademy.Drills.Simulation;
using HanoiAcademy.Drills.State;
using HanoiAcademy.Tests.Scenarios;

namespace HanoiAcademy.Tests.Drills;

public sealed class SkillTests
{
    private const int Seeds = 8;

    [Fact]
    public void Good_players_score_more_than_average_ones_and_those_more_than_poor_ones()
    {
        int Middle(Skill skill) => Enumerable.Range(1, Seeds).Select(seed => Rehearsal.Play(Rehearsed.InvoiceAtDawn, seed, skill).Score).Order().ElementAt(Seeds / 2);

        var (good, average, poor) = (Middle(Skill.Good), Middle(Skill.Average), Middle(Skill.Poor));

        good.ShouldBeGreaterThan(average + 10);
        average.ShouldBeGreaterThan(poor + 10);
    }

    [Fact]
    public void Who_does_nothing_wins_nothing_that_must_be_done()
    {
        var strategy = Strategy.All.Single(s => s.Id == "nothing");
        var nothing = Rehearsal.Play(Rehearsed.InvoiceAtDawn, 1, strategy);

        nothing.Actions.ShouldBeEmpty();
        nothing.Decisions.ShouldBeEmpty();
        nothing.Score.ShouldBeLessThan(40);
    }

    [Fact]
    public void Each_strategy_plays_the_drill_to_its_end()
    {
        foreach (var strategy in Strategy.All)
            Rehearsal.Play(ScenarioFolders.ReadWhole(), 1, strategy).End.ShouldNotBeNull(strategy.Id);
    }

    [Fact]
    public void A_player_who_remembers_does_what_one_without_memory_does()
    {
        var scenario = ScenarioFolders.ReadWhole();
        foreach (var seed in Enumerable.Range(1, 5))
            foreach (var skill in Skill.Compared)
            {
                var cast = new Cast(scenario);
                var state = Launched(scenario, seed, skill);
                for (var step = 0; state.IsRunning && step < 2_000; step++)
                {
                    var due = Drill.NextDue(state, scenario) ?? long.MaxValue;
                    var act = cast.NextAct(state, due);
                    var fresh = SimulatedPlayers.NextAct(state, scenario);
                    if (act is null)
                        (fresh?.At ?? due).ShouldBeGreaterThanOrEqualTo(due);
                    else
                        (act.At, act.Seat, act.Command.ToString()).ShouldBe((fresh!.At, fresh.Seat, fresh.Command.ToString()));
                    var decided = act is null ? Drill.Decide(state, scenario, new Tick(), Actor.System, due) : Drill.Decide(state, scenario, act.Command, new Actor(act.Seat, Simulated: true), act.At);
                    state = decided.Events.Aggregate(state, (s, e) => Drill.Evolve(s, scenario, e));
                }

                state.Status.ShouldBe("ended");
            }
    }

    [Fact]
    public void A_seat_that_is_simulated_again_with_another_skill_changes_its_player()
    {
        var scenario = ScenarioFolders.ReadWhole();
        var state = Launched(scenario, 1, Skill.Poor);
        var seat = state.Seats.Keys.First();

        var decided = Drill.Decide(state, scenario, new SimulateSeat(seat, "good"), Actor.Director, state.At);

        state = decided.Events.Aggregate(state, (s, e) => Drill.Evolve(s, scenario, e));
        state.Seats[seat].Skill.ShouldBe("good");
        Drill.Decide(state, scenario, new SimulateSeat(seat, "genius"), Actor.Director, state.At).Refusal!.Code.ShouldBe("no-such-skill");
    }

    private static DrillState Launched(HanoiAcademy.Drills.Scenarios.Scenario scenario, long seed, Skill skill)
    {
        var state = DrillState.Empty;
        void Send(Command command, Actor actor) =>
            state = Drill.Decide(state, scenario, command, actor, 0).Events.Aggregate(state, (s, e) => Drill.Evolve(s, scenario, e));
        Send(new LaunchDrill(scenario.Id, "", seed), Actor.System);
        foreach (var seat in state.Seats.Keys.ToList())
            Send(new SimulateSeat(seat, skill.Id), Actor.System);
        Send(new StartExercise(), Actor.Director);
        return state;
    }
}
