using HanoiAcademy.Cli;
using HanoiAcademy.Storage;
using HanoiAcademy.Storage.Accounts;
using HanoiAcademy.Storage.Agencies;
using HanoiAcademy.Storage.Backup;
using HanoiAcademy.Storage.Courses;
using HanoiAcademy.Storage.Database;
using HanoiAcademy.Storage.Database.Sqlite;
using HanoiAcademy.Storage.Database.SqlServer;
using HanoiAcademy.Storage.Drills;
using HanoiAcademy.Storage.Idempotency;
using HanoiAcademy.Storage.Keys;
using HanoiAcademy.Storage.Moving;
using HanoiAcademy.Storage.Pinned;
using Microsoft.AspNetCore.Identity;
using Microsoft.Data.Sqlite;

namespace HanoiAcademy.Tests.Storage.Moving;

public sealed class MoveTests : IDisposable
{
    private const string Nowhere = "Server=127.0.0.1,9;Database=academy;Connect Timeout=2;User ID=a;Password=sesame";

    private static readonly DateTimeOffset Noon = new(2026, 3, 3, 12, 0, 0, 123, 456, TimeSpan.Zero);

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("academy-test-");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private string Data => Path.Combine(folder.FullName, "data");

    public void Dispose() => folder.Delete(recursive: true);

    /// <summary>Backup and move look at the same tables as the migrations make; Meta each database writes of itself.</summary>
    [Fact]
    public void Every_table_has_its_line_in_the_move_and_none_comes_before_one_it_refers_to()
    {
        using var connection = new SqliteConnection("Data Source=:memory:");
        connection.Open();
        var session = new Session(connection, null);
        foreach (var migration in SqliteMigrator.Known)
        {
            session.Execute(migration.Sql);
        }

        var moved = TableCounts.Of(session).Select(table => table.Name).ToList();
        moved.Prepend("Meta").ShouldBe(BackedUpTables.All);
        moved.Order(StringComparer.Ordinal).ShouldBe(session.All<string>("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name"));
        foreach (var (table, place) in moved.Select((table, place) => (table, place)))
        {
            session.All<string>($"SELECT \"table\" FROM pragma_foreign_key_list('{table}')").ShouldAllBe(referred => moved.IndexOf(referred) < place);
        }
    }

    [Fact]
    public async Task An_academy_is_moved_whole_and_once()
    {
        var target = SqlServerAcademy.MakeDatabase();
        try
        {
            await FillAsync();
            var (code, said, error) = Move(target);
            error.ShouldBeEmpty();
            code.ShouldBe(0);
            said.ShouldContain("  Agencies: 2");
            said.ShouldContain("  DrillLog: 3");
            said.ShouldContain("  DataProtectionKeys: 2");

            await using (var source = SqliteAcademy.In(Data))
            await using (var moved = SqlServerAcademy.In(target))
            {
                await SameAsync(source, moved);
            }

            var (again, _, why) = Move(target);
            again.ShouldBe(1);
            why.ShouldContain("is not empty (it holds 2 in Agencies), and a move overwrites nothing");
        }
        finally
        {
            SqlServerAcademy.DropDatabase(target);
        }
    }

    [Fact]
    public async Task A_row_that_does_not_fit_leaves_the_target_empty_and_is_named()
    {
        var target = SqlServerAcademy.MakeDatabase();
        try
        {
            await FillAsync();
            Sql($"UPDATE Drills SET Title = '{new string('x', 300)}'");
            var (code, said, error) = Move(target);
            code.ShouldBe(1);
            said.ShouldBeEmpty();
            error.ShouldContain("A row of Drills");

            Sql("UPDATE Drills SET Title = 'Invoice at dawn'");
            Move(target).Code.ShouldBe(0);
        }
        finally
        {
            SqlServerAcademy.DropDatabase(target);
        }
    }

    [Fact]
    public void A_line_that_breaks_at_the_commit_leaves_the_outcome_open_and_says_how_to_find_out()
    {
        var place = new SqlServerConnections("Server=db.example;Database=academy").Place;
        foreach (var broken in new Exception[] { SqlServer.SqlFault.Of(10054, 20), SqlServer.SqlFault.Of(-2, 11), new InvalidOperationException("This SqlTransaction has completed.") })
        {
            var said = Should.Throw<StorageException>(() => AcademyMove.Commit(() => throw broken, place)).Message;
            said.ShouldContain("The line to the database academy on db.example broke");
            said.ShouldContain("it is not known whether all of it was moved or nothing: move again;");
            said.ShouldNotContain("nothing was moved");
        }

        AcademyMove.Commit(() => { }, place);
    }

    [Fact]
    public async Task A_running_academy_is_not_moved()
    {
        await FillAsync();
        await using var running = SqliteAcademy.In(Data);
        await running.Get<IAgencies>().List(Cancel);
        Refusal().ShouldContain("An academy is running on");
    }

