using System.Text;
using HanoiAcademy.Storage.Accounts;
using HanoiAcademy.Storage.Agencies;
using HanoiAcademy.Storage.Backup;
using HanoiAcademy.Storage.Database;
using HanoiAcademy.Storage.Drills;
using HanoiAcademy.Storage.Idempotency;
using HanoiAcademy.Storage.People;
using HanoiAcademy.Storage.Pinned;
using Microsoft.AspNetCore.Identity;

namespace HanoiAcademy.Tests.Storage.People;

public abstract class PeoplesDataContract(ITestAcademy academy) : StorageContract(academy)
{
    private const string Id = "a7f3e9b1c2d4";
    private const string UserName = "thuy.nguyen@police.example";
    private const string DisplayName = "Nguyễn Thị Thuỷ";

    // A line for each table that refers to an account, as the site would write it.
    private static readonly string[] Lines =
    [
        "INSERT INTO Passkeys (CredentialId, AccountId, PublicKey, Name, Created, SignCount, IsUserVerified, IsBackupEligible, IsBackedUp, AttestationObject, ClientDataJson) VALUES (@bytes, @id, @bytes, @name, 1, 0, 1, 0, 0, @bytes, @bytes)",
        "INSERT INTO ApiTokens (Id, TokenHash, AccountId, Name, Created, Expires) VALUES ('t', 'h', @id, 'script', 1, 2)",
        "INSERT INTO Invitations (TokenHash, Kind, AgencyId, Role, CreatedBy, Created, Expires) VALUES ('i1', 'join', 'sundara', 'trainee', @id, 1, 2)",
        "INSERT INTO Invitations (TokenHash, Kind, AgencyId, Role, Created, Expires, UsedBy, UsedWall) VALUES ('i2', 'join', 'sundara', 'trainee', 1, 2, @id, 1)",
        "INSERT INTO Invitations (TokenHash, Kind, AgencyId, Role, AccountId, Created, Expires) VALUES ('i3', 'reset', 'sundara', 'trainee', @id, 1, 2)",
        "INSERT INTO DrillSeats (DrillId, Seat, AccountId, Since) VALUES ('d1', 'bank.analyst.1', @id, 1)",
        "INSERT INTO DrillControllers (DrillId, AccountId, Role, Since) VALUES ('d1', @id, 'lead', 1)",
        "INSERT INTO DrillControllers (DrillId, AccountId, Role, AppointedBy, Since) VALUES ('d1', 'other', 'lead', @id, 1)",
        "INSERT INTO Exercises (Id, AgencyId, ScenarioId, Title, ContentSha256, CreatedBy, CreatedWall) SELECT 'e1', 'sundara', 's', 'Spring', ContentSha256, @id, 1 FROM Drills WHERE Id = 'd1'",
        "INSERT INTO ExerciseBroadcasts (ExerciseId, Id, Words, CreatedBy, CreatedWall) VALUES ('e1', 'b1', '{}', @id, 1)",
        "INSERT INTO ClosedScenarios (ScenarioId, AgencyId, Reason, ClosedBy, ClosedWall) VALUES ('s', 'sundara', '', @id, 1)",
        "INSERT INTO LessonProgress (AccountId, Course, Lesson, ContentVersion, Opened) VALUES (@id, 'c', 'l', 'v', 1)",
        "INSERT INTO QuizAnswers (AccountId, Course, Lesson, Question, ContentVersion, Attempt, Chosen, Points, Correct, At, AnswerKey) VALUES (@id, 'c', 'l', 'q', 'v', 1, '[]', 1, 1, 1, 'k')",
        "INSERT INTO LearnerTexts (AccountId, Course, Block, Body, Updated) VALUES (@id, 'c', 'b', @name, 1)",
        "INSERT INTO Contributions (Id, AgencyId, Title, Version, CreatedBy, CreatedWall) VALUES ('c1', 'sundara', 'Mine', 1, @id, 1)",
        "INSERT INTO ContributionVersions (ContributionId, Number, Sha256, Bytes, ScenarioId, Origin, FileName, Changes, Errors, Warnings, MadeBy, MadeWall) SELECT 'c1', 1, ContentSha256, 2, 's', 'folder', 'a.zip', '[]', 0, 0, @id, 1 FROM Drills WHERE Id = 'd1'",
        "INSERT INTO ContributionUploads (Id, AgencyId, AccountId, FileName, Bytes, Choices, UploadedWall) VALUES ('u1', 'sundara', @id, @name, @bytes, '{}', 1)",
        "INSERT INTO AccountUse (AccountId, LastUsedWall) VALUES (@id, 1)",
        "INSERT INTO RetentionListed (AgencyId, Kind, Item, DaysSeen, LastDay) VALUES ('sundara', 'idle-accounts', @id, 1, 1)",
        "INSERT INTO RetentionRules (AgencyId, Kind, Months, SetWall, SetBy) VALUES ('sundara', 'answers', 12, 1, @id)",
        "INSERT INTO DrillHolds (DrillId, Reason, HeldBy, HeldWall) VALUES ('d1', 'court', @id, 1)",
        "INSERT INTO ImprovementActions (Id, AgencyId, DrillTitle, Origin, Capability, Finding, Action, Element, Organisation, Owner, OwnerAccountId, State, Version, CreatedWall, ChangedWall) VALUES ('m1', 'sundara', 'Dawn', 'written', '', 'f', '', 'planning', '', @name, @id, 'agreed', 1, 1, 1)",
        "INSERT INTO ImprovementChanges (ActionId, Version, ChangedBy, Wall, State, Fields, Remark) VALUES ('m1', 1, @id, 1, 'agreed', '', '')",
        "INSERT INTO DataActs (Id, AgencyId, Wall, Act, Reason, Quantity, DoneBy) VALUES ('x1', 'sundara', 1, 'account-exported', 'for-somebody', 1, @id)",
    ];

