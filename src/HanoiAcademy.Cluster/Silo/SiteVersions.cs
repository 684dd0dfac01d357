using System.Globalization;
using System.Reflection;
using HanoiAcademy.Server;
using Microsoft.Extensions.Options;
using Orleans.Configuration;

namespace HanoiAcademy.Cluster.Silo;

/// <summary>
/// All silos run one version of the site: a drill that moves from one to another must go on under the same rules. The version stands in the
/// silo's name, which the membership's table holds.
/// </summary>
internal sealed class SiteVersions(IOptions<ClusterMembershipOptions> membership, TimeProvider time)
{
    private const int LongestMachine = 60;
    private const string Mark = " site ";

    public static string Own { get; } =
        typeof(AcademyHost).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion is { Length: > 0 and <= 70 } version
            ? version
            : typeof(AcademyHost).Assembly.GetName().Version!.ToString();

    public static string SiloName(int port)
    {
        var machine = Environment.MachineName;
        return string.Create(CultureInfo.InvariantCulture, $"{machine[..Math.Min(machine.Length, LongestMachine)]}:{port}{Mark}{Own}");
    }

    /// <summary>The sentence that refuses a silo; null when all who are there, or were there before it, run its version.</summary>
    /// <param name="me">This silo once it stands in the table.</param>
    public string? Refusal(MembershipTableData table, SiloAddress? me)
    {
        var entries = table.Members.Select(member => member.Item1).ToList();
        var mine = entries.Find(entry => me is not null && entry.SiloAddress.Equals(me));
        var other = entries.Find(entry => IsThere(entry) && VersionOf(entry.SiloName) is { } version && version != Own
            && (mine is null || (entry.StartTime, entry.SiloAddress.Generation).CompareTo((mine.StartTime, mine.SiloAddress.Generation)) < 0));
        return other is null ? null : $"Another version of the site runs in this cluster ({other.SiloName}; this one is {Own}): stop it there first, "
            + $"or start that version here; one that crashed counts for {Fresh.TotalSeconds:0} seconds.";
    }

    private TimeSpan Fresh => membership.Value.IAmAliveTablePublishTimeout * membership.Value.NumMissedTableIAmAliveLimit;

    /// <summary>Silos that all died together leave rows that nobody marked.</summary>
    private bool IsThere(MembershipEntry entry) =>
        entry.Status is SiloStatus.Joining or SiloStatus.Active or SiloStatus.ShuttingDown && time.GetUtcNow().UtcDateTime - entry.IAmAliveTime < Fresh;

    private static string? VersionOf(string? siloName) =>
        siloName?.IndexOf(Mark, StringComparison.Ordinal) is { } at and >= 0 ? siloName[(at + Mark.Length)..] : null;
}
