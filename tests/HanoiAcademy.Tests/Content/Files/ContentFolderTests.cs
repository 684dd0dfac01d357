using HanoiAcademy.Content.Files;
using HanoiAcademy.Content.Problems;

namespace HanoiAcademy.Tests.Content.Files;

public sealed class ContentFolderTests : IDisposable
{
    private readonly DirectoryInfo _root = Directory.CreateTempSubdirectory("academy-folder-");
    private readonly ProblemList _problems = new();

    [Fact]
    public void Files_are_read_in_one_order_and_editors_leavings_are_not()
    {
        Write("b.md", "B");
        Write("A/a.md", "A");
        Write(".DS_Store", "x");
        Write("b.md~", "x");
        Read()!.Files.Select(f => f.Path).ShouldBe(["A/a.md", "b.md"]);
        _problems.ShouldBeEmpty();
    }

    [Fact]
    public void The_version_changes_with_every_byte_and_name_and_with_nothing_else()
    {
        Write("a.md", "one");
        var first = Read()!.Hash;
        Write(".swp", "noise");
        Read()!.Hash.ShouldBe(first);
        Write("a.md", "two");
        Read()!.Hash.ShouldNotBe(first);
        File.Delete(Path.Combine(_root.FullName, "a.md"));
        Write("b.md", "one");
        Read()!.Hash.ShouldNotBe(first);
    }

    [Fact]
    public void A_link_that_leads_out_of_the_folder_is_not_followed()
    {
        var secret = Path.GetTempFileName();
        try
        {
            File.WriteAllText(secret, "secret");
            File.CreateSymbolicLink(Path.Combine(_root.FullName, "leak.md"), secret);
            Directory.CreateSymbolicLink(Path.Combine(_root.FullName, "out"), Path.GetTempPath());
            Read()!.Files.ShouldBeEmpty();
            _problems.Select(p => $"{p.File} {p.Code}").ShouldBe(["courses/x/leak.md file-link", "courses/x/out file-link"]);
        }
        finally
        {
            File.Delete(secret);
        }
    }

    [Fact]
    public void Size_count_and_depth_are_limited()
    {
        Write("big.bin", new string('x', 101));
        Write("n1.md", "1");
        Write("n2.md", "2");
        Write("n3.md", "3");
        Write("d/e/f.md", "deep");
        var limits = new FolderLimits(Files: 2, FileBytes: 100, Depth: 2);
        Read(limits)!.Files.Select(f => f.Path).ShouldBe(["n1.md", "n2.md"]);
        _problems.Select(p => $"{p.File} {p.Code}").ShouldBe(
            ["courses/x/big.bin file-too-big", "courses/x/d/e folder-too-deep", "courses/x/n3.md folder-too-big"]);
    }

    [Fact]
    public void Text_must_be_utf8()
    {
        File.WriteAllBytes(Path.Combine(_root.FullName, "latin.md"), [(byte)'a', 0xE9, (byte)'b']);
        File.WriteAllBytes(Path.Combine(_root.FullName, "zero.md"), [(byte)'a', 0, (byte)'b']);
        File.WriteAllBytes(Path.Combine(_root.FullName, "bom.md"), [0xEF, 0xBB, 0xBF, (byte)'a', (byte)'\r', (byte)'\n']);
        var folder = Read()!;
        folder.Text("latin.md", _problems).ShouldBeNull();
        folder.Text("zero.md", _problems).ShouldBeNull();
        folder.Text("none.md", _problems).ShouldBeNull();
        folder.Text("bom.md", _problems).ShouldBe("a\n");
        _problems.Select(p => p.Code).ShouldBe(["file-not-utf8", "file-not-text", "file-missing"]);
    }

    [Fact]
    public void Names_that_some_disk_cannot_hold_are_refused()
    {
        Write("a b.md", "1");
        Write("Case.md", "1");
        Write("case.md", "1");
        Read();
        _problems.Select(p => p.Code).Distinct().ShouldBe(["file-name", .. OperatingSystem.IsLinux() ? ["file-name-twice"] : Array.Empty<string>()], ignoreOrder: true);
    }

    [Fact]
    public void A_folder_that_is_not_there_is_a_problem_and_no_exception()
    {
        ContentFolderReader.Read(Path.Combine(_root.FullName, "none"), "courses/none", _problems).ShouldBeNull();
        _problems.ShouldHaveSingleItem().Code.ShouldBe("folder-missing");
    }

    public void Dispose() => _root.Delete(recursive: true);

    private ContentFolder? Read(FolderLimits? limits = null) => ContentFolderReader.Read(_root.FullName, "courses/x", _problems, limits);

    private void Write(string path, string text)
    {
        var full = Path.Combine(_root.FullName, path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        File.WriteAllText(full, text);
    }
}
