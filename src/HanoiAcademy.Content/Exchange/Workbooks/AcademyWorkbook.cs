using HanoiAcademy.Content.Exchange.Edits;
using HanoiAcademy.Content.Exchange.Sheets;
using HanoiAcademy.Content.Exchange.Workbooks.Cells;
using HanoiAcademy.Content.Exchange.Workbooks.Fields;
using HanoiAcademy.Content.Files;
using HanoiAcademy.Content.Problems;
using HanoiAcademy.Content.Scenarios;

namespace HanoiAcademy.Content.Exchange.Workbooks;

/// <summary>
/// The academy's own workbook: an .xlsx in which somebody who writes no files writes a drill. It is taken in whole, or merged into a scenario's folder by
/// the ids of its rows. The folder stays the truth: a merge changes the lines that a cell was changed for, and nothing else.
/// </summary>
public static class AcademyWorkbook
{
    /// <summary>In which its headings, helps and drop-downs can be: en, vi, fr. Reading takes all of them.</summary>
    public static IReadOnlyList<string> Languages => WorkbookWords.Languages;

    /// <summary>An empty workbook with examples.</summary>
    /// <param name="language">One of <see cref="Languages"/>; another gives English.</param>
    /// <returns>The bytes of an .xlsx.</returns>
    public static byte[] New(string language)
    {
        var words = WorkbookWords.Of(language);
        var drill = new Said(new(ThingKind.Drill, ""), new(StringComparer.Ordinal) { ["language"] = words.Language });
        return new WorkbookDrawing(words, new(words, new HashSet<string>(StringComparer.Ordinal), null)).Draw([drill], "");
    }

    /// <summary>The workbook of a scenario, also of one written by hand.</summary>
    /// <param name="folder">The scenario's files.</param>
    /// <param name="language">One of <see cref="Languages"/>; another gives English.</param>
    /// <param name="problems">Receives why there is none: files that cannot be read.</param>
    /// <returns>The bytes of an .xlsx, or null.</returns>
    public static byte[]? Export(ContentFolder folder, string language, ProblemList problems)
    {
        try
        {
            if (folder.Text(ScenarioReader.MainFile, problems) is null)
                return null;
            var draft = new FolderDraft(folder);
            var words = WorkbookWords.Of(language);
            return new WorkbookDrawing(words, CellContext.Of(draft, words)).Draw(Things.Read(draft), draft.Says(ScenarioReader.MainFile)!.TextOf("id"));
        }
        catch (EditRefused e)
        {
            problems.Add(new(folder.Name, 1, 1, "workbook-export", e.Message));
            return null;
        }
    }

    /// <summary>Whether it is a workbook of ours, in any of its languages, whoever saved it last.</summary>
    public static bool Is(SheetBook book) => BookReading.Is(book);

    /// <summary>Id of the scenario it was exported from; empty for one that was made new.</summary>
    public static string ScenarioOf(SheetBook book) => Ledger.ScenarioOf(book);

    /// <summary>Makes a new scenario of a filled workbook.</summary>
    /// <param name="book">Its cells.</param>
    /// <param name="folderName">Id of the scenario; null for the id that the workbook says, or one made from its title.</param>
    public static WorkbookImport Import(SheetBook book, string? folderName = null) => new WholeImport(book, folderName).Run();

    /// <summary>Says what a workbook would change in a scenario's files. Nothing is changed.</summary>
    public static WorkbookComparison Compare(ContentFolder folder, SheetBook book)
    {
        var (steps, problems, warnings, language) = Steps(folder, book);
        return new([.. steps.Select(s => s.Shown)], problems, warnings, language, folder.Hash);
    }