    private IPeoplesData Data => Get<IPeoplesData>();

    [Fact]
    public async Task Every_table_that_refers_to_an_account_says_what_it_holds_of_it()
    {
        await FillAsync();

        var tables = await Data.Of(Id, Cancel);

        tables.Where(table => table.Rows.Count == 0).Select(table => table.Name).ShouldBeEmpty("of each the test wrote a line");
        (await PlacesOf(Id)).Select(place => place.Split('.')[0]).Distinct().Except(tables.Select(table => table.Name)).ShouldBeEmpty("the account's id stands there and its person is not told");
    }

    [Fact]
    public async Task After_an_erasure_neither_the_name_nor_the_id_stands_in_any_table()
    {
        await FillAsync();
        foreach (var word in new[] { Id, UserName, DisplayName })
            (await PlacesOf(word)).ShouldNotBeEmpty($"the search finds {word} while it is there");

        (await Data.Erase(Id, Act(by: Id))).ShouldBe(new EraseAnswer.Erased());

        foreach (var word in new[] { Id, UserName, UserName.ToUpperInvariant(), DisplayName })
            (await PlacesOf(word)).ShouldBeEmpty($"{word} is still there");
        (await Get<IDrillCatalog>().Get("d1", Cancel))!.CreatedBy.ShouldBeNull();
        (await Get<IDrillLog>().Read("d1", 0, Cancel)).Count.ShouldBe(1, "the log stays");
        (await Get<IInvitations>().ListUsable("sundara", DateTimeOffset.UnixEpoch, Cancel)).Select(link => link.TokenHash).ShouldBe(["i1"], "a used link stays used");
        (await Get<IDataActs>().Of("sundara", 10, Cancel)).Select(act => act.Act).ShouldBe(["account-erased", "account-exported"]);
    }

    [Fact]
    public async Task A_call_of_somebody_else_that_named_him_stays_answered_without_the_name()
    {
        await FillAsync();
        var keys = Get<IIdempotencyKeys>();
        await keys.Claim("other", "POST /x", "a-key-of-somebody", "sha", Noon);
        await keys.Answer("other", "POST /x", "a-key-of-somebody", 200, "application/json", Encoding.UTF8.GetBytes($"{{\"name\":\"{DisplayName}\"}}"));

        await keys.Claim("other", "POST /x", "a-key-of-another", "sha", Noon);
        await keys.Answer("other", "POST /x", "a-key-of-another", 200, "application/json", Encoding.UTF8.GetBytes($"{{\"name\":\"{DisplayName}ng\"}}"));

        await Data.Erase(Id, Act());

        (await keys.Claim("other", "POST /x", "a-key-of-somebody", "sha", Noon.AddMinutes(1))).ShouldBeOfType<KeyClaim.Answered>().Body.ShouldBeEmpty();
        (await keys.Claim("other", "POST /x", "a-key-of-another", "sha", Noon.AddMinutes(1))).ShouldBeOfType<KeyClaim.Answered>().Body.ShouldNotBeEmpty("a longer word is another's name");
    }

