using System.CommandLine;
using HanoiAcademy.Content.Exchange.Hseep;
using HanoiAcademy.Content.Exchange.Workbooks;
using HanoiAcademy.Content.Problems;
using HanoiAcademy.Content.Scenarios;

namespace HanoiAcademy.Cli;

/// <summary><c>academy export scenario --msel file.xlsx</c>: a scenario in a form that other tools and people without a tool take.</summary>
internal static class ExportCommand
{
    public static Command Make()
    {
        var scenario = new Argument<string>("scenario") { Description = "Folder of one scenario." };
        var msel = new Option<string>("--msel") { Required = true, Description = "The .xlsx to write: a master scenario events list in the HSEEP columns, for controllers and evaluators alone. It must not exist yet." };
        var language = new Option<string>("--language") { Description = $"Of headings and sentences: {string.Join(", ", AcademyWorkbook.Languages)}.", DefaultValueFactory = _ => "en" };
        language.AcceptOnlyFromAmong([.. AcademyWorkbook.Languages]);
        var command = new Command("export", "Write a scenario as a list of events (MSEL).") { scenario, msel, language };
        command.SetAction(parsed => Run(parsed.GetRequiredValue(scenario), parsed.GetRequiredValue(msel), parsed.GetRequiredValue(language), parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error));
        return command;
    }

    internal static int Run(string path, string msel, string language, TextWriter output, TextWriter error)
    {
        var problems = new ProblemList();
        return WorkbookCommand.Folder(path, problems) is { } folder && ScenarioReader.Read(folder, problems) is { } scenario
            ? WorkbookCommand.Write(MselExport.Write(scenario, language), msel, output, error)
            : WorkbookCommand.Say(problems.Sorted(), error);
    }
}
