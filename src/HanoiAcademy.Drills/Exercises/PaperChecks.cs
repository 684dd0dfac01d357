using System.Collections.Immutable;
using System.Globalization;
using HanoiAcademy.Drills.Commands;
using HanoiAcademy.Drills.Injects;
using HanoiAcademy.Drills.Messages;
using HanoiAcademy.Drills.Scenarios;
using HanoiAcademy.Drills.Scoring;

namespace HanoiAcademy.Drills.Exercises;

/// <summary>Whether one result can be typed in: there is such a thing, it can have come to that, and it is this controller's.</summary>
internal static class PaperChecks
{
    public static Refusal? Wrong(Turn turn, TypedResult? result, Actor actor) =>
        result is null ? new Refusal("no-such-result", "") :
        result.Note.Length > Correspondence.MostText ? new Refusal("too-long", Correspondence.MostText.ToString(CultureInfo.InvariantCulture))
        : result.HappenedAt is < 0 or > InjectSteering.MostDue ? new Refusal("bad-typed-time", result.Id)
        : result.What switch
        {
            "decision" => turn.Index.Decisions.Find(result.Id) is { } d ? Gone(turn, d.By) ?? Act(result, actor, d.By, ["lapsed", .. d.Options.Select(o => o.Id)]) : new Refusal("no-such-decision", result.Id),
            "action" => turn.Index.Actions.Find(result.Id) is { } a ? Gone(turn, a.By) ?? Act(result, actor, a.By, ["done", "failed"]) : new Refusal("no-such-action", result.Id),
            "objective" => turn.Index.Objectives.Find(result.Id) is { IsJudgedByPeople: false } o ? Gone(turn, [o.Team]) ?? Voiding.Voided(turn, Voiding.OfObjective, o.Id) ?? Objective(result, actor, o) : new Refusal("no-such-objective", result.Id),
            "mark" => turn.Index.Objectives.Find(result.Id) is { IsJudgedByPeople: true } o ? Gone(turn, [o.Team]) ?? Voiding.Voided(turn, Voiding.OfObjective, o.Id) ?? Mark(result, actor, o) : new Refusal("no-such-objective", result.Id),
            _ => new Refusal("no-such-result", result.What),
        };

    public static RubricLevel? LevelOf(Scenario scenario, TypedResult result) =>
        Indexes.ScenarioIndex.Of(scenario).Objectives.Find(result.Id)?.Rubric.FirstOrDefault(level => level.Id == result.Value);

    private static Refusal? Act(TypedResult result, Actor actor, ImmutableArray<string> by, ImmutableArray<string> values) =>
        NotHis(actor, by.Select(role => new Actor(role).Team))
        ?? (result.Value.Length > 0 && !values.Contains(result.Value) ? new Refusal("bad-choice", string.Join(", ", values))
        : result.By.Length > 0 && !by.Contains(result.By) ? new Refusal("bad-choice", string.Join(", ", by))
        : result.Value.Length > 0 && result.HappenedAt is null ? new Refusal("bad-typed-time", result.Id)
        : Bare(result));

    private static Refusal? Objective(TypedResult result, Actor actor, Objective o) =>
        NotHis(actor, [o.Team])
        ?? (result.Value is not ("" or "won" or "partly" or "missed") ? new Refusal("bad-choice", "won, partly, missed")
        : result.Points is { } points && (result.Value != "partly" || points < 0 || points > o.Points) ? new Refusal("bad-points", o.Points.ToString(CultureInfo.InvariantCulture))
        : result.By.Length > 0 ? new Refusal("bad-choice", "") : null);

    /// <summary>A mark is put right by another one; none is what there was before, and that is not known here.</summary>
    private static Refusal? Mark(TypedResult result, Actor actor, Objective o) =>
        NotHis(actor, [o.Team])
        ?? (o.Rubric.All(level => level.Id != result.Value) ? new Refusal("no-such-level", result.Value)
        : result.By.Length > 0 ? new Refusal("bad-choice", "") : Bare(result));

    /// <summary>What was taken out plays on paper no more than online.</summary>
    private static Refusal? Gone(Turn turn, ImmutableArray<string> by) =>
        turn.State.Rulings.AllOut(by) ? Control.Removal.IsOut(turn, new Actor(by[0]).Team) : null;

    private static Refusal? Bare(TypedResult result) => result.Points is null ? null : new Refusal("bad-points", "0");

    private static Refusal? NotHis(Actor actor, IEnumerable<string> teams) =>
        actor.LocalTeam is { } team && teams.Any(other => other != team) ? new Refusal("not-allowed") : null;
}
