using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using HanoiAcademy.Drills.Requests;
using HanoiAcademy.Drills.Scenarios;
using HanoiAcademy.Drills.Seats;

namespace HanoiAcademy.Drills.Indexes;

/// <summary>
/// What is looked up in a scenario again and again, made once for each: its things by id, and what waits for which condition or moment. It says
/// nothing that the scenario does not; without it every command would read the whole scenario several times.
/// </summary>
internal sealed class ScenarioIndex
{
    private static readonly ConditionalWeakTable<Scenario, ScenarioIndex> Made = [];

    private readonly ImmutableArray<ImmutableArray<string>> identifiers;

    private ScenarioIndex(Scenario scenario)
    {
        Injects = new(scenario.Injects, x => x.Id);
        Actions = new(scenario.Actions, x => x.Id);
        Decisions = new(scenario.Decisions, x => x.Id);
        Assets = new(scenario.Assets, x => x.Id);
        Meters = new(scenario.Meters, x => x.Id);
        DataSets = new(scenario.DataSets, x => x.Id);
        Objectives = new(scenario.Objectives, x => x.Id);
        Evidence = new(scenario.Evidence, x => x.Id);
        Courts = new(scenario.Courts, x => x.Id);
        Contacts = new(scenario.Contacts, x => x.Id);
        Pools = new(scenario.Pools, x => x.Id);
        Penalties = new(scenario.Penalties, x => x.Id);
        Teams = new(scenario.Teams, x => x.Id);
        States = new(scenario.States, x => x.Id);
        Authorities = new(scenario.Authorities, x => x.Id);
        Matters = new(scenario.Matters, x => x.Id);
        identifiers = [.. scenario.Matters.Select(m => FormFacts.Identifiers(scenario, m))];
        DatedEnds = [.. scenario.Ends.Where(e => e.At is not null)];
        Seats = [.. Seating.Of(scenario)];
        Steps = new(scenario, Actions);
        Watches = new(scenario, Steps);
        Asks = new(scenario);
        Moments = new(scenario, Steps);
    }

    public ById<Inject> Injects { get; }

    public ById<ActionDefinition> Actions { get; }

    public StepIndex Steps { get; }

    public ById<Decision> Decisions { get; }

    public ById<Asset> Assets { get; }

    public ById<Meter> Meters { get; }

    public ById<DataSet> DataSets { get; }

    public ById<Objective> Objectives { get; }

    public ById<EvidenceItem> Evidence { get; }

    public ById<Court> Courts { get; }

    public ById<Contact> Contacts { get; }

    public ById<Pool> Pools { get; }

    public ById<Penalty> Penalties { get; }

    public ById<Team> Teams { get; }

    public ById<StateProfile> States { get; }

    public ById<Authority> Authorities { get; }

    public ById<Matter> Matters { get; }

    /// <summary>Ends by the clock.</summary>
    public ImmutableArray<End> DatedEnds { get; }

    /// <summary>All seats in the scenario's order.</summary>
    public ImmutableArray<(string Seat, Team Team, Role Role)> Seats { get; }

    public Watches Watches { get; }

    public Asks Asks { get; }

    public Moments Moments { get; }

    /// <summary>What the data or property that a matter needs are known by.</summary>
    public ImmutableArray<string> IdentifiersOf(Matter matter) => identifiers[Matters.IndexOf(matter.Id)];

    public static ScenarioIndex Of(Scenario scenario) => Made.GetValue(scenario, static s => new ScenarioIndex(s));
}
