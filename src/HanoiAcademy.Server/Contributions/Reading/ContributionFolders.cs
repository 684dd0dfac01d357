using HanoiAcademy.Content.Problems;
using HanoiAcademy.Storage.Contributions;
using HanoiAcademy.Storage.Pinned;

namespace HanoiAcademy.Server.Contributions.Reading;

/// <summary>Kept versions as they are read; the last few stay in memory, for what has a hash never changes.</summary>
internal sealed class ContributionFolders(IContentStore store, Workbench bench)
{
    private const int Held = 8;
    private readonly Lock _lock = new();
    private readonly LinkedList<(string Sha256, ReadFolder Read)> _held = [];

    public async Task<ReadFolder> Read(ContributionVersion version, CancellationToken cancel = default)
    {
        if (Find(version.Sha256) is { } known)
            return known;
        var zip = await Zip(version, cancel);
        var read = await bench.Do(
            () =>
            {
                var problems = new ProblemList();
                return FolderCheck.Unpack(zip, problems) is { } folder
                    ? FolderCheck.Read(folder)
                    : throw new InvalidDataException($"Version {version.Number} of the contribution {version.ContributionId} is no folder any more: {problems[0]}");
            },
            cancel);
        Hold(version.Sha256, read);
        return read;
    }

    public async Task<byte[]> Zip(ContributionVersion version, CancellationToken cancel = default) => await store.Get(version.Sha256, cancel)
        ?? throw new InvalidDataException($"Version {version.Number} of the contribution {version.ContributionId} is not in the content store: restore the database from a backup that holds it.");

    private ReadFolder? Find(string sha256)
    {
        lock (_lock)
        {
            for (var one = _held.First; one is not null; one = one.Next)
            {
                if (one.Value.Sha256 != sha256)
                    continue;
                _held.Remove(one);
                _held.AddFirst(one);
                return one.Value.Read;
            }

            return null;
        }
    }

    private void Hold(string sha256, ReadFolder read)
    {
        lock (_lock)
        {
            _held.AddFirst((sha256, read));
            if (_held.Count > Held)
                _held.RemoveLast();
        }
    }
}
