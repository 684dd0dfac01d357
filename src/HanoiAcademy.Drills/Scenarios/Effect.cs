using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace HanoiAcademy.Drills.Scenarios;

/// <summary>What an inject, action, decision or answer changes in the world; applied in the order written.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(SetFlag), "flag")]
[JsonDerivedType(typeof(ClearFlag), "clear")]
[JsonDerivedType(typeof(SetAsset), "asset")]
[JsonDerivedType(typeof(ChangeMeter), "meter")]
[JsonDerivedType(typeof(MoveMeter), "move")]
[JsonDerivedType(typeof(Reveal), "reveal")]
[JsonDerivedType(typeof(OpenDecision), "open")]
[JsonDerivedType(typeof(DeliverInject), "inject")]
[JsonDerivedType(typeof(ReceiveRequest), "receive")]
[JsonDerivedType(typeof(FollowHold), "follow")]
[JsonDerivedType(typeof(FaultRequest), "fault")]
[JsonDerivedType(typeof(UseElsewhere), "use")]
[JsonDerivedType(typeof(DestroyEvidence), "destroy")]
[JsonDerivedType(typeof(AlterEvidence), "alter")]
[JsonDerivedType(typeof(AskCourt), "court")]
[JsonDerivedType(typeof(EndDrill), "end")]
public abstract record Effect;

public sealed record SetFlag(string Flag) : Effect;

public sealed record ClearFlag(string Flag) : Effect;

public sealed record SetAsset(string Asset, string To) : Effect;

/// <summary>Add, Set and Rate (a minute, from now on) each apply if given, in the order Set, Add, Rate.</summary>
public sealed record ChangeMeter(string Meter, long? Add = null, long? Set = null, long? Rate = null) : Effect;

/// <summary>Moves Percent (1-100) of what From holds now into To, rounded down.</summary>
public sealed record MoveMeter(string From, string To, int Percent) : Effect;

/// <summary>Teams, or roles (team.role), come to see an asset, data set, evidence item or meter. What: asset, data, evidence, meter.</summary>
public sealed record Reveal(string What, string Id, ImmutableArray<string> Teams) : Effect;

public sealed record OpenDecision(string Decision) : Effect;

/// <summary>Delivers an inject that has no time of its own, After ms from now.</summary>
public sealed record DeliverInject(string Inject, long After = 0) : Effect;

/// <summary>An authored request arrives at the team that plays its receiver.</summary>
public sealed record ReceiveRequest(string Request) : Effect;

/// <summary>A formal request (MLA) now stands behind the holds on the data set: they last until it is decided.</summary>
public sealed record FollowHold(string DataSet) : Effect;

/// <summary>What was just done is a mistake in the requests on the matter that went out. Side: sender or receiver; Code: one of the kind's typical mistakes.</summary>
public sealed record FaultRequest(string Matter, string Code, string Side = "sender") : Effect;

/// <summary>What was given on the matter is used in another case: a mistake unless consent was asked and given.</summary>
public sealed record UseElsewhere(string Matter) : Effect;

/// <summary>The item is gone where it lies; who has taken or copied it before still has it.</summary>
public sealed record DestroyEvidence(string Evidence) : Effect;

/// <summary>Somebody works on the original: in the hands of every team that has it and has not sealed it, it is no longer what was collected.</summary>
public sealed record AlterEvidence(string Evidence) : Effect;

/// <summary>The court asks for the record.</summary>
public sealed record AskCourt(string Court) : Effect;

public sealed record EndDrill(string End) : Effect;
