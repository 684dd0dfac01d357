using Microsoft.Data.Sqlite;

namespace HanoiAcademy.Storage.Database.Sqlite;

/// <summary>Brings a database to what this code knows, in one transaction that only one process at a time can hold.</summary>
internal static class SqliteMigrator
{
    public static readonly IReadOnlyList<Migration> Known = Migration.For("Sqlite");

    private const string MakeMeta = "CREATE TABLE Meta (Name TEXT NOT NULL PRIMARY KEY, Value TEXT NOT NULL) STRICT";

    public static void Migrate(string file, bool demo)
    {
        using var connection = SqliteConnections.Open(SqliteConnections.ForWriting(file));
        using var transaction = connection.BeginTransaction(deferred: false);
        var session = new Session(connection, transaction);
        var place = Place.OfFile(file);
        var meta = Read(session, place);
        if (meta is null)
        {
            session.Execute(MakeMeta);
            meta = Meta.Begin(session, demo);
        }

        meta.Refuse(Known.Count, demo, place);
        meta.RefuseHalf(ColumnsAt(meta.Schema), session.All<string>(Columns), place, "a backup");
        foreach (var migration in Known.Where(migration => migration.Number > meta.Schema))
        {
            session.Execute(migration.Sql);
            Meta.SetSchema(session, migration.Number);
        }

        transaction.Commit();
    }

    private const string Tables = "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%'";

    /// <summary>Null for an empty database.</summary>
    /// <exception cref="StorageException">It is no academy's.</exception>
    public static Meta? Read(Session session, Place place) => Meta.Read(session, session.All<string>(Tables), place);

    private const string Things = "SELECT type || ' ' || name || ': ' || sql FROM sqlite_master WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite%' ORDER BY type, name";

    /// <summary>Every table, index, view and trigger with the text that made it.</summary>
    public static IReadOnlyList<string> SchemaOf(Session session) => session.All<string>(Things);

    /// <summary>What <see cref="SchemaOf"/> says of a database that these migrations, up to a number, have made.</summary>
    public static IReadOnlyList<string> SchemaAt(int number)
    {
        using var connection = InMemory(number, out var session);
        return SchemaOf(session);
    }

    private const string Columns = """
        SELECT t.name || '.' || c.name FROM sqlite_master t, pragma_table_info(t.name) c
        WHERE t.type = 'table' AND t.name NOT LIKE 'sqlite%'
        """;

    /// <summary>Every <c>Table.Column</c> that these migrations, up to a number, have made; the same in every database.</summary>
    public static IReadOnlySet<string> ColumnsAt(int number)
    {
        using var connection = InMemory(number, out var session);
        return session.All<string>(Columns).ToHashSet(StringComparer.Ordinal);
    }

    private static SqliteConnection InMemory(int number, out Session session)
    {
        var connection = SqliteConnections.Open("Data Source=:memory:;Pooling=False");
        session = new Session(connection, null);
        session.Execute(MakeMeta);
        Meta.Begin(session, demo: false);
        foreach (var migration in Known.Take(number))
        {
            session.Execute(migration.Sql);
        }

        return connection;
    }
}
