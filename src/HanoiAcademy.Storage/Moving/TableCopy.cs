using HanoiAcademy.Storage.Database;
using HanoiAcademy.Storage.Database.Sqlite;
using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;

namespace HanoiAcademy.Storage.Moving;

internal static class TableCopy
{
    // What each row refers to is checked as it comes in: a bulk copy looks away unless it is told.
    private const SqlBulkCopyOptions Checked = SqlBulkCopyOptions.CheckConstraints | SqlBulkCopyOptions.KeepNulls;

    /// <exception cref="StorageException">A row does not fit.</exception>
    public static void Run(SqliteConnection source, SqlConnection target, SqlTransaction transaction, string table, Place place)
    {
        using var command = SqliteConnections.AllOf(source, table);
        using var rows = command.ExecuteReader();
        if (!rows.HasRows)
        {
            return;
        }

        using var bulk = new SqlBulkCopy(target, Checked, transaction);
        bulk.DestinationTableName = table;
        bulk.BulkCopyTimeout = 0;
        for (var column = 0; column < rows.FieldCount; column++)
        {
            bulk.ColumnMappings.Add(rows.GetName(column), rows.GetName(column));
        }

        try
        {
            bulk.WriteToServer(rows);
        }
        catch (InvalidOperationException e)
        {
            throw new StorageException($"A row of {table} does not fit into {place.Name} ({e.Message.TrimEnd('.')}): shorten it in the academy, then move again.", e);
        }
        catch (SqlException e) when (e.Number is 2627 or 2601 or 547 or 2628 or 8152)
        {
            throw new StorageException($"A row of {table} is refused by {place.Name} ({e.Message.Split('\n')[0].TrimEnd('.', '\r')}): mend it in the academy, then move again.", e);
        }
    }
}
