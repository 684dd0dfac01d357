namespace HanoiAcademy.Drills.Events;

/// <summary>As in <see cref="Commands.NoteHotWash"/>; a later one with the same Note takes its place. Team: whose; empty: for everybody.</summary>
public sealed record HotWashNoted(long At, string Note, string Seat, string Team, string Sort, string Text, string Owner, string Language) : DrillEvent(At);

public sealed record HotWashWithdrawn(long At, string Note, string Seat) : DrillEvent(At);