    [Fact]
    public async Task A_name_that_was_typed_as_owner_in_a_plan_goes_and_in_its_texts_it_is_told()
    {
        await FillAsync();
        const string Insert = "INSERT INTO ImprovementActions (Id, AgencyId, DrillTitle, Origin, Capability, Finding, Action, Element, Organisation, Owner, OwnerAccountId, State, Version, CreatedWall, ChangedWall) VALUES (@row, @agency, 'Dawn', 'written', '', @finding, '', 'planning', @organisation, @owner, @account, 'agreed', 1, 1, 1)";
        foreach (var (row, agency, finding, organisation, owner, account) in new[]
        {
            ("n1", "sundara", "f", "", DisplayName.ToLowerInvariant(), null),
            ("n2", "sundara", "f", $"{UserName} / Fraud desk", $"{DisplayName}, fraud desk", null),
            ("n3", "sundara", "f", "", $"{DisplayName}ng", null),
            ("n4", "sundara", $"{DisplayName} waited", "", DisplayName, "other"),
            ("n5", "kivara", "f", "", DisplayName, null),
        })
            await Get<IDatabase>().Write(session => session.Execute(Insert, new { row, agency, finding, organisation, owner, account }));
        await Get<IDatabase>().Write(session => session.Execute("INSERT INTO ImprovementChanges (ActionId, Version, ChangedBy, Wall, State, Fields, Remark) VALUES ('n1', 1, 'other', 1, 'agreed', '', @remark)", new { remark = $"asked {DisplayName}" }));

        (await Data.InPlans(Id, Cancel)).ShouldBe([new NamedInPlan("sundara", "Police of Sundara", Owners: 3, Texts: 2)]);
        await Data.Erase(Id, Act());

        var left = await Get<IDatabase>().Read(session => session.All<(string Id, string Owner, string Organisation)>("SELECT Id, Owner, Organisation FROM ImprovementActions ORDER BY Id"));
        left.ShouldBe([("m1", "", ""), ("n1", "", ""), ("n2", "fraud desk", "Fraud desk"), ("n3", $"{DisplayName}ng", ""), ("n4", DisplayName, ""), ("n5", DisplayName, "")]);
        (await Data.InPlans(Id, Cancel)).ShouldBeEmpty();
    }

    [Fact]
    public async Task The_last_administrator_of_an_agency_stays_until_there_is_another()
    {
        await EnrolAsync("amina", AccountRole.Administrator);

        (await Data.MayErase("amina", Cancel)).ShouldBe(new EraseAnswer.LastAdministrator("Police of Sundara"));
        (await Data.Erase("amina", Act())).ShouldBe(new EraseAnswer.LastAdministrator("Police of Sundara"));
        (await Get<IAccountDirectory>().Get("amina", Cancel)).ShouldNotBeNull();
        (await Get<IDataActs>().Of("sundara", 10, Cancel)).ShouldBeEmpty();

        await EnrolAsync("lan", AccountRole.Administrator);
        (await Data.Erase("amina", Act())).ShouldBe(new EraseAnswer.Erased());
        (await Data.Erase("lan", Act("2"))).ShouldBeOfType<EraseAnswer.LastAdministrator>();
    }

    [Fact]
    public async Task Two_last_administrators_who_erase_themselves_at_once_do_not_both_go()
    {
        await EnrolAsync("amina", AccountRole.Administrator);
        await EnrolAsync("lan", AccountRole.Administrator);

        var answers = await Task.WhenAll(Data.Erase("amina", Act("1")), Data.Erase("lan", Act("2")));

        answers.OfType<EraseAnswer.Erased>().Count().ShouldBe(1);
        (await Get<IMemberships>().CountAdministrators(Cancel)).ShouldBe(1);
    }

    [Theory]
    [InlineData(DrillStatus.Running, false)]
    [InlineData(DrillStatus.Paused, false)]
    [InlineData(DrillStatus.Ended, true)]
    [InlineData(DrillStatus.Lobby, true)]
    public async Task Who_plays_in_a_drill_that_is_under_way_waits_for_its_end(string status, bool may)
    {
        await LaunchAsync("d1", "CODE1");
        await EnrolAsync("amina");
        await Get<ISeatingPlan>().Take(new SeatHolder { DrillId = "d1", Seat = "bank.fraud.1", AccountId = "amina", Since = Noon });
        await Get<IDrillCatalog>().SetStatus("d1", status, Noon);

        (await Data.Erase("amina", Act())).ShouldBe(may ? new EraseAnswer.Erased() : new EraseAnswer.InRunningDrill("d1", "Invoice at dawn"));
        (await Get<ISeatingPlan>().Who("d1", Cancel)).Count.ShouldBe(may ? 0 : 1);
    }

