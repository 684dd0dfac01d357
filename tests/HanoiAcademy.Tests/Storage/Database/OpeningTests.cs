using HanoiAcademy.Storage;
using HanoiAcademy.Storage.Agencies;
using HanoiAcademy.Storage.Database;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace HanoiAcademy.Tests.Storage.Database;

public sealed class OpeningTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("academy-test-");

    private string File => Path.Combine(folder.FullName, "academy.db");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task The_data_are_there_after_a_restart()
    {
        await MakeAsync();
        (await ListAsync()).ShouldHaveSingleItem().Name.ShouldBe("Police of Sundara");
    }

    [Fact]
    public async Task A_stopped_academy_leaves_one_file()
    {
        await MakeAsync();
        folder.GetFiles().Select(file => file.Name).ShouldBe(["academy.db"]);
    }

    [Fact]
    public async Task Two_who_start_at_once_migrate_once()
    {
        var academies = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(async () =>
        {
            var academy = SqliteAcademy.In(folder.FullName);
            await academy.Get<IAgencies>().List(TestContext.Current.CancellationToken);
            return academy;
        })));
        foreach (var academy in academies)
        {
            await academy.DisposeAsync();
        }
    }

    [Fact]
    public async Task A_database_newer_than_the_code_is_refused_and_left_alone()
    {
        await MakeAsync();
        Sql("UPDATE Meta SET Value = '9000' WHERE Name = 'schema'");
        var before = await System.IO.File.ReadAllBytesAsync(File, TestContext.Current.CancellationToken);
        (await RefusalAsync()).ShouldContain("newer Hanoi Academy (schema 9000");
        (await System.IO.File.ReadAllBytesAsync(File, TestContext.Current.CancellationToken)).ShouldBe(before);
    }

    [Theory]
    [InlineData("DROP TABLE LearnerTexts", "LearnerTexts.AccountId")]
    [InlineData("ALTER TABLE Drills DROP COLUMN ForkedRow", "Drills.ForkedRow")]
    [InlineData("UPDATE Meta SET Value = '1' WHERE Name = 'schema'; DROP TABLE LessonProgress", "LessonProgress.AccountId")]
    public async Task A_half_migrated_database_is_refused_in_one_sentence_and_left_alone(string harm, string lacks)
    {
        await MakeAsync();
        Sql(harm);
        var before = await System.IO.File.ReadAllBytesAsync(File, TestContext.Current.CancellationToken);

        var refusal = await RefusalAsync();

        refusal.ShouldContain("is half migrated or was changed by hand");
        refusal.ShouldContain($"and lacks {lacks}): restore a backup, or name another data folder.");
        (await System.IO.File.ReadAllBytesAsync(File, TestContext.Current.CancellationToken)).ShouldBe(before);
    }

    [Fact]
    public async Task A_demo_database_is_refused_without_demo()
    {
        await MakeAsync(demo: true);
        (await RefusalAsync()).ShouldContain("was made for a demo");
        (await ListAsync(demo: true)).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_real_database_is_refused_for_a_demo()
    {
        await MakeAsync();
        (await RefusalAsync(demo: true)).ShouldContain("holds real work");
        (await ListAsync()).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_database_of_another_program_is_refused_and_left_alone()
    {
        Sql("CREATE TABLE Recipes (Name TEXT)");
        var before = await System.IO.File.ReadAllBytesAsync(File, TestContext.Current.CancellationToken);
        (await RefusalAsync()).ShouldContain("database of another program");
        (await System.IO.File.ReadAllBytesAsync(File, TestContext.Current.CancellationToken)).ShouldBe(before);
    }

    [Fact]
    public async Task A_file_that_is_no_database_is_refused()
    {
        await System.IO.File.WriteAllTextAsync(File, new string('x', 5_000), TestContext.Current.CancellationToken);
        (await RefusalAsync()).ShouldContain("damaged or is no academy database");
    }

    [Fact]
    public async Task A_folder_that_cannot_be_made_is_said_in_one_sentence()
    {
        var blocked = Path.Combine(folder.FullName, "file");
        await System.IO.File.WriteAllTextAsync(blocked, "", TestContext.Current.CancellationToken);
        (await RefusalAsync(Path.Combine(blocked, "data"))).ShouldMatch("^The data folder .* cannot be made .*: set Storage:DataFolder to a folder this account may write to\\.$");
    }

    [Fact]
    public async Task A_full_disk_is_said_in_one_sentence_and_mended_by_room()
    {
        await using var academy = SqliteAcademy.In(folder.FullName);
        var database = academy.Get<IDatabase>();

        // The most that can be said to SQLite without a disk of our own: so many pages and no more.
        var pages = await database.Write(session => session.Number("PRAGMA page_count"));
        await database.Write(session => session.Number($"PRAGMA max_page_count = {pages + 2}"));
        var full = await Should.ThrowAsync<StorageException>(() => database.Write(session =>
            session.Execute("INSERT INTO Content (Sha256, Bytes) VALUES ('x', @bytes)", new { bytes = new byte[100_000] })));
        full.Message.ShouldContain("is full: make room");
        await database.Write(session => session.Number("PRAGMA max_page_count = 1000000"));
        (await academy.Get<IAgencies>().Create(Sundara)).ShouldBeTrue();
    }

    [Theory]
    [InlineData("Storage:Provider", "Oracle", "Storage:Provider must be Sqlite")]
    [InlineData("Storage:DataFolder", "", "Storage:DataFolder is empty")]
    public void Wrong_options_say_how_to_mend_them(string key, string value, string says)
    {
        var settings = new Dictionary<string, string?> { ["Storage:DataFolder"] = folder.FullName, [key] = value };
        using var services = new ServiceCollection()
            .AddAcademyStorage(new ConfigurationBuilder().AddInMemoryCollection(settings).Build())
            .BuildServiceProvider();
        Should.Throw<OptionsValidationException>(() => services.GetRequiredService<IAgencies>()).Message.ShouldContain(says);
    }

    [Fact]
    public void Secrets_in_the_folder_are_the_owners_alone()
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("Windows has no such modes; the folder inherits its rights.");
            return;
        }

        var made = DataFolder.Make(Path.Combine(folder.FullName, "a", "b"));
        System.IO.File.GetUnixFileMode(made).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    private static Agency Sundara => new() { Id = "sundara", Slug = "sundara", Name = "Police of Sundara", Created = DateTimeOffset.UnixEpoch };

    private async Task MakeAsync(bool demo = false)
    {
        await using var academy = SqliteAcademy.In(folder.FullName, demo);
        await academy.Get<IAgencies>().Create(Sundara);
    }

    private async Task<IReadOnlyList<Agency>> ListAsync(bool demo = false)
    {
        await using var academy = SqliteAcademy.In(folder.FullName, demo);
        return await academy.Get<IAgencies>().List(TestContext.Current.CancellationToken);
    }

    private Task<string> RefusalAsync(bool demo = false) => RefusalAsync(folder.FullName, demo);

    private static async Task<string> RefusalAsync(string path, bool demo = false)
    {
        await using var academy = SqliteAcademy.In(path, demo);
        return Should.Throw<StorageException>(() => academy.Get<IAgencies>()).Message;
    }

    private void Sql(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={File};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
