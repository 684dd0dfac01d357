namespace HanoiAcademy.Storage.Drills;

/// <summary>Where a drill stands, for lists and for the start of the server; the log alone decides what happened in it.</summary>
public static class DrillStatus
{
    public const string Lobby = "lobby";
    public const string Running = "running";
    public const string Paused = "paused";
    public const string Ended = "ended";
}
