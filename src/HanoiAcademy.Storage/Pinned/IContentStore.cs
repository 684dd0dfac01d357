namespace HanoiAcademy.Storage.Pinned;

/// <summary>What was launched, kept for ever under the hash of its bytes.</summary>
public interface IContentStore
{
    /// <summary>Returns the SHA-256 of the bytes in lower-case hexadecimal; putting the same bytes again changes nothing.</summary>
    Task<string> Put(ReadOnlyMemory<byte> bytes);

    /// <summary>Null when nothing is kept under this hash.</summary>
    /// <exception cref="StorageException">The bytes no longer match their hash.</exception>
    Task<byte[]?> Get(string sha256, CancellationToken cancel = default);
}
