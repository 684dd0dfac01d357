namespace HanoiAcademy.Content.Exchange.Json;

internal static class FirstWins
{
    /// <summary>Of things with the same key the first counts: a stranger's file may hold an id twice.</summary>
    public static Dictionary<string, TValue> ToDictionaryFirst<T, TValue>(this IEnumerable<T> items, Func<T, string> key, Func<T, TValue> value)
    {
        var all = new Dictionary<string, TValue>(StringComparer.OrdinalIgnoreCase);
        foreach (var item in items)
            all.TryAdd(key(item), value(item));
        return all;
    }
}
