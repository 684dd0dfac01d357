using System.Collections.Immutable;

namespace HanoiAcademy.Drills.Scenarios;

/// <summary>
/// How a fictional State deals with requests; exercise defaults, no real law. Days and times run in story time.
/// Authorises: roles (team.role) that may authorise a request of a kind. OffsetMinutes: zone, fixed.
/// </summary>
public sealed record StateProfile
{
    public required string Id { get; init; }
    public required Text Name { get; init; }
    public int OffsetMinutes { get; init; }
    public Text ZoneName { get; init; } = Text.Empty;
    public ImmutableArray<string> Languages { get; init; } = [];
    public Text About { get; init; } = Text.Empty;

    /// <summary>Request kind → roles that may authorise it; "preservation" now.</summary>
    public ImmutableSortedDictionary<string, ImmutableArray<string>> Authorises { get; init; } = ImmutableSortedDictionary<string, ImmutableArray<string>>.Empty;

    /// <summary>Length of a preservation hold this State grants.</summary>
    public int HoldDays { get; init; } = 60;
    public AnswerPolicy Policy { get; init; } = new();
}

/// <summary>What an authority without people does, in story ms: acknowledges, answers, forwards; a returned request lapses after ReturnLapseMs.</summary>
public sealed record AnswerPolicy(long AcknowledgeMs = 900_000, long AnswerMs = 3_600_000, long ForwardMs = 7_200_000, long ReturnLapseMs = 2_592_000_000);

/// <summary>
/// One end of a request. Kind: desk247, police, central-authority, prosecutor, court, bank, fiu, provider.
/// PlayedBy: roles who act for it; empty: the answer policy does. Channels it takes. Competent: request kinds it can decide.
/// Telephone and Mail are its entry in the register of contacts (InRegister).
/// </summary>
public sealed record Authority
{
    public required string Id { get; init; }
    public required Text Name { get; init; }
    public required string State { get; init; }
    public required string Kind { get; init; }
    public ImmutableArray<string> PlayedBy { get; init; } = [];
    public ImmutableArray<string> Channels { get; init; } = [];
    public ImmutableArray<string> Competent { get; init; } = [];

    /// <summary>The authority it passes requests on to when it is not competent itself.</summary>
    public string? ForwardTo { get; init; }
    public bool InRegister { get; init; } = true;
    public string Telephone { get; init; } = "";
    public string Mail { get; init; } = "";
    public Text Hours { get; init; } = Text.Empty;
}

/// <summary>A legal basis in force between the States: uncc, budapest, untoc, uncac, bilateral, reciprocity.</summary>
public sealed record Treaty(string Basis, ImmutableArray<string> Between);

/// <summary>
/// The hidden truth behind requests on one subject, by which they are judged and answered: who must ask whom for what, and which facts a
/// complete form holds. A request belongs to the first matter of its kind whose needed data it names.
/// </summary>
public sealed record Matter
{
    public required string Id { get; init; }
    public required Text Name { get; init; }
    public required string Kind { get; init; }

    /// <summary>Authority that should send it, and the one that can decide it.</summary>
    public required string From { get; init; }
    public required string To { get; init; }
    public required Scope Needed { get; init; }
    public ImmutableArray<Fact> Facts { get; init; } = [];

    /// <summary>False for a made-up sender; Discriminatory: help would serve persecution; the right answer is to refuse.</summary>
    public bool Authentic { get; init; } = true;
    public bool Discriminatory { get; init; }

    /// <summary>A complete form: what the simulated sender writes, and what the report shows beside a faulty one.</summary>
    public required RequestForm Model { get; init; }
    public ImmutableArray<Effect> GrantEffects { get; init; } = [];
    public ImmutableArray<Effect> RefuseEffects { get; init; } = [];
}

/// <summary>The field counts when one of the spellings stands in it (case, spacing and digits folded). Field: a form field's id.</summary>
public sealed record Fact(string Field, Text Name, ImmutableArray<string> Any);

/// <summary>What a request asks for. Times are UTC story ms; Classes: subscriber, traffic, content.</summary>
public sealed record Scope(ImmutableArray<string> DataSets, ImmutableArray<string> Classes, ImmutableArray<string> Identifiers, long? FromUtc = null, long? ToUtc = null);

/// <summary>A form as filled in. Fields: id → text, of the fields of its kind and of the header; an empty one is absent.</summary>
public sealed record RequestForm
{
    public string Kind { get; init; } = "preservation";
    public string From { get; init; } = "";
    public string To { get; init; } = "";
    public string Channel { get; init; } = "";
    public string Basis { get; init; } = "";
    public Scope Scope { get; init; } = new([], [], [], null, null);
    public ImmutableSortedDictionary<string, string> Fields { get; init; } = ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal);
    public ImmutableArray<string> Attachments { get; init; } = [];
}

/// <summary>A request written by the author that arrives from an authority without people. Supplement: what it sends when the first form is returned.</summary>
public sealed record IncomingRequest(string Id, string Matter, RequestForm Form, RequestForm? Supplement = null);
