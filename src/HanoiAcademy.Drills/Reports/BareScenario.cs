using System.Collections.Immutable;
using HanoiAcademy.Drills.Commands;
using HanoiAcademy.Drills.Events;
using HanoiAcademy.Drills.Scenarios;
using HanoiAcademy.Drills.Simulation;

namespace HanoiAcademy.Drills.Reports;

/// <summary>As much of a scenario as its drill's events name, for when the content is gone: ids stand for names, and what nobody did is not in it.</summary>
internal static class BareScenario
{
    /// <summary>Whose the objectives and penalties are, events do not say.</summary>
    public const string NoTeam = "unknown";

    public static Scenario Of(IReadOnlyList<LoggedRow> rows)
    {
        var events = rows.SelectMany(r => r.Events).ToList();
        var seats = rows.Select(r => r.Seat).Concat(events.Select(SeatOf)).OfType<string>().Where(IsPlayers).Distinct().Order(StringComparer.Ordinal).ToList();
        var objectives = Ids<IOfObjective>(events, e => e.Objective);
        var penalties = Ids<PenaltyIncurred>(events, e => e.Penalty);
        var launched = events.OfType<DrillLaunched>().FirstOrDefault();
        return new Scenario
        {
            Id = launched?.Scenario ?? "",
            Version = "",
            Title = Named(launched?.Scenario ?? ""),
            Phases = [new Phase("", Text.Empty, 0, 0, 1)],
            Teams = [.. seats.GroupBy(s => new Actor(s).Team).Select(t => new Team(t.Key, Named(t.Key), "response", "", Prose.Empty, Roles(t))),
                .. objectives.IsEmpty && penalties.IsEmpty ? [] : new[] { new Team(NoTeam, Text.Empty, "response", "", Prose.Empty, []) }],
            Objectives = [.. objectives.Select(id => new Objective { Id = id, Team = NoTeam, Name = Named(id), Points = 0, Rubric = Levels(events, id) })],
            Penalties = [.. penalties.Select(id => new Penalty(id, NoTeam, Named(id), 0, new AnyOf([])))],
            Injects = [.. Ids<IOfInject>(events, e => e.Inject).Select(id => new Inject { Id = id, Title = Named(id), To = [], Subject = Named(id), Body = Prose.Empty })],
            Actions = [.. Ids<ActionStarted>(events, e => e.Action).Select(id => new ActionDefinition { Id = id, Name = Named(id), By = By(events.OfType<ActionStarted>().Where(x => x.Action == id).Select(x => x.Seat)) })],
            Decisions = [.. Ids<IOfDecision>(events, e => e.Decision).Select(id => Decision(events, id))],
            Evidence = [.. Ids<IOfEvidence>(events, e => e.Evidence).Select(id => new EvidenceItem(id, Named(id), Text.Empty, id, "", "", "", []))],
            Courts = [.. Ids<IOfCourt>(events, e => e.Court).Select(id => new Court { Id = id, Title = Named(id), By = By(events.OfType<RecordFiled>().Where(x => x.Court == id).Select(x => x.Seat)), Items = [] })],
            Questionnaires = [.. Ids<QuestionnaireAnswered>(events, e => e.Questionnaire).Select(id => Questions(events, id))],
            Meters = [.. Ids<MeterChanged>(events, e => e.Meter).Select(id => new Meter(id, Named(id), "", 0, 0, long.MinValue, long.MaxValue, []))],
            Assets = [.. Ids<AssetChanged>(events, e => e.Asset).Select(id => new Asset(id, Named(id), Text.Empty, "", [], "", [], []))],
        };
    }

    private static Decision Decision(List<DrillEvent> events, string id)
    {
        var taken = events.OfType<DecisionTaken>().Where(x => x.Decision == id).ToList();
        return new Decision { Id = id, Title = Named(id), Body = Prose.Empty, By = By(taken.Select(x => x.Seat)), Options = [.. taken.Select(x => x.Option).Distinct().Select(o => new Option(o, Named(o), [], Text.Empty))] };
    }

    private static Questionnaire Questions(List<DrillEvent> events, string id) => new()
    {
        Id = id,
        Title = Named(id),
        For = ["all"],
        Fields = [.. events.OfType<QuestionnaireAnswered>().Where(x => x.Questionnaire == id).SelectMany(x => x.Answers.Keys).Distinct().Order(StringComparer.Ordinal).Select(f => new InputField { Id = f, Name = Named(f) })],
    };

    private static ImmutableArray<RubricLevel> Levels(List<DrillEvent> events, string id) =>
        [.. events.OfType<ObjectiveMarked>().Where(x => x.Objective == id).DistinctBy(x => x.Level).Select(x => new RubricLevel(x.Level, Named(x.Level), x.Points))];

    private static ImmutableArray<Role> Roles(IEnumerable<string> seats) =>
        [.. seats.GroupBy(s => new Actor(s).Role).Select(r => new Role(r.Key, Named(r.Key), r.Max(Number), Prose.Empty))];

    private static int Number(string seat) => int.TryParse(seat[(seat.LastIndexOf('.') + 1)..], out var n) ? Math.Clamp(n, 1, 100) : 1;

    private static ImmutableArray<string> By(IEnumerable<string> seats) => [.. seats.Where(IsPlayers).Select(s => new Actor(s).TeamRole).Distinct()];

    private static bool IsPlayers(string seat) => new Actor(seat).IsPlayer && seat.Count(c => c == '.') == 2;

    private static string? SeatOf(DrillEvent e) => e switch
    {
        SeatTaken x => x.Seat,
        SeatSimulated x => x.Seat,
        _ => null,
    };

    private static ImmutableArray<string> Ids<T>(IEnumerable<DrillEvent> events, Func<T, string> id) => [.. events.OfType<T>().Select(id).Distinct()];

    private static Text Named(string id) => Text.Of("", id);
}
