using System.Collections.Immutable;

namespace HanoiAcademy.Drills.Scenarios;

/// <summary>
/// What authors write, checked and immutable. Order of every list is the author's and decides ties.
/// Drill times and durations are milliseconds from StartEx; story times are milliseconds since 1970 in UTC.
/// A role is named <c>team.role</c>, a seat <c>team.role.1</c>. Ids are kebab-case and unique within their kind.
/// </summary>
public sealed record Scenario
{
    public int Schema { get; init; } = 1;
    public required string Id { get; init; }
    public required string Version { get; init; }
    public required Text Title { get; init; }
    public Text Summary { get; init; } = Text.Empty;
    public Text Assumption { get; init; } = Text.Empty;
    public string Mode { get; init; } = "functional";
    public ImmutableArray<string> Languages { get; init; } = ["en"];

    /// <summary>The requests desk shows what a kind of request asks for, as a list that the trainee ticks.</summary>
    public bool Guidance { get; init; }
    public long PlannedMs { get; init; }
    public ImmutableArray<StateProfile> States { get; init; } = [];
    public ImmutableArray<Authority> Authorities { get; init; } = [];
    public ImmutableArray<Treaty> Treaties { get; init; } = [];
    public ImmutableArray<Team> Teams { get; init; } = [];
    public ImmutableArray<Contact> Contacts { get; init; } = [];
    public ImmutableArray<Asset> Assets { get; init; } = [];
    public ImmutableArray<Meter> Meters { get; init; } = [];
    public ImmutableArray<Flag> Flags { get; init; } = [];
    public ImmutableArray<DataSet> DataSets { get; init; } = [];
    public ImmutableArray<Property> Properties { get; init; } = [];
    public ImmutableArray<EvidenceItem> Evidence { get; init; } = [];
    public ImmutableArray<ActionDefinition> Actions { get; init; } = [];
    /// <summary>Each step of a plan is one of <see cref="Actions"/> too.</summary>
    public ImmutableArray<AdversaryPlan> Adversary { get; init; } = [];
    public ImmutableArray<Matter> Matters { get; init; } = [];
    public ImmutableArray<IncomingRequest> IncomingRequests { get; init; } = [];
    public ImmutableArray<Inject> Injects { get; init; } = [];
    public ImmutableArray<Pool> Pools { get; init; } = [];
    public ImmutableArray<Decision> Decisions { get; init; } = [];
    public ImmutableArray<Questionnaire> Questionnaires { get; init; } = [];
    public ImmutableArray<Court> Courts { get; init; } = [];
    public ImmutableArray<Objective> Objectives { get; init; } = [];
    public ImmutableArray<Penalty> Penalties { get; init; } = [];
    public ImmutableArray<Phase> Phases { get; init; } = [];
    public ImmutableArray<End> Ends { get; init; } = [];

    public string Language => Languages.IsDefaultOrEmpty ? "en" : Languages[0];
}

/// <summary>A team of one fictional State. Side: attack, response, partner or control.</summary>
public sealed record Team(string Id, Text Name, string Side, string State, Prose Brief, ImmutableArray<Role> Roles);

/// <summary>A job in a team, with its number of seats. <see cref="Free"/>: the seat that a demo leaves to the visitor.</summary>
public sealed record Role(string Id, Text Name, int Seats, Prose Brief, bool Free = false);

/// <summary>An absent actor that writes to players and can be written to. Teams: who has him in the address list; empty means nobody.</summary>
public sealed record Contact(string Id, Text Name, Text About, ImmutableArray<string> Teams)
{
    /// <summary>What the simulation cell may answer in his name, ready to be sent; players never see them beforehand.</summary>
    public ImmutableArray<Text> Replies { get; init; } = [];
}

/// <summary>
/// A stretch of the scenario. From drill time <see cref="At"/> on, story time is <see cref="Story"/> plus elapsed drill time × <see cref="Rate"/>.
/// A start later than the phase before would have reached is a jump: what falls due inside happens at <see cref="At"/>, in order, before the phase's own injects.
/// </summary>
public sealed record Phase(string Id, Text Title, long At, long Story, int Rate);

/// <summary>The drill ends at <see cref="At"/> or as soon as <see cref="When"/> holds.</summary>
public sealed record End(string Id, Text Title, long? At = null, Condition? When = null);
