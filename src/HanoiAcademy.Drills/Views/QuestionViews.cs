using System.Collections.Immutable;
using HanoiAcademy.Drills.Commands;
using HanoiAcademy.Drills.Scenarios;
using HanoiAcademy.Drills.State;
using HanoiAcademy.Drills.World;

namespace HanoiAcademy.Drills.Views;

internal static class QuestionViews
{
    public static ImmutableArray<InputView> Fields(ImmutableArray<InputField> fields, Sight sight) =>
        [.. fields.Select(f => new InputView(f.Id, sight.Say(f.Name), f.Kind, f.Required, f.Min, f.Max, [.. f.Choices.Select(c => new OptionView(c.Id, sight.Say(c.Name)))]))];

    /// <summary>Each seat sees its own answers; control all.</summary>
    public static IEnumerable<(string, ViewRecord)> Questionnaires(DrillState state, Scenario scenario, Sight sight, string seat)
    {
        foreach (var q in scenario.Questionnaires)
            if (state.Questionnaires.TryGetValue(q.Id, out var s) && (sight.All || Visibility.AddressesSeat(q.For, new Actor(seat))))
                yield return ("questionnaire:" + q.Id, new QuestionnaireView(q.Id, sight.Say(q.Title), sight.Say(q.Intro), Fields(q.Fields, sight), s.OpenedAt, !sight.All && !state.Rulings.IsOut(sight.TeamId),
                    sight.All ? null : s.Answers.GetValueOrDefault(seat), sight.All ? [.. s.Answers.Select(a => new GivenView(a.Key, a.Value))] : null));
    }
}
