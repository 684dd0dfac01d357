using HanoiAcademy.Storage.Database;
using HanoiAcademy.Storage.Database.Sqlite;
using Microsoft.Data.Sqlite;

namespace HanoiAcademy.Storage.Backup;

/// <summary>
/// Who was erased after a backup was made comes back with it. So the list of the erased (hashes, no names) goes along from the folder that is given up: as a
/// file beside the restored database, which the site's next start reads, whatever schema the backup has.
/// </summary>
public static class ErasedList
{
    public const string FileName = "erased-accounts.txt";

    private const string Hashes = "SELECT AccountSha256 FROM ErasedAccounts ORDER BY AccountSha256";

    private const string IsThere = "SELECT COUNT(*) FROM sqlite_master WHERE type = 'table' AND name = 'ErasedAccounts'";

    /// <summary>The hashes on a folder's list; none where its academy knows of no erasure yet.</summary>
    /// <exception cref="StorageException">One sentence for the operator.</exception>
    public static IReadOnlyList<string> Of(string fromFolder)
    {
        var database = DataFolder.DatabaseIn(Path.GetFullPath(fromFolder));
        if (!File.Exists(database))
        {
            throw new StorageException($"There is no {DataFolder.DatabaseName} in {Path.GetFullPath(fromFolder)}: name the data folder in which people were erased with --erased-in.");
        }

        try
        {
            using var connection = SqliteConnections.Open(SqliteConnections.ForReading(database));
            var session = new Session(connection, null);
            return session.Number(IsThere) == 0 ? [] : session.All<string>(Hashes);
        }
        catch (SqliteException e)
        {
            throw new StorageException($"{database} cannot be read ({e.Message.TrimEnd('.')}): name another folder with --erased-in.", e);
        }
    }

    /// <summary>Lays a list into a data folder, for its next start; one that is empty leaves no file.</summary>
    /// <exception cref="StorageException">One sentence for the operator.</exception>
    public static void Put(IReadOnlyCollection<string> hashes, string folder)
    {
        try
        {
            if (hashes.Count > 0)
            {
                File.WriteAllLines(Path.Combine(folder, FileName), hashes);
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new StorageException($"The list of the erased could not be put into {folder} ({e.Message.TrimEnd('.')}): delete that folder and restore once more before a site is started on it.", e);
        }
    }

    /// <summary>The hashes of a list that lies in a data folder; empty where there is none. Lines that are no hash are passed over.</summary>
    public static IReadOnlyList<string> Read(string folder)
    {
        var file = Path.Combine(folder, FileName);
        return File.Exists(file) ? [.. File.ReadLines(file).Select(line => line.Trim()).Where(line => line.Length == 64 && line.All(char.IsAsciiHexDigit))] : [];
    }

    /// <summary>When what it says is in the database.</summary>
    public static void Forget(string folder) => File.Delete(Path.Combine(folder, FileName));
}
