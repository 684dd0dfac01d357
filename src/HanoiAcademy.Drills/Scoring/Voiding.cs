using System.Globalization;
using HanoiAcademy.Drills.Commands;
using HanoiAcademy.Drills.Events;
using HanoiAcademy.Drills.Scenarios;
using HanoiAcademy.Drills.State;

namespace HanoiAcademy.Drills.Scoring;

/// <summary>
/// The director strikes points that were won, or a penalty, because they ought not to count: a leak, a mistake of control, play outside the rules. What was won stays in the
/// log with its proof. An objective's points stay among those that could be won, so that striking them is seen in the score.
/// </summary>
internal static class Voiding
{
    public const string OfObjective = "objective";
    public const string OfPenalty = "penalty";
    public const int MostReason = 500;

    public static Refusal? Void(Turn turn, VoidScore command, Actor actor)
    {
        if (Refuse(turn, command) is { } not)
            return not;
        if (string.IsNullOrWhiteSpace(command.Reason))
            return new Refusal("say-why");
        if (command.Reason.Length > MostReason)
            return new Refusal("too-long", MostReason.ToString(CultureInfo.InvariantCulture));
        turn.Emit(new ScoreVoided(turn.At, actor.Id, command.What, command.Id, command.Reason));
        return null;
    }

    /// <summary>A voided objective is not won again, whoever judges it.</summary>
    public static Refusal? Voided(Turn turn, string what, string id) =>
        turn.State.Rulings.VoidedOf(what, id) is { } voided ? new Refusal("already-voided", Clock.Moment.Of(voided.At), voided.Seat) : null;

    /// <summary>The team whose points they are; null when there is no such thing.</summary>
    public static string? TeamOf(Scenario scenario, string what, string id)
    {
        var index = Indexes.ScenarioIndex.Of(scenario);
        return what switch
        {
            OfObjective => index.Objectives.Find(id)?.Team,
            OfPenalty => index.Penalties.Find(id)?.Team,
            _ => null,
        };
    }

    /// <summary>The same of "objective id" or "penalty id", as the log of control names it.</summary>
    public static string? TeamOf(Scenario scenario, string key) =>
        key.IndexOf(' ', StringComparison.Ordinal) is > 0 and var dot ? TeamOf(scenario, key[..dot], key[(dot + 1)..]) : null;

    public static DrillState Evolve(DrillState s, ScoreVoided x)
    {
        var key = x.What + " " + x.Id;
        return Drill.Note(s, x.At, x.Seat, "voided", key) with
        {
            Rulings = s.Rulings with { Voided = s.Rulings.Voided.SetItem(key, new VoidState(x.At, x.Seat, x.Reason)) },
        };
    }

    private static Refusal? Refuse(Turn turn, VoidScore command)
    {
        if (command.What is not (OfObjective or OfPenalty))
            return new Refusal("bad-choice", $"{OfObjective}, {OfPenalty}");
        if (TeamOf(turn.Scenario, command.What, command.Id) is null)
            return new Refusal("no-such-score", command.Id);
        if (Voided(turn, command.What, command.Id) is { } voided)
            return voided;
        return command.What == OfObjective
            ? Score.PointsWon(turn.State, turn.Index.Objectives[command.Id]) == 0 ? Nothing("no-points-to-void", turn, turn.Index.Objectives[command.Id].Name) : null
            : Score.Counts(turn.State, turn.Index.Penalties[command.Id]) ? null : Nothing("no-penalty-to-void", turn, turn.Index.Penalties[command.Id].Name);
    }

    private static Refusal Nothing(string code, Turn turn, Text name) => new(code) { Said = name, Fallback = turn.Scenario.Language };
}
