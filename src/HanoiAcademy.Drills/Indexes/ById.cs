using System.Collections.Immutable;

namespace HanoiAcademy.Drills.Indexes;

/// <summary>Things by id, sorted by ordinal: found in a few comparisons, and with no order of its own that could leak out.</summary>
internal sealed class ById<T>
    where T : class
{
    private readonly string[] ids;
    private readonly T[] things;
    private readonly int[] places;

    public ById(ImmutableArray<T> all, Func<T, string> id)
    {
        places = [.. Enumerable.Range(0, all.Length).OrderBy(n => id(all[n]), StringComparer.Ordinal)];
        ids = [.. places.Select(n => id(all[n]))];
        things = [.. places.Select(n => all[n])];
    }

    /// <summary>The thing of that id; the first in the scenario's order where an id stands twice; null where there is none.</summary>
    public T? Find(string? id) => Place(id) is var found and >= 0 ? things[found] : null;

    /// <exception cref="KeyNotFoundException">A scenario that was checked names nothing that it does not define.</exception>
    public T this[string id] => Find(id) ?? throw new KeyNotFoundException($"The scenario has no {typeof(T).Name} {id}.");

    /// <summary>Where it stands in the scenario's list; -1 where there is none.</summary>
    public int IndexOf(string id) => Place(id) is var found and >= 0 ? places[found] : -1;

    private int Place(string? id)
    {
        if (id is null)
            return -1;
        var found = Array.BinarySearch(ids, id, StringComparer.Ordinal);
        while (found > 0 && ids[found - 1] == id)
            found--;
        return found;
    }
}
