using HanoiAcademy.Drills.Commands;
using HanoiAcademy.Drills.Events;
using HanoiAcademy.Drills.Reports;
using HanoiAcademy.Drills.Scenarios;
using HanoiAcademy.Drills.Scoring;
using HanoiAcademy.Drills.Views;
using static HanoiAcademy.Tests.Drills.Small;

namespace HanoiAcademy.Tests.Drills;

/// <summary>Points that fall with time, points that people give, and both kept apart.</summary>
public sealed class ScoreTests
{
    private static readonly Actor Evaluator = new("control.evaluator.1");

    private static readonly Objective Judged = new() { Id = "manner", Team = "bank", Name = En("Manner"), Points = 20, Rubric = [new("poor", En("Shouted"), 0), new("fair", En("Was clear"), 12), new("good", En("Was clear and kind"), 20)] };

    private static Objective Measured(Condition? from = null) => new() { Id = "fast", Team = "bank", Name = En("Fast"), Points = 11, When = new ActionDone("stop-payment", "started"), Measure = new Measure(5 * Minute, 10 * Minute, from) };

    private static Scenario With(params Objective[] objectives) => World with { Objectives = [.. objectives], Penalties = [] };

    private static Score Bank(Play play) => Score.ForTeam(play.State, play.Scenario, "bank");

    [Theory]
    [InlineData(5, 11, "won")]
    [InlineData(6, 5, "partly")]
    [InlineData(10, 5, "partly")]
    [InlineData(11, 0, "missed")]
    public void Points_of_a_measure_are_full_until_and_half_until(int minute, int points, string status)
    {
        var play = Play.Started(With(Measured())).Until(minute * Minute - 1).Send("bank.fraud.1", new StartAction("stop-payment"), minute * Minute);

        play.State.Objectives["fast"].Status.ShouldBe(status);
        Bank(play).Won.ShouldBe(points);
    }

    [Fact]
    public void A_measure_counts_from_what_starts_it_and_an_act_before_that_is_in_time()
    {
        var scenario = With(Measured(new InjectOut("second")));
        var late = Play.Started(scenario).Until(16 * Minute).Send("bank.fraud.1", new StartAction("stop-payment"));
        late.Events.OfType<MeasureBegun>().Single().At.ShouldBe(10 * Minute);
        Bank(late).Won.ShouldBe(5);

        Bank(Play.Started(scenario).Send("bank.fraud.1", new StartAction("stop-payment")).Until(11 * Minute)).Won.ShouldBe(11);
        Play.Started(scenario).Until(30 * Minute).Events.OfType<ObjectiveMissed>().Single().At.ShouldBe(20 * Minute + 1);
    }

    [Fact]
    public void What_people_judge_is_marked_by_an_evaluator_also_after_EndEx_and_kept_apart()
    {
        var play = Play.Started(With(Measured(), Judged)).Send("bank.fraud.1", new StartAction("stop-payment"));
        Bank(play).ShouldBe(new Score("bank", 11, 11, 0, 0, 0, 20));
        Bank(play).Value.ShouldBe(100, "what is not judged yet takes nothing away");

        play.Send(Evaluator, new MarkObjective("manner", "poor")).Send(Actor.Director, new EndExercise()).Send(Evaluator, new MarkObjective("manner", "fair", "Clear on the telephone."));
        Bank(play).ShouldBe(new Score("bank", 11, 11, 0, 12, 20, 20));
        (Bank(play).Value, Bank(play).RulesValue).ShouldBe((74, 100));
        play.Events.OfType<ObjectiveMissed>().ShouldBeEmpty();

        var seen = play.Record<ObjectiveView>("bank.fraud", "objective:manner");
        (seen.State, seen.PointsWon, seen.Level, seen.Note).ShouldBe(("won", 12, "fair", "Clear on the telephone."));
        play.Record<ScoreView>("bank.fraud", "score:bank").ToJudge.ShouldBe(20);
        var report = Report.Of(play.Scenario, play.Rows, "en").Teams.Single(t => t.Team == "bank");
        (report.Won, report.Of, report.Marked, report.MarkedOf, report.ToJudge).ShouldBe((11, 11, 12, 20, 20));
        report.Objectives.Single(o => o.Id == "manner").ShouldSatisfyAllConditions(o => o.State.ShouldBe("marked"), o => o.Level.ShouldBe("Was clear"), o => o.ProofVersion.ShouldBe(play.Rows[^1].Version));
    }

    [Fact]
    public void Only_who_evaluates_marks_and_only_what_people_judge()
    {
        var play = Play.Started(With(Measured(), Judged));

        play.Refused("bank.fraud.1", new MarkObjective("manner", "good")).ShouldBe("not-allowed");
        play.Refused(new Actor("control.observer.1"), new MarkObjective("manner", "good")).ShouldBe("not-allowed");
        play.Refused(Evaluator, new MarkObjective("fast", "good")).ShouldBe("no-such-objective");
        play.Refused(Evaluator, new MarkObjective("manner", "best")).ShouldBe("no-such-level");
        play.SeenBy("bank.fraud").ShouldNotContainKey("objective:manner");
        new Play(With(Judged)).Refused(Evaluator, new MarkObjective("manner", "good")).ShouldBe("not-started");
    }

    [Fact]
    public void A_role_sees_what_its_team_sees_and_what_only_it_is_shown()
    {
        var asset = new Asset("vault", En("Vault"), Text.Empty, "room", [new AssetState("shut", En("shut"), "ok")], "shut", ["bank.fraud"], []);
        var two = World with
        {
            Teams = [.. World.Teams.Select(t => t.Id == "bank" ? t with { Roles = [.. t.Roles, new Role("clerk", En("Clerk"), 1, Prose.Empty)] } : t)],
            Assets = [.. World.Assets, asset],
            Injects = [Inject("shown", Minute, "bank") with { Effects = [new Reveal("meter", "frozen", ["desk.officer"]), new Reveal("evidence", "header", ["bank.clerk"])] }],
        };
        var play = Play.Started(two).Until(Minute);

        play.SeenBy("bank.fraud").ShouldContainKey("asset:vault");
        play.SeenBy("bank.clerk").ShouldNotContainKey("asset:vault");
        play.SeenBy("bank.clerk").ShouldContainKey("asset:mailbox");
        play.SeenBy("desk.officer").ShouldContainKey("meter:frozen");
        play.Refused("bank.fraud.1", new CollectEvidence("header")).ShouldBe("no-such-evidence");
        play.Send("bank.clerk.1", new CollectEvidence("header"));
    }

    [Fact]
    public void When_data_are_deleted_runs_as_a_clock_for_who_was_told_and_for_nobody_else()
    {
        var told = Wider.World with { Injects = [.. Wider.World.Injects, Inject("how-long", Minute, "kivara") with { Effects = [new Reveal("data", "kivara-mail", ["kivara", "desk"]), new Reveal("retention", "kivara-mail", ["kivara"])] }] };
        var play = Play.Started(told).Until(Minute);

        var data = play.SeenBy("kivara.officer")["data:kivara-mail"].ShouldBeOfType<DataView>();
        data.GoneStory.ShouldBe(Start + 200 * Day);
        // As if this phase went on: the ten weeks that a later one jumps over are nobody's to know.
        data.GoneAt.ShouldBe(200 * Day);
        play.SeenBy("desk.officer")["data:kivara-mail"].ShouldBeOfType<DataView>().GoneAt.ShouldBeNull();
    }
}
