namespace HanoiAcademy.Server.Drills.Rooms;

/// <summary>How a drill stands, for who looks at many of them at once. Started: its StartEx was called. People, Simulated and Ready are numbers of seats.</summary>
internal sealed record Glance(string Status, bool Started, long At, int Seats, int People, int Simulated, int Ready);
