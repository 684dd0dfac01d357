using System.Data.Common;
using Dapper;

namespace HanoiAcademy.Storage.Database;

/// <summary>A connection and its transaction as one, so that no query can forget the second.</summary>
internal sealed class Session(DbConnection connection, DbTransaction? transaction)
{
    private int executions;

    static Session() => Microseconds.TeachDapper();

    /// <summary>
    /// The same work ran before and the line broke before the database said whether it was kept. What then stands there may be the
    /// caller's own, and is answered as what he just did, not as somebody else's.
    /// </summary>
    public bool Again { get; init; }

    /// <summary>For work that promised to change something once; see <see cref="IDatabase.WriteOne"/>.</summary>
    public bool ExecutesOnce { get; init; }

    public Session Once() => new(connection, transaction) { Again = Again, ExecutesOnce = true };

    public Session AfterLostAnswer() => new(connection, transaction) { Again = true, ExecutesOnce = ExecutesOnce };

    public int Execute(string sql, object? values = null) => ExecutesOnce && executions++ > 0
        ? throw new InvalidOperationException("This work changes more than it promised: without a transaction half of it could be kept.")
        : connection.Execute(sql, values, transaction);

    public List<T> All<T>(string sql, object? values = null) => connection.Query<T>(sql, values, transaction).AsList();

    public T? First<T>(string sql, object? values = null)
        where T : class => connection.QueryFirstOrDefault<T>(sql, values, transaction);

    public long Number(string sql, object? values = null) => connection.ExecuteScalar<long>(sql, values, transaction);
}