    /// <summary>Changes a scenario's files by what a workbook says: line by line, so that comments and all that the workbook does not hold stay as they are.</summary>
    /// <param name="folder">The scenario's files, as they were compared.</param>
    /// <param name="book">The workbook.</param>
    /// <param name="keys">Which changes: <see cref="WorkbookComparison.Usual"/>, with or without some. Null for the usual ones.</param>
    /// <returns>All of it, or nothing and the reason: also where the scenario would then have errors that it did not have. Cells that cannot be read stay as they are in the
    /// files; <see cref="Compare"/> says which.</returns>
    public static WorkbookMerge Apply(ContentFolder folder, SheetBook book, IReadOnlySet<string>? keys = null)
    {
        var (steps, problems, _, _) = Steps(folder, book);
        if (problems.Any(p => p.Severity == Severity.Error))
            return new(null, [], problems);
        var chosen = steps.Where(s => keys?.Contains(s.Shown.Key) ?? s.Shown.Kind != WorkbookChangeKind.Conflict).ToList();
        var draft = new FolderDraft(folder);
        var refused = new ProblemList();
        foreach (var step in chosen)
            try
            {
                Applying.Apply(draft, step);
            }
            catch (EditRefused e)
            {
                refused.Add(new(step.Shown.Sheet, Math.Max(1, step.Shown.Row), 1, "workbook-edit", $"{step.Shown.Sheet}, row {step.Shown.Row}, ‘{step.Shown.Id}’{(step.Shown.Field.Length > 0 ? $", {step.Shown.Field}" : "")}: {e.Message}"));
            }

        if (refused.HasErrors)
            return new(null, [], refused.Sorted());
        var after = draft.ToFolder();
        var now = Problems(after);
        var told = new ProblemPlaces(draft, folder.Name, BookReading.Of(book, CellContext.Of(draft, WorkbookWords.All[0]))).Told(now.Sorted()).ToList();
        return now.HasErrors && !Problems(folder).HasErrors
            ? new(null, [], told)
            : new(after, [.. chosen.Select(s => s.Shown)], told);
    }

    private static ProblemList Problems(ContentFolder folder)
    {
        var problems = new ProblemList();
        ScenarioReader.Read(folder, problems);
        return problems;
    }

    private static (IReadOnlyList<Step> Steps, IReadOnlyList<Problem> Problems, IReadOnlyList<string> Warnings, string Language) Steps(ContentFolder folder, SheetBook book)
    {
        Problem Whole(string code, string message) => new(book.FileName, 1, 1, code, message);
        if (!Is(book))
            return ([], [Whole("workbook-not-ours", "This is no workbook of the academy; export one with ‘academy workbook export’, or take this file in with ‘academy import’.")], [], "en");
        try
        {
            var draft = new FolderDraft(folder);
            var files = Things.Read(draft);
            var reading = BookReading.Of(book, CellContext.Of(draft, WorkbookWords.All[0]));
            var ledger = Ledger.Read(book, out var warning);
            var id = draft.Says(ScenarioReader.MainFile)!.TextOf("id");
            var own = Ledger.ScenarioOf(book) is { Length: > 0 } exported ? exported : reading.All[0]["id"];
            if (own.Length > 0 && own != id)
                return ([], [Whole("workbook-other", $"This workbook is of the scenario ‘{own}’, and the folder is ‘{id}’; choose the folder it was exported from.")], [], reading.Language);
            var warnings = new List<string>();
            if (warning is not null)
                warnings.Add(warning);
            if (ledger is { Scenario: "" })
            {
                ledger = null;
                warnings.Add("This workbook was made new and not exported from this scenario, so what is different in it counts as changed in it, and no row is taken out.");
            }

            foreach (var field in Layout.Drill.Where(f => f.IsFixed && reading.Known.Contains(f) && reading.All[0][f.Name] is { Length: > 0 } said && said != files[0][f.Name]))
                warnings.Add($"‘{reading.Context.Words.Heading(field.Key)}’ cannot be changed by a workbook and stays ‘{files[0][field.Name]}’.");
            if (reading.Examples.Count > 0)
                warnings.Add($"{reading.Examples.Count} rows whose id begins with ‘{BookReading.ExamplePrefix}’ are examples and were left out.");
            var steps = new Merge(draft, files, reading, ledger).Steps();
            return (steps, reading.Problems.Sorted(), warnings, reading.Language);
        }
        catch (EditRefused e)
        {
            return ([], [new(folder.Name, 1, 1, "workbook-folder", e.Message)], [], "en");
        }
    }
}
