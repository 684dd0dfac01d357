using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;

namespace HanoiAcademy.Storage.Database.Sqlite;

/// <summary><c>academy.db</c> in the data folder: one writer, pooled readers. Made, it is migrated and open.</summary>
internal sealed class SqliteDatabase : IDatabase, IDisposable
{
    private readonly SqliteWriter writer;
    private readonly string forReading;
    private bool stopped;

    public SqliteDatabase(IOptions<StorageOptions> options)
    {
        var folder = DataFolder.Make(options.Value.DataFolder);
        var file = DataFolder.DatabaseIn(folder);
        try
        {
            SqliteMigrator.Migrate(file, options.Value.Demo);
            var shared = options.Value.SharedFile;
            writer = new SqliteWriter(() => OpenForWriting(file, shared), e => SqliteTrouble.Explain(e, file), shared);
        }
        catch (SqliteException e)
        {
            throw SqliteTrouble.Explain(e, file);
        }

        forReading = SqliteConnections.ForReading(file);
    }

    public Task<T> Write<T>(Func<Session, T> work) => writer.Write(work);

    public Task<T> WriteOne<T>(Func<Session, T> work) => writer.Write(session => work(session.Once()));

    /// <summary>Runs on the caller's thread: SQLite has no asynchronous reads, and a hop to another thread costs more than most of them.</summary>
    public Task<T> Read<T>(Func<Session, T> work, CancellationToken cancel = default)
    {
        if (cancel.IsCancellationRequested)
        {
            return Task.FromCanceled<T>(cancel);
        }

        try
        {
            using var connection = SqliteConnections.Open(forReading);
            return Task.FromResult(work(new Session(connection, null)));
        }
        catch (Exception e)
        {
            return Task.FromException<T>(e);
        }
    }

    private static SqliteConnection OpenForWriting(string file, bool shared)
    {
        var connection = SqliteConnections.MakeDurable(SqliteConnections.Open(SqliteConnections.ForWriting(file)));
        return shared ? SqliteConnections.MakePatient(connection) : connection;
    }

    public void Dispose()
    {
        if (stopped)
        {
            return;
        }

        stopped = true;
        using (var pooled = new SqliteConnection(forReading))
        {
            SqliteConnection.ClearPool(pooled);
        }

        // Last, so that its closing connection is the only one left, folds the write-ahead log into the file and leaves one file.
        writer.Dispose();
    }
}
