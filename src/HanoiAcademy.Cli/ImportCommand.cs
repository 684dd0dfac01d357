using System.CommandLine;
using System.Globalization;
using System.Text;
using HanoiAcademy.Content.Exchange;
using HanoiAcademy.Content.Exchange.Msel;
using HanoiAcademy.Content.Files;
using HanoiAcademy.Content.Problems;
using HanoiAcademy.Content.Scenarios;
using HanoiAcademy.Content.Yaml;

namespace HanoiAcademy.Cli;

/// <summary><c>academy import file --out folder</c>: another tool's file as a scenario folder, with a report of what was kept, changed, dropped and is still to be written.</summary>
internal static class ImportCommand
{
    private const long MostBytes = 100_000_000;

    public static Command Make()
    {
        var file = new Argument<string>("file") { Description = "An MSEL spreadsheet (.xlsx, .csv), our workbook, a Blueprint MSEL (.xlsx, .json), an OpenAEV scenario or chronogram (.zip, .json, .xlsx), or a ZIP of a scenario folder." };
        var to = new Option<string?>("--out") { Description = "The folder to write; it must not exist. Its name is the scenario's id." };
        var id = new Option<string?>("--id") { Description = "Id of the scenario; default: the name of --out." };
        var title = new Option<string?>("--title") { Description = "Title of the scenario; default: as the file says, or its name." };
        var language = new Option<string>("--language") { Description = "Language of the texts, such as vi.", DefaultValueFactory = _ => "en" };
        var startEx = new Option<string?>("--startex") { Description = "Date and time of StartEx on the file's own calendar: 2027-03-02T09:00." };
        var sheets = new Option<string[]>("--sheets") { Description = "Names of the sheets to take, also hidden ones; default: those that hold a table of injects.", AllowMultipleArgumentsPerToken = true };
        var map = new Option<string?>("--map") { Description = "A saved mapping of columns; it is fitted to this file by its headings." };
        var saveMap = new Option<string?>("--save-map") { Description = "Write the mapping that is used here, to be changed in an editor or used for the next file." };
        var dates = new Option<string?>("--dates") { Description = "How dates such as 03/04/2027 are meant: day-first or month-first." };
        var look = new Option<bool>("--look") { Description = "Only say what the file is, what its columns are taken for, and what each row would become; write nothing." };
        var command = new Command("import", "Make a scenario folder of another tool's file; exits with 1 when nothing was made.") { file, to, id, title, language, startEx, sheets, map, saveMap, dates, look };
        command.SetAction(parsed => Run(
            new(parsed.GetValue(file)!, parsed.GetValue(to), parsed.GetValue(id), parsed.GetValue(title), parsed.GetValue(language)!, parsed.GetValue(startEx), parsed.GetValue(sheets) is { Length: > 0 } named ? named : null,
                parsed.GetValue(map), parsed.GetValue(saveMap), parsed.GetValue(dates), parsed.GetValue(look)),
            Directory.GetCurrentDirectory(), parsed.InvocationConfiguration.Output));
        return command;
    }

    internal sealed record Wanted(
        string File, string? Out = null, string? Id = null, string? Title = null, string Language = "en", string? StartEx = null, IReadOnlyList<string>? Sheets = null,
        string? Map = null, string? SaveMap = null, string? Dates = null, bool Look = false);

