using HanoiAcademy.Cli;
using HanoiAcademy.Content.Files;
using HanoiAcademy.Content.Problems;
using HanoiAcademy.Tests.Content.Exchange.Sheets;

namespace HanoiAcademy.Tests.Content.Exchange;

public sealed class ImportCommandTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("import");

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory]
    [InlineData("blueprint-playwright-msel.xlsx")]
    [InlineData("blueprint-msel-testing-base.json")]
    [InlineData("openaev-chronogram-test_file_3.xlsx")]
    [InlineData("openaev-chronogram-test_file_5.xlsx")]
    [InlineData("openaev-import-scenario-with-attack-pattern.json")]
    public void A_sample_gives_the_folder_and_the_report_that_are_kept(string name)
    {
        var kept = Path.Combine(Repository.Root, "tests", "fixtures", "exchange", "imported", Path.GetFileNameWithoutExtension(name).Replace('_', '-'));
        File.WriteAllBytes(Path.Combine(_folder.FullName, name), SheetFileTests.Sample(name));
        var console = Run(new(name, "made/imported"), 0);
        var made = Files(Path.Combine(_folder.FullName, "made", "imported"));
        made["console.txt"] = console;
        if (Environment.GetEnvironmentVariable("ACADEMY_WRITE_FIXTURES") is "1")
            foreach (var (path, text) in made)
            {
                Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(kept, path))!);
                File.WriteAllText(Path.Combine(kept, path), text);
            }

        var expected = Files(kept);
        made.Keys.ShouldBe(expected.Keys);
        foreach (var (path, text) in made)
            text.ShouldBe(expected[path], path);
    }

    [Fact]
    public void Nothing_is_written_over_and_nothing_when_it_is_refused()
    {
        File.WriteAllText(Path.Combine(_folder.FullName, "t.csv"), "Time;Event;To\nT+0;Mail;Bank\n");
        Run(new("t.csv", "drill"), 0).ShouldContain("Written: drill (2 files)");
        Run(new("t.csv", "drill"), 1).ShouldContain("is there already; nothing was written");
        File.WriteAllText(Path.Combine(_folder.FullName, "bad.csv"), "a;b\nc;d\n");
        Run(new("bad.csv", "other"), 1).ShouldContain("nothing was made");
        Run(new("none.csv", "other"), 1).ShouldContain("There is no file");
        Run(new("t.csv"), 1).ShouldContain("--out");
        Run(new("t.csv", "other", StartEx: "tomorrow"), 1).ShouldContain("is no date and time");
        Run(new("t.csv", "Big Name"), 1).ShouldContain("cannot be an id");
        Run(new("t.csv", "other", Id: "another"), 1).ShouldContain("the id's name");
        Directory.EnumerateFileSystemEntries(_folder.FullName).Select(Path.GetFileName).ShouldBe(["bad.csv", "drill", "t.csv"], ignoreOrder: true);
    }

    [Fact]
    public void A_mapping_is_saved_changed_and_used_again()
    {
        File.WriteAllText(Path.Combine(_folder.FullName, "t.csv"), "Zeit;Was;Wer\n03/04/2027 09:00;Mail;Bank\n05/04/2027 09:00;Call;Bank\n");
        File.WriteAllText(Path.Combine(_folder.FullName, "map.json"), """
            { "schema": 1, "sheets": [ { "sheet": "Table", "take": true, "headingRow": 1, "columns": [ { "letter": "A", "heading": "Zeit", "is": "time" }, { "letter": "B", "heading": "Was", "is": "subject" }, { "letter": "C", "heading": "Wer", "is": "to" } ] } ] }
            """);
        Run(new("t.csv", Map: "map.json", SaveMap: "saved.json", Dates: "day-first", Look: true), 0).ShouldContain("T+2.00:00:00 call → bank: Call");
        Run(new("t.csv", "drill", Map: "saved.json"), 0).ShouldContain("2 by themselves at their times, 0 held back");
    }

    private string Run(ImportCommand.Wanted wanted, int code)
    {
        using var output = new StringWriter { NewLine = "\n" };
        var exit = ImportCommand.Run(wanted, _folder.FullName, output);
        exit.ShouldBe(code, output.ToString());
        return output.ToString();
    }

    private static SortedDictionary<string, string> Files(string folder)
    {
        var problems = new ProblemList();
        var read = ContentFolderReader.Read(folder, "kept", problems);
        problems.ShouldBeEmpty();
        return new(read!.Files.ToDictionary(file => file.Path, file => System.Text.Encoding.UTF8.GetString(file.Bytes.Span)), StringComparer.Ordinal);
    }
}
