using HanoiAcademy.Storage.Database;
using HanoiAcademy.Storage.Database.Sqlite;
using Microsoft.Data.Sqlite;

namespace HanoiAcademy.Tests.Storage.Retention;

/// <summary>The tables whose migrations say that they refer to drills.</summary>
internal static class DrillTables
{
    private const string Referring = """
        SELECT DISTINCT t.name FROM sqlite_master t, pragma_foreign_key_list(t.name) k WHERE t.type = 'table' AND k."table" = 'Drills' ORDER BY t.name
        """;

    public static IReadOnlyList<string> All()
    {
        using var connection = new SqliteConnection("Data Source=:memory:");
        connection.Open();
        var session = new Session(connection, null);
        foreach (var migration in SqliteMigrator.Known)
            session.Execute(migration.Sql);
        return session.All<string>(Referring);
    }
}
