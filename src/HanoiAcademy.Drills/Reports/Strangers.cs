using HanoiAcademy.Drills.Events;
using HanoiAcademy.Drills.Indexes;
using HanoiAcademy.Drills.Injects;
using HanoiAcademy.Drills.Scenarios;
using HanoiAcademy.Drills.State;

namespace HanoiAcademy.Drills.Reports;

/// <summary>Events about things that the scenario does not have: a room never wrote them, and nothing can be said of them.</summary>
internal static class Strangers
{
    /// <summary>The id that nothing has; null where all is there.</summary>
    public static string? In(DrillState state, Scenario scenario, DrillEvent e)
    {
        var index = ScenarioIndex.Of(scenario);
        return e switch
        {
            InjectWritten => null,
            IOfInject x => Missing(InjectBook.FindOrNull(state, scenario, x.Inject), x.Inject),
            ActionStarted x => Missing(index.Actions.Find(x.Action), x.Action),
            IOfStep x => Missing(index.Actions.Find(x.Step), x.Step),
            DecisionTaken x => Missing(index.Decisions.Find(x.Decision)?.Options.FirstOrDefault(o => o.Id == x.Option), $"{x.Decision} {x.Option}"),
            IOfDecision x => Missing(index.Decisions.Find(x.Decision), x.Decision),
            ObjectiveMarked x => Missing(index.Objectives.Find(x.Objective)?.Rubric.FirstOrDefault(l => l.Id == x.Level), $"{x.Objective} {x.Level}"),
            IOfObjective x => Missing(index.Objectives.Find(x.Objective), x.Objective),
            PenaltyIncurred x => Missing(index.Penalties.Find(x.Penalty), x.Penalty),
            IOfEvidence x => Missing(index.Evidence.Find(x.Evidence), x.Evidence),
            RecordJudged x => Missing(index.Courts.Find(x.Court), x.Court) ?? x.Verdicts.Select(v => Missing(index.Evidence.Find(v.Evidence), v.Evidence)).FirstOrDefault(v => v is not null),
            IOfCourt x => Missing(index.Courts.Find(x.Court), x.Court),
            QuestionnaireOpened x => Missing(scenario.Questionnaires.FirstOrDefault(q => q.Id == x.Questionnaire), x.Questionnaire),
            QuestionnaireAnswered x => Missing(scenario.Questionnaires.FirstOrDefault(q => q.Id == x.Questionnaire), x.Questionnaire),
            NoteWritten x => Missing(index.Teams.Find(x.Team), x.Team) ?? (x.Objective is { } o ? Missing(index.Objectives.Find(o), o) : null),
            TeamRemoved x => Missing(index.Teams.Find(x.Team), x.Team),
            MeterChanged x => Missing(index.Meters.Find(x.Meter), x.Meter),
            AssetChanged x => Missing(index.Assets.Find(x.Asset), x.Asset),
            _ => null,
        };
    }

    private static string? Missing(object? thing, string id) => thing is null ? LogReading.Short(id) : null;
}