    [Theory]
    [InlineData(DrillStatus.Running, true)]
    [InlineData(DrillStatus.Ended, false)]
    public async Task A_guest_s_name_goes_and_his_word_stays_good_while_the_drill_goes_on(string status, bool comesBack)
    {
        await LaunchAsync("d1", "CODE1");
        await Get<ISeatingPlan>().Take(new SeatHolder { DrillId = "d1", Seat = "bank.fraud.1", GuestName = "Lan", RejoinWordHash = "word", Since = Noon });
        await Get<IDrillCatalog>().SetStatus("d1", status, Noon);

        (await Data.EraseGuest("d1", "bank.fraud.1", "another", Act("1"))).ShouldBeFalse();
        (await Data.EraseGuest("d1", "bank.fraud.1", "word", Act("2"))).ShouldBeTrue();

        (await Get<ISeatingPlan>().Who("d1", "bank.fraud.1", Cancel))!.GuestName.ShouldBe("");
        (await Get<ISeatingPlan>().FindGuest("d1", "word", Cancel) is not null).ShouldBe(comesBack);
        (await PlacesOf("Lan")).ShouldBeEmpty();
    }

    [Fact]
    public async Task An_erased_account_that_a_backup_brings_back_is_known()
    {
        await EnrolAsync("amina");
        await EnrolAsync("lan");
        await Data.Erase("amina", Act());
        (await Data.CameBack(Cancel)).ShouldBeEmpty();

        await EnrolAsync("amina");

        (await Data.CameBack(Cancel)).ShouldBe(["amina"]);
        (await Data.Erase("amina", Act("2"))).ShouldBe(new EraseAnswer.Erased());
        (await Data.Erase("amina", Act("3"))).ShouldBe(new EraseAnswer.NoSuchAccount());
    }

    private static DataAct Act(string id = "a1", string? by = null) =>
        new() { Id = id, AgencyId = "sundara", Wall = Noon, Act = "account-erased", Reason = "asked", Quantity = 1, DoneBy = by };

    private async Task FillAsync()
    {
        (await Get<IUserStore<Account>>().CreateAsync(
            new Account { Id = Id, AgencyId = "sundara", UserName = UserName, NormalizedUserName = UserName.ToUpperInvariant(), DisplayName = DisplayName, Created = Noon }, Cancel)).Succeeded.ShouldBeTrue();
        await Get<IMemberships>().Grant(new Membership { AccountId = Id, AgencyId = "sundara", Role = AccountRole.Instructor });
        await EnrolAsync("other");
        await LaunchAsync("d1", "CODE1", by: Id);
        await Get<IDrillLog>().Append("d1", 0, "c1", "bank.analyst.1", 0, Noon, "[]");
        await Get<IDrillCatalog>().SetStatus("d1", DrillStatus.Ended, Noon);
        await Get<IContentStore>().Put("{}"u8.ToArray());
        foreach (var line in Lines)
            await Get<IDatabase>().Write(session => session.Execute(line, new { id = Id, name = DisplayName, bytes = Encoding.UTF8.GetBytes(UserName) }));
        await Get<IIdempotencyKeys>().Claim(Id, "POST /a", "a-key-of-his-own", "sha", Noon);
        await Get<IIdempotencyKeys>().Claim("other", $"DELETE /controllers/{Id}", "a-key-of-another", "sha", Noon);
    }

    /// <summary>Every table and column, as text, whatever it is made of.</summary>
    private Task<List<string>> PlacesOf(string word) => Get<IDatabase>().Read(session =>
        (from table in BackedUpTables.All
         from row in session.All<object>($"SELECT * FROM {table}").Cast<IDictionary<string, object?>>()
         from cell in row
         where AsText(cell.Value).Contains(word, StringComparison.OrdinalIgnoreCase)
         select $"{table}.{cell.Key}").Distinct().ToList());

    private static string AsText(object? value) => value is byte[] bytes ? Encoding.UTF8.GetString(bytes) : value?.ToString() ?? "";
}

public sealed class PeoplesDataOnSqlite() : PeoplesDataContract(new SqliteAcademy());

public sealed class PeoplesDataOnSqlServer() : PeoplesDataContract(new SqlServerAcademy());
