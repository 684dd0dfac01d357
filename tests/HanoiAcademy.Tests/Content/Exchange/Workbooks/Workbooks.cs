using System.Text;
using System.Text.RegularExpressions;
using HanoiAcademy.Content.Exchange.Sheets;
using HanoiAcademy.Content.Exchange.Workbooks;
using HanoiAcademy.Content.Files;
using HanoiAcademy.Content.Problems;
using HanoiAcademy.Tests.Scenarios;

namespace HanoiAcademy.Tests.Content.Exchange.Workbooks;

/// <summary>Scenarios to export, and workbooks changed as a trainer would.</summary>
internal static partial class Workbooks
{
    public static IReadOnlyList<string> Scenarios { get; } = [.. Directory.EnumerateDirectories(Path.Combine(ScenarioFolders.Root, "scenarios")).Select(d => Path.GetFileName(d)!).Order(StringComparer.Ordinal), "harbour-call", ScenarioFolders.Whole];

    public static ContentFolder Folder(string id) => id == "harbour-call" ? Readme() : Disk(id);

    public static ContentFolder With(this ContentFolder folder, string path, Func<string, string> change) =>
        ContentFolder.Of(folder.Name, folder.Files.Where(f => f.Path != path).Append(new(path, Encoding.UTF8.GetBytes(change(folder.Find(path) is { } old ? Encoding.UTF8.GetString(old.Bytes.Span) : "")))), FolderLimits.Scenario);

    public static ContentFolder Without(this ContentFolder folder, string path) => ContentFolder.Of(folder.Name, folder.Files.Where(f => f.Path != path), FolderLimits.Scenario);

    public static string Read(this ContentFolder folder, string path) => Encoding.UTF8.GetString(folder.Find(path).ShouldNotBeNull(path).Bytes.Span);

    public static SheetBook Export(ContentFolder folder, string language = "en")
    {
        var problems = new ProblemList();
        return Open(AcademyWorkbook.Export(folder, language, problems).ShouldNotBeNull(string.Join('\n', problems)));
    }

    public static SheetBook Open(byte[] bytes)
    {
        var problems = new ProblemList();
        return SheetFile.Read(bytes, "drill.xlsx", problems).ShouldNotBeNull(string.Join('\n', problems));
    }

    /// <summary>Another text in the cell below a heading, in the row with this id in its first column.</summary>
    public static SheetBook Set(this SheetBook book, string sheet, string id, string heading, string text) => book.Change(sheet, rows =>
    {
        var column = Column(rows, heading);
        var at = rows.FindIndex(r => r.Number > 3 && (r[0].Text == id || $"{r[0].Text}.{r[RoleColumn(rows)].Text}" == id));
        at.ShouldBeGreaterThan(0, id);
        rows[at] = new(rows[at].Number, [.. Enumerable.Range(0, Math.Max(rows[at].Cells.Count, column + 1)).Select(n => n == column ? new SheetCell(text.Trim()) : rows[at][n])]);
    });

    public static SheetBook Remove(this SheetBook book, string sheet, Func<SheetRow, bool> which) => book.Change(sheet, rows => rows.RemoveAll(r => r.Number > 3 && which(r)));

    public static SheetBook Add(this SheetBook book, string sheet, params (string Heading, string Text)[] cells) => book.Change(sheet, rows =>
    {
        var row = new SheetCell[30];
        Array.Fill(row, SheetCell.Empty);
        foreach (var (heading, text) in cells)
            row[Column(rows, heading)] = new(text);
        rows.Add(new(rows[^1].Number + 1, row));
    });

    public static SheetBook Change(this SheetBook book, string sheet, Action<List<SheetRow>> change) => book with
    {
        Sheets = [.. book.Sheets.Select(s =>
        {
            if (s.Name != sheet)
                return s;
            var rows = s.Rows.ToList();
            change(rows);
            return s with { Rows = rows };
        })],
    };

    public static string Cell(this SheetBook book, string sheet, string id, string heading)
    {
        var rows = book.Sheets.First(s => s.Name == sheet).Rows.ToList();
        return rows.First(r => r.Number > 3 && r[0].Text == id)[Column(rows, heading)].Text;
    }

    /// <summary>Lines that differ, as ‘path: -old’ and ‘path: +new’.</summary>
    public static IReadOnlyList<string> Difference(ContentFolder before, ContentFolder after)
    {
        var all = new List<string>();
        foreach (var path in before.Files.Concat(after.Files).Select(f => f.Path).Distinct().Order(StringComparer.Ordinal))
        {
            if (before.Find(path) is not { } was || after.Find(path) is not { } now)
            {
                all.Add($"{path}: {(before.Has(path) ? "gone" : "new")}");
                continue;
            }

            var (a, b) = (Encoding.UTF8.GetString(was.Bytes.Span).Split('\n').ToList(), Encoding.UTF8.GetString(now.Bytes.Span).Split('\n').ToList());
            var start = 0;
            while (start < Math.Min(a.Count, b.Count) && a[start] == b[start])
                start++;
            var end = 0;
            while (end < Math.Min(a.Count, b.Count) - start && a[^(end + 1)] == b[^(end + 1)])
                end++;
            all.AddRange(a.Skip(start).SkipLast(end).Select(line => $"{path}: -{line}"));
            all.AddRange(b.Skip(start).SkipLast(end).Select(line => $"{path}: +{line}"));
        }

        return all;
    }

    private static int Column(List<SheetRow> rows, string heading) => rows.First(r => r.Number == 2).Cells.ToList().FindIndex(c => c.Text == heading) is >= 0 and var column ? column : throw new InvalidOperationException($"There is no column ‘{heading}’.");

    private static int RoleColumn(List<SheetRow> rows) => rows.First(r => r.Number == 2).Cells.ToList().FindIndex(c => c.Text is "Role id" or "Option id") is >= 0 and var column ? column : 0;

    private static ContentFolder Disk(string id)
    {
        var problems = new ProblemList();
        var path = id == ScenarioFolders.Whole ? ScenarioFolders.WholePath : Path.Combine(ScenarioFolders.Root, "scenarios", id);
        return ContentFolderReader.Read(path, "scenarios/" + id, problems, FolderLimits.Scenario).ShouldNotBeNull(string.Join('\n', problems));
    }

    /// <summary>The example on the authors' page.</summary>
    private static ContentFolder Readme()
    {
        var page = File.ReadAllText(Path.Combine(ScenarioFolders.Root, "scenarios", "README.md")).ReplaceLineEndings("\n");
        return ContentFolder.Of("scenarios/harbour-call", FencedFile.Matches(page).Where(m => m.Groups[1].Value.StartsWith("harbour-call/", StringComparison.Ordinal))
            .Select(m => new ContentFile(m.Groups[1].Value["harbour-call/".Length..], Encoding.UTF8.GetBytes(m.Groups[2].Value))), FolderLimits.Scenario);
    }

    [GeneratedRegex(@"^```(?:yaml|markdown) (\S+)\n(.*?\n)```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex FencedFile { get; }
}
