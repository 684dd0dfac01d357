using System.Security.Cryptography;
using HanoiAcademy.Storage.Pinned;

namespace HanoiAcademy.Server.Tests.Drills.Rooms;

internal sealed class MemoryContent : IContentStore
{
    private readonly Dictionary<string, byte[]> _kept = [];

    public Task<string> Put(ReadOnlyMemory<byte> bytes)
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(bytes.Span));
        _kept[hash] = bytes.ToArray();
        return Task.FromResult(hash);
    }

    public Task<byte[]?> Get(string sha256, CancellationToken cancel) => Task.FromResult(_kept.GetValueOrDefault(sha256));
}
