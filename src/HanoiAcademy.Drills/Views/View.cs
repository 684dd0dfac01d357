using System.Collections.Immutable;
using HanoiAcademy.Drills.Commands;
using HanoiAcademy.Drills.Events;
using HanoiAcademy.Drills.Scenarios;
using HanoiAcademy.Drills.Seats;
using HanoiAcademy.Drills.State;

namespace HanoiAcademy.Drills.Views;

/// <summary>The one pure function that decides who may see what: a state seen by an audience, as keyed records. No other code filters for secrecy.</summary>
public static class View
{
    /// <summary>Key → record, keys sorted by ordinal. An audience that does not exist in the scenario sees nothing.</summary>
    public static ImmutableSortedDictionary<string, ViewRecord> Of(DrillState state, Scenario scenario, Audience audience)
    {
        var view = ImmutableSortedDictionary.CreateBuilder<string, ViewRecord>(StringComparer.Ordinal);
        if (state.Status == "none")
            return view.ToImmutable();
        if (Sight.Of(scenario, audience) is not { } sight)
            return view.ToImmutable();
        var records = audience.Kind switch
        {
            "seat" => SeatViews.Own(state, scenario, sight, audience.Id),
            "role" => OfRole(state, scenario, sight),
            "local" => LocalViews.Of(state, scenario, sight, audience.Id),
            "observer" => OfControl(state, scenario, sight).Where(x => ShownToObservers(x.Item1)).Select(x => (x.Item1, AsObserved(x.Item2)!)),
            _ => OfControl(state, scenario, sight),
        };
        foreach (var (key, record) in records)
            view[key] = record;
        return view.ToImmutable();
    }

    /// <summary>
    /// What of an audience's view <paramref name="events"/> have changed, given the state they led to; some of it may be as it was. Null when that
    /// cannot be told without making the whole view.
    /// </summary>
    public static IReadOnlyList<ViewChange>? Changes(DrillState state, Scenario scenario, Audience audience, IReadOnlyCollection<DrillEvent> events) =>
        Sight.Of(scenario, audience) is not { } sight ? []
        // What his team sees and what control sees of it are made of too many pieces to tell apart: his view is made whole.
        : audience.Kind == "local" ? null
        : audience.Kind != "observer" ? ViewChanges.Of(state, scenario, sight, audience, events)
        : ViewChanges.Of(state, scenario, sight, audience, events)?.Where(change => ShownToObservers(change.Key)).Select(change => change with { Record = AsObserved(change.Record) }).ToList();

    /// <summary>All role audiences of a scenario in its order, in a language.</summary>
    public static IEnumerable<Audience> Roles(Scenario scenario, string language) =>
        Seating.All(scenario).Select(s => $"{s.Team.Id}.{s.Role.Id}").Distinct().Select(r => Audience.OfRole(r, language));

    /// <summary>Records that are control's own tools, by the beginnings of their keys.</summary>
    private static readonly ImmutableArray<string> ControlsOwn = ["note:", "waiting:", "claim:", "inject:", "link:", "settings"];

    /// <summary>
    /// Observers watch the drill, not control at work: they read neither what evaluators note nor what waits for whom, no text before it is delivered,
    /// nobody's link, and not how control has set the drill.
    /// </summary>
    private static bool ShownToObservers(string key) => !ControlsOwn.Any(own => key.StartsWith(own, StringComparison.Ordinal));

    /// <summary>What control may answer in somebody's name is its own too.</summary>
    private static ViewRecord? AsObserved(ViewRecord? record) => record switch
    {
        ContactView { Replies: not null } contact => contact with { Replies = null },
        PlanView plan => plan with { Notes = null, Expected = [.. plan.Expected.Select(e => e.Act is null ? e : new ExpectedView(e.By, e.What, e.Name, Done: false, e.Act))] },
        _ => record,
    };

    internal static IEnumerable<(string, ViewRecord)> OfRole(DrillState state, Scenario scenario, Sight sight) =>
        [
            ("clock", ClockViews.Of(state, scenario, sight)),
            ("brief", ClockViews.Brief(scenario, sight)),
            .. SeatViews.Of(state, scenario, sight),
            .. RulingViews.Out(state, scenario, sight),
            .. FeedViews.Of(state, scenario, sight),
            .. ChatViews.Of(state, sight),
            .. ActViews.Actions(state, scenario, sight),
            .. ActViews.Decisions(state, scenario, sight),
            .. AdversaryViews.Plans(state, scenario, sight),
            .. WorldViews.Of(state, scenario, sight),
            .. CourtViews.Of(state, scenario, sight),
            .. RequestViews.Of(state, scenario, sight),
            .. ExerciseViews.Roll(state),
            .. HotWashViews.Of(state, scenario, sight),
            .. state.Status == "ended" ? ScoreViews.Of(state, scenario, sight) : [],
        ];

    internal static IEnumerable<(string, ViewRecord)> OfControl(DrillState state, Scenario scenario, Sight sight) =>
        [
            ("clock", ClockViews.Of(state, scenario, sight)),
            ("brief", ClockViews.Brief(scenario, sight)),
            .. SeatViews.Of(state, scenario, sight),
            .. RulingViews.Out(state, scenario, sight),
            .. FeedViews.Of(state, scenario, sight),
            .. ChatViews.Of(state, sight),
            .. ActViews.Decisions(state, scenario, sight),
            .. WorldViews.Of(state, scenario, sight),
            .. CourtViews.Of(state, scenario, sight),
            .. RequestViews.Of(state, scenario, sight),
            .. ActViews.Filled(state, scenario, sight),
            .. QuestionViews.Questionnaires(state, scenario, sight, ""),
            .. ScoreViews.Of(state, scenario, sight),
            .. AdversaryViews.Plans(state, scenario, sight),
            .. AdversaryViews.Steps(state, scenario, sight),
            .. ExerciseViews.Roll(state),
            .. HotWashViews.Of(state, scenario, sight),
            .. ExerciseViews.Links(state),
            .. ControlViews.Of(state, scenario, sight),
        ];
}

/// <summary>Who looks: control sees every team, a role its own. Words come in the audience's language.</summary>
internal sealed record Sight(Scenario Scenario, string Language, Team? Team, Role? Role, string Seat = "")
{
    public bool All => Team is null;

    public string TeamId => Team?.Id ?? "";

    public string TeamRole => Team is null ? "" : $"{Team.Id}.{Role!.Id}";

    public string Say(Text text) => text.In(Language, Scenario.Language);

    public string? SayOrNull(Text text) => text.IsEmpty ? null : Say(text);

    public static Sight? Of(Scenario scenario, Audience audience)
    {
        if (audience.Kind is "control" or "observer" or "local" || audience.Kind == "seat" && new Actor(audience.Id).IsControl)
            return new Sight(scenario, audience.Language, null, null);
        var parts = audience.Id.Split('.');
        if (audience.Kind == "seat")
            return parts.Length == 3 && Of(scenario, Audience.OfRole(parts[0] + "." + parts[1], audience.Language)) is { } own ? own with { Seat = audience.Id } : null;
        var team = Indexes.ScenarioIndex.Of(scenario).Teams.Find(parts[0]);
        var role = parts.Length == 2 ? team?.Roles.FirstOrDefault(r => r.Id == parts[1]) : null;
        return team is null || role is null ? null : new Sight(scenario, audience.Language, team, role);
    }
}
