using System.Collections.Immutable;
using HanoiAcademy.Drills.Scenarios;
using HanoiAcademy.Drills.World;

namespace HanoiAcademy.Drills.Indexes;

/// <summary>What may look different when something has changed: actions whose requirements ask about it, injects that expect it to be done.</summary>
internal sealed class Asks
{
    private readonly ImmutableSortedDictionary<string, ImmutableArray<ActionDefinition>> bySubject;
    private readonly ImmutableSortedDictionary<string, ImmutableArray<string>> expecting;

    private const string Anything = "*";

    public Asks(Scenario scenario)
    {
        var all = (from action in scenario.Actions
                   from requirement in action.Requires
                   from part in Conditions.Parts(requirement.When)
                   where part is not (AllOf or AnyOf or Not)
                   select (Subject: Subjects.AskedBy(part), IsTimed: Subjects.IsTimed(part), Action: action)).ToList();
        // What a meter holds and how long an action has rested change with time too.
        ByTime = [.. all.Where(x => x.IsTimed || x.Subject is null).Select(x => x.Action).Concat(scenario.Actions.Where(a => a.Costs.Length > 0 || a.CooldownMs > 0)).Distinct()];
        bySubject = all.Where(x => x.Subject is { Length: > 0 }).GroupBy(x => x.Subject!, StringComparer.Ordinal)
            .ToImmutableSortedDictionary(g => g.Key, g => g.Select(x => x.Action).Distinct().ToImmutableArray(), StringComparer.Ordinal);
        var expected = scenario.Injects.SelectMany(i => i.Expected.Concat(i.Variants.SelectMany(v => v.Expected)).Select(act => (Subject: Subjects.DoneBy(act) ?? Anything, Inject: i.Id)));
        expecting = expected.Where(x => x.Subject.Length > 0).GroupBy(x => x.Subject, StringComparer.Ordinal)
            .ToImmutableSortedDictionary(g => g.Key, g => g.Select(x => x.Inject).Distinct().ToImmutableArray(), StringComparer.Ordinal);
        LyingIn = scenario.Evidence.Where(e => e.Asset is not null).GroupBy(e => e.Asset!, StringComparer.Ordinal)
            .ToImmutableSortedDictionary(g => g.Key, g => g.ToImmutableArray(), StringComparer.Ordinal);
        LinkedFrom = scenario.Assets.SelectMany(a => a.Links.Select(l => (To: l, From: a))).GroupBy(x => x.To, StringComparer.Ordinal)
            .ToImmutableSortedDictionary(g => g.Key, g => g.Select(x => x.From).ToImmutableArray(), StringComparer.Ordinal);
    }

    /// <summary>Those that time alone may change, and those that ask about something unknown: they may change with every event.</summary>
    public ImmutableArray<ActionDefinition> ByTime { get; }

    /// <summary>Asset to those whose line leads to it.</summary>
    public ImmutableSortedDictionary<string, ImmutableArray<Asset>> LinkedFrom { get; }

    /// <summary>Injects that expect an act which concerns the subject, or one that is not known.</summary>
    public IEnumerable<string> Expecting(string subject) => expecting.GetValueOrDefault(subject, []).Concat(expecting.GetValueOrDefault(Anything, []));

    /// <summary>Asset to the evidence that lies in it.</summary>
    public ImmutableSortedDictionary<string, ImmutableArray<EvidenceItem>> LyingIn { get; }

    public ImmutableArray<ActionDefinition> About(string subject) => bySubject.GetValueOrDefault(subject, []);
}
