using System.Collections.Immutable;
using HanoiAcademy.Drills.Scenarios;
using HanoiAcademy.Drills.World;

namespace HanoiAcademy.Drills.Indexes;

/// <summary>What waits for a condition, in the order in which it is asked.</summary>
internal enum Waiting
{
    Objective,
    Penalty,
    Inject,
    Decision,
    End,
}

/// <summary>Which objectives, penalties, injects, decisions and ends must be asked again when something has changed, by their places in the scenario.</summary>
internal sealed class Watches
{
    public const int Kinds = 5;
    private readonly ImmutableSortedDictionary<string, int[][]> bySubject;
    private readonly int[] counts;

    public Watches(Scenario scenario)
    {
        var conditions = new Condition?[][]
        {
            [.. scenario.Objectives.Select(Winning)],
            [.. scenario.Penalties.Select(p => p.When)],
            [.. scenario.Injects.Select(i => i.When)],
            [.. scenario.Decisions.Select(Opening)],
            [.. scenario.Ends.Select(e => e.When)],
        };
        counts = [.. conditions.Select(c => c.Length)];
        var subjects = from kind in Enumerable.Range(0, Kinds)
                       from place in Enumerable.Range(0, counts[kind])
                       where conditions[kind][place] is not null
                       from part in Conditions.Parts(conditions[kind][place]!).Where(IsLeaf)
                       select (Subject: Subjects.AskedBy(part), Timed: Subjects.IsTimed(part), Kind: kind, Place: place);
        var all = subjects.Distinct().ToList();
        Timed = Places(all.Where(x => x.Timed).Select(x => (x.Kind, x.Place)));
        Unknown = Places(all.Where(x => x.Subject is null).Select(x => (x.Kind, x.Place)));
        bySubject = all.Where(x => x.Subject is { Length: > 0 }).GroupBy(x => x.Subject!, StringComparer.Ordinal)
            .ToImmutableSortedDictionary(g => g.Key, g => Places(g.Select(x => (x.Kind, x.Place))), StringComparer.Ordinal);
    }

    /// <summary>By kind: what time alone may bring about.</summary>
    public int[][] Timed { get; }

    /// <summary>By kind: what asks about something that <see cref="Subjects"/> does not name; asked after every event that changes anything.</summary>
    public int[][] Unknown { get; }

    /// <summary>By kind: what asks about a subject; null when nothing does.</summary>
    public int[][]? Of(string subject) => bySubject.GetValueOrDefault(subject);

    public int Count(int kind) => counts[kind];

    private static Condition? Winning(Objective o) =>
        o.AtEnd || o.IsJudgedByPeople ? null : o.Measure?.From is { } from ? new AnyOf([from, o.When]) : o.When;

    private static Condition? Opening(Decision d) => (d.At, d.When) switch
    {
        ({ } at, { } when) => new AnyOf([new AtTime(at), when]),
        ({ } at, null) => new AtTime(at),
        (null, var when) => when,
    };

    private static bool IsLeaf(Condition c) => c is not (AllOf or AnyOf or Not);

    private static int[][] Places(IEnumerable<(int Kind, int Place)> all)
    {
        var byKind = all.ToLookup(x => x.Kind, x => x.Place);
        return [.. Enumerable.Range(0, Kinds).Select(kind => byKind[kind].Distinct().Order().ToArray())];
    }
}