    [Fact]
    public async Task What_cannot_be_moved_is_said_in_one_sentence()
    {
        Refusal().ShouldContain("There is no academy.db in");
        await FillAsync();
        Refusal().ShouldContain("cannot be reached");
        Refusal("Server=db.example;Password=sesame").ShouldContain("names no database");

        Sql("UPDATE Meta SET Value = '9000' WHERE Name = 'schema'");
        Refusal().ShouldContain("was written by a newer Hanoi Academy");
    }

    [Fact]
    public async Task A_key_that_is_none_is_named()
    {
        await FillAsync();
        var file = Path.Combine(Data, "keys", "key-broken.xml");
        await File.WriteAllTextAsync(file, "<key", Cancel);
        using var connection = new SqliteConnection("Data Source=:memory:");
        connection.Open();
        var session = new Session(connection, null);
        session.Execute("CREATE TABLE DataProtectionKeys (FriendlyName TEXT, Xml TEXT)");
        Should.Throw<StorageException>(() => KeyFiles.AddTo(session, Path.Combine(Data, "keys"))).Message.ShouldBe($"{file} is no data-protection key: put it aside, then move again.");
    }

    private string Refusal(string target = Nowhere)
    {
        var (code, said, error) = Move(target);
        code.ShouldBe(1);
        said.ShouldBeEmpty();
        error.ShouldNotContain("sesame");
        error.TrimEnd().ShouldNotContain("\n");
        return error;
    }

    private (int Code, string Said, string Error) Move(string target)
    {
        var file = Path.Combine(folder.FullName, "connection");
        File.WriteAllText(file, target + "\n");
        using var output = new StringWriter();
        using var error = new StringWriter();
        var code = MoveDataCommand.Run(Data, file, output, error);
        return (code, output.ToString(), error.ToString());
    }

    /// <summary>At least one row in every table, with all that a copy could bend: letters, times, nulls, flags, bytes.</summary>
    private async Task FillAsync()
    {
        await using var academy = SqliteAcademy.In(Data);
        var agencies = academy.Get<IAgencies>();
        await agencies.Create(new Agency { Id = "sundara", Slug = "sundara", Name = "Cảnh sát Sundara ‏شرطة", Created = Noon });
        await agencies.Create(new Agency { Id = "kivara", Slug = "kivara", Name = "Desk of Kivara", Created = Noon });
        var linh = new Account { Id = "linh", AgencyId = "sundara", UserName = "linh", NormalizedUserName = "LINH", DisplayName = "Nguyễn Linh", Created = Noon, LockoutEnd = Noon, TwoFactorEnabled = true };
        (await academy.Get<IUserStore<Account>>().CreateAsync(linh, Cancel)).Succeeded.ShouldBeTrue();
        await ((IUserPasskeyStore<Account>)academy.Get<IUserStore<Account>>()).AddOrUpdatePasskeyAsync(
            linh, new UserPasskeyInfo([1, 2, 0], [3], Noon, 7, ["usb"], true, false, true, [4], [5]) { Name = "Key" }, Cancel);
        await academy.Get<IMemberships>().Grant(new Membership { AccountId = "linh", AgencyId = "sundara", Role = AccountRole.Instructor });
        await academy.Get<IInvitations>().Create(new Invitation { TokenHash = "t", AgencyId = "sundara", Role = AccountRole.Trainee, Created = Noon, Expires = Noon.AddDays(1) });
        await academy.Get<IApiTokens>().Create(new ApiToken { Id = "k", TokenHash = "h", AccountId = "linh", Name = "script", Created = Noon, Expires = Noon.AddDays(1) });
        await academy.Get<IIdempotencyKeys>().Claim("linh", "POST /x", "key", "hash", Noon);
        var content = await academy.Get<IContentStore>().Put(Enumerable.Range(0, 50_000).Select(n => (byte)n).ToArray());
        var drill = new DrillEntry { Id = "d1", AgencyId = "sundara", ScenarioId = "s", Title = "Invoice at dawn", ContentSha256 = content, CreatedBy = "linh", CreatedWall = Noon, JoinCode = "CODE", GuestsAllowed = true };
        await academy.Get<IDrillCatalog>().Create(drill);
        var exercise = new ExerciseEntry { Id = "e1", AgencyId = "sundara", ScenarioId = "s", Title = "Diễn tập", ContentSha256 = content, CreatedBy = "linh", CreatedWall = Noon, StartedWall = Noon };
        await academy.Get<IExercises>().Create(exercise, [new NewDrill(drill with { Id = "d2", JoinCode = "CODE2", ExerciseId = "e1", ForkedFrom = "d1", ForkedRow = 2 }, new DrillOpening())]);
        await academy.Get<IDrillCatalog>().Admit("d1", "kivara");
        await academy.Get<ISeatingPlan>().Take(new SeatHolder { DrillId = "d1", Seat = "bank.1", GuestName = "Amina", RejoinWordHash = "w", Since = Noon });
        for (var version = 0; version < 3; version++)
        {
            await academy.Get<IDrillLog>().Append("d1", version, $"c{version}", "bank.1", version, Noon, $"[\"Xin chào 🙂 {new string('x', 9_000)}\"]");
        }

        var progress = academy.Get<ILearnerProgress>();
        await progress.Open("linh", "c", "l", "v", Noon);
        await progress.Answer(new QuizAnswer { AccountId = "linh", Course = "c", Lesson = "l", Question = "q", ContentVersion = "v", Chosen = "[\"a\"]", Points = 2, Correct = true, At = Noon, Key = "k" }, 0);
        await progress.KeepText(new LearnerText { AccountId = "linh", Course = "c", Block = "b", Text = "", Updated = Noon });
        await academy.Get<IKeyRing>().Keep("key-in-database", "<key id=\"1\" />");
        Directory.CreateDirectory(Path.Combine(Data, "keys"));
        await File.WriteAllTextAsync(Path.Combine(Data, "keys", "key-in-file.xml"), "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<key id=\"2\">\n  <a />\n</key>", Cancel);
    }

