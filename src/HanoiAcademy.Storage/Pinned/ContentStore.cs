using System.Security.Cryptography;
using HanoiAcademy.Storage.Database;

namespace HanoiAcademy.Storage.Pinned;

internal sealed class ContentStore(IDatabase database) : IContentStore
{
    private const string InsertBytes = """
        INSERT INTO Content (Sha256, Bytes)
        SELECT @sha256, @bytes WHERE NOT EXISTS (SELECT 1 FROM Content WHERE Sha256 = @sha256)
        """;

    public async Task<string> Put(ReadOnlyMemory<byte> bytes)
    {
        // The caller may change his buffer while the write waits for its turn.
        var kept = bytes.ToArray();
        var sha256 = Hash(kept);
        await database.WriteOne(session => session.Execute(InsertBytes, new { sha256, bytes = kept }));
        return sha256;
    }

    private const string GetBytes = "SELECT Bytes FROM Content WHERE Sha256 = @sha256";

    public async Task<byte[]?> Get(string sha256, CancellationToken cancel)
    {
        var bytes = await database.Read(session => session.First<byte[]>(GetBytes, new { sha256 }), cancel);
        return bytes is null || Hash(bytes) == sha256
            ? bytes
            : throw new StorageException($"The content kept as {sha256} no longer matches its hash: restore a backup.");
    }

    private static string Hash(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));
}
