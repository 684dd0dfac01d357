using HanoiAcademy.Drills.Events;
using HanoiAcademy.Drills.State;

namespace HanoiAcademy.Drills.Indexes;

/// <summary>What is still to be asked in one turn, by kind and place; grows with each event of the turn.</summary>
internal sealed class Pending(Watches watches)
{
    /// <summary>Null where nothing was ever added, which is most of them in most commands.</summary>
    private readonly List<int>?[] places = new List<int>?[Watches.Kinds];

    public void Follow(DrillEvent e)
    {
        if (Subjects.ChangedBy(e) is not { } subject)
            AddEverything();
        else if (subject.Length > 0)
        {
            Add(watches.Unknown);
            if (watches.Of(subject) is { } asked)
                Add(asked);
            if (Subjects.ChangedAlso(e) is { } also && watches.Of(also) is { } askedToo)
                Add(askedToo);
        }
    }

    /// <summary>What the clock alone may bring about on its way from the state's moment to <paramref name="upTo"/>: what asks about a moment between, or about a meter that reaches a bound.</summary>
    public void AddTimed(DrillState state, ScenarioIndex index, long upTo)
    {
        foreach (var asked in watches.Between(state.At, upTo))
            Add(asked);
        foreach (var (id, bounds) in index.Moments.OnMeters)
            if (state.Meters.TryGetValue(id, out var meter) && bounds.Next(meter, state.At) <= upTo && watches.Of("meter " + id) is { } asked)
                Add(asked);
    }

    public void AddEverything()
    {
        for (var kind = 0; kind < Watches.Kinds; kind++)
        {
            // The same list: somebody may be in the middle of it.
            var list = places[kind] ??= [];
            list.Clear();
            list.AddRange(Enumerable.Range(0, watches.Count(kind)));
        }
    }

    /// <summary>The places that are to be asked, in order, each of which then no longer is; one that comes to be asked meanwhile, and lies ahead, is among them.</summary>
    public IEnumerable<int> Take(Waiting kind) => places[(int)kind] is { Count: > 0 } list ? Taken(list) : [];

    private static IEnumerable<int> Taken(List<int> list)
    {
        for (var from = 0; ; from++)
        {
            var n = list.BinarySearch(from);
            n = n < 0 ? ~n : n;
            if (n == list.Count)
                yield break;
            from = list[n];
            list.RemoveAt(n);
            yield return from;
        }
    }

    private void Add(int[][] asked)
    {
        for (var kind = 0; kind < Watches.Kinds; kind++)
            foreach (var place in asked[kind])
            {
                var list = places[kind] ??= [];
                if (list.BinarySearch(place) is var n and < 0)
                    list.Insert(~n, place);
            }
    }
}
