namespace HanoiAcademy.Drills.Events;

/// <summary>Control asked every seat whether somebody is there and how his link is.</summary>
public sealed record RollCalled(long At, string Seat) : DrillEvent(At);

/// <summary>A seat's own test of its link; after a roll was called it is the answer to it.</summary>
public sealed record LinkReported(long At, string Seat, int RoundTripMs, int Bytes) : DrillEvent(At);

/// <summary>
/// What a country did on paper, written down by a controller (Seat) afterwards. HappenedAt: drill ms on the country's own clock. By: the role that did it.
/// A later one of the same What and Id takes its place; with an empty Value it takes it back.
/// </summary>
public sealed record ResultTypedIn(long At, string Seat, string What, string Id, string Value, int? Points, long? HappenedAt, string By, string Note) : DrillEvent(At);

/// <summary>What follows from all that was typed in, for an objective or a penalty. Status "withdrawn": nothing any more; what the drill itself judged stands again.</summary>
public sealed record JudgedOnPaper(long At, string What, string Id, string Status, int Points, long? HappenedAt, string Because) : DrillEvent(At);
