using System.Collections.Immutable;
using HanoiAcademy.Drills.Scenarios;

namespace HanoiAcademy.Drills.Events;

public sealed record EvidenceIdentified(long At, string Evidence, string Team, string Seat, string Note) : DrillEvent(At), IOfEvidence;

/// <summary>A working copy. Sha256: as written, "" where none was. Gaps: as judged then (hidden from players).</summary>
public sealed record EvidenceAcquired(long At, string Evidence, string Team, string Seat, string Sha256, string Basis, string Note, ImmutableArray<string> Gaps) : DrillEvent(At), IOfEvidence;

public sealed record EvidencePreserved(long At, string Evidence, string Team, string Seat, string Seal, string Place, string Note, ImmutableArray<string> Gaps) : DrillEvent(At), IOfEvidence;

/// <summary>Team acknowledges what From handed over; the entry stands in both logs.</summary>
public sealed record ReceiptGiven(long At, string Evidence, string Team, string From, string Seat, string Sha256, string Note, ImmutableArray<string> Gaps) : DrillEvent(At), IOfEvidence;

/// <summary>What Team holds is no longer what was collected.</summary>
public sealed record EvidenceAltered(long At, string Evidence, string Team) : DrillEvent(At), IOfEvidence;

/// <summary>Gone where it lay.</summary>
public sealed record EvidenceDestroyed(long At, string Evidence) : DrillEvent(At), IOfEvidence;

/// <summary>A team went for it and learnt that it is gone.</summary>
public sealed record EvidenceFoundGone(long At, string Evidence, string Team, string Seat) : DrillEvent(At), IOfEvidence;

public sealed record CourtAsked(long At, string Court, long? Deadline = null) : DrillEvent(At), IOfCourt;

public sealed record RecordFiled(long At, string Court, string Seat, ImmutableArray<FiledItem> Items, string Purpose) : DrillEvent(At), IOfCourt;

public sealed record RecordJudged(long At, string Court, ImmutableArray<Verdict> Verdicts) : DrillEvent(At), IOfCourt;

public sealed record CourtLapsed(long At, string Court) : DrillEvent(At), IOfCourt;
