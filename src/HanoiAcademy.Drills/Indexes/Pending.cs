using HanoiAcademy.Drills.Events;

namespace HanoiAcademy.Drills.Indexes;

/// <summary>What is still to be asked in one turn, by kind and place; grows with each event of the turn.</summary>
internal sealed class Pending(Watches watches)
{
    private readonly List<int>[] places = [.. Enumerable.Range(0, Watches.Kinds).Select(_ => new List<int>())];

    public void Follow(DrillEvent e)
    {
        if (Subjects.ChangedBy(e) is not { } subject)
            AddEverything();
        else if (subject.Length > 0)
        {
            Add(watches.Unknown);
            if (watches.Of(subject) is { } asked)
                Add(asked);
        }
    }

    /// <summary>What the clock alone may have brought about.</summary>
    public void AddTimed() => Add(watches.Timed);

    public void AddEverything()
    {
        for (var kind = 0; kind < Watches.Kinds; kind++)
        {
            places[kind].Clear();
            places[kind].AddRange(Enumerable.Range(0, watches.Count(kind)));
        }
    }

    /// <summary>The places that are to be asked, in order, each of which then no longer is; one that comes to be asked meanwhile, and lies ahead, is among them.</summary>
    public IEnumerable<int> Take(Waiting kind)
    {
        var list = places[(int)kind];
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
                if (places[kind].BinarySearch(place) is var n and < 0)
                    places[kind].Insert(~n, place);
    }
}
