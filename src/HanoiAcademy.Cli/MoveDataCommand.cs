using System.CommandLine;
using HanoiAcademy.Storage;
using HanoiAcademy.Storage.Moving;

namespace HanoiAcademy.Cli;

/// <summary><c>academy move-data --data folder</c>: copies an academy from SQLite into an empty database on SQL Server.</summary>
internal static class MoveDataCommand
{
    public const string Variable = "ConnectionStrings__Academy";

    public static Command Make()
    {
        var data = new Option<string>("--data") { Required = true, Description = "The data folder of the academy to copy; the academy must be stopped." };
        var file = new Option<string?>("--connection-file")
        {
            Description = $"A file that holds the connection string of the database to fill. Without it the environment variable {Variable} is read; on the command line everybody on this machine could read the password.",
        };
        var command = new Command("move-data", "Copy an academy from SQLite into an empty database on SQL Server: all of it, or nothing.") { data, file };
        command.SetAction(parsed => Run(
            parsed.GetRequiredValue(data),
            parsed.GetValue(file),
            parsed.InvocationConfiguration.Output,
            parsed.InvocationConfiguration.Error));
        return command;
    }

    internal static int Run(string data, string? file, TextWriter output, TextWriter error)
    {
        try
        {
            var moved = AcademyMove.Run(data, file is null ? Environment.GetEnvironmentVariable(Variable) : ReadFile(file));
            foreach (var table in moved)
            {
                output.WriteLine($"  {table.Name}: {table.Rows}");
            }

            output.WriteLine($"Moved {moved.Sum(table => table.Rows)} rows of {moved.Count} tables, data-protection keys included.");
            output.WriteLine($"{data} is as it was. Start the site with Storage:Provider=SqlServer and the same connection string, and not with SQLite again: the two would part.");
            return 0;
        }
        catch (StorageException e)
        {
            error.WriteLine(e.Message);
            return 1;
        }
    }

    private static string ReadFile(string file)
    {
        try
        {
            return File.ReadAllText(file).Trim();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new StorageException($"{file} cannot be read ({e.Message.TrimEnd('.')}): name the file that holds the connection string with --connection-file.", e);
        }
    }
}
