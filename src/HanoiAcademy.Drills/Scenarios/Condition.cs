using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace HanoiAcademy.Drills.Scenarios;

/// <summary>What must hold. Facts about the past stay true once true (an action finished, an inject delivered, a status reached).</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(AllOf), "all")]
[JsonDerivedType(typeof(AnyOf), "any")]
[JsonDerivedType(typeof(Not), "not")]
[JsonDerivedType(typeof(AtTime), "at")]
[JsonDerivedType(typeof(ActionDone), "action")]
[JsonDerivedType(typeof(DecisionIs), "decision")]
[JsonDerivedType(typeof(InjectOut), "inject")]
[JsonDerivedType(typeof(FlagSet), "flag")]
[JsonDerivedType(typeof(AssetIs), "asset")]
[JsonDerivedType(typeof(MeterIs), "meter")]
[JsonDerivedType(typeof(EvidenceIs), "evidence")]
[JsonDerivedType(typeof(CourtIs), "court")]
[JsonDerivedType(typeof(RequestIs), "request")]
[JsonDerivedType(typeof(HoldIs), "hold")]
[JsonDerivedType(typeof(MessageTo), "message")]
[JsonDerivedType(typeof(AnswerIs), "answer")]
[JsonDerivedType(typeof(StepIs), "step")]
public abstract record Condition;

public sealed record AllOf(ImmutableArray<Condition> Of) : Condition;

public sealed record AnyOf(ImmutableArray<Condition> Of) : Condition;

public sealed record Not(Condition Of) : Condition;

/// <summary>Drill time is at or after <see cref="At"/>.</summary>
public sealed record AtTime(long At) : Condition;

/// <summary>Outcome: started, done (finished with success, the default), failed.</summary>
public sealed record ActionDone(string Action, string Outcome = "done") : Condition;

/// <summary>Option null: taken, whichever. "lapsed" as option: the deadline passed without a decision.</summary>
public sealed record DecisionIs(string Decision, string? Option = null) : Condition;

/// <summary>Variant: in that wording, drawn or for somebody; "own" when the seed drew the inject's own.</summary>
public sealed record InjectOut(string Inject, string? Variant = null) : Condition;

public sealed record FlagSet(string Flag) : Condition;

public sealed record AssetIs(string Asset, string Is) : Condition;

public sealed record MeterIs(string Meter, long? AtLeast = null, long? AtMost = null) : Condition;

/// <summary>
/// Team ("" for any) and an item. What the record in its hands shows: identified, collected (by it or handed to it), acquired, preserved, handed-over (by it to
/// another team), receipted (it acknowledged what it was given), altered, unbroken (it has a record, and that has no gap now). unauthorised: it took it without the
/// authorisation or across a border. destroyed: gone before the team had it. admitted, rejected: by a court, from a record it filed or had a hand in.
/// </summary>
public sealed record EvidenceIs(string Evidence, string Team, string Is = "collected") : Condition;

/// <summary>Is: asked (ever), filed, lapsed, or admitted (filed, and all it asked for was admitted).</summary>
public sealed record CourtIs(string Court, string Is = "filed") : Condition;

/// <summary>
/// Some request on the matter has ever reached <see cref="Status"/>. Sound: its last sending had no mistake.
/// FirstSound: its first sending had none. Within: reached no more than so many ms of story time after it was sent.
/// Right: the receiver's answer fitted the matter's truth (people's answers only). Share: at least so many percent of its points, for Side
/// (sender, receiver). Mistake: Side made it.
/// </summary>
public sealed record RequestIs(string Matter, string Status, bool Sound = false, bool FirstSound = false, long? Within = null, bool Right = false, int? Share = null, string Side = "sender", string? Mistake = null) : Condition;

/// <summary>Is: active (now), begun (ever), ended (it ran out), followed (a formal request stands behind it), suspended and frozen (property, now). On a data set, or on Property.</summary>
public sealed record HoldIs(string DataSet, string Is = "active", string? Property = null) : Condition;

/// <summary>A player of Team (any when null) has written to the contact.</summary>
public sealed record MessageTo(string Contact, string? Team = null) : Condition;

/// <summary>The last answer to a field of an action's form is one of its right ones.</summary>
public sealed record AnswerIs(string Action, string Field) : Condition;

/// <summary>A step of an adversary plan. Is: started, done (the default), failed, foiled (a response ended it), skipped (by control), detected (some noise of it was noticed).</summary>
public sealed record StepIs(string Step, string Is = "done") : Condition
{
    /// <summary>Done or skipped: what a step that comes after it asks.</summary>
    public const string Past = "past";
}
