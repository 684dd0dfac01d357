using System.Collections.Concurrent;
using System.Text.Json;
using HanoiAcademy.Drills.Scenarios;
using HanoiAcademy.Drills.Wire;
using HanoiAcademy.Storage;
using HanoiAcademy.Storage.Pinned;

namespace HanoiAcademy.Server.Drills.Rooms;

/// <summary>Scenarios as they were launched, by the hash of their bytes; read once, for what has a hash never changes.</summary>
internal sealed class LaunchedScenarios(IContentStore store)
{
    private readonly ConcurrentDictionary<string, Scenario> _read = new(StringComparer.Ordinal);

    public async Task<Scenario> Get(string sha256, CancellationToken cancel = default)
    {
        if (_read.TryGetValue(sha256, out var known))
            return known;
        var bytes = await store.Get(sha256, cancel)
            ?? throw new InvalidDataException($"The scenario {sha256} of a drill is not in the content store: restore the database from a backup that holds it.");
        return _read.GetOrAdd(sha256, DrillJson.Read<Scenario>(bytes));
    }

    /// <summary>Null: it is gone, or is not what a scenario is. For who looks back and can do without; a room cannot.</summary>
    public async Task<Scenario?> Find(string sha256, CancellationToken cancel = default)
    {
        try
        {
            return await Get(sha256, cancel);
        }
        catch (Exception x) when (x is InvalidDataException or StorageException or JsonException or NotSupportedException)
        {
            return null;
        }
    }
}
