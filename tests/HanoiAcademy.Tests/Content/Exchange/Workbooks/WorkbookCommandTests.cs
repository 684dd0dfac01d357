using HanoiAcademy.Cli;
using HanoiAcademy.Content.Exchange.Workbooks;
using HanoiAcademy.Content.Files;

namespace HanoiAcademy.Tests.Content.Exchange.Workbooks;

public sealed class WorkbookCommandTests : IDisposable
{
    private readonly DirectoryInfo _temp = Directory.CreateTempSubdirectory("academy-");
    private readonly StringWriter _output = new();
    private readonly StringWriter _error = new();

    public void Dispose() => _temp.Delete(recursive: true);

    [Fact]
    public void A_merge_shows_first_and_writes_only_with_apply()
    {
        var (scenario, book) = Prepare("harbour-call");
        var path = Path.Combine(scenario, "injects", "010-gate-open.md");
        File.WriteAllText(path, File.ReadAllText(path).Replace("attention: urgent", "attention: normal", StringComparison.Ordinal).Replace("at: 0m", "at: 1m", StringComparison.Ordinal));
        // The workbook says urgent, and was exported when the file said so: the file is not changed back. Its title was changed in both.
        WorkbookCommand.Merge(book, scenario, apply: false, [], [], _output, _error).ShouldBe(0);
        _output.ToString().ShouldBe("0 changes; 0 would be made. Nothing was written; add --apply to make them." + Environment.NewLine);

        var bare = Path.Combine(_temp.FullName, "new.xlsx");
        File.WriteAllBytes(bare, AcademyWorkbook.New("en"));
        WorkbookCommand.Merge(bare, scenario, apply: true, [], [], _output, _error).ShouldBe(0);
        _output.ToString().ShouldContain("0 changes made.");
    }

    [Fact]
    public void What_is_wrong_is_said_and_ends_with_one()
    {
        var (scenario, book) = Prepare("harbour-call");
        WorkbookCommand.Merge(book, scenario, apply: true, ["inject:nothing:title"], [], _output, _error).ShouldBe(1);
        _error.ToString().ShouldContain("‘inject:nothing:title’ is none of the changes");
        WorkbookCommand.Merge(Path.Combine(_temp.FullName, "no.xlsx"), scenario, apply: true, [], [], _output, _error).ShouldBe(1);
        WorkbookCommand.Export(scenario, "en", book, _output, _error).ShouldBe(1);
        _error.ToString().ShouldContain("is there already; name another file with --out.");
        WorkbookCommand.Export(Path.Combine(_temp.FullName, "no"), "en", Path.Combine(_temp.FullName, "x.xlsx"), _output, _error).ShouldBe(1);
        File.Exists(Path.Combine(_temp.FullName, "x.xlsx")).ShouldBeFalse();
    }

    [Fact]
    public void The_list_of_events_is_written_once()
    {
        var (scenario, _) = Prepare("harbour-call");
        var file = Path.Combine(_temp.FullName, "msel.xlsx");
        ExportCommand.Run(scenario, file, "fr", _output, _error).ShouldBe(0);
        Workbooks.Open(File.ReadAllBytes(file)).Sheets[0].Rows[2].Cells.ShouldContain(c => c.Text == "Gate 4 is open");
        ExportCommand.Run(scenario, file, "fr", _output, _error).ShouldBe(1);
    }

    private (string Scenario, string Book) Prepare(string id)
    {
        var scenario = Path.Combine(_temp.FullName, id);
        ContentFolderWriter.WriteNew(Workbooks.Folder(id), scenario);
        var book = Path.Combine(_temp.FullName, "drill.xlsx");
        WorkbookCommand.Export(scenario, "en", book, new StringWriter(), _error).ShouldBe(0);
        return (scenario, book);
    }
}
