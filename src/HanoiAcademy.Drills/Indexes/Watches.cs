using System.Collections.Immutable;
using HanoiAcademy.Drills.Scenarios;
using HanoiAcademy.Drills.World;

namespace HanoiAcademy.Drills.Indexes;

/// <summary>What waits for a condition, in the order in which it is asked.</summary>
internal enum Waiting
{
    Objective,
    Penalty,
    Step,
    Pool,
    Inject,
    Decision,
    Questionnaire,
    End,
    Court,
    Gone,
}

/// <summary>Which of what waits must be asked again when something has changed, by kind and place in the scenario.</summary>
internal sealed class Watches
{
    public const int Kinds = 10;
    private readonly ImmutableSortedDictionary<string, int[][]> bySubject;
    private readonly (long At, int[][] Places)[] byMoment;
    private readonly int[] counts;

    public Watches(Scenario scenario, StepIndex steps)
    {
        var conditions = new Condition?[][]
        {
            [.. scenario.Objectives.Select(Winning)],
            [.. scenario.Penalties.Select(p => p.When)],
            [.. steps.All.Select(s => s.Watched)],
            [.. scenario.Pools.Select(p => p.When)],
            [.. scenario.Injects.Select(i => i.When)],
            [.. scenario.Decisions.Select(d => Opening(d.At, d.When))],
            [.. scenario.Questionnaires.Select(q => q.AtEnd ? null : Opening(q.At, q.When))],
            [.. scenario.Ends.Select(e => e.When)],
            [.. scenario.Courts.Select(c => Opening(c.At, c.When))],
            [.. scenario.Evidence.Select(e => e.GoneWhen)],
        };
        counts = [.. conditions.Select(c => c.Length)];
        var subjects = from kind in Enumerable.Range(0, Kinds)
                       from place in Enumerable.Range(0, counts[kind])
                       where conditions[kind][place] is not null
                       from part in Conditions.Parts(conditions[kind][place]!).Where(IsLeaf)
                       select (Subject: Subjects.WatchedBy(part), Moment: (part as AtTime)?.At, Kind: kind, Place: place);
        var all = subjects.Distinct().ToList();
        byMoment = [.. all.Where(x => x.Moment is not null).GroupBy(x => x.Moment!.Value).OrderBy(g => g.Key).Select(g => (g.Key, Places(g.Select(x => (x.Kind, x.Place)))))];
        Unknown = Places(all.Where(x => x.Subject is null).Select(x => (x.Kind, x.Place)));
        bySubject = all.Where(x => x.Subject is { Length: > 0 }).GroupBy(x => x.Subject!, StringComparer.Ordinal)
            .ToImmutableSortedDictionary(g => g.Key, g => Places(g.Select(x => (x.Kind, x.Place))), StringComparer.Ordinal);
    }

    /// <summary>By kind: what asks about something that <see cref="Subjects"/> does not name; asked after every event that changes anything.</summary>
    public int[][] Unknown { get; }

    /// <summary>By kind: what asks about a subject; null when nothing does.</summary>
    public int[][]? Of(string subject) => bySubject.GetValueOrDefault(subject);

    /// <summary>By kind: what asks about a drill ms after <paramref name="from"/>, up to <paramref name="upTo"/>.</summary>
    public IEnumerable<int[][]> Between(long from, long upTo) => byMoment.SkipWhile(x => x.At <= from).TakeWhile(x => x.At <= upTo).Select(x => x.Places);

    public int Count(int kind) => counts[kind];

    private static Condition? Winning(Objective o) =>
        o.AtEnd || o.IsJudgedByPeople ? null : o.Measure?.From is { } from ? new AnyOf([from, o.When]) : o.When;

    private static Condition? Opening(long? at, Condition? when) => (at, when) switch
    {
        ({ } moment, { } condition) => new AnyOf([new AtTime(moment), condition]),
        ({ } moment, null) => new AtTime(moment),
        _ => when,
    };

    private static bool IsLeaf(Condition c) => c is not (AllOf or AnyOf or Not);

    private static int[][] Places(IEnumerable<(int Kind, int Place)> all)
    {
        var byKind = all.ToLookup(x => x.Kind, x => x.Place);
        return [.. Enumerable.Range(0, Kinds).Select(kind => byKind[kind].Distinct().Order().ToArray())];
    }
}
