namespace HanoiAcademy.Storage.Keys;

/// <summary>
/// The data-protection keys that all nodes of one academy share: a cookie that one of them made is read by the others. The keys are as
/// secret as the database itself.
/// </summary>
public interface IKeyRing
{
    /// <summary>Keeps a key, or what revokes one; the same name again changes nothing.</summary>
    /// <param name="friendlyName">At most 200 letters; unique.</param>
    /// <param name="xml">The element as text.</param>
    Task Keep(string friendlyName, string xml);

    /// <summary>
    /// Keeps the very first key. False, and nothing is kept, when there is any key already: of two nodes that both found none, one is first and the other hears of it.
    /// </summary>
    Task<bool> KeepFirst(string xml);

    /// <summary>All of them, in order of name.</summary>
    Task<IReadOnlyList<string>> All(CancellationToken cancel = default);
}
