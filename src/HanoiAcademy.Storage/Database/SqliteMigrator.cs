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

    private const string Things = "SELECT type || ' ' || name || ': ' || sql FROM sqlite_master WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite%' ORDER BY type, name";

    /// <summary>Every table, index, view and trigger with the text that made it.</summary>
    public static IReadOnlyList<string> SchemaOf(Session session) => session.All<string>(Things);

    /// <summary>What <see cref="SchemaOf"/> says of a database that these migrations, up to a number, have made.</summary>
    public static IReadOnlyList<string> SchemaAt(int number)
    {
        using var connection = SqliteConnections.Open("Data Source=:memory:;Pooling=False");
        var session = new Session(connection, null);
        Meta.Begin(session, demo: false);
        foreach (var migration in Known.Take(number))
        {
            session.Execute(migration.Sql);
        }

        return SchemaOf(session);
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
