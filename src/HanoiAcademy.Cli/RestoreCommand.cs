using System.CommandLine;
using HanoiAcademy.Storage;
using HanoiAcademy.Storage.Backup;

namespace HanoiAcademy.Cli;

/// <summary><c>academy restore --from file.zip --data folder [--erased-in folder]</c>: puts a backup into a folder that holds nothing yet.</summary>
internal static class RestoreCommand
{
    public static Command Make()
    {
        var source = new Option<string>("--from") { Required = true, Description = "The archive that academy backup wrote." };
        var data = new Option<string>("--data") { Required = true, Description = "The data folder to make; it must not exist, or be empty." };
        var erased = new Option<string>("--erased-in") { Description = "The data folder that this one takes the place of: people who were erased there since the backup are erased again at the next start." };
        var command = new Command("restore", "Put a backup into an empty folder: all of it, or nothing.") { source, data, erased };
        command.SetAction(parsed => Run(
            parsed.GetRequiredValue(source),
            parsed.GetRequiredValue(data),
            parsed.InvocationConfiguration.Output,
            parsed.InvocationConfiguration.Error,
            parsed.GetValue(erased)));
        return command;
    }

    internal static int Run(string source, string data, TextWriter output, TextWriter error, string? erasedIn = null)
    {
        try
        {
            // Read first: a list that cannot be read must not leave a folder that a site may be started on without it.
            var listed = erasedIn is null ? null : ErasedList.Of(erasedIn);
            var summary = AcademyRestore.Run(source, data);
            output.WriteLine($"Restored {summary.Rows} rows and {summary.Files} files{(summary.Demo ? " of a demo" : "")}, backed up {summary.Made.UtcDateTime:yyyy-MM-dd HH:mm} UTC, into {data}.");
            if (listed is null)
                return 0;
            ErasedList.Put(listed, data);
            output.WriteLine($"People erased in {erasedIn}: {listed.Count}. Whoever of them the backup brought back is erased again at the next start.");
            return 0;
        }
        catch (StorageException e)
        {
            error.WriteLine(e.Message);
            return 1;
        }
    }
}
