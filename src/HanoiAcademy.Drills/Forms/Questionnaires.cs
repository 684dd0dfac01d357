using HanoiAcademy.Drills.Commands;
using HanoiAcademy.Drills.Events;
using HanoiAcademy.Drills.Indexes;
using HanoiAcademy.Drills.World;

namespace HanoiAcademy.Drills.Forms;

/// <summary>Questionnaires open once; each seat answers for itself and may mend its answers.</summary>
internal static class Questionnaires
{
    public static void ByCondition(Turn turn)
    {
        foreach (var n in turn.Pending.Take(Waiting.Questionnaire))
            if (turn.Scenario.Questionnaires[n] is { AtEnd: false } q && ((q.At is { } at && turn.At >= at) || (q.When is { } when && Conditions.Hold(turn.State, turn.Scenario, when, turn.At))))
                Open(turn, q.Id);
    }

    /// <summary>At EndEx, before it: what a hot wash asks.</summary>
    public static void AtEnd(Turn turn)
    {
        foreach (var q in turn.Scenario.Questionnaires)
            if (q.AtEnd)
                Open(turn, q.Id);
    }

    public static Refusal? Answer(Turn turn, AnswerQuestionnaire command, Actor actor)
    {
        if (turn.Scenario.Questionnaires.FirstOrDefault(q => q.Id == command.Questionnaire) is not { } q
            || !turn.State.Questionnaires.ContainsKey(q.Id) || !Visibility.AddressesSeat(q.For, actor))
            return new Refusal("no-such-questionnaire", command.Questionnaire);
        if (Filling.Refuse(q.Fields, command.Answers) is { } wrong)
            return wrong;
        turn.Emit(new QuestionnaireAnswered(turn.At, q.Id, actor.Id, command.Answers), "questionnaire-answered " + q.Id);
        return null;
    }

    private static void Open(Turn turn, string id)
    {
        if (!turn.State.Questionnaires.ContainsKey(id))
            turn.Emit(new QuestionnaireOpened(turn.At, id));
    }
}
