using System.Data.Common;
using Dapper;

namespace HanoiAcademy.Storage.Database;

/// <summary>A connection and its transaction as one, so that no query can forget the second.</summary>
internal sealed class Session(DbConnection connection, DbTransaction? transaction)
{
    static Session() => Microseconds.TeachDapper();

    public int Execute(string sql, object? values = null) => connection.Execute(sql, values, transaction);

    public List<T> All<T>(string sql, object? values = null) => connection.Query<T>(sql, values, transaction).AsList();

    public T? First<T>(string sql, object? values = null)
        where T : class => connection.QueryFirstOrDefault<T>(sql, values, transaction);

    public long Number(string sql, object? values = null) => connection.ExecuteScalar<long>(sql, values, transaction);
}
