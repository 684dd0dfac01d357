using System.ComponentModel.DataAnnotations;

namespace HanoiAcademy.Server.Contributions;

/// <summary>What reading and rehearsing others' files may cost a node, so that drills go on beside it.</summary>
public sealed class ContributionsOptions
{
    public const string Section = "Contributions";

    /// <summary>Bytes of a file that is uploaded.</summary>
    public const int MostFileBytes = 12 * 1024 * 1024;

    /// <summary>Of the request around it.</summary>
    public const int MostRequestBytes = MostFileBytes + 64 * 1024;

    /// <summary>Files that a node reads at the same time.</summary>
    [Range(1, 64)]
    public int ReadAtOnce { get; set; } = 1;

    /// <summary>Files that wait for their turn; the next is told to come back.</summary>
    [Range(0, 1_000)]
    public int WaitToBeRead { get; set; } = 20;

    /// <summary>Runs of a rehearsal.</summary>
    [Range(10, 5_000)]
    public int RehearsalRuns { get; set; } = 40;

    /// <summary>After so long a rehearsal is broken off, and says so.</summary>
    [Range(1, 3_600)]
    public int RehearsalSeconds { get; set; } = 300;
}
