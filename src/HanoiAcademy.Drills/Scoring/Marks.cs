using System.Globalization;
using HanoiAcademy.Drills.Commands;
using HanoiAcademy.Drills.Events;
using HanoiAcademy.Drills.Messages;

namespace HanoiAcademy.Drills.Scoring;

/// <summary>What people judge: an evaluator finds a level of an objective's rubric.</summary>
internal static class Marks
{
    public static Refusal? Mark(Turn turn, MarkObjective command, Actor actor)
    {
        if (turn.Scenario.Objectives.FirstOrDefault(o => o.Id == command.Objective) is not { IsJudgedByPeople: true } objective)
            return new Refusal("no-such-objective", command.Objective);
        if (Control.Removal.IsOut(turn, objective.Team) is { } gone)
            return gone;
        if (Voiding.Voided(turn, Voiding.OfObjective, objective.Id) is { } voided)
            return voided;
        if (objective.Rubric.FirstOrDefault(l => l.Id == command.Level) is not { } level)
            return new Refusal("no-such-level", command.Level);
        if (command.Note.Length > Correspondence.MostText)
            return new Refusal("too-long", Correspondence.MostText.ToString(CultureInfo.InvariantCulture));
        turn.Emit(new ObjectiveMarked(turn.At, objective.Id, level.Id, level.Points, actor.Id, command.Note));
        return null;
    }
}
