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

    /// <summary>Request kind → roles that may authorise it; "production.traffic" → for a class of data, before the kind's own line.</summary>
    public ImmutableSortedDictionary<string, ImmutableArray<string>> Authorises { get; init; } = ImmutableSortedDictionary<string, ImmutableArray<string>>.Empty;

    /// <summary>Length of a preservation hold this State grants.</summary>
    public int HoldDays { get; init; } = 60;
    public AnswerPolicy Policy { get; init; } = new();

    /// <summary>The authority that sends and takes formal requests, if the State named one.</summary>
    public string? CentralAuthority { get; init; }

    /// <summary>False: the 24/7 desk may order nothing itself and passes on what it gets.</summary>
    public bool DeskOrders { get; init; } = true;

    /// <summary>When authorities other than 24/7 desks answer; null: at any hour.</summary>
    public OfficeHours? OfficeHours { get; init; }

    /// <summary>Days (yyyy-MM-dd, in the State's zone) on which offices are closed.</summary>
    public ImmutableArray<string> Holidays { get; init; } = [];

    /// <summary>Kinds for which it asks that the conduct be a crime at home too; "preservation" here is a reservation (Budapest 29(4)).</summary>
    public ImmutableArray<string> DualCriminality { get; init; } = [];

    /// <summary>A provisional freeze, the time for its evidence, a suspension before any freeze, a collection of data to come.</summary>
    public int FreezeDays { get; init; } = 30;
    public int EvidenceDays { get; init; } = 10;
    public int SuspensionHours { get; init; } = 72;
    public int LiveDays { get; init; } = 30;
    public EmergencyRule Emergency { get; init; } = new();

    /// <summary>The condition it sets when it hands over personal data; empty: none.</summary>
    public Text PersonalData { get; init; } = Text.Empty;

    /// <summary>False: its law makes it tell persons concerned, and it says so before it executes (UNTOC 18(20)).</summary>
    public bool KeepsConfidential { get; init; } = true;

    /// <summary>Whether it consents to the use of what it gave in another case (UNTOC 18(19)).</summary>
    public bool ConsentsToOtherUse { get; init; } = true;

    /// <summary>How long providers keep data that nobody holds: for all of a class, or for one provider.</summary>
    public ImmutableArray<Retention> Retention { get; init; } = [];
}

/// <summary>Open from and to, in minutes after midnight in the State's zone; Days: mon … sun.</summary>
public sealed record OfficeHours(int FromMinute, int ToMinute, ImmutableArray<string> Days);

/// <summary>Discloses: in an emergency data may go without a formal request. Oral: it may be authorised by word of mouth, in writing within WrittenMs; the formal request follows within ValidationMs.</summary>
public sealed record EmergencyRule(bool Discloses = true, bool Oral = true, long WrittenMs = 86_400_000, long ValidationMs = 259_200_000);

/// <summary>Data of the class are gone after so many days; Provider is an authority, null for every other one.</summary>
public sealed record Retention(string Class, int Days, string? Provider = null);

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

    /// <summary>Its own office hours; null: the State's. A 24/7 desk has none.</summary>
    public OfficeHours? OfficeHours { get; init; }

    /// <summary>States in which a provider offers services: they may order subscriber information from it (Budapest 18(1)).</summary>
    public ImmutableArray<string> OffersIn { get; init; } = [];

    /// <summary>A provider that tells its users unless asked not to.</summary>
    public bool TellsUsers { get; init; }
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

    /// <summary>Points of each side that people play; the rules give shares of them (requests.md, section 5). Penalty: what a fatal mistake costs besides.</summary>
    public int Points { get; init; }
    public int Penalty { get; init; } = 10;

    /// <summary>Codes that weigh otherwise here: none, minor, major, fatal.</summary>
    public ImmutableSortedDictionary<string, string> Weights { get; init; } = ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal);

    /// <summary>Life or safety of a person is at stake, significantly and imminently; and these very data would avert it.</summary>
    public bool Emergency { get; init; } = true;
    public bool Averts { get; init; } = true;

    /// <summary>The conduct is a crime in both States, whatever it is called there.</summary>
    public bool DualCriminal { get; init; } = true;

    /// <summary>Data that exist already would do: nothing need be collected live.</summary>
    public bool StoredWouldDo { get; init; }

    /// <summary>Wordings that betray a mistake when they stand in a field.</summary>
    public ImmutableArray<Trap> Traps { get; init; } = [];

    /// <summary>Facts that a good answer's reasons name.</summary>
    public ImmutableArray<Fact> AnswerFacts { get; init; } = [];

    /// <summary>What the answering authority does instead of its policy.</summary>
    public AnswerException? Exception { get; init; }

    /// <summary>Drill ms after which it comes late (a bank called after the money left).</summary>
    public long? LateAfter { get; init; }

    /// <summary>For a preservation: the matter (kind path) that its execution brings to light, and what the executing people read of it.</summary>
    public string? Path { get; init; }
    public Text Found { get; init; } = Text.Empty;

    /// <summary>For a path: the matter (kind preservation) with which the next State must be reached before its data is gone.</summary>
    public string? Next { get; init; }
}

/// <summary>When one of the wordings stands in the field (any field when empty), the request has the mistake.</summary>
public sealed record Trap(string Code, string Field, ImmutableArray<string> Any);

/// <summary>Answer: a word of the kind's answers. AfterMs: story ms instead of the policy's.</summary>
public sealed record AnswerException(string Answer, string Ground, Text Reasons, Text Conditions, Scope? Scope = null, long? AfterMs = null);

/// <summary>
/// Money or goods that a request can hold. Meter: what can still be reached of it; Into: what is held. Third parties and the rest are facts of
/// the matter. Identifiers: accounts, wallets, references. KnownTo: teams that know of it from the start.
/// </summary>
public sealed record Property(string Id, Text Name, Text Holder, string State, string Meter, string Into, ImmutableArray<string> Identifiers, ImmutableArray<string> KnownTo);

/// <summary>The field counts when one of the spellings stands in it (case, spacing and digits folded; a date yyyy-MM-dd in any usual way). Field: a form field's id.</summary>
public sealed record Fact(string Field, Text Name, ImmutableArray<string> Any);

/// <summary>What a request asks for. Times are UTC story ms; Classes: subscriber, traffic, content. Amount: of property, in the meter's unit; null is all of it.</summary>
public sealed record Scope(ImmutableArray<string> DataSets, ImmutableArray<string> Classes, ImmutableArray<string> Identifiers, long? FromUtc = null, long? ToUtc = null, ImmutableArray<string>? Property = null, long? Amount = null)
{
    /// <summary>Absent in logs of before there was property, so never null to the rules and absent when empty.</summary>
    public ImmutableArray<string> Properties => Property ?? [];
}

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