    private static async Task SameAsync(ITestAcademy source, ITestAcademy moved)
    {
        (await moved.Get<IAgencies>().List(Cancel)).ShouldBe(await source.Get<IAgencies>().List(Cancel));
        (await moved.Get<IDrillCatalog>().Get("d1", Cancel)).ShouldBe(await source.Get<IDrillCatalog>().Get("d1", Cancel));
        (await moved.Get<IExercises>().Get("e1", Cancel)).ShouldNotBeNull().ShouldBe(await source.Get<IExercises>().Get("e1", Cancel));
        (await moved.Get<IExercises>().Drills("e1", Cancel)).ShouldBe(await source.Get<IExercises>().Drills("e1", Cancel));
        (await moved.Get<IDrillCatalog>().Agencies("d1", Cancel)).ShouldBe(["sundara", "kivara"]);
        (await moved.Get<IDrillLog>().Read("d1", 0, Cancel)).ShouldBe(await source.Get<IDrillLog>().Read("d1", 0, Cancel));
        (await moved.Get<ISeatingPlan>().Who("d1", Cancel)).ShouldBe(await source.Get<ISeatingPlan>().Who("d1", Cancel));
        (await moved.Get<ILearnerProgress>().Answers("linh", "c", Cancel)).ShouldBe(await source.Get<ILearnerProgress>().Answers("linh", "c", Cancel));
        (await moved.Get<ILearnerProgress>().Texts("linh", "c", Cancel)).ShouldBe(await source.Get<ILearnerProgress>().Texts("linh", "c", Cancel));
        (await moved.Get<ILearnerProgress>().Lessons("linh", "c", Cancel)).ShouldBe(await source.Get<ILearnerProgress>().Lessons("linh", "c", Cancel));
        (await moved.Get<IInvitations>().FindUsable("t", Noon, Cancel)).ShouldBe(await source.Get<IInvitations>().FindUsable("t", Noon, Cancel));
        (await moved.Get<IApiTokens>().Of("linh", Cancel)).ShouldBe(await source.Get<IApiTokens>().Of("linh", Cancel));
        (await moved.Get<IMemberships>().Of("linh", Cancel)).ShouldBe(await source.Get<IMemberships>().Of("linh", Cancel));
        (await moved.Get<IIdempotencyKeys>().Claim("linh", "POST /x", "key", "hash", Noon)).ShouldBeOfType<KeyClaim.InProgress>();
        (await moved.Get<IKeyRing>().All(Cancel)).ShouldBe(["<key id=\"1\" />", "<key id=\"2\"><a /></key>"]);

        var content = (await source.Get<IDrillCatalog>().Get("d1", Cancel))!.ContentSha256;
        (await moved.Get<IContentStore>().Get(content, Cancel)).ShouldNotBeNull().Length.ShouldBe(50_000);
        var linh = (await moved.Get<IUserStore<Account>>().FindByIdAsync("linh", Cancel)).ShouldNotBeNull();
        linh.ShouldBeEquivalentTo(await source.Get<IUserStore<Account>>().FindByIdAsync("linh", Cancel));
        var passkey = (await ((IUserPasskeyStore<Account>)moved.Get<IUserStore<Account>>()).GetPasskeysAsync(linh, Cancel)).ShouldHaveSingleItem();
        passkey.CredentialId.ShouldBe([1, 2, 0]);
        passkey.IsBackedUp.ShouldBeTrue();
    }

    private void Sql(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={DatabaseFile};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private string DatabaseFile => Path.Combine(Data, "academy.db");
}
