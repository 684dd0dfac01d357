using System.IO.Compression;
using System.Text;
using System.Text.Json.Nodes;
using HanoiAcademy.Cli;
using HanoiAcademy.Storage;
using HanoiAcademy.Storage.Agencies;
using HanoiAcademy.Storage.Backup;
using HanoiAcademy.Storage.Database;
using Microsoft.Data.Sqlite;

namespace HanoiAcademy.Tests.Storage.Backup;

public sealed class BackupTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("academy-test-");

    private string Data => At("data");

    private string Archive => At("backup.zip");

    private string Restored => At("restored");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task A_running_academy_is_backed_up_whole_and_restored()
    {
        await using var academy = await MakeAcademyAsync();
        Backup().ShouldBe((0, ""));
        await academy.Get<IAgencies>().Rename("a0", "Renamed after the backup");
        Restore().ShouldBe((0, ""));

        await using var restored = SqliteAcademy.In(Restored);
        var agencies = await restored.Get<IAgencies>().List(Cancel);
        agencies.Select(agency => agency.Name).ShouldBe(["Agency 0", "Agency 1", "Agency 2"]);
        (await File.ReadAllTextAsync(Path.Combine(Restored, "keys", "key-1.xml"), Cancel)).ShouldBe("<key/>");
        (await academy.Get<IAgencies>().Get("a0", Cancel))!.Name.ShouldBe("Renamed after the backup");
    }

    [Fact]
    public async Task Who_was_erased_since_the_backup_is_listed_beside_what_is_restored()
    {
        await using var academy = await MakeAcademyAsync();
        Backup().ShouldBe((0, ""));
        await academy.Get<HanoiAcademy.Storage.People.IPeoplesData>().NoteErased([new string('a', 64)], DateTimeOffset.UnixEpoch);

        Run(error => RestoreCommand.Run(Archive, Restored, TextWriter.Null, error, Data)).ShouldBe((0, ""));
        ErasedList.Read(Restored).ShouldBe([new string('a', 64)]);

        ErasedList.Forget(Restored);
        ErasedList.Read(Restored).ShouldBeEmpty();
        Run(error => RestoreCommand.Run(Archive, At("second"), TextWriter.Null, error, At("nowhere"))).ShouldSatisfyAllConditions(answer => answer.Code.ShouldBe(1), answer => answer.Error.ShouldContain("--erased-in"));
        Directory.Exists(At("second")).ShouldBeFalse("a site started on it would bring the erased back");
    }

    [Fact]
    public async Task A_backup_taken_while_others_write_holds_one_moment()
    {
        await using var academy = await MakeAcademyAsync();
        using var stop = new CancellationTokenSource();
        var database = academy.Get<IDatabase>();
        var writing = Task.Run(
            async () =>
            {
                for (var n = 0; !stop.IsCancellationRequested; n++)
                {
                    await database.Write(session => session.Execute("UPDATE Agencies SET Created = @n", new { n }));
                }
            },
            Cancel);
        Backup().ShouldBe((0, ""));
        await stop.CancelAsync();
        await writing;

        Restore().ShouldBe((0, ""));
        await using var restored = SqliteAcademy.In(Restored);
        (await restored.Get<IAgencies>().List(Cancel)).Select(agency => agency.Created).Distinct().Count().ShouldBe(1);
    }

    [Fact]
    public async Task A_stopped_academy_is_backed_up_too_and_nothing_is_left_beside_it()
    {
        await (await MakeAcademyAsync()).DisposeAsync();
        Backup().ShouldBe((0, ""));
        Directory.GetFiles(Data).Select(Path.GetFileName).ShouldBe(["academy.db"]);
        folder.GetFileSystemInfos().Select(entry => entry.Name).Order(StringComparer.Ordinal).ShouldBe(["backup.zip", "data"]);
        Restore().ShouldBe((0, ""));
    }

    [Fact]
    public async Task Every_table_that_the_migrations_make_is_in_the_backups_list()
    {
        await using var academy = await MakeAcademyAsync();
        var tables = await academy.Get<IDatabase>().Read(session => session.All<string>("SELECT name FROM sqlite_master WHERE type = 'table'"), Cancel);
        BackedUpTables.All.ShouldBe(tables, ignoreOrder: true);
    }

    [Fact]
    public async Task A_backup_is_for_its_owners_eyes()
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("Windows has no such modes; the archive inherits its rights.");
            return;
        }

        await using var academy = await MakeAcademyAsync();
        Backup();
        Restore();
        File.GetUnixFileMode(Archive).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        File.GetUnixFileMode(Path.Combine(Restored, "academy.db")).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        File.GetUnixFileMode(Restored).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    [Fact]
    public async Task A_demo_stays_a_demo()
    {
        await using (var demo = SqliteAcademy.In(Data, demo: true))
        {
            await demo.Get<IAgencies>().List(Cancel);
        }

        Backup().ShouldBe((0, ""));
        Restore().ShouldBe((0, ""));
        await using var restored = SqliteAcademy.In(Restored);
        Should.Throw<StorageException>(() => restored.Get<IAgencies>()).Message.ShouldContain("made for a demo");
    }

    [Fact]
    public async Task What_cannot_be_backed_up_is_said_and_leaves_no_archive()
    {
        Backup().ShouldSay("There is no academy.db in");
        Directory.CreateDirectory(Data);
        await File.WriteAllTextAsync(Path.Combine(Data, "academy.db"), new string('x', 5_000), Cancel);
        Backup().ShouldSay("is damaged or is no academy database");
        File.Exists(Archive).ShouldBeFalse();
    }

    [Fact]
    public async Task A_backup_overwrites_nothing_and_does_not_lie_in_the_data()
    {
        await using var academy = await MakeAcademyAsync();
        await File.WriteAllTextAsync(Archive, "mine", Cancel);
        Backup().ShouldSay("exists already");
        (await File.ReadAllTextAsync(Archive, Cancel)).ShouldBe("mine");
        Backup(Path.Combine(Data, "backup.zip")).ShouldSay("part of the next one");
        Backup(At(Path.Combine("nowhere", "backup.zip"))).ShouldSay("does not exist");
    }

    [Fact]
    public async Task A_folder_that_is_not_empty_is_never_restored_into()
    {
        await using var academy = await MakeAcademyAsync();
        Backup();
        Restore(Data).ShouldSay("is not empty");
        await File.WriteAllTextAsync(At("file"), "mine", Cancel);
        Restore(At("file")).ShouldSay("is not empty");
        Directory.CreateDirectory(Restored);
        Restore().ShouldBe((0, ""));
    }

    [Fact]
    public void An_archive_that_is_none_is_refused()
    {
        Restore().ShouldSay("There is no file");
        File.WriteAllText(Archive, "not a zip");
        RestoreIsRefused("damaged or is no backup");
    }

    [Fact]
    public void An_archive_of_another_program_is_refused()
    {
        using (var zip = ZipFile.Open(Archive, ZipArchiveMode.Create))
        {
            zip.CreateEntry("readme.txt");
        }

        RestoreIsRefused("it holds no backup.json");
    }

    [Fact]
    public async Task A_changed_byte_is_found()
    {
        await using var academy = await MakeAcademyAsync();
        Backup();
        Change("keys/key-1.xml", _ => "<bad/>"u8.ToArray());
        RestoreIsRefused("keys/key-1.xml is not what was backed up");
    }

    [Fact]
    public async Task An_entry_longer_than_listed_is_cut_off()
    {
        await using var academy = await MakeAcademyAsync();
        Backup();
        Change("keys/key-1.xml", _ => new byte[50_000_000]);
        RestoreIsRefused("longer than the archive says");
    }

    [Theory]
    [InlineData("../outside.txt", "leads elsewhere")]
    [InlineData("keys/../../outside.txt", "leads elsewhere")]
    [InlineData("/outside.txt", "leads elsewhere")]
    [InlineData("C:/outside.txt", "leads elsewhere")]
    [InlineData("keys\\outside.txt", "leads elsewhere")]
    [InlineData("keys//outside.txt", "leads elsewhere")]
    [InlineData("ACADEMY.DB", "twice")]
    [InlineData("keys/extra.xml", "does not hold what it lists")]
    public async Task An_entry_that_leads_elsewhere_or_is_not_listed_is_refused(string path, string says)
    {
        await using var academy = await MakeAcademyAsync();
        Backup();
        using (var zip = ZipFile.Open(Archive, ZipArchiveMode.Update))
        {
            zip.CreateEntry(path);
        }

        RestoreIsRefused(says);
        File.Exists(At("outside.txt")).ShouldBeFalse();
    }

    [Fact]
    public async Task A_missing_entry_is_found()
    {
        await using var academy = await MakeAcademyAsync();
        Backup();
        using (var zip = ZipFile.Open(Archive, ZipArchiveMode.Update))
        {
            zip.GetEntry("keys/key-1.xml")!.Delete();
        }

        RestoreIsRefused("does not hold what it lists");
    }

    [Theory]
    [InlineData("schema", "9000", "newer Hanoi Academy")]
    [InlineData("format", "2", "newer Hanoi Academy")]
    [InlineData("product", "\"somebody\"", "made by \"somebody\"")]
    [InlineData("demo", "true", "not the one it describes")]
    [InlineData("files", "[null]", "has holes")]
    [InlineData("files", "null", "damaged or is no backup")]
    [InlineData("files", "[{\"path\":\"academy.db\",\"size\":9223372036854775807,\"sha256\":\"\"},{\"path\":\"keys/key-1.xml\",\"size\":1,\"sha256\":\"\"}]", "impossible size")]
    [InlineData("files", "[{\"path\":\"academy.db\",\"size\":60000000000,\"sha256\":\"\"},{\"path\":\"keys/key-1.xml\",\"size\":60000000000,\"sha256\":\"\"}]", "impossible size")]
    [InlineData("tables", "{}", "not the one it describes")]
    public async Task A_manifest_that_does_not_fit_is_refused(string key, string json, string says)
    {
        await using var academy = await MakeAcademyAsync();
        Backup();
        Change("backup.json", bytes =>
        {
            var manifest = JsonNode.Parse(bytes)!;
            manifest[key] = JsonNode.Parse(json);
            return Encoding.UTF8.GetBytes(manifest.ToJsonString());
        });
        RestoreIsRefused(says);
    }

    [Fact]
    public async Task A_database_with_a_trigger_of_a_strangers_is_refused()
    {
        await (await MakeAcademyAsync()).DisposeAsync();
        using (var connection = new SqliteConnection($"Data Source={Path.Combine(Data, "academy.db")};Pooling=False"))
        {
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = "CREATE TRIGGER Sneak AFTER INSERT ON Accounts BEGIN DELETE FROM Drills; END";
            command.ExecuteNonQuery();
        }

        Backup().ShouldSay("changed by hand");
        File.Exists(Archive).ShouldBeFalse();
    }

    private async Task<SqliteAcademy> MakeAcademyAsync()
    {
        var academy = SqliteAcademy.In(Data);
        for (var n = 0; n < 3; n++)
        {
            await academy.Get<IAgencies>().Create(new Agency { Id = $"a{n}", Slug = $"a{n}", Name = $"Agency {n}", Created = DateTimeOffset.UnixEpoch });
        }

        Directory.CreateDirectory(Path.Combine(Data, "keys"));
        await File.WriteAllTextAsync(Path.Combine(Data, "keys", "key-1.xml"), "<key/>", Cancel);
        return academy;
    }

    private (int Code, string Error) Backup(string? archive = null) => Run(error => BackupCommand.Run(Data, archive ?? Archive, TextWriter.Null, error));

    private (int Code, string Error) Restore(string? into = null) => Run(error => RestoreCommand.Run(Archive, into ?? Restored, TextWriter.Null, error));

    private void RestoreIsRefused(string says)
    {
        var before = folder.GetFileSystemInfos().Select(entry => entry.Name).ToList();
        Restore().ShouldSay(says);
        folder.GetFileSystemInfos().Select(entry => entry.Name).ShouldBe(before, ignoreOrder: true);
    }

    private static (int Code, string Error) Run(Func<TextWriter, int> command)
    {
        using var error = new StringWriter();
        return (command(error), error.ToString());
    }

    private void Change(string entry, Func<byte[], byte[]> change)
    {
        using var zip = ZipFile.Open(Archive, ZipArchiveMode.Update);
        using var stream = zip.GetEntry(entry)!.Open();
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        var changed = change(bytes);
        stream.SetLength(0);
        stream.Write(changed);
    }

    private string At(string name) => Path.Combine(folder.FullName, name);
}

internal static class CommandAnswer
{
    public static void ShouldSay(this (int Code, string Error) answer, string sentence)
    {
        answer.Error.ShouldContain(sentence);
        answer.Error.Trim().ShouldNotContain('\n');
        answer.Code.ShouldBe(1);
    }
}
