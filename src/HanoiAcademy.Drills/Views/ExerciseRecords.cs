namespace HanoiAcademy.Drills.Views;

/// <summary>Key "roll": control has called the roll so many times; absent before the first. Whoever sits in the lobby answers with a test of his link.</summary>
public sealed record RollView(int N) : ViewRecord;

/// <summary>Key "link:seat", control and in the seat's own stream: its last test of the link. Answered: after the roll was last called.</summary>
public sealed record LinkView(string Seat, int RoundTripMs, int Bytes, bool Answered) : ViewRecord;
