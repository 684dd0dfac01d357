using HanoiAcademy.Storage.Backup;

namespace HanoiAcademy.Storage.Database.Sqlite;

internal static class DatabaseCopy
{
    /// <summary>Copies one moment of a database that may be in use; writers are not held up, for it is in WAL mode.</summary>
    public static DatabaseContents Make(string database, string copy)
    {
        using var target = SqliteConnections.Open(SqliteConnections.ForWriting(copy));
        using (var source = SqliteConnections.Open(SqliteConnections.ForWriting(database)))
        {
            var meta = SqliteMigrator.Read(new Session(source, null), Place.OfFile(database)) ?? throw new StorageException($"{database} is empty: start the academy once before backing it up.");
            if (meta.Schema > SqliteMigrator.Known.Count)
            {
                throw new StorageException($"{database} was written by a newer Hanoi Academy: back it up with the newer version's academy.");
            }

            source.BackupDatabase(target);
        }

        var session = new Session(target, null);
        session.First<string>("PRAGMA journal_mode = DELETE");
        return Check(session, database);
    }

    private const string BrokenReferences = "SELECT COUNT(*) FROM pragma_foreign_key_check";

    /// <summary>Looks through the whole copy and counts its rows.</summary>
    /// <exception cref="StorageException">It is damaged, or not what the migrations make.</exception>
    public static DatabaseContents Check(Session session, string name)
    {
        // The copy may come from anywhere: nothing in its schema may run, and no cell is taken on trust.
        session.Execute("PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON");
        var meta = SqliteMigrator.Read(session, Place.OfFile(name)) ?? throw Damaged(name);
        if (meta.Schema > SqliteMigrator.Known.Count)
        {
            throw new StorageException($"{name} comes from a newer Hanoi Academy (schema {meta.Schema}, this one knows {SqliteMigrator.Known.Count}): restore it with the newer version's academy.");
        }

        if (!SqliteMigrator.SchemaOf(session).SequenceEqual(SqliteMigrator.SchemaAt(meta.Schema))
            || session.First<string>("PRAGMA integrity_check") != "ok"
            || session.Number(BrokenReferences) > 0)
        {
            throw Damaged(name);
        }

        var there = session.All<string>("SELECT name FROM sqlite_master WHERE type = 'table'");
        var tables = BackedUpTables.All.Where(there.Contains).ToDictionary(table => table, table => session.Number($"SELECT COUNT(*) FROM {table}"), StringComparer.Ordinal);
        return new DatabaseContents(meta.Schema, meta.Demo, new SortedDictionary<string, long>(tables, StringComparer.Ordinal));
    }

    private static StorageException Damaged(string name) => new($"{name} is damaged, or was changed by hand: use another backup.");
}

internal sealed record DatabaseContents(int Schema, bool Demo, SortedDictionary<string, long> Tables);
