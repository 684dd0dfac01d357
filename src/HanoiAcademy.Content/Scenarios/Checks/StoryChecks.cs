using HanoiAcademy.Content.Problems;
using HanoiAcademy.Content.Scenarios.Reading;
using HanoiAcademy.Drills.Scenarios;

namespace HanoiAcademy.Content.Scenarios.Checks;

/// <summary>Phases, ends and what runs out in story time.</summary>
internal static class StoryChecks
{
    public static void Run(Checked c)
    {
        Phases(c);
        Ends(c);
        if (!c.Scenario.Phases.IsEmpty)
            Retention(c);
    }

    private static void Phases(Checked c)
    {
        var phases = c.Scenario.Phases;
        if (phases.Length > 0 && phases[0].At != 0)
            c.Wrong(Thing.Phase, phases[0].Id, "at", "phase-first", "The first phase begins with the drill; write ‘at: 0m’.");
        foreach (var (before, phase) in phases.Zip(phases.Skip(1)))
        {
            if (phase.At <= before.At)
                c.Wrong(Thing.Phase, phase.Id, "at", "phase-order", $"Phases stand in the order of their times; this one begins no later than ‘{before.Id}’ before it.");
            else if (phase.Story < StoryAt(before, phase.At))
                c.Wrong(Thing.Phase, phase.Id, "story", "story-backwards", $"At this drill time ‘{before.Id}’ has already reached {Iso(c, StoryAt(before, phase.At))}; story time never runs backwards, so begin no earlier.");
            if (phase.At > c.Reach.LastMs)
                c.Wrong(Thing.Phase, phase.Id, "at", "after-the-end", "The drill has ended before this phase; begin it earlier or move the end.", Severity.Warning);
        }
    }

    private static void Ends(Checked c)
    {
        foreach (var end in c.Scenario.Ends.Where(e => !c.Reach.End(e.Id)))
            c.Wrong(Thing.End, end.Id, "when", "end-unreachable", "Nothing can bring this end: give it an at, a when that can hold, or an effect { end: … } that can happen.");
        if (c.Scenario.Ends.All(e => e.At is null))
            c.Wrong("ends", "end-not-sure", "No end has a time, so the drill may never end by itself; add one with ‘at’.", Severity.Warning);
        if (c.Reach.LastMs is { } last && c.Scenario.PlannedMs > last)
            c.Wrong("planned", "planned-after-end", "The drill ends before its planned length; make both the same.", Severity.Warning);
    }

    private static void Retention(Checked c)
    {
        var first = c.Scenario.Phases[0];
        var last = c.Scenario.Phases[^1];
        var end = StoryAt(last, Math.Max(last.At, c.Reach.LastMs ?? c.Scenario.PlannedMs));
        foreach (var data in c.Scenario.DataSets)
        {
            if (data.RetentionEnds <= first.Story)
                c.Wrong(Thing.DataSet, data.Id, "retentionEnds", "retention-before-story", $"These data are gone before the story begins ({Iso(c, first.Story)}); let retention end later.");
            else if (data.RetentionEnds > end && c.Scenario.Matters.Any(m => m.Kind == "preservation" && m.Needed.DataSets.Contains(data.Id)))
                c.Wrong(Thing.DataSet, data.Id, "retentionEnds", "retention-after-story", $"The story ends ({Iso(c, end)}) before these data would be lost, so nothing presses to preserve them; end retention sooner if something should.", Severity.Warning);
        }
    }

    private static long StoryAt(Phase phase, long at) => phase.Story + (at - phase.At) * phase.Rate;

    /// <summary>In the zone of the first State, as authors write it.</summary>
    private static string Iso(Checked c, long utcMs) => DateTimeOffset.FromUnixTimeMilliseconds(utcMs).ToOffset(TimeSpan.FromMinutes(c.Scenario.States.FirstOrDefault()?.OffsetMinutes ?? 0))
        .ToString("yyyy-MM-ddTHH:mm:sszzz", System.Globalization.CultureInfo.InvariantCulture);
}
