using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace HanoiAcademy.Drills.Scenarios;

/// <summary>
/// A message or event given to players. Due at <see cref="At"/>; or <see cref="After"/> ms after <see cref="When"/> first holds;
/// with neither it comes by an effect or by hand (contingency). To: "all", a team, or a team.role.
/// with a place in a <see cref="Pool"/> it comes as the seed draws. To also names single seats (team.role.1).
/// Channel: mail, call, chat, alert, news, social, note. Attention: quiet, normal, urgent, call.
/// </summary>
public sealed record Inject
{
    public required string Id { get; init; }
    public required Text Title { get; init; }
    public long? At { get; init; }
    public Condition? When { get; init; }
    public long After { get; init; }
    public bool Contingency { get; init; }

    /// <summary>Percent by which it comes at all when it falls due; one that luck passed over can still be fired by hand.</summary>
    public int Chance { get; init; } = 100;

    /// <summary>Other wordings of it, see <see cref="InjectVariant"/>.</summary>
    public ImmutableArray<InjectVariant> Variants { get; init; } = [];
    public required ImmutableArray<string> To { get; init; }
    public string Channel { get; init; } = "mail";
    public string Attention { get; init; } = "normal";

    /// <summary>A contact's id; or null when <see cref="FromText"/> names a sender who cannot be written to.</summary>
    public string? From { get; init; }
    public Text FromText { get; init; } = Text.Empty;
    public required Text Subject { get; init; }
    public required Prose Body { get; init; }

    /// <summary>TLP 2.0: RED, AMBER+STRICT, AMBER, GREEN, CLEAR.</summary>
    public string Tlp { get; init; } = "GREEN";

    /// <summary>The inject this one answers, so that both stand in one thread.</summary>
    public string? ReplyTo { get; init; }

    /// <summary>Evidence items that come with it; receivers see them from then on.</summary>
    public ImmutableArray<string> Attachments { get; init; } = [];
    public ImmutableArray<Effect> Effects { get; init; } = [];
    public ImmutableArray<ExpectedAct> Expected { get; init; } = [];
    public ImmutableArray<string> Techniques { get; init; } = [];
    public ImmutableArray<int> Articles { get; init; } = [];
    public ImmutableArray<string> Objectives { get; init; } = [];

    /// <summary>Who of control is responsible for it, and what control should know of it. For control alone; players never see either.</summary>
    public Text Controller { get; init; } = Text.Empty;
    public Text Notes { get; init; } = Text.Empty;
}

/// <summary>
/// Another wording of an inject. For: whoever is named there (team, team.role, seat) reads this one, whatever the seed. With nobody in For it is
/// one that the seed may draw, for everybody else: among it, its like, and the inject's own wording. Empty texts are the inject's own.
/// Attachments, effects and expected acts come beside the inject's own, if the variant is read at all.
/// </summary>
public sealed record InjectVariant
{
    public required string Id { get; init; }
    public ImmutableArray<string> For { get; init; } = [];
    public Text Subject { get; init; } = Text.Empty;
    public required Prose Body { get; init; }
    public ImmutableArray<string> Attachments { get; init; } = [];
    public ImmutableArray<Effect> Effects { get; init; } = [];
    public ImmutableArray<ExpectedAct> Expected { get; init; } = [];
}

/// <summary>
/// Injects of which the seed draws Take (0: all), their order and their moments. Drawn at StartEx, or when <see cref="When"/> first holds; times count
/// from there: the first comes at From, then one Every so often; or, with Until, at drawn moments between, Gap apart at least. Drill ms.
/// </summary>
public sealed record Pool
{
    public required string Id { get; init; }
    public required ImmutableArray<PoolMember> Members { get; init; }
    public int Take { get; init; }
    public Condition? When { get; init; }
    public long From { get; init; }
    public long? Until { get; init; }
    public long? Every { get; init; }
    public long Gap { get; init; } = 120_000;
}

/// <summary>What is drawn as one. Several injects (an unsound request and its sound twin) come side by side, in an order the seed draws.</summary>
public sealed record PoolMember(ImmutableArray<string> Injects);

/// <summary>What a good team does, with the model answer; simulated players draw on it and the report asks whether it was done. By: team.role.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(ExpectAction), "action")]
[JsonDerivedType(typeof(ExpectDecision), "decide")]
[JsonDerivedType(typeof(ExpectRequest), "request")]
[JsonDerivedType(typeof(ExpectCollect), "collect")]
[JsonDerivedType(typeof(ExpectIdentify), "identify")]
[JsonDerivedType(typeof(ExpectAcquire), "acquire")]
[JsonDerivedType(typeof(ExpectPreserve), "preserve")]
[JsonDerivedType(typeof(ExpectHandOver), "hand-over")]
[JsonDerivedType(typeof(ExpectReceipt), "receipt")]
[JsonDerivedType(typeof(ExpectFile), "file")]
[JsonDerivedType(typeof(ExpectMessage), "message")]
[JsonDerivedType(typeof(ExpectObserved), "observe")]
public abstract record ExpectedAct(string By);

/// <summary>Answers: a model form; without it simulated players write right answers where the fields name them.</summary>
public sealed record ExpectAction(string By, string Action, ImmutableSortedDictionary<string, string>? Answers = null) : ExpectedAct(By);

public sealed record ExpectDecision(string By, string Decision, string Option) : ExpectedAct(By);

/// <summary>A request on the matter goes out, with the matter's model form.</summary>
public sealed record ExpectRequest(string By, string Matter) : ExpectedAct(By);

public sealed record ExpectCollect(string By, string Evidence) : ExpectedAct(By);

public sealed record ExpectIdentify(string By, string Evidence) : ExpectedAct(By);

public sealed record ExpectAcquire(string By, string Evidence) : ExpectedAct(By);

public sealed record ExpectPreserve(string By, string Evidence) : ExpectedAct(By);

/// <summary>Whoever was given the item acknowledges it.</summary>
public sealed record ExpectReceipt(string By, string Evidence) : ExpectedAct(By);

/// <summary>The record goes to the court when it asks.</summary>
public sealed record ExpectFile(string By, string Court) : ExpectedAct(By);

public sealed record ExpectHandOver(string By, string Evidence, string Team) : ExpectedAct(By);

public sealed record ExpectMessage(string By, string To, Text Text) : ExpectedAct(By);

/// <summary>Something said or done in the classroom, which the rules cannot see: evaluators mark it.</summary>
public sealed record ExpectObserved(string By, Text What) : ExpectedAct(By);
