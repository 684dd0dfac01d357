using System.Data;
using System.Diagnostics;
using Microsoft.Data.SqlClient;
using Microsoft.Extensions.Options;

namespace HanoiAcademy.Storage.Database.SqlServer;

/// <summary>
/// A database on SQL Server. Made, it is migrated and open.
/// <para>
/// Isolation is READ COMMITTED: what may happen once is guarded by a key or by the row that a statement changes, and what needs more
/// first changes a row that all who compete for it change. Serialisable transactions would guard the same by range locks that
/// end in deadlocks where two append at once.
/// </para>
/// </summary>
internal sealed class SqlServerDatabase : IDatabase, IDisposable
{
    /// <summary>Below the driver's usual pool of 100, so that who waits holds no thread and never runs into the pool's own timeout.</summary>
    private const int MostAtOnce = 64;

    private static readonly TimeSpan LongestGoodbye = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(20);

    private readonly SqlServerConnections connections;
    private readonly SemaphoreSlim places;
    private volatile int underWay;
    private volatile bool stopped;

    public SqlServerDatabase(IOptions<StorageOptions> options)
    {
        connections = new SqlServerConnections(options.Value.ConnectionString);
        places = new SemaphoreSlim(Math.Min(MostAtOnce, connections.PoolSize));
        try
        {
            // After a power cut both start at once, and the server takes longer.
            SqlServerRetry.Run(
                _ =>
                {
                    using var connection = connections.OpenAlone();
                    SqlServerMigrator.Migrate(connection, connections.Place, options.Value.Demo);
                    return 0;
                },
                CancellationToken.None).GetAwaiter().GetResult();
        }
        catch (SqlException e)
        {
            throw SqlServerTrouble.AtStart(e, connections);
        }
    }

    public Task<T> Write<T>(Func<Session, T> work) => Run(again =>
    {
        // Until the commit is sent, a line that breaks takes everything back.
        using var connection = OrTakenBack(connections.Open);
        using var transaction = OrTakenBack(() => connection.BeginTransaction(IsolationLevel.ReadCommitted));
        var result = OrTakenBack(() => work(new Session(connection, transaction) { Again = again }));
        transaction.Commit();
        return result;
    });

    public Task<T> WriteOne<T>(Func<Session, T> work) => Run(again =>
    {
        using var connection = OrTakenBack(connections.Open);
        return work(new Session(connection, null) { Again = again, ExecutesOnce = true });
    });

    public Task<T> Read<T>(Func<Session, T> work, CancellationToken cancel = default) => Run(
        _ =>
        {
            using var connection = connections.Open();
            return work(new Session(connection, null));
        },
        cancel);

    /// <summary>What is under way is waited for: it was handed over before, and its caller may still be told.</summary>
    public void Dispose()
    {
        if (stopped)
        {
            return;
        }

        stopped = true;
        var begun = Stopwatch.GetTimestamp();
        while (underWay > 0 && Stopwatch.GetElapsedTime(begun) < LongestGoodbye)
        {
            Thread.Sleep(Glance);
        }

        connections.Forget();
    }

    /// <param name="attempt">Given whether an attempt before it may have been kept.</param>
    /// <param name="cancel">Ends the waiting, not the work.</param>
    private async Task<T> Run<T>(Func<bool, T> attempt, CancellationToken cancel = default)
    {
        if (stopped)
        {
            throw new ObjectDisposedException("SQL Server", "The academy is stopping and takes no more work.");
        }

        Interlocked.Increment(ref underWay);
        var mine = false;
        try
        {
            await places.WaitAsync(cancel);
            mine = true;
            return await SqlServerRetry.Run(attempt, cancel);
        }
        catch (SqlException e)
        {
            throw SqlServerTrouble.Explain(e, connections);
        }
        finally
        {
            Interlocked.Decrement(ref underWay);
            if (mine)
            {
                places.Release();
            }
        }
    }

    private static T OrTakenBack<T>(Func<T> work)
    {
        try
        {
            return work();
        }
        catch (SqlException e) when (SqlServerFaults.Of(e) == SqlServerFault.Unknown)
        {
            throw new TakenBackException(e);
        }
    }
}
