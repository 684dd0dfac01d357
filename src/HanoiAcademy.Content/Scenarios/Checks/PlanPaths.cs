using HanoiAcademy.Drills.Scenarios;

namespace HanoiAcademy.Content.Scenarios.Checks;

/// <summary>How a plan goes from step to step, looked up once: a plan may have thousands of branches, and checks ask for each of them.</summary>
internal sealed class PlanPaths
{
    private readonly Dictionary<string, string[]> _next;
    private readonly string[] _starts;
    private readonly Dictionary<string, HashSet<string>> _past = new(StringComparer.Ordinal);

    public PlanPaths(AdversaryPlan plan)
    {
        Plan = plan;
        Into = plan.Steps.SelectMany(s => s.Then.Select(b => (b.Step, From: s, IsFallback: false)).Concat(s.Fallback.Select(b => (b.Step, From: s, IsFallback: true))))
            .Where(x => x.Step != x.From.Id).Distinct().ToLookup(x => x.Step, x => (x.From, x.IsFallback), StringComparer.Ordinal);
        Entries = plan.Steps.Where((s, n) => n == 0 || !Into.Contains(s.Id)).Select(s => s.Id).ToHashSet(StringComparer.Ordinal);
        var followers = plan.Steps.SelectMany(s => s.After.Select(a => (a, s.Id))).ToLookup(x => x.a, x => x.Id, StringComparer.Ordinal);
        _next = plan.Steps.ToDictionary(s => s.Id, s => s.Then.Concat(s.Fallback).Select(b => b.Step).Concat(followers[s.Id]).Distinct().ToArray(), StringComparer.Ordinal);
        _starts = [.. plan.Steps.Where(s => Entries.Contains(s.Id) && s.After.IsEmpty).Select(s => s.Id)];
    }

    public AdversaryPlan Plan { get; }

    /// <summary>The first step, and those that no other branches to.</summary>
    public IReadOnlySet<string> Entries { get; }

    /// <summary>Steps that branch to another one.</summary>
    public ILookup<string, (AdversaryStep From, bool IsFallback)> Into { get; }

    /// <summary>Whether the plan comes to a step only by way of another, or is there.</summary>
    public bool Precedes(string first, string step)
    {
        if (first == step)
            return true;
        if (!_past.TryGetValue(first, out var seen))
        {
            _past[first] = seen = new(StringComparer.Ordinal);
            var open = new Stack<string>(_starts);
            while (open.TryPop(out var at))
                if (at != first && _next.TryGetValue(at, out var next) && seen.Add(at))
                    foreach (var one in next)
                        open.Push(one);
        }

        return !seen.Contains(step);
    }
}
