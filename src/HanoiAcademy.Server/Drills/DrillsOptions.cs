using System.ComponentModel.DataAnnotations;

namespace HanoiAcademy.Server.Drills;

/// <summary>Waits of people and of screens: all in wall time; the rules know none of them.</summary>
public sealed class DrillsOptions
{
    public const string Section = "Drills";

    /// <summary>How long what reaches others can be taken back; 0 sends at once.</summary>
    [Range(0, 60)]
    public int UndoWindowSeconds { get; set; } = 5;

    /// <summary>How long who writes a paper may leave unanswered that somebody wants to take over.</summary>
    [Range(1, 300)]
    public int TakeOverSeconds { get; set; } = 20;

    /// <summary>How far a running drill may be ahead of what the database knows, which is how far it jumps after a crash.</summary>
    [Range(1, 60)]
    public int LeaseSeconds { get; set; } = 5;

    /// <summary>After this long without a controller the drill does what was chosen at launch.</summary>
    [Range(1, 3_600)]
    public int NoControllerSeconds { get; set; } = 120;

    /// <summary>How long after EndEx it can be reopened.</summary>
    [Range(0, 1_440)]
    public int ReopenMinutes { get; set; } = 15;

    /// <summary>A listener that acknowledges nothing for this long is cut off and catches up when it returns.</summary>
    [Range(1, 3_600)]
    public int AckSeconds { get; set; } = 30;

    /// <summary>Between two tries while the log cannot be written.</summary>
    [Range(1, 60_000)]
    public int RetryMilliseconds { get; set; } = 1_000;

    /// <summary>Calls a second of one connection, beyond a burst of four times as many.</summary>
    [Range(1, 10_000)]
    public int CallsASecond { get; set; } = 20;

    /// <summary>How many drills an account may have that it plays alone and that have not ended; 0: nobody plays alone.</summary>
    [Range(0, 100)]
    public int MostAlone { get; set; } = 3;

    /// <summary>After so many days without its player a drill that is played alone ends.</summary>
    [Range(1, 365)]
    public int AloneDays { get; set; } = 30;

    /// <summary>Speed of the demo drill.</summary>
    [Range(1, 60)]
    public int DemoSpeed { get; set; } = 2;

    /// <summary>Between the end of the demo drill and its next start.</summary>
    [Range(0, 3_600)]
    public int DemoPauseSeconds { get; set; } = 60;
}
