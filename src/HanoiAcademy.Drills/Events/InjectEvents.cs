using System.Collections.Immutable;
using HanoiAcademy.Drills.Scenarios;

namespace HanoiAcademy.Drills.Events;

/// <summary>Plan: what the seed drew from the pool, in order, and when each is due (drill ms).</summary>
public sealed record PoolDrawn(long At, string Pool, ImmutableArray<PlannedInject> Plan) : DrillEvent(At);

public sealed record PlannedInject(string Inject, long Due);

/// <summary>It was due and its luck was against it.</summary>
public sealed record InjectPassedOver(long At, string Inject) : DrillEvent(At), IOfInject;

/// <summary>It was due, and every team that it goes to is out of the drill: it does not come, nor what would have come of it.</summary>
public sealed record InjectForNobody(long At, string Inject) : DrillEvent(At), IOfInject;

public sealed record InjectMoved(long At, string Inject, long Due, string Seat) : DrillEvent(At), IOfInject;

/// <summary>Before delivery. What is absent stays as it was; Body is plain text, and takes the place of all wordings.</summary>
public sealed record InjectEdited(long At, string Inject, string Seat, ImmutableArray<string> To, Text? Subject = null, Text? Body = null) : DrillEvent(At), IOfInject;

/// <summary>A controller's own inject; Due: when it falls due (drill ms), absent: it waits for his hand.</summary>
public sealed record InjectWritten(long At, string Inject, string Seat, ImmutableArray<string> To, string Channel, string Attention, Text Subject, Text Body, string Tlp, string? From = null, Text? FromText = null, long? Due = null) : DrillEvent(At), IOfInject;

/// <summary>What was delivered stays as it was; a correction that refers to it (feed item Correction) goes to the same people.</summary>
public sealed record InjectCorrected(long At, string Inject, string Correction, string Seat, Text Body) : DrillEvent(At), IOfInject;
