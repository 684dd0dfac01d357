using HanoiAcademy.Storage.Backup;
using HanoiAcademy.Storage.Database;
using HanoiAcademy.Storage.Database.Sqlite;
using HanoiAcademy.Storage.Database.SqlServer;
using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;

namespace HanoiAcademy.Storage.Moving;

/// <summary>Copies an academy from its SQLite file into an empty database on SQL Server: the whole of it, or nothing of it.</summary>
public static class AcademyMove
{
    /// <returns>The tables in the order they were copied.</returns>
    /// <exception cref="StorageException">One sentence for the operator; the source is as it was, and the target holds nothing of it unless the sentence says that this is not known.</exception>
    public static IReadOnlyList<MovedTable> Run(string dataFolder, string? connectionString)
    {
        var folder = Path.TrimEndingDirectorySeparator(Path.GetFullPath(dataFolder));
        var database = DataFolder.DatabaseIn(folder);
        if (!File.Exists(database))
        {
            throw new StorageException($"There is no {DataFolder.DatabaseName} in {folder}: name the data folder of an academy with --data.");
        }

        var target = new SqlServerConnections(connectionString);
        try
        {
            if (SqliteConnections.IsInUse(database))
            {
                throw new StorageException($"An academy is running on {folder}: stop it first, or what it still writes is left behind.");
            }

            // One moment of it, looked through from end to end, and brought to what the target will be.
            using var work = WorkFolder.Beside(folder);
            var copy = work.PathOf(DataFolder.DatabaseName);
            var contents = DatabaseCopy.Make(database, copy);
            SqliteMigrator.Migrate(copy, contents.Demo);
            return IntoEmpty(target, copy, Path.Combine(folder, "keys"), contents.Demo);
        }
        catch (SqliteException e) when (SqliteTrouble.Explain(e, database) is StorageException explained)
        {
            throw explained;
        }
        catch (SqlException e)
        {
            throw SqlServerTrouble.AtStart(e, target);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new StorageException($"The academy in {folder} could not be read ({e.Message.TrimEnd('.')}): check the room and the rights beside that folder.", e);
        }
    }

    private static IReadOnlyList<MovedTable> IntoEmpty(SqlServerConnections target, string copy, string keyFolder, bool demo)
    {
        using var connection = target.OpenAlone();
        SqlServerMigrator.Migrate(connection, target.Place, demo);
        IReadOnlyList<MovedTable>? moved = null;
        try
        {
            SqlServerMigrator.WithLock(new Session(connection, null), target.Place, () =>
            {
                using var transaction = connection.BeginTransaction();
                var copied = CopyAll(connection, transaction, target.Place, copy, keyFolder);
                Commit(transaction.Commit, target.Place);
                moved = copied;
            });
        }
        catch (SqlException) when (moved is not null)
        {
            // All is there; the lock goes with the connection.
        }

        return moved!;
    }

    /// <summary>What was sent last may have been done although nobody said so.</summary>
    internal static void Commit(Action commit, Place place)
    {
        try
        {
            commit();
        }
        catch (Exception e) when (e is SqlException or InvalidOperationException)
        {
            throw new StorageException(
                $"The line to {Lower(place.Name)} broke while the move was being confirmed, so it is not known whether all of it was moved or nothing: "
                + "move again; a target that \"is not empty\" then has all of it, and an empty one gets it now.", e);
        }
    }

    private static string Lower(string name) => char.ToLowerInvariant(name[0]) + name[1..];

    private static List<MovedTable> CopyAll(SqlConnection connection, SqlTransaction transaction, Place place, string copy, string keyFolder)
    {
        var session = new Session(connection, transaction);
        if (TableCounts.Of(session).FirstOrDefault(table => table.Rows > 0) is { } taken)
        {
            throw new StorageException($"{place.Name} is not empty (it holds {taken.Rows} in {taken.Name}), and a move overwrites nothing: {place.Elsewhere}.");
        }

        using var source = SqliteConnections.Open(SqliteConnections.ForWriting(copy));
        KeyFiles.AddTo(new Session(source, null), keyFolder);
        var expected = TableCounts.Of(new Session(source, null));
        foreach (var table in expected)
        {
            TableCopy.Run(source, connection, transaction, table.Name, place);
        }

        var there = TableCounts.Of(session);
        return there.SequenceEqual(expected)
            ? there
            : throw new StorageException($"{place.Name} counts other rows than the academy has: somebody else uses it, so nothing was moved; stop that one and move again.");
    }
}
