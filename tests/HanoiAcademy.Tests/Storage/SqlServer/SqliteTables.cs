using HanoiAcademy.Storage.Database;
using HanoiAcademy.Storage.Database.Sqlite;
using Microsoft.Data.Sqlite;

namespace HanoiAcademy.Tests.Storage.SqlServer;

/// <summary>The columns and keys that SQLite says its migrations made, in the words of the comparison.</summary>
internal sealed record SqliteTables(IReadOnlyList<string> Columns, IReadOnlyList<string> Keys)
{
    private const string AllColumns = """
        SELECT t.name || '.' || c.name || CASE WHEN c."notnull" = 1 THEN ' NOT NULL' ELSE ' NULL' END
        FROM sqlite_master t, pragma_table_info(t.name) c
        WHERE t.type = 'table' AND t.name NOT LIKE 'sqlite%'
        """;

    private const string AllKeys = """
        SELECT t.name || CASE WHEN l."unique" = 1 THEN ' unique' ELSE '' END
            || ' (' || (SELECT group_concat(i.name, ', ') FROM (SELECT name FROM pragma_index_info(l.name) ORDER BY seqno) i) || ')'
        FROM sqlite_master t, pragma_index_list(t.name) l
        WHERE t.type = 'table' AND t.name NOT LIKE 'sqlite%'
        """;

    public static SqliteTables Read()
    {
        using var connection = new SqliteConnection("Data Source=:memory:");
        connection.Open();
        var session = new Session(connection, null);
        foreach (var migration in SqliteMigrator.Known)
        {
            session.Execute(migration.Sql);
        }

        return new SqliteTables(session.All<string>(AllColumns), session.All<string>(AllKeys));
    }
}
