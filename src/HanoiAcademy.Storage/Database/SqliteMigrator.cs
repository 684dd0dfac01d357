namespace HanoiAcademy.Storage.Database;

/// <summary>Brings a database to what this code knows, in one transaction that only one process at a time can hold.</summary>
internal static class SqliteMigrator
{
    public static readonly IReadOnlyList<Migration> Known = Migration.For("Sqlite");

    public static void Migrate(string file, bool demo)
    {
        using var connection = SqliteConnections.Open(SqliteConnections.ForWriting(file));
        using var transaction = connection.BeginTransaction(deferred: false);
        var session = new Session(connection, transaction);
        var meta = Meta.Read(session, file);
        if (meta is null)
        {
            Meta.Begin(session, demo);
            meta = new Meta(0, demo);
        }

        Refuse(meta, demo, file);
        foreach (var migration in Known.Where(migration => migration.Number > meta.Schema))
        {
            session.Execute(migration.Sql);
            Meta.SetSchema(session, migration.Number);
        }

        transaction.Commit();
    }

    private static void Refuse(Meta meta, bool demo, string file)
    {
        if (meta.Schema > Known.Count)
        {
            throw new StorageException($"{file} was written by a newer Hanoi Academy (schema {meta.Schema}, this one knows {Known.Count}): start the newer version, or restore an older backup.");
        }

        if (meta.Demo && !demo)
        {
            throw new StorageException($"{file} was made for a demo, whose passwords are known: start with --demo, or name another data folder.");
        }

        if (demo && !meta.Demo)
        {
            throw new StorageException($"{file} holds real work and is not opened for a demo: start without --demo, or name another data folder.");
        }
    }
}
