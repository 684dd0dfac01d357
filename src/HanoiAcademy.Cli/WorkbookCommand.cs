using System.CommandLine;
using System.Globalization;
using HanoiAcademy.Content.Exchange.Sheets;
using HanoiAcademy.Content.Exchange.Workbooks;
using HanoiAcademy.Content.Files;
using HanoiAcademy.Content.Problems;

namespace HanoiAcademy.Cli;

/// <summary><c>academy workbook new|export|merge</c>: a drill as a spreadsheet that a trainer fills in.</summary>
internal static class WorkbookCommand
{
    public static Command Make() => new("workbook", "A drill as a spreadsheet: an empty one, that of a scenario, or the changes in one.") { New(), Export(), MergeInto() };

    private static Option<string> Language()
    {
        var language = new Option<string>("--language") { Description = $"Of headings and helps: {string.Join(", ", AcademyWorkbook.Languages)}.", DefaultValueFactory = _ => "en" };
        language.AcceptOnlyFromAmong([.. AcademyWorkbook.Languages]);
        return language;
    }

    private static Command New()
    {
        var language = Language();
        var file = new Option<string>("--out") { Required = true, Description = "The .xlsx to write; it must not exist yet." };
        var command = new Command("new", "Write an empty workbook with examples and help.") { language, file };
        command.SetAction(parsed => Write(AcademyWorkbook.New(parsed.GetRequiredValue(language)), parsed.GetRequiredValue(file), parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error));
        return command;
    }

    private static Command Export()
    {
        var scenario = new Argument<string>("scenario") { Description = "Folder of one scenario." };
        var language = Language();
        var file = new Option<string>("--out") { Required = true, Description = "The .xlsx to write; it must not exist yet." };
        var command = new Command("export", "Write the workbook of a scenario.") { scenario, language, file };
        command.SetAction(parsed => Export(parsed.GetRequiredValue(scenario), parsed.GetRequiredValue(language), parsed.GetRequiredValue(file), parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error));
        return command;
    }

    private static Command MergeInto()
    {
        var book = new Argument<string>("workbook") { Description = "The .xlsx that somebody filled in." };
        var scenario = new Argument<string>("scenario") { Description = "Folder of the scenario it was exported from." };
        var apply = new Option<bool>("--apply") { Description = "Change the files. Without it the changes are shown and nothing is written." };
        var take = new Option<string[]>("--take") { Description = "Conflicts in which the workbook is right, as they are shown: inject:supplier-calls:subject.", AllowMultipleArgumentsPerToken = true };
        var leave = new Option<string[]>("--leave") { Description = "Changes that are not wanted, as they are shown.", AllowMultipleArgumentsPerToken = true };
        var command = new Command("merge", "Show what a workbook changes in a scenario's files, and with --apply change them: the lines it is about and nothing else.") { book, scenario, apply, take, leave };
        command.SetAction(parsed => Merge(parsed.GetRequiredValue(book), parsed.GetRequiredValue(scenario), parsed.GetValue(apply), parsed.GetValue(take) ?? [], parsed.GetValue(leave) ?? [],
            parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error));
        return command;
    }

    internal static int Export(string scenario, string language, string file, TextWriter output, TextWriter error)
    {
        var problems = new ProblemList();
        return Folder(scenario, problems) is { } folder && AcademyWorkbook.Export(folder, language, problems) is { } bytes ? Write(bytes, file, output, error) : Say(problems, error);
    }

    internal static int Merge(string file, string scenario, bool apply, IReadOnlyList<string> take, IReadOnlyList<string> leave, TextWriter output, TextWriter error)
    {
        var problems = new ProblemList();
        if (Folder(scenario, problems) is not { } folder || Bytes(file, problems) is not { } bytes || SheetFile.Read(bytes, Path.GetFileName(file), problems) is not { } book)
            return Say(problems, error);
        var comparison = AcademyWorkbook.Compare(folder, book);
        if (comparison.HasErrors)
            return Say(comparison.Problems, error);
        foreach (var warning in comparison.Warnings)
            output.WriteLine(warning);
        foreach (var problem in comparison.Problems)
            output.WriteLine(problem);
        foreach (var change in comparison.Changes)
            WorkbookDiff.Show(change, output);
        foreach (var key in take.Concat(leave).Where(key => !comparison.Changes.Any(c => c.Key == key)))
            problems.Add(new(file, 1, 1, "workbook-key", $"‘{key}’ is none of the changes; copy one as it is shown above."));
        if (problems.HasErrors)
            return Say(problems, error);
        var keys = comparison.Usual.Concat(take).Except(leave).ToHashSet(StringComparer.Ordinal);
        if (!apply)
        {
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Count(comparison.Changes.Count)}; {keys.Count} would be made. Nothing was written; add --apply to make them."));
            return 0;
        }

        var merged = AcademyWorkbook.Apply(folder, book, keys);
        if (merged.Folder is not { } after)
            return Say(merged.Problems, error);
        try
        {
            foreach (var path in ContentFolderWriter.Update(folder, after, scenario))
                output.WriteLine($"Changed {path}.");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            error.WriteLine(e.Message);
            return 1;
        }

        foreach (var problem in merged.Problems)
            output.WriteLine(problem);
        output.WriteLine($"{Count(merged.Applied.Count)} made.{(merged.Applied.Count > 0 ? " Export the workbook again before somebody goes on with it." : "")}");
        return 0;
    }

    internal static int Write(byte[] bytes, string file, TextWriter output, TextWriter error)
    {
        try
        {
            using var stream = new FileStream(file, FileMode.CreateNew);
            stream.Write(bytes);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            error.WriteLine(File.Exists(file) ? $"{file} is there already; name another file with --out." : $"{file} cannot be written ({e.Message.TrimEnd('.')}); name another file with --out.");
            return 1;
        }

        output.WriteLine($"Written to {file}.");
        return 0;
    }

    internal static ContentFolder? Folder(string scenario, ProblemList problems)
    {
        var full = Path.TrimEndingDirectorySeparator(Path.GetFullPath(scenario));
        return ContentFolderReader.Read(full, Path.GetFileName(full), problems, FolderLimits.Scenario) is { } folder && !problems.HasErrors ? folder : null;
    }

    private static byte[]? Bytes(string file, ProblemList problems)
    {
        try
        {
            if (new FileInfo(file).Length <= SheetLimits.Default.Bytes)
                return File.ReadAllBytes(file);
            problems.Add(new(file, 1, 1, "file-too-big", $"A workbook may have {SheetLimits.Default.Bytes / 1_000_000} MB; take pictures out of it."));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            problems.Add(new(file, 1, 1, "file-missing", $"The workbook cannot be read ({e.Message.TrimEnd('.')}); correct its name."));
        }

        return null;
    }

    internal static int Say(IReadOnlyList<Problem> problems, TextWriter error)
    {
        foreach (var problem in problems)
            error.WriteLine(problem);
        return 1;
    }

    private static string Count(int n) => n == 1 ? "1 change" : string.Create(CultureInfo.InvariantCulture, $"{n} changes");
}
