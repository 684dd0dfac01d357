using System.CommandLine;
using HanoiAcademy.Cli;

var academy = new RootCommand("academy: for authors and operators of Hanoi Academy")
{
    CheckCommand.Make(),
    RehearseCommand.Make(),
    BackupCommand.Make(),
    RestoreCommand.Make(),
    MoveDataCommand.Make(),
    WorkbookCommand.Make(),
    ImportCommand.Make(),
    ExportCommand.Make(),
};
return academy.Parse(args).Invoke();
