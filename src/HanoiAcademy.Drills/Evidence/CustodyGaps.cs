using System.Collections.Immutable;
using HanoiAcademy.Drills.Commands;
using HanoiAcademy.Drills.Indexes;
using HanoiAcademy.Drills.Scenarios;
using HanoiAcademy.Drills.State;
using HanoiAcademy.Drills.World;

namespace HanoiAcademy.Drills.Evidence;

/// <summary>What is missing or wrong in a record of custody. The rules know it and let it be; a court, objectives and the report ask for it. Exercise law.</summary>
public static class CustodyGaps
{
    /// <summary>All codes, in the order in which they are told; their sentences are in the language files. The last five only a court finds.</summary>
    public static readonly ImmutableArray<string> All =
    [
        "not-identified", "identified-late", "no-basis", "wrong-basis", "not-authorised", "abroad", "no-hash", "hash-mismatch", "not-acquired", "copied-after-sealing",
        "not-preserved", "no-seal", "no-receipt", "altered", "not-filed", "not-asked", "not-in-hands", "wrong-log", "no-purpose",
    ];

    /// <summary>Of the record in a team's hands, as it stands now; empty where it has none.</summary>
    public static ImmutableArray<string> Of(DrillState state, EvidenceItem item, string team)
    {
        if (state.Evidence.GetValueOrDefault(team + " " + item.Id) is not { } held)
            return [];
        var found = held.Custody.SelectMany(c => c.Gaps).Concat(Missing(item, held)).Concat(OutOfOrder(item, held)).ToList();
        if (held.Custody.Where((c, n) => IsUnacknowledged(held.Custody, c, n, team)).Any())
            found.Add("no-receipt");
        if (held.Altered)
            found.Add("altered");
        return [.. All.Where(found.Contains)];
    }

    /// <summary>By what right an item is taken, judged at that moment: what is recorded later authorises nothing before.</summary>
    internal static IEnumerable<string> OnTaking(DrillState state, Scenario scenario, EvidenceItem item, string team, string basis, long at)
    {
        if (item.Basis.Length > 0 && !item.Basis.Contains(basis))
            yield return Bases.All.Contains(basis) ? "wrong-basis" : "no-basis";
        if (item.Authorised is { } authorised && !Conditions.Hold(state, scenario, authorised, at))
            yield return "not-authorised";
        if (item.State is { } place && ScenarioIndex.Of(scenario).Teams.Find(team)?.State != place && !(item.Basis.IsEmpty ? Bases.AcrossBorders : item.Basis).Contains(basis))
            yield return "abroad";
    }

    private static IEnumerable<string> Missing(EvidenceItem item, EvidenceState held) =>
        item.Needs.Where(need => held.Custody.All(c => c.What != need)).Select(need => "not-" + need);

    private static IEnumerable<string> OutOfOrder(EvidenceItem item, EvidenceState held)
    {
        var log = held.Custody;
        var taken = log.FindIndex(c => c.What is "collected" or "acquired");
        if (item.Needs.Contains("identified") && log.FindIndex(c => c.What == "identified") > taken)
            yield return "identified-late";
        for (var n = 0; n < log.Count; n++)
            if (log[n].What == "acquired" && IsSealed(log.GetRange(0, n), new Actor(log[n].Seat).Team) && !IsSealed(log.GetRange(n, log.Count - n), new Actor(log[n].Seat).Team))
                yield return "copied-after-sealing";
    }

    /// <summary>Sealed by this team since it came into its hands.</summary>
    internal static bool IsSealed(ImmutableList<Custody> log, string team) =>
        log.FindLastIndex(c => c.What == "preserved" && new Actor(c.Seat).Team == team) > log.FindLastIndex(c => c.What == "received" && c.To == team);

    /// <summary>Something arrived along this chain, or the team itself gave it away, and nobody on the other side has said so.</summary>
    private static bool IsUnacknowledged(ImmutableList<Custody> log, Custody entry, int n, string team) =>
        (entry.What == "received" || entry.What == "handed-over" && new Actor(entry.Seat).Team == team)
        && !log.Skip(n).Any(c => c.What == "receipt" && new Actor(c.Seat).Team == entry.To);
}
