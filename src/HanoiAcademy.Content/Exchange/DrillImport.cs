using HanoiAcademy.Content.Exchange.Msel;
using HanoiAcademy.Content.Exchange.Sheets;
using HanoiAcademy.Content.Exchange.Writing;
using HanoiAcademy.Content.Files;
using HanoiAcademy.Content.Problems;
using HanoiAcademy.Content.Scenarios;

namespace HanoiAcademy.Content.Exchange;

/// <summary>
/// Makes a scenario folder of another tool's file. <see cref="Look"/> says what it is and proposes what its columns are; <see cref="Run"/> makes the folder,
/// whole and without error, or none. Neither throws on any bytes, reads a disk or asks a network.
/// </summary>
public static class DrillImport
{
    /// <param name="bytes">The file.</param>
    /// <param name="fileName">As uploaded; of a path the last part counts.</param>
    /// <param name="template">A mapping that was saved from another file; it is fitted to this one by its headings.</param>
    public static ImportLook Look(ReadOnlyMemory<byte> bytes, string fileName, ColumnMapping? template = null)
    {
        var problems = new ProblemList();
        return Guarded(() => Source(bytes, fileName, problems)?.Look(template), problems, fileName) ?? new(null, [], null, "", "", problems);
    }

    /// <param name="bytes">The file.</param>
    /// <param name="fileName">As uploaded.</param>
    /// <param name="order">What whoever imports says of it.</param>
    public static ImportResult Run(ReadOnlyMemory<byte> bytes, string fileName, ImportOrder order)
    {
        var problems = new ProblemList();
        OrderChecks.Run(order, problems);
        var loss = new LossBook();
        var name = SheetFile.Shown(fileName);
        IReadOnlyList<ImportRow> rows = [];
        ContentFolder? folder = null;
        var source = problems.HasErrors ? null : Guarded(() => Source(bytes, fileName, problems), problems, fileName);
        if (source is not null)
            Guarded(() =>
            {
                (folder, rows) = source.Run(order, loss, problems);
                return folder;
            }, problems, fileName);
        if (folder is not null && !problems.HasErrors)
            folder = Proven(folder, loss, problems);
        return new(problems.HasErrors ? null : folder, loss.Report(source is null ? name : $"{name}, {source.Words}"), rows, problems);
    }

    private static IImportSource? Source(ReadOnlyMemory<byte> bytes, string fileName, ProblemList problems) => ImportSources.Of(bytes, fileName, problems);

    /// <summary>What comes out is read as the site will read it; a folder with an error is none.</summary>
    private static ContentFolder? Proven(ContentFolder folder, LossBook loss, ProblemList problems)
    {
        var found = new ProblemList();
        ScenarioReader.Read(folder, found);
        var real = found.Where(problem => problem.Code is "real-name" or "real-address").ToList();
        if (real.Count > 0)
            loss.ToWrite("", $"Made-up names: {real.Count} places hold names or addresses that may be real ({string.Join(", ", real.Take(5).Select(r => r.Message.Split('‘', '’') is [_, var name, ..] ? name : "").Distinct(StringComparer.Ordinal))}{(real.Count > 5 ? " …" : "")}); ‘check’ lists each. Write names that end in .example.");
        if (!found.HasErrors)
            return folder;
        problems.AddRange(found.Where(problem => problem.Severity == Severity.Error).Take(20));
        return null;
    }

    /// <summary>A file that makes a parser stumble is a bad file, not a broken academy.</summary>
    private static T? Guarded<T>(Func<T?> read, ProblemList problems, string fileName) where T : class
    {
        try
        {
            return read();
        }
        catch (Exception e) when (e is InvalidDataException or System.Text.Json.JsonException or TimeoutException)
        {
            problems.Add(new(SheetFile.Shown(fileName), 1, 1, "import-broken", "Something in this file could not be understood; open it in the program it comes from, save it again, and try that."));
            return null;
        }
    }
}
