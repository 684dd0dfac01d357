using HanoiAcademy.Storage;
using HanoiAcademy.Storage.Backup;
using HanoiAcademy.Storage.Database;
using HanoiAcademy.Storage.Database.Sqlite;
using Mono.Cecil;

namespace HanoiAcademy.Tests.Storage.SqlServer;

public sealed class TransactSqlTests
{
    [Fact]
    public void Every_text_is_t_sql_of_the_common_subset()
    {
        var texts = StorageTexts.All().ToList();
        texts.SelectMany(text => CommonSubset.Faults(text.Sql).Select(fault => $"{text.Where}: {fault}\n{text.Sql}")).ShouldBeEmpty();

        // Found they must be, or the line above holds nothing.
        texts.Count.ShouldBeGreaterThan(80);
        texts.ShouldContain(text => text.Where == "HanoiAcademy.Storage.Drills.DrillLog.AppendRow");
        texts.ShouldContain(text => text.Where.StartsWith("0001_", StringComparison.Ordinal));
        texts.ShouldContain(text => text.Sql.Contains("IN (@ids)", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("SELECT Id FROM Drills LIMIT 1")]
    [InlineData("CREATE TABLE T (Id TEXT) STRICT")]
    [InlineData("PRAGMA journal_mode = WAL")]
    [InlineData("PRAGMA page_count")]
    [InlineData("INSERT INTO T (A) VALUES (1) ON CONFLICT DO NOTHING")]
    [InlineData("MERGE T USING (SELECT 1 AS A) s ON T.A = s.A WHEN NOT MATCHED THEN INSERT (A) VALUES (1);")]
    [InlineData("SELECT A FROM T WITH (UPDLOCK)")]
    [InlineData("SELECT A FROM T OPTION (RECOMPILE)")]
    [InlineData("WAITFOR DELAY '00:00:01'")]
    [InlineData("UPDATE t SET A = 1 OUTPUT inserted.A FROM T t WHERE t.A = 2")]
    [InlineData("CREATE OR ALTER VIEW V AS SELECT 1 AS A")]
    [InlineData("SELECT X.value('/a', 'int') FROM T")]
    [InlineData("SELECT A FROM T FOR XML AUTO")]
    [InlineData("SELECT A FROM T WHERE CONTAINS(A, 'x')")]
    [InlineData("SELECT A FROM T FOR SYSTEM_TIME ALL")]
    [InlineData("SET TRANSACTION ISOLATION LEVEL SERIALIZABLE")]
    public void What_the_subset_lacks_is_refused(string sql) => CommonSubset.Faults(sql).ShouldNotBeEmpty();

    [Theory]
    [InlineData("UPDATE T SET A = 1 OUTPUT inserted.A WHERE A = 2")]
    [InlineData("SELECT @a WHERE NOT EXISTS (SELECT 1 FROM T)")]
    [InlineData("SELECT Id FROM Drills ORDER BY Id OFFSET 0 ROWS FETCH NEXT 5 ROWS ONLY")]
    public void What_it_has_is_not(string sql) => CommonSubset.Faults(sql).ShouldBeEmpty();

    [Fact]
    public void Both_databases_have_the_same_migrations_with_the_same_tables_and_columns()
    {
        var sqlite = Migration.For(StorageOptions.Sqlite);
        var server = Migration.For(StorageOptions.SqlServer);
        server.Select(migration => migration.Name).ShouldBe(sqlite.Select(migration => migration.Name));

        for (var number = 1; number <= server.Count; number++)
        {
            var columns = MigratedTables.Of(server.Take(number)).SelectMany(table => table.Columns.Select(column => $"{table.Name}.{column.Name}"));
            columns.Concat(["Meta.Name", "Meta.Value"]).Order(StringComparer.Ordinal)
                .ShouldBe(SqliteMigrator.ColumnsAt(number).Order(StringComparer.Ordinal), $"after migration {number}");
        }
    }

    [Fact]
    public void A_column_may_be_empty_in_both_or_in_neither_and_both_have_the_same_keys_and_indexes()
    {
        var server = MigratedTables.Of(Migration.For(StorageOptions.SqlServer));
        var sqlite = SqliteTables.Read();
        server.SelectMany(table => table.Columns.Select(column => $"{table.Name}.{column.Name} {(column.MayBeEmpty ? "NULL" : "NOT NULL")}")).Order(StringComparer.Ordinal)
            .ShouldBe(sqlite.Columns.Order(StringComparer.Ordinal));
        server.SelectMany(table => table.Keys.Select(key => $"{table.Name}{(key.Unique ? " unique" : "")} ({string.Join(", ", key.Columns)})")).Order(StringComparer.Ordinal)
            .ShouldBe(sqlite.Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_key_is_compared_letter_by_letter_and_fits_into_an_index()
    {
        foreach (var table in MigratedTables.Of(Migration.For(StorageOptions.SqlServer)))
            foreach (var key in table.Keys)
            {
                var columns = key.Columns.Select(name => table.Columns.Single(column => column.Name == name)).ToList();
                columns.Where(column => column.IsText && column.Collation != "Latin1_General_100_BIN2").Select(column => column.Name)
                    .ShouldBeEmpty($"{table.Name}: the database's own collation may take A for a");
                columns.Sum(column => column.Bytes).ShouldBeLessThanOrEqualTo(key.Clustered ? 900 : 1700, $"{table.Name} ({string.Join(", ", key.Columns)})");
            }
    }

    [Fact]
    public void Every_table_has_its_line_in_the_backup() =>
        MigratedTables.Of(Migration.For(StorageOptions.SqlServer)).Select(table => table.Name).Prepend("Meta").ShouldBe(BackedUpTables.All);

    /// <summary>
    /// In the cluster's host a newer line of the driver stands in for the one that this was compiled against: what is used here must be
    /// there, with the same types. Before a line is added: is it in both?
    /// </summary>
    [Fact]
    public void Of_the_driver_only_what_its_newer_line_has_as_well_is_used()
    {
        string[] held =
        [
            "SqlBulkCopy::.ctor(SqlConnection,SqlBulkCopyOptions,SqlTransaction)",
            "SqlBulkCopy::WriteToServer(DbDataReader)",
            "SqlBulkCopy::get_ColumnMappings()",
            "SqlBulkCopy::set_BulkCopyTimeout(Int32)",
            "SqlBulkCopy::set_DestinationTableName(String)",
            "SqlBulkCopyColumnMappingCollection::Add(String,String)",
            "SqlConnection::.ctor(String)",
            "SqlConnection::BeginTransaction()",
            "SqlConnection::BeginTransaction(IsolationLevel)",
            "SqlConnection::ClearPool(SqlConnection)",
            "SqlConnectionStringBuilder::.ctor(String)",
            "SqlConnectionStringBuilder::ShouldSerialize(String)",
            "SqlException::get_Class()",
            "SqlException::get_Number()",
        ];
        var used = StorageTexts.Module.GetMemberReferences()
            .Where(member => member.DeclaringType.Scope.Name == "Microsoft.Data.SqlClient")
            .Select(member => member is MethodReference method
                ? $"{method.DeclaringType.Name}::{method.Name}({string.Join(",", method.Parameters.Select(parameter => parameter.ParameterType.Name))})"
                : $"{member.DeclaringType.Name}::{member.Name}");
        used.Except(held).ShouldBeEmpty();
    }
}
