namespace HanoiAcademy.Drills.Events;

/// <summary>Control let the clock go on from drill ms To at once. What was due in between comes behind it in the log, at its own time.</summary>
public sealed record ClockJumped(long At, string Seat, long To) : DrillEvent(At);

/// <summary>A controller works on something: Key is "plan:inject" or "feed:message". A later one of another seat takes it over.</summary>
public sealed record WorkClaimed(long At, string Key, string Seat) : DrillEvent(At);

public sealed record ClaimLeft(long At, string Key, string Seat) : DrillEvent(At);

/// <summary>Control answered what a team wrote, in the name of whom it wrote to; comes to that team as feed item Reply.</summary>
public sealed record MessageAnswered(long At, string Item, string Reply, string Seat, string Text, string Language) : DrillEvent(At);

/// <summary>Control found that a message needs no answer.</summary>
public sealed record MessageSetAside(long At, string Item, string Seat) : DrillEvent(At);

/// <summary>What an evaluator or controller noted of a team. Seen: the drill ms it is about, not after At. Objective: whose rubric it belongs to, if any.</summary>
public sealed record NoteWritten(long At, string Note, string Seat, string Team, string Text, long Seen, string? Objective = null) : DrillEvent(At);

/// <summary>What teams see of each other after EndEx: own, scores, all.</summary>
public sealed record SharingSet(long At, string Seat, string Sharing) : DrillEvent(At);

/// <summary>Through whose eyes players may look back once the drill has ended: nobody, own, team, all.</summary>
public sealed record ReplaySharingSet(long At, string Seat, string Replay) : DrillEvent(At);

/// <summary>The team plays no more, for good. What it had in hand is called off by events of their own behind this one.</summary>
public sealed record TeamRemoved(long At, string Seat, string Team, string Reason) : DrillEvent(At);
