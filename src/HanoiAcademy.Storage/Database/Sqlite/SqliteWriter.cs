using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace HanoiAcademy.Storage.Database.Sqlite;

/// <summary>
/// The one thread that writes. It commits whatever has gathered while it made the commit before, so that a commit's cost is
/// shared and nobody waits for company.
/// </summary>
internal sealed class SqliteWriter : IDisposable
{
    private const int MostInGroup = 512;
    private const string Item = "item";
    private const int Patience = 5;
    private const int OthersTurn = 5;

    private readonly BlockingCollection<WorkItem> waiting = [];
    private readonly Func<SqliteConnection> open;
    private readonly Func<Exception, Exception> explain;
    private readonly Thread thread;
    private readonly bool shared;
    private SqliteConnection? connection;

    /// <param name="open">A connection for this thread alone.</param>
    /// <param name="explain">What a fault becomes for the caller.</param>
    /// <param name="shared">Other processes write the same file: their commits are waited for again and again, and they get their turn.</param>
    public SqliteWriter(Func<SqliteConnection> open, Func<Exception, Exception> explain, bool shared = false)
    {
        this.shared = shared;
        this.open = open;
        this.explain = explain;
        connection = open();
        thread = new Thread(Run) { IsBackground = true, Name = "academy.db writer" };
        thread.Start();
    }

    public Task<T> Write<T>(Func<Session, T> work)
    {
        var item = new WorkItem<T>(work);
        try
        {
            waiting.Add(item);
        }
        catch (Exception stopped) when (stopped is InvalidOperationException or ObjectDisposedException)
        {
            return Task.FromException<T>(new ObjectDisposedException("academy.db", "The academy is stopping and takes no more writes."));
        }

        return item.Answer;
    }

    /// <summary>Everything handed over before is committed first.</summary>
    public void Dispose()
    {
        waiting.CompleteAdding();
        thread.Join();
        connection?.Dispose();
    }

    private void Run()
    {
        var group = new List<WorkItem>();
        foreach (var first in waiting.GetConsumingEnumerable())
        {
            group.Add(first);
            while (group.Count < MostInGroup && waiting.TryTake(out var next))
            {
                group.Add(next);
            }

            Commit(group);
            group.ForEach(item => item.Finish());
            group.Clear();
            if (shared)
            {
                // Who begins again at once is always before those who wait: SQLite keeps no queue.
                Thread.Sleep(OthersTurn);
            }
        }
    }

    private void Commit(List<WorkItem> group)
    {
        try
        {
            connection ??= open();
            using var transaction = Begin(connection);
            var session = new Session(connection, transaction);
            group.ForEach(item => RunAlone(item, session, transaction));
            transaction.Commit();
        }
        catch (Exception e)
        {
            // Nothing of the group is on disk. An item that had failed alone keeps its own reason.
            var reason = explain(e);
            group.ForEach(item => item.Failure ??= reason);
            Forget();
        }
    }

    private SqliteTransaction Begin(SqliteConnection on)
    {
        for (var patience = shared ? Patience : 0; ; patience--)
        {
            try
            {
                return on.BeginTransaction(deferred: false);
            }
            catch (SqliteException e) when (patience > 0 && (e.SqliteErrorCode is raw.SQLITE_BUSY or raw.SQLITE_LOCKED))
            {
                // Nothing was done yet. The busy timeout has passed, so the next attempt is not a hurried one.
            }
        }
    }

    private void RunAlone(WorkItem item, Session session, SqliteTransaction transaction)
    {
        transaction.Save(Item);
        try
        {
            item.Run(session);
        }
        catch (Exception e)
        {
            item.Failure = explain(e);

            // Where SQLite has already given up the whole transaction (disk full, say), this throws and the group fails with it.
            transaction.Rollback(Item);
        }

        transaction.Release(Item);
    }

    /// <summary>A connection whose commit failed is in doubt; the next group opens another.</summary>
    private void Forget()
    {
        try
        {
            connection?.Dispose();
        }
        catch (SqliteException)
        {
            // It is given up all the same.
        }

        connection = null;
    }
}
