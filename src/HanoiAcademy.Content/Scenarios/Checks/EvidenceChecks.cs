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
            Court(c, court, earliest);
    }

    private static void Item(Checked c, EvidenceItem item, Earliest earliest)
    {
        if (item.Authorised is not null && !c.Reach.Possible(item.Authorised))
            c.Wrong(Thing.Evidence, item.Id, "authorised", "evidence-never-authorised", "This can never hold, so nobody can ever take this item lawfully; correct ‘authorised’ or what should lead to it.");
        if (item.GoneWhen is not null && !c.Reach.Possible(item.GoneWhen))
            c.Wrong(Thing.Evidence, item.Id, "goneWhen", "evidence-never-gone", "This can never hold, so the item is never lost; correct ‘goneWhen’, or remove it.", Severity.Warning);
        if (!c.Reach.SeenByAnyone("evidence", item.Id) || Gone(c.Scenario, item) is not { } gone)
            return;
        var key = item.GoneWhen is null ? "id" : "goneWhen";
        if (earliest.Seen(item.Id) is var seen && seen >= gone)
            c.Wrong(Thing.Evidence, item.Id, key, "evidence-gone-too-early",
                $"It is destroyed at T+{Clock(gone)}, and nobody can see it before T+{Clock(seen)}, so nobody can ever take it; destroy it later, or show it sooner.");
        else if (item.Authorised is { } authorised && earliest.Of(authorised) is { } from && from >= gone)
            c.Wrong(Thing.Evidence, item.Id, key, "evidence-gone-too-early",
                $"It is destroyed at T+{Clock(gone)}, and nobody can be authorised to take it before T+{Clock(from)}, so nobody can ever take it lawfully; destroy it later, or let the authorisation come sooner.");
    }

    /// <summary>When it is surely gone: by its own condition, or by an inject that surely comes.</summary>
    private static long? Gone(Scenario s, EvidenceItem item)
    {
        var moments = s.Injects.Where(i => Comes(i) && i.Effects.Contains(new DestroyEvidence(item.Id))).Select(i => i.At);
        return moments.Append(item.GoneWhen is null ? null : Surely(s, item.GoneWhen)).Min();
    }

    /// <summary>The drill ms at which a condition holds whatever anybody does; null where that cannot be told.</summary>
    private static long? Surely(Scenario s, Condition condition) => condition switch
    {
        AtTime t => t.At,
        InjectOut { Variant: null } i => s.Injects.FirstOrDefault(x => x.Id == i.Inject) is { } inject && Comes(inject) ? inject.At : null,
        AssetIs a when s.Assets.Any(x => x.Id == a.Asset && x.Start == a.Is) => 0,
        Not { Of: FlagSet or ActionDone or DecisionIs or CourtIs or EvidenceIs or MessageTo } => 0,
        AnyOf any => any.Of.Select(x => Surely(s, x)).Min(),
        // What holds at StartEx may have ceased by the time the rest comes true.
        AllOf all when all.Of.All(x => x is AtTime or InjectOut || Surely(s, x) == 0) && all.Of.Select(x => Surely(s, x)).ToArray() is var parts && parts.All(x => x is not null)
            && (all.Of.All(x => x is AtTime or InjectOut) || parts.Max() == 0) => parts.Max() ?? 0,
        _ => null,
    };

    private static bool Comes(Inject inject) => inject is { At: not null, Chance: 100 };

    private static void Court(Checked c, Court court, Earliest earliest)
    {
        if (!c.Reach.Court(court.Id))
            c.Wrong(Thing.Court, court.Id, court.When is null ? "id" : "when", "court-never-asks", "Nothing brings this court about: give it an at, a when that can hold, or an effect { court: … } that can happen.");
        if (court.At > c.Reach.LastMs)
            c.Wrong(Thing.Court, court.Id, "at", "after-the-end", "The drill has ended before this time; let the court ask earlier, or move the end.", Severity.Warning);
        var closes = court.At + court.WithinMs;
        if (court.At <= c.Reach.LastMs && closes > c.Reach.LastMs)
            c.Wrong(Thing.Court, court.Id, "within", "after-the-end", "The drill has ended before this court's time is over, so it never lapses; shorten ‘within’, let the court ask earlier, or move the end.", Severity.Warning);
        foreach (var item in court.Items.Where(i => c.Reach.SeenByAnyone("evidence", i) && earliest.Seen(i) >= closes))
            c.Wrong(Thing.Court, court.Id, "items", "court-too-early", $"Nobody can see ‘{item}’ before T+{Clock(earliest.Seen(item))}, and the court waits until T+{Clock(closes ?? 0)} at most, so it is always rejected; let the court ask later, or show the item sooner.");
        foreach (var item in court.Items.Where(i => !c.Reach.SeenByAnyone("evidence", i)))
            c.Wrong(Thing.Court, court.Id, "items", "court-asks-for-nothing", $"Nobody can ever have ‘{item}’, so it is always rejected; show it to a team, or take it out.");
        if (!c.Scenario.Injects.SelectMany(i => i.Expected.Concat(i.Variants.SelectMany(v => v.Expected))).OfType<ExpectFile>().Any(e => e.Court == court.Id))
            c.Wrong(Thing.Court, court.Id, "id", "court-unexpected", "No inject expects that anybody files this record, so simulated players never do, and the report does not miss it; write ‘expected: - { by: team.role, file: … }’ into the inject that tells of it.", Severity.Warning);
    }

    private static string Clock(long ms) => ms % 60_000 == 0 ? $"{ms / 60_000}" : $"{ms / 60_000}:{ms / 1000 % 60:00}";
}
