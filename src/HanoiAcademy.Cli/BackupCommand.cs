using System.CommandLine;
using HanoiAcademy.Storage;
using HanoiAcademy.Storage.Backup;

namespace HanoiAcademy.Cli;

/// <summary><c>academy backup --data folder --out file.zip</c>: copies an academy whole, while it runs.</summary>
internal static class BackupCommand
{
    public static Command Make()
    {
        var data = new Option<string>("--data") { Required = true, Description = "The data folder of the academy; it may be running." };
        var target = new Option<string>("--out") { Required = true, Description = "The archive to write. It holds password hashes and keys: keep it safe." };
        var command = new Command("backup", "Copy an academy whole into one archive.") { data, target };
        command.SetAction(parsed => Run(
            parsed.GetRequiredValue(data),
            parsed.GetRequiredValue(target),
            parsed.InvocationConfiguration.Output,
            parsed.InvocationConfiguration.Error));
        return command;
    }

    internal static int Run(string data, string target, TextWriter output, TextWriter error)
    {
        try
        {
            var summary = AcademyBackup.Make(data, target, DateTimeOffset.UtcNow);
            output.WriteLine($"Backed up {summary.Rows} rows and {summary.Files} files{(summary.Demo ? " of a demo" : "")} into {target}.");
            output.WriteLine("It holds password hashes and keys: keep it as safe as the academy itself.");
            return 0;
        }
        catch (StorageException e)
        {
            error.WriteLine(e.Message);
            return 1;
        }
    }
}
