namespace HanoiAcademy.Drills.Reports;

/// <summary>
/// How quick and how whole a team's work was; what is compared over time. Times are drill ms. ToPreserveMs: median over its preservation requests, from when it could know of the data to the
/// hold. ToAcknowledgeMs: median over the requests that came to it; Acknowledged of ToAcknowledge in all, Late of them later than asked. CustodyGaps: in all its records; Exhibits: how many
/// records. Unanswered of Answerable: injects delivered to it of which something was expected. Null: there was nothing to measure.
/// </summary>
public sealed record TeamTimings(
    int DecisionsTaken, int DecisionsLapsed, long? DecisionMedianMs, long? DecisionSlowestMs, long? ToPreserveMs, long? ToAcknowledgeMs, int Acknowledged, int ToAcknowledge, int AcknowledgedLate,
    int CustodyGaps, int Exhibits, int Unanswered, int Answerable)
{
    public static readonly TeamTimings None = new(0, 0, null, null, null, null, 0, 0, 0, 0, 0, 0, 0);

    /// <param name="requests">All of the drill that the reader may see.</param>
    public static TeamTimings Of(TeamReport team, IReadOnlyList<RequestReport> requests, IReadOnlyList<EvidenceReport> evidence)
    {
        var took = team.Decisions.Where(d => d.State == "taken").Select(d => d.TookMs).OfType<long>().Order().ToList();
        var sent = requests.Where(r => r.SenderTeam == team.Team).ToList();
        var received = requests.Where(r => r.ReceiverTeam == team.Team && r.Clock.Steps.Any(s => s.What == "sent")).ToList();
        var acknowledged = received.Select(r => r.Clock.ToAcknowledge).OfType<ClockSpan>().ToList();
        var exhibits = evidence.Where(e => e.TeamId == team.Team).ToList();
        return new TeamTimings(
            team.Decisions.Count(d => d.State == "taken"), team.Decisions.Count(d => d.State == "lapsed"), Median(took), took.Count == 0 ? null : took[^1],
            Median(sent.Where(r => r.Kind == "preservation").Select(r => r.Clock.ToPreserve?.DrillMs).OfType<long>().Order().ToList()),
            Median(acknowledged.Select(a => a.DrillMs).Order().ToList()), acknowledged.Count, received.Count, acknowledged.Count(a => a.IsLate),
            exhibits.Sum(e => e.Gaps.Length), exhibits.Count, team.Unanswered.Length, team.Answerable);
    }

    /// <summary>Of figures in order; the mean of the middle two, rounded down, where there are as many below as above.</summary>
    internal static long? Median(IReadOnlyList<long> ordered) =>
        ordered.Count == 0 ? null : ordered.Count % 2 == 1 ? ordered[ordered.Count / 2] : (ordered[ordered.Count / 2 - 1] + ordered[ordered.Count / 2]) / 2;
}
