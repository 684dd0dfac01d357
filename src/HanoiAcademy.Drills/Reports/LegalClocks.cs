using System.Collections.Immutable;
using HanoiAcademy.Drills.Clock;
using HanoiAcademy.Drills.Indexes;
using HanoiAcademy.Drills.Requests;
using HanoiAcademy.Drills.Requests.Kinds;
using HanoiAcademy.Drills.Scenarios;
using HanoiAcademy.Drills.State;

namespace HanoiAcademy.Drills.Reports;

/// <summary>Reads a request's clock from what happened to it.</summary>
internal static class LegalClocks
{
    private static readonly ImmutableArray<string> Answers = ["returned", "consulting", "postponed", "granted", "refused", "executed", "not-authentic"];

    /// <summary>After these nobody waits for the data any more. That it was found false is the receivers' own, and no figure of the senders rests on it.</summary>
    private static readonly ImmutableArray<string> Ends = ["refused", "executed"];

    /// <param name="clues">What the log says and the state does not keep.</param>
    public static LegalClock Of(DrillState state, Scenario scenario, RequestState r, RequestReport report, Clues clues)
    {
        // What comes before the sending has no story time of its own.
        long Story(string what, long at) => what != "authorised" && r.Reached.TryGetValue(what, out var story) ? story : StoryAt(scenario, at);
        var steps = report.Line.Where(l => l.What is not ("edited" or "mended")).DistinctBy(l => l.What).Select(l => new ClockStep(l.What, l.Side, l.At, Story(l.What, l.At))).ToImmutableArray();
        ClockStep? Step(Func<string, bool> what) => steps.FirstOrDefault(s => what(s.What));
        var sent = Step(what => what == "sent");
        var acknowledged = Step(what => what == "acknowledged");
        var answered = Step(Answers.Contains);
        var known = r.Incoming is null ? KnownAt(scenario, r, report.SenderTeam, clues) : null;
        var hold = state.Holds.Where(h => h.Value.RestsOn(r.Id)).OrderBy(h => h.Value.BegunAt).Select(h => h.Value).FirstOrDefault();
        var held = hold is null ? null : (long?)(hold.Request == r.Id ? hold.BegunAt : Step(what => what == "executed")?.At ?? hold.BegunAt);
        var kind = RequestKinds.Find(r.Form.Kind);
        var done = steps.FirstOrDefault(s => Ends.Contains(s.What) && (s.What != "executed" || r.Result != "nil"));
        // A hold of others kept them as well; and what was handed over is there, whatever became of the rest.
        bool WasKept(string data, long lost) => done is not null && done.At <= lost || state.Holds.Values.Any(h => h.DataSet == data && h.BegunAt <= lost) || r.Handed.Any(h => h.DataSet == data);
        // His time runs from when it came into his hands.
        var acknowledgeBy = kind is null || sent is null ? (long?)null : Hours.Open(scenario, r.Receiver.Length > 0 ? r.Receiver : r.Form.To, Math.Max(sent.Story, r.ArrivedStory) + kind.AcknowledgeMs);
        return new LegalClock(steps,
            known is { } from && sent is not null ? Span(from, StoryAt(scenario, from), sent.At, sent.Story) : null,
            known is { } since && held is { } at ? Span(since, StoryAt(scenario, since), at, StoryAt(scenario, at)) : null,
            Between(sent, acknowledged, kind is null || sent is null ? null : Hours.Open(scenario, r.Form.To, sent.Story + kind.AcknowledgeMs) - sent.Story),
            Between(sent, answered, kind?.AnswerMs is not { } answer || sent is null ? null : Hours.Open(scenario, r.Form.To, sent.Story + kind.AcknowledgeMs + answer) - sent.Story))
        {
            KnownAt = known,
            SparedStoryMs = held is { } kept && r.Form.Scope.DataSets.Select(ScenarioIndex.Of(scenario).DataSets.Find).Where(d => d is not null).Select(d => d!.RetentionEnds).DefaultIfEmpty(long.MinValue).Min() is var ends
                && ends > StoryAt(scenario, kept) ? ends - StoryAt(scenario, kept) : null,
            LostAt = r.Form.Scope.DataSets.Select(data => clues.LostAt(data) is { } lost && !WasKept(data, lost) ? lost : (long?)null).Min(),
            NeverAcknowledged = acknowledged is null && StoryAt(scenario, state.At) > acknowledgeBy && Parties.Played(state, scenario, r.Form.To) is { PlayedBy.IsEmpty: false } && r.Status is not ("withdrawn" or "lapsed"),
        };
    }

    /// <summary>Without what is not the reader's to know: a receiver learns nothing of what the senders knew, and they nothing of what the data would have become.</summary>
    public static LegalClock Cut(LegalClock clock, ImmutableArray<RequestLine> line, bool writes)
    {
        ImmutableArray<ClockStep> steps = [.. clock.Steps.Where(s => line.Any(l => l.What == s.What))];
        return clock with
        {
            Steps = steps,
            ToSend = writes ? clock.ToSend : null,
            ToPreserve = writes ? clock.ToPreserve : null,
            KnownAt = writes ? clock.KnownAt : null,
            SparedStoryMs = writes ? clock.SparedStoryMs : null,
            LostAt = writes ? clock.LostAt : null,
            // To the first answer that he sees: how long an earlier one took would tell that there was one.
            ToAnswer = clock.ToAnswer is { } answer ? Between(steps.FirstOrDefault(s => s.What == "sent"), steps.FirstOrDefault(s => Answers.Contains(s.What)), answer.WithinStoryMs) : null,
        };
    }

    private static ClockSpan? Between(ClockStep? from, ClockStep? to, long? within) =>
        from is null || to is null ? null : new ClockSpan(to.At - from.At, to.Story - from.Story, within);

    private static ClockSpan Span(long from, long fromStory, long to, long toStory) => new(Math.Max(0, to - from), Math.Max(0, toStory - fromStory));

    /// <summary>The first of the things asked for that the senders came to know of; from StartEx where they knew it all along.</summary>
    private static long? KnownAt(Scenario scenario, RequestState r, string? team, Clues clues)
    {
        if (team is null)
            return null;
        var data = r.Form.Scope.DataSets.Select(id => (What: "data", Id: id, KnownTo: ScenarioIndex.Of(scenario).DataSets.Find(id)?.KnownTo ?? []));
        var property = r.Form.Scope.Properties.Select(id => (What: "property", Id: id, KnownTo: scenario.Properties.FirstOrDefault(p => p.Id == id)?.KnownTo ?? []));
        return data.Concat(property).Select(x => x.KnownTo.Contains(team) || x.KnownTo.Contains("all") ? 0L : clues.RevealedAt(team, x.What, x.Id)).Where(at => at is not null).Min();
    }

    private static long StoryAt(Scenario scenario, long at) => scenario.Phases.IsEmpty ? at : StoryClock.At(scenario, StoryClock.PhaseAt(scenario, at), at);
}
