using System.IO.Compression;
using System.Text;
using HanoiAcademy.Content.Files;
using HanoiAcademy.Content.Problems;

namespace HanoiAcademy.Tests.Content.Files;

public sealed class FolderArchiveTests
{
    private static readonly ContentFolder Folder = ContentFolder.Of("scenarios/x", [new("scenario.yaml", "schema: 1\n"u8.ToArray()), new("injects/010-a.md", "text"u8.ToArray())]);

    [Fact]
    public void A_folder_comes_back_from_its_archive_the_same_and_packs_to_the_same_bytes()
    {
        var packed = FolderArchive.Pack(Folder);
        var problems = new ProblemList();
        FolderArchive.Unpack(packed, "scenarios/x", problems)!.Hash.ShouldBe(Folder.Hash);
        problems.ShouldBeEmpty();
        FolderArchive.Pack(Folder).ShouldBe(packed);
    }

    [Fact]
    public void One_folder_around_everything_and_what_systems_leave_behind_is_taken_off() =>
        FolderArchive.Unpack(Zip(("x/scenario.yaml", "schema: 1\n"), ("x/injects/010-a.md", "text"), ("__MACOSX/x/._a", "?"), ("x/.DS_Store", "?")), "scenarios/x", [])!.Hash.ShouldBe(Folder.Hash);

    [Theory]
    [InlineData("../evil.txt", "file-name")]
    [InlineData("a/../../evil.txt", "file-name")]
    [InlineData("/etc/passwd", "file-name")]
    [InlineData(@"..\evil.txt", "file-name")]
    [InlineData("a/b/c/d/e/f/g/h/i.txt", "folder-too-deep")]
    public void A_name_that_leads_elsewhere_is_refused(string path, string code)
    {
        var problems = new ProblemList();
        FolderArchive.Unpack(Zip((path, "?"), ("scenario.yaml", "")), "scenarios/x", problems).ShouldBeNull();
        problems.ShouldHaveSingleItem().Code.ShouldBe(code);
    }

    [Fact]
    public void A_bomb_is_refused_by_what_comes_out_of_it()
    {
        var problems = new ProblemList();
        FolderArchive.Unpack(Zip([.. Enumerable.Range(0, 20).Select(n => ($"bomb-{n}.txt", new string('0', 900_000)))]), "scenarios/x", problems, FolderLimits.Scenario).ShouldBeNull();
        problems.ShouldHaveSingleItem().Code.ShouldBe("file-too-big");
    }

    [Fact]
    public void What_is_no_archive_or_cut_off_is_said_to_be_so()
    {
        var problems = new ProblemList();
        FolderArchive.Unpack("%PDF-1.7"u8.ToArray(), "scenarios/x", problems).ShouldBeNull();
        FolderArchive.Unpack(FolderArchive.Pack(Folder)[..^30], "scenarios/x", problems).ShouldBeNull();
        problems.Select(p => p.Code).ShouldBe(["archive-broken", "archive-broken"]);
    }

    [Fact]
    public void A_new_folder_is_written_whole_and_never_over_another()
    {
        var root = Directory.CreateTempSubdirectory("academy-write-").FullName;
        try
        {
            var target = Path.Combine(root, "x");
            ContentFolderWriter.WriteNew(Folder, target);
            ContentFolderReader.Read(target, "scenarios/x", [])!.Hash.ShouldBe(Folder.Hash);
            Should.Throw<IOException>(() => ContentFolderWriter.WriteNew(Folder, target)).Message.ShouldContain("is there already");
            Directory.EnumerateFileSystemEntries(root).ShouldHaveSingleItem();
        }
        finally
        {
            Directory.Delete(root, recursive: true);
        }
    }

    [Fact]
    public void A_folder_is_brought_up_to_date_unless_somebody_has_changed_it_meanwhile()
    {
        var root = Directory.CreateTempSubdirectory("academy-update-").FullName;
        try
        {
            var target = Path.Combine(root, "x");
            ContentFolderWriter.WriteNew(Folder, target);
            var after = ContentFolder.Of("scenarios/x", [new("scenario.yaml", "schema: 1\n"u8.ToArray()), new("injects/020-b.md", "new"u8.ToArray())]);
            ContentFolderWriter.Update(Folder, after, target).ShouldBe(["injects/010-a.md", "injects/020-b.md"]);
            ContentFolderReader.Read(target, "scenarios/x", [])!.Hash.ShouldBe(after.Hash);

            File.WriteAllText(Path.Combine(target, "injects", "020-b.md"), "by hand", Encoding.UTF8);
            Should.Throw<IOException>(() => ContentFolderWriter.Update(after, Folder, target)).Message.ShouldContain("injects/020-b.md was changed meanwhile");
            File.ReadAllText(Path.Combine(target, "injects", "020-b.md")).ShouldBe("by hand");
            File.Exists(Path.Combine(target, "injects", "010-a.md")).ShouldBeFalse();
        }
        finally
        {
            Directory.Delete(root, recursive: true);
        }
    }

    private static byte[] Zip(params (string Path, string Text)[] files)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
            foreach (var (path, text) in files)
            {
                using var writer = new StreamWriter(zip.CreateEntry(path).Open());
                writer.Write(text);
            }

        return bytes.ToArray();
    }
}
