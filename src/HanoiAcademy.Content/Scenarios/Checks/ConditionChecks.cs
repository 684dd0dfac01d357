using HanoiAcademy.Drills.Scenarios;

namespace HanoiAcademy.Content.Scenarios.Checks;

/// <summary>Conditions that can never hold, whatever happens: they ask for a thing and its opposite, or for what no thing can be.</summary>
internal static class ConditionChecks
{
    public static void Run(Checked c)
    {
        foreach (var (condition, at) in AllConditions.Of(c))
            foreach (var part in AllConditions.Parts(condition))
                if (Never(c, part) is { } why)
                    c.Wrong(c.Register.Of(part) ?? at, "condition-never", $"This can never hold: {why}");
    }

    private static string? Never(Checked c, Condition part) => part switch
    {
        AtTime x when x.At > c.Reach.LastMs => $"the drill has ended by T+{Minutes(c.Reach.LastMs ?? 0)}. Ask for an earlier time or move the end.",
        MeterIs x => Meter(c, x),
        Not { Of: AtTime { At: 0 } } => "it is never before StartEx. Remove it, or ask for another time.",
        AllOf x => Together(c, [.. Flat(x)]),
        _ => null,
    };

    private static string? Meter(Checked c, MeterIs x) =>
        c.Scenario.Meters.FirstOrDefault(m => m.Id == x.Meter) is { } meter && (x.AtLeast > meter.Max || x.AtMost < meter.Min)
            ? $"{meter.Id} stays between {meter.Min} and {meter.Max}. Correct the bound here or there."
            : null;

    /// <summary>What all must hold at once; an all inside an all is the same all.</summary>
    private static IEnumerable<Condition> Flat(AllOf all) => all.Of.SelectMany(x => x is AllOf inner ? Flat(inner) : [x]);

    private static string? Together(Checked c, IReadOnlyList<Condition> parts)
    {
        var denied = parts.OfType<Not>().Select(n => n.Of).ToHashSet();
        if (parts.FirstOrDefault(p => denied.Contains(p)) is { } both)
            return $"it asks for {Words(both)} and for not so. Remove one of the two.";
        if (parts.OfType<AssetIs>().GroupBy(a => a.Asset).FirstOrDefault(g => g.Select(a => a.Is).Distinct().Skip(1).Any()) is { } states)
            return $"{states.Key} cannot be {string.Join(" and ", states.Select(a => a.Is).Distinct())} at once. Keep one, or put them under any.";
        if (denied.OfType<AssetIs>().GroupBy(a => a.Asset).FirstOrDefault(g => c.Scenario.Assets.First(a => a.Id == g.Key).States.All(s => g.Any(d => d.Is == s.Id))) is { } none)
            return $"{none.Key} is always in one of its states, and here none is left. Remove one.";
        if (parts.OfType<DecisionIs>().GroupBy(d => d.Decision).FirstOrDefault(g => Ways(g) > 1) is { } ways)
            return $"{ways.Key} is decided in one way only. Keep one, or put them under any.";
        if (parts.OfType<MeterIs>().GroupBy(m => m.Meter).FirstOrDefault(g => g.Max(m => m.AtLeast) > g.Min(m => m.AtMost)) is { } bounds)
            return $"{bounds.Key} cannot be at least {bounds.Max(m => m.AtLeast)} and at most {bounds.Min(m => m.AtMost)}. Correct one.";
        var (from, before) = (parts.OfType<AtTime>().Max(a => (long?)a.At), denied.OfType<AtTime>().Min(a => (long?)a.At));
        return from >= before ? $"it asks for T+{Minutes(from ?? 0)} or later and for before T+{Minutes(before ?? 0)}. Correct one." : null;
    }

    // Taken in whichever way goes with any option, but not with having lapsed.
    private static int Ways(IEnumerable<DecisionIs> asked)
    {
        var options = asked.Select(d => d.Option).Distinct().ToArray();
        return options.Count(o => o is not null) + (options.Contains(null) && options.Contains("lapsed") ? 1 : 0);
    }

    private static string Words(Condition condition) => condition switch
    {
        AssetIs x => $"{x.Asset} being {x.Is}",
        FlagSet x => $"the flag {x.Flag}",
        ActionDone x => $"the action {x.Action} {x.Outcome}",
        StepIs x => $"the step {x.Step} {x.Is}",
        InjectOut x => $"the inject {x.Inject}",
        DecisionIs x => $"the decision {x.Decision}",
        _ => "one thing",
    };

    private static long Minutes(long ms) => ms / 60_000;
}
