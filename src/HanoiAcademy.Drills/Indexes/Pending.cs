using HanoiAcademy.Drills.Events;

namespace HanoiAcademy.Drills.Indexes;

/// <summary>What is still to be asked in one turn, by kind and place; grows with each event of the turn.</summary>
internal sealed class Pending(Watches watches)
{
    private readonly List<int>[] places = [[], [], [], [], []];

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

    /// <summary>The first place not before <paramref name="from"/> that is to be asked, which it then no longer is; -1 when there is none.</summary>
    public int Take(Waiting kind, int from)
    {
        var list = places[(int)kind];
        var n = list.BinarySearch(from);
        n = n < 0 ? ~n : n;
        if (n == list.Count)
            return -1;
        var place = list[n];
        list.RemoveAt(n);
        return place;
    }

    private void Add(int[][] asked)
    {
        for (var kind = 0; kind < Watches.Kinds; kind++)
            foreach (var place in asked[kind])
                if (places[kind].BinarySearch(place) is var n and < 0)
                    places[kind].Insert(~n, place);
    }
}
