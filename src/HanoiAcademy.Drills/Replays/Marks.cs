using System.Collections.Immutable;
using System.Globalization;
using HanoiAcademy.Drills.Events;
using HanoiAcademy.Drills.Scenarios;
using HanoiAcademy.Drills.State;
using HanoiAcademy.Drills.Views;

namespace HanoiAcademy.Drills.Replays;

/// <summary>
/// Something worth going to on the line of time. At: drill ms. What: a word (start, pause, resume, stop, end, reopen, fork, speed, phase, message, own-message,
/// decision-open, decision-taken, decision-lapsed, request, evidence, court-asked, court-filed, court-lapsed, objective-won, objective-missed, penalty, out). Key: of the record that it
/// is about, "" for the clock's. Name: what is said of it, in the audience's language. State: a request's status or an item's, a speed.
/// </summary>
public sealed record ReplayMark(long At, string What, string Key, string Name, string? State = null);

/// <summary>
/// Marks of one audience, told from what its view showed and from nothing else: whatever it could not see cannot be told by a mark. What was won and missed is
/// told by the last view, at the moment that it names: teams hear of it after EndEx.
/// </summary>
public static class Marks
{
    /// <summary>More than these, and the earliest of the plentiful kinds (messages, own messages, evidence) are left out.</summary>
    public const int Most = 2_000;

    private static readonly ImmutableArray<string> Plentiful = ["own-message", "message", "evidence"];

    /// <summary>In the order of time.</summary>
    public static ImmutableArray<ReplayMark> Of(Recording recording, Audience audience)
    {
        if (recording.Stretches.IsEmpty)
            return [];
        // What a local controller sees is made of too many pieces to be followed row by row; what moves is what the roles of his team see.
        var heard = audience.Kind == "local"
            ? View.Roles(recording.Scenario, audience.Language).Where(role => role.Id.StartsWith(audience.Id + ".", StringComparison.Ordinal)).SelectMany(role => Heard(recording, role)).Distinct()
            : Heard(recording, audience);
        var marks = heard.Concat(View.Of(recording.Last, recording.Scenario, audience).Select(x => Judged(x.Key, x.Value)).OfType<ReplayMark>()).ToList();
        foreach (var what in Plentiful)
            if (marks.Count > Most)
            {
                var over = marks.Count - Most;
                marks.RemoveAll(mark => mark.What == what && over-- > 0);
            }

        return [.. marks.OrderBy(mark => mark.At).Take(Most)];
    }

    private static IEnumerable<ReplayMark> Heard(Recording recording, Audience audience)
    {
        var seen = new SortedDictionary<string, ViewRecord>(StringComparer.Ordinal);
        foreach (var stretch in recording.Stretches)
            foreach (var (row, after) in recording.Play(stretch))
                foreach (var (key, record) in Changed(recording.Scenario, audience, after, row.Events))
                    if (record is not null && IsTold(record))
                    {
                        foreach (var mark in Told(key, seen.GetValueOrDefault(key), record, after.At))
                            yield return mark;
                        seen[key] = record;
                    }
    }

    /// <summary>What may have changed; most of it is not told of, so that nothing is compared that need not be. A row that cannot be shown tells nothing.</summary>
    private static IEnumerable<ViewChange> Changed(Scenario scenario, Audience audience, DrillState after, ImmutableArray<DrillEvent> events)
    {
        try
        {
            return View.Changes(after, scenario, audience, events) ?? View.Of(after, scenario, audience).Select(x => new ViewChange(x.Key, x.Value));
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            return [];
        }
    }

    private static bool IsTold(ViewRecord record) => record is ClockView or FeedView or DecisionView or RequestView or EvidenceView or CourtView or OutView;

    private static IEnumerable<ReplayMark> Told(string key, ViewRecord? before, ViewRecord now, long at) => now switch
    {
        ClockView clock => Clock(before as ClockView, clock, at),
        FeedView feed when before is null => [new ReplayMark(at, feed.Own ? "own-message" : "message", key, feed.Subject.Length > 0 ? feed.Subject : Cut(feed.Text))],
        DecisionView decision when (before as DecisionView)?.State != decision.State => [new ReplayMark(at, "decision-" + decision.State, key, decision.Title,
            decision.Options.FirstOrDefault(option => option.Id == decision.Option)?.Name)],
        RequestView request when request.Status is not ("draft" or "authorised" or "sent-back") && (before as RequestView)?.Status != request.Status =>
            [new ReplayMark(at, "request", key, $"{request.Id}: {request.FromName} → {request.ToName}", request.Status)],
        EvidenceView item when before is EvidenceView was && was.State != item.State => [new ReplayMark(at, "evidence", key, item.Name, item.State)],
        CourtView court when (before as CourtView)?.State != court.State => [new ReplayMark(at, "court-" + court.State, key, court.Title)],
        OutView gone when before is null => [new ReplayMark(at, "out", key, gone.TeamName)],
        _ => [],
    };

    private static IEnumerable<ReplayMark> Clock(ClockView? before, ClockView now, long at)
    {
        var what = (before?.Status, now.Status) switch
        {
            var (was, status) when was == status => null,
            ("lobby" or "none" or null, "running") => "start",
            (_, "running") => "resume",
            ("ended", _) => "reopen",
            (_, "paused") => now.Why == "forked" ? "fork" : "pause",
            (_, "stopped") => "stop",
            (_, "ended") => "end",
            _ => null,
        };
        if (what is not null)
            yield return new ReplayMark(at, what, "", now.Status == "ended" ? now.EndTitle ?? "" : "");
        if (before is { Status: "running" or "paused" } && before.PhaseTitle != now.PhaseTitle)
            yield return new ReplayMark(at, "phase", "", now.PhaseTitle);
        if (before is { Status: "running" or "paused" } && before.Speed != now.Speed)
            yield return new ReplayMark(at, "speed", "", "", now.Speed.ToString(CultureInfo.InvariantCulture));
    }

    /// <summary>What was judged, at the moment it names.</summary>
    private static ReplayMark? Judged(string key, ViewRecord record) => record switch
    {
        ObjectiveView { At: { } at, State: "won" or "missed" } objective => new ReplayMark(at, "objective-" + objective.State, key, objective.Name),
        PenaltyView { At: { } at } penalty => new ReplayMark(at, "penalty", key, penalty.Name),
        _ => null,
    };

    private static string Cut(string? text) => text is { Length: > 80 } ? text[..79] + "…" : text ?? "";
}
