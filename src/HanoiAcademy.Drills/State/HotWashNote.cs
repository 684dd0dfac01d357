namespace HanoiAcademy.Drills.State;

/// <summary>Team: whose note it is; empty: for everybody. Sort: one of <see cref="Debrief.HotWash.Kinds"/>. MendedBy: who changed it last, if anybody did. Nth: in the order written.</summary>
public sealed record HotWashNote(string Team, string Sort, string Text, string Owner, string Language, string Seat, long At, int Nth, string? MendedBy = null);
