using System.Security.Cryptography;

namespace HanoiAcademy.Storage.Backup;

internal static class HashedCopy
{
    /// <param name="most">One byte more is an <see cref="InvalidDataException"/>, before it is written.</param>
    public static (long Size, string Sha256) Run(Stream source, Stream target, long most)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new byte[81_920];
        var size = 0L;
        int read;
        while ((read = source.Read(buffer)) > 0)
        {
            size += read;
            if (size > most)
            {
                throw new InvalidDataException("The entry is longer than the archive says.");
            }

            hash.AppendData(buffer, 0, read);
            target.Write(buffer, 0, read);
        }

        return (size, Convert.ToHexStringLower(hash.GetHashAndReset()));
    }
}