    /// <param name="wanted">As typed.</param>
    /// <param name="here">The folder that relative paths start from.</param>
    /// <param name="output">Receives the report.</param>
    internal static int Run(Wanted wanted, string here, TextWriter output)
    {
        int Refuse(string sentence)
        {
            output.WriteLine(sentence);
            return 1;
        }

        var path = Path.Combine(here, wanted.File);
        if (!File.Exists(path))
            return Refuse($"There is no file {wanted.File}.");
        if (new FileInfo(path).Length > MostBytes)
            return Refuse($"{wanted.File} has more than {MostBytes / 1_000_000} MB; no file that can be imported is as big.");
        if (wanted.Out is null && !wanted.Look && wanted.SaveMap is null)
            return Refuse("Say with --out which folder to write, such as --out scenarios/my-drill; or look first with --look.");
        var target = wanted.Out is null ? null : Path.TrimEndingDirectorySeparator(Path.GetFullPath(Path.Combine(here, wanted.Out)));
        if (target is not null && (File.Exists(target) || (Directory.Exists(target) && Directory.EnumerateFileSystemEntries(target).Any())))
            return Refuse($"{wanted.Out} is there already; nothing was written. Name a folder that does not exist yet.");
        DateTime? startEx = null;
        if (wanted.StartEx is { } said)
        {
            if (!DateTime.TryParseExact(said, ["yyyy-MM-ddTHH:mm", "yyyy-MM-ddTHH:mm:ss", "yyyy-MM-dd HH:mm"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var at))
                return Refuse($"‘{said}’ is no date and time; write --startex 2027-03-02T09:00.");
            startEx = at;
        }

        var bytes = File.ReadAllBytes(path);
        if (Mapping(wanted, here, bytes, path, output, out var refused) is var mapping && refused)
            return 1;
        if (wanted.SaveMap is not null && mapping is not null)
            File.WriteAllText(Path.Combine(here, wanted.SaveMap), ColumnMappingJson.Write(mapping), new UTF8Encoding(false));
        var result = DrillImport.Run(bytes, Path.GetFileName(path), new(wanted.Id ?? (target is null ? null : Path.GetFileName(target)), wanted.Title, wanted.Language, mapping, startEx, wanted.Sheets));
        if (wanted.Look)
            ImportReport.Look(DrillImport.Look(bytes, Path.GetFileName(path), mapping), result, output);
        ImportReport.Loss(result, output);
        if (result.Folder is not { } folder)
            return 1;
        var warnings = new ProblemList();
        ScenarioReader.Read(folder, warnings);
        ImportReport.Richer(warnings, output);
        if (target is null || wanted.Look)
            return 0;
        if (Path.GetFileName(target) != folder.Name[(folder.Name.LastIndexOf('/') + 1)..])
            return Refuse($"The folder must have the id's name; write --out …/{folder.Name[(folder.Name.LastIndexOf('/') + 1)..]}, or leave --id out.");
        try
        {
            ContentFolderWriter.WriteNew(folder, target);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return Refuse($"Nothing was written: {e.Message}");
        }

        output.WriteLine($"Written: {wanted.Out} ({folder.Files.Count} files). Next: academy check {wanted.Out}");
        return 0;
    }

    /// <summary>What the columns are: as saved, or as proposed; null for what has no columns.</summary>
    private static ColumnMapping? Mapping(Wanted wanted, string here, byte[] bytes, string path, TextWriter output, out bool refused)
    {
        refused = true;
        ColumnMapping? template = null;
        if (wanted.Map is { } saved)
        {
            var problems = new ProblemList();
            var from = Path.Combine(here, saved);
            if (!File.Exists(from) || new FileInfo(from).Length > ColumnMappingJson.MostBytes * 4)
            {
                output.WriteLine($"There is no mapping {saved}.");
                return null;
            }

            template = ColumnMappingJson.Read(File.ReadAllText(from), problems, saved);
            foreach (var problem in problems)
                output.WriteLine(problem);
            if (template is null)
                return null;
        }

        if (wanted.Dates is not null && !WireNames<DateOrder>.All.ContainsKey(wanted.Dates))
        {
            output.WriteLine($"‘{wanted.Dates}’ is no order of dates; write day-first or month-first.");
            return null;
        }

        refused = false;
        var mapping = DrillImport.Look(bytes, Path.GetFileName(path), template).Mapping;
        return wanted.Dates is null || mapping is null ? mapping : new([.. mapping.Sheets.Select(sheet => sheet with { Dates = WireNames<DateOrder>.All[wanted.Dates] })]);
    }
}
