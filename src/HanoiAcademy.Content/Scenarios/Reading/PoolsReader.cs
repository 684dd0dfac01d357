using System.Collections.Immutable;
using HanoiAcademy.Content.Yaml;
using HanoiAcademy.Drills.Scenarios;

namespace HanoiAcademy.Content.Scenarios.Reading;

/// <summary>Pools of injects that the seed draws from.</summary>
internal static class PoolsReader
{
    public const int MostMembers = 100;

    public static Pool Read(Item i)
    {
        var pool = new Pool
        {
            Id = i.Id(Thing.Pool),
            Members = Members(i),
            Take = i.Fields.IntOrNull("take", 1, MostMembers) ?? 0,
            When = i.WhenOrNull("when"),
            From = i.MsOr("from", 0),
            Until = i.MsOrNull("until"),
            Every = i.MsOrNull("every"),
            Gap = i.MsOr("gap", 120_000),
        };
        if (pool.Until is null == pool.Every is null)
            i.Fields.Wrong(pool.Until is null ? "id" : "every", "pool-moments", "A pool has ‘until’ (moments drawn between from and until) or ‘every’ (one after the other at fixed distance); write one of the two.");
        if (i.Has("gap") && pool.Until is null)
            i.Fields.Wrong("gap", "pool-gap", "‘gap’ keeps drawn moments apart and needs ‘until’; with ‘every’ the distance is fixed. Remove it.");
        if (pool.Take > pool.Members.Length)
            i.Fields.Wrong("take", "pool-take", $"The pool has {pool.Members.Length} to draw from; take fewer, or leave ‘take’ out for all.");
        var most = pool.Members.Select(m => m.Injects.Length).OrderDescending().Take(pool.Take == 0 ? int.MaxValue : pool.Take).Sum();
        if (pool.Until is { } until && until - pool.From < (most - 1) * pool.Gap)
            i.Fields.Wrong("until", "pool-too-tight", $"{most} injects {pool.Gap / 1000} s apart do not fit between from and until; let until be later, or gap smaller.");
        return pool;
    }

    /// <summary>Each an inject, or a list of injects that come side by side.</summary>
    private static ImmutableArray<PoolMember> Members(Item i)
    {
        var nodes = i.Fields.List("members");
        if (nodes.Count is 0 or > MostMembers)
            i.Fields.Wrong("members", nodes.Count == 0 ? "yaml-missing" : "too-many", $"A pool needs ‘members’: 1 to {MostMembers} injects, or lists of injects that come side by side.");
        return [.. nodes.Select(node => new PoolMember(Member(node, i.Binding))).Where(m => !m.Injects.IsEmpty)];
    }

    private static ImmutableArray<string> Member(YamlNode node, Binding b) => node switch
    {
        YamlList { Items.Count: > 0 and <= 10 } list => [.. list.Items.Select(one => Pick.Id(one, "members", Thing.Inject, b))],
        YamlList => Wrong(node, b),
        _ => [Pick.Id(node, "members", Thing.Inject, b)],
    };

    private static ImmutableArray<string> Wrong(YamlNode node, Binding b)
    {
        b.Problems.Add(node.At, "part-shape", "A member is one inject, or a list of 1 to 10 injects that come side by side.");
        return [];
    }
}
