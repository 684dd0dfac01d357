using Microsoft.Data.Sqlite;

namespace HanoiAcademy.Storage.Database.Sqlite;

internal static class SqliteConnections
{
    /// <summary>Not pooled: there is one, and it is kept.</summary>
    public static string ForWriting(string file) => Text(file, SqliteOpenMode.ReadWriteCreate, pooling: false);

    /// <summary>Read-only, so that a store that writes while it reads fails in its first test.</summary>
    public static string ForReading(string file) => Text(file, SqliteOpenMode.ReadOnly, pooling: true);

    public static SqliteConnection Open(string connectionString) => new SqliteConnection(connectionString).Opened();

    // FULL: in WAL mode anything less loses commits that were answered when the power goes. fullfsync: the same, on macOS.
    private const string Durable = "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA fullfsync = ON;";

    /// <summary>Only once the file is known to be ours: it changes the file.</summary>
    public static SqliteConnection MakeDurable(SqliteConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = Durable;
        command.ExecuteNonQuery();
        return connection;
    }

    private const string Patient = "PRAGMA busy_timeout = 10000;";

    /// <summary>For a file that other processes write too: waits for their commits inside SQLite, which asks far more often than its driver.</summary>
    public static SqliteConnection MakePatient(SqliteConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = Patient;
        command.ExecuteNonQuery();
        return connection;
    }

    // Apart: what fails behind a statement that answers with a row fails unheard.
    private static readonly string[] Alone = ["PRAGMA locking_mode = EXCLUSIVE", "BEGIN IMMEDIATE", "ROLLBACK"];

    /// <summary>True while any other connection, of this or another process, has the file open.</summary>
    public static bool IsInUse(string file)
    {
        using var connection = Open(new SqliteConnectionStringBuilder { DataSource = file, Mode = SqliteOpenMode.ReadWrite, Pooling = false, DefaultTimeout = 1 }.ToString());
        try
        {
            foreach (var step in Alone)
            {
                using var command = connection.CreateCommand();
                command.CommandText = step;
                command.ExecuteNonQuery();
            }

            return false;
        }
        catch (SqliteException e) when (e.SqliteErrorCode is SQLitePCL.raw.SQLITE_BUSY or SQLitePCL.raw.SQLITE_LOCKED)
        {
            return true;
        }
    }

    /// <param name="connection">Open.</param>
    /// <param name="table">One of ours: it becomes part of the text.</param>
    public static SqliteCommand AllOf(SqliteConnection connection, string table)
    {
        var command = connection.CreateCommand();
        command.CommandText = $"SELECT * FROM {table}";
        return command;
    }

    private static string Text(string file, SqliteOpenMode mode, bool pooling) => new SqliteConnectionStringBuilder
    {
        DataSource = file,
        Mode = mode,
        ForeignKeys = true,
        Pooling = pooling,
    }.ToString();
}
