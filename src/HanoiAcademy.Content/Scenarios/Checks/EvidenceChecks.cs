using HanoiAcademy.Content.Problems;
using HanoiAcademy.Content.Scenarios.Reading;
using HanoiAcademy.Drills.Scenarios;

namespace HanoiAcademy.Content.Scenarios.Checks;

/// <summary>Evidence that nobody can take, and courts that nothing brings about or nobody can answer.</summary>
internal static class EvidenceChecks
{
    public static void Run(Checked c)
    {
        var earliest = c.Earliest;
        foreach (var item in c.Scenario.Evidence)
            Item(c, item, earliest);
        foreach (var court in c.Scenario.Courts)
            Court(c, court);
    }

    private static void Item(Checked c, EvidenceItem item, Earliest earliest)
    {
        if (item.Authorised is not null && !c.Reach.Possible(item.Authorised))
            c.Wrong(Thing.Evidence, item.Id, "authorised", "evidence-never-authorised", "This can never hold, so nobody can ever take this item lawfully; correct ‘authorised’ or what should lead to it.");
        if (item.GoneWhen is not null && !c.Reach.Possible(item.GoneWhen))
            c.Wrong(Thing.Evidence, item.Id, "goneWhen", "evidence-never-gone", "This can never hold, so the item is never lost; correct ‘goneWhen’, or remove it.", Severity.Warning);
        if (c.Reach.SeenByAnyone("evidence", item.Id) && Gone(c.Scenario, item) is { } gone && earliest.Seen(item.Id) is var seen && seen >= gone)
            c.Wrong(Thing.Evidence, item.Id, item.GoneWhen is null ? "id" : "goneWhen", "evidence-gone-too-early",
                $"It is destroyed at T+{Clock(gone)}, and nobody can see it before T+{Clock(seen)}, so nobody can ever take it; destroy it later, or show it sooner.");
    }

    /// <summary>When it is surely gone: by a time that stands alone or beside others under any, or by an inject that surely comes.</summary>
    private static long? Gone(Scenario s, EvidenceItem item)
    {
        var byTime = (item.GoneWhen switch
        {
            AtTime t => [t.At],
            AnyOf any => any.Of.OfType<AtTime>().Select(t => t.At),
            _ => [],
        }).Concat(s.Injects.Where(i => i.At is not null && i.Chance == 100 && i.Effects.Contains(new DestroyEvidence(item.Id))).Select(i => i.At!.Value)).ToArray();
        return byTime.Length == 0 ? null : byTime.Min();
    }

    private static void Court(Checked c, Court court)
    {
        if (!c.Reach.Court(court.Id))
            c.Wrong(Thing.Court, court.Id, court.When is null ? "id" : "when", "court-never-asks", "Nothing brings this court about: give it an at, a when that can hold, or an effect { court: … } that can happen.");
        if (court.At > c.Reach.LastMs)
            c.Wrong(Thing.Court, court.Id, "at", "after-the-end", "The drill has ended before this time; let the court ask earlier, or move the end.", Severity.Warning);
        foreach (var item in court.Items.Where(i => !c.Reach.SeenByAnyone("evidence", i)))
            c.Wrong(Thing.Court, court.Id, "items", "court-asks-for-nothing", $"Nobody can ever have ‘{item}’, so it is always rejected; show it to a team, or take it out.");
        if (!c.Scenario.Injects.SelectMany(i => i.Expected.Concat(i.Variants.SelectMany(v => v.Expected))).OfType<ExpectFile>().Any(e => e.Court == court.Id))
            c.Wrong(Thing.Court, court.Id, "id", "court-unexpected", "No inject expects that anybody files this record, so simulated players never do, and the report does not miss it; write ‘expected: - { by: team.role, file: … }’ into the inject that tells of it.", Severity.Warning);
    }

    private static string Clock(long ms) => ms % 60_000 == 0 ? $"{ms / 60_000}" : $"{ms / 60_000}:{ms / 1000 % 60:00}";
}
