using Microsoft.Data.SqlClient;

namespace HanoiAcademy.Storage.Database.SqlServer;

/// <summary>Brings a database to what this code knows, one migrator at a time, each migration with its number in one transaction.</summary>
internal static class SqlServerMigrator
{
    public static readonly IReadOnlyList<Migration> Known = Migration.For("SqlServer");

    /// <param name="connection">Not pooled: see <see cref="WithLock"/>.</param>
    /// <param name="place">For the sentences.</param>
    /// <param name="demo">Whether it is to be a demo's.</param>
    /// <exception cref="StorageException">It is not to be opened; one sentence for the operator.</exception>
    public static void Migrate(SqlConnection connection, Place place, bool demo)
    {
        var session = new Session(connection, null);
        if (Look(session, place, demo) is not { } meta || meta.Schema < Known.Count)
        {
            WithLock(session, place, () => Bring(connection, place, demo));
        }

        RefuseIfHalf(session, new Meta(Known.Count, demo), place);
        Meta.Touch(session);
    }

    private const string MakeMeta = """
        CREATE TABLE Meta (
            Name nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL PRIMARY KEY,
            Value nvarchar(200) NOT NULL
        )
        """;

    private static void Bring(SqlConnection connection, Place place, bool demo)
    {
        // Another node may have been at it while this one waited for the lock.
        var meta = Look(new Session(connection, null), place, demo);
        if (meta is not null)
        {
            RefuseIfHalf(new Session(connection, null), meta, place);
        }

        for (var schema = meta?.Schema ?? 0; schema < Known.Count; schema++)
        {
            using var transaction = connection.BeginTransaction();
            var session = new Session(connection, transaction);
            if (schema == 0)
            {
                session.Execute(MakeMeta);
                Meta.Begin(session, demo);
            }

            session.Execute(Known[schema].Sql);
            Meta.SetSchema(session, Known[schema].Number);
            transaction.Commit();
        }
    }

    // Orleans keeps its membership in tables of its own, which may well lie in the same database.
    private const string Tables = "SELECT TABLE_NAME FROM INFORMATION_SCHEMA.TABLES WHERE TABLE_TYPE = 'BASE TABLE' AND TABLE_NAME NOT LIKE 'Orleans%'";

    /// <summary>Null for a database without tables of anybody's but Orleans's.</summary>
    /// <exception cref="StorageException">It is not to be opened.</exception>
    private static Meta? Look(Session session, Place place, bool demo)
    {
        var meta = Meta.Read(session, session.All<string>(Tables), place);
        meta?.Refuse(Known.Count, demo, place);
        return meta;
    }

    private const string Columns = "SELECT TABLE_NAME + '.' + COLUMN_NAME FROM INFORMATION_SCHEMA.COLUMNS";

    private static void RefuseIfHalf(Session session, Meta meta, Place place) =>
        meta.RefuseHalf(Sqlite.SqliteMigrator.ColumnsAt(meta.Schema), session.All<string>(Columns), place, "the server's backup of it");

    private const string TakeLock = """
        DECLARE @got int;
        EXEC @got = sp_getapplock @Resource = 'HanoiAcademy.Migration', @LockMode = 'Exclusive', @LockOwner = 'Session', @LockTimeout = 25000;
        SELECT @got;
        """;

    private const string GiveLock = "EXEC sp_releaseapplock @Resource = 'HanoiAcademy.Migration', @LockOwner = 'Session'";

    /// <summary>On a connection that is not pooled: whatever happens, the lock goes with it.</summary>
    public static void WithLock(Session session, Place place, Action work)
    {
        if (session.Number(TakeLock) < 0)
        {
            throw new StorageException($"{place.Name} is still being migrated by another node: start this one again when the other is ready.");
        }

        work();
        session.Execute(GiveLock);
    }
}
