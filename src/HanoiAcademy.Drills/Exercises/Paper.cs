using System.Globalization;
using HanoiAcademy.Drills.Commands;
using HanoiAcademy.Drills.Events;
using HanoiAcademy.Drills.Scenarios;
using HanoiAcademy.Drills.State;

namespace HanoiAcademy.Drills.Exercises;

/// <summary>
/// A country that lost its link played on paper; a controller types in what it did. It counts in report and score and says so. The world of the drill stays
/// as it is: what comes of the typed acts is found on a copy of it (<see cref="PaperTrial"/>), so that a second typing can put the first right.
/// </summary>
internal static class Paper
{
    public const int MostResults = 200;
    public const string Withdrawn = "withdrawn";

    public static Refusal? TypeIn(Turn turn, TypeInResults command, Actor actor)
    {
        if (command.Results.IsEmpty)
            return new Refusal("nothing-typed-in");
        if (command.Results.Length > MostResults)
            return new Refusal("too-many", MostResults.ToString(CultureInfo.InvariantCulture));
        foreach (var result in command.Results)
        {
            if (PaperChecks.Wrong(turn, result, actor) is { } not)
                return not;
            if (!IsNew(turn.State, result))
                continue;
            turn.Emit(new ResultTypedIn(turn.At, actor.Id, result.What, result.Id, result.Value, result.Points, result.HappenedAt, result.By, result.Note), "typed-in");
            if (result.What == "mark" && PaperChecks.LevelOf(turn.Scenario, result) is { } level)
                turn.Emit(new ObjectiveMarked(turn.At, result.Id, level.Id, level.Points, actor.Id, result.Note));
        }

        Judge(turn);
        return null;
    }

    /// <summary>What is asked at EndEx can only then be asked of the paper.</summary>
    public static void AfterEnd(Turn turn)
    {
        if (turn.State.Exercise.TypedIn.Count > 0)
            Judge(turn);
    }

    private static bool IsNew(DrillState state, TypedResult result) =>
        state.Exercise.TypedIn.GetValueOrDefault(result.What + " " + result.Id) is { } was
            ? (was.Value, was.Points, was.HappenedAt, was.By, was.Note) != (result.Value, result.Points, result.HappenedAt, result.By, result.Note)
            : result.Value.Length > 0;

    private static void Judge(Turn turn)
    {
        var found = PaperTrial.Of(turn.State, turn.Scenario);
        foreach (var o in turn.Scenario.Objectives)
            if (turn.State.Exercise.Typed("objective", o.Id) is { } typed)
                found["objective " + o.Id] = new PaperState(typed.Value, PointsOf(o, typed), typed.HappenedAt, "typed-in");
        var was = turn.State.Exercise.OnPaper;
        foreach (var (key, _) in was)
            if (!found.ContainsKey(key) && !IsFixed(turn, key))
                Emit(turn, key, new PaperState(Withdrawn, 0, null, "typed-in"));
        foreach (var (key, paper) in found)
            if (was.GetValueOrDefault(key) != paper && !IsFixed(turn, key))
                Emit(turn, key, paper);
    }

    /// <summary>Points of a team that is out stand as they were.</summary>
    private static bool IsFixed(Turn turn, string key) => turn.State.Rulings.IsOut(Scoring.Voiding.TeamOf(turn.Scenario, key));

    private static int PointsOf(Objective o, TypedState typed) => typed.Value switch
    {
        "won" => o.Points,
        "partly" => typed.Points ?? o.Points / 2,
        _ => 0,
    };

    private static void Emit(Turn turn, string key, PaperState paper)
    {
        var dot = key.IndexOf(' ', StringComparison.Ordinal);
        turn.Emit(new JudgedOnPaper(turn.At, key[..dot], key[(dot + 1)..], paper.Status, paper.Points, paper.HappenedAt, paper.Because));
    }
}
