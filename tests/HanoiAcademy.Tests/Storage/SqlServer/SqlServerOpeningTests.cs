using System.Diagnostics;
using HanoiAcademy.Storage;
using HanoiAcademy.Storage.Agencies;
using HanoiAcademy.Storage.Database;
using HanoiAcademy.Storage.Database.SqlServer;
using HanoiAcademy.Storage.Drills;
using Microsoft.Data.SqlClient;

namespace HanoiAcademy.Tests.Storage.SqlServer;

/// <summary>What only a server shows; skipped out loud without one.</summary>
public sealed class SqlServerOpeningTests : IDisposable
{
    private readonly string database = SqlServerAcademy.MakeDatabase();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static Agency Sundara => new() { Id = "sundara", Slug = "sundara", Name = "Police of Sundara", Created = DateTimeOffset.UnixEpoch };

    public void Dispose() => SqlServerAcademy.DropDatabase(database);

    [Fact]
    public async Task Nodes_that_start_at_once_migrate_once_and_find_the_data_after_a_restart()
    {
        var academies = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() =>
        {
            var academy = SqlServerAcademy.In(database);
            academy.Get<IAgencies>();
            return academy;
        })));
        (await academies[0].Get<IAgencies>().Create(Sundara)).ShouldBeTrue();
        foreach (var academy in academies)
        {
            await academy.DisposeAsync();
        }

        await using var again = SqlServerAcademy.In(database);
        (await again.Get<IAgencies>().List(Cancel)).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_database_that_is_not_to_be_opened_says_so_in_one_sentence()
    {
        await using (var academy = SqlServerAcademy.In(database, demo: true))
        {
            academy.Get<IAgencies>();
        }

        (await RefusalAsync()).ShouldContain("was made for a demo");
        Sql("UPDATE Meta SET Value = 'no' WHERE Name = 'demo'");
        (await RefusalAsync(demo: true)).ShouldContain("holds real work");
        Sql("UPDATE Meta SET Value = '9000' WHERE Name = 'schema'");
        (await RefusalAsync()).ShouldContain("newer Hanoi Academy (schema 9000");
    }

    [Fact]
    public async Task A_half_migrated_database_is_refused()
    {
        await using (var academy = SqlServerAcademy.In(database))
        {
            academy.Get<IAgencies>();
        }

        Sql("DROP TABLE LearnerTexts");
        (await RefusalAsync()).ShouldContain($"is half migrated or was changed by hand (it says schema {SqlServerMigrator.Known.Count} and lacks LearnerTexts.AccountId)");
    }

    [Fact]
    public async Task A_database_of_another_program_is_refused_and_orleans_may_live_beside()
    {
        Sql("CREATE TABLE OrleansMembershipTable (A int)");
        await using (var academy = SqlServerAcademy.In(database))
        {
            academy.Get<IAgencies>();
        }

        Sql("DROP TABLE Meta");
        (await RefusalAsync()).ShouldContain("database of another program");
    }

    [Fact]
    public async Task A_missing_database_and_a_wrong_login_are_said_in_one_sentence()
    {
        await using var missing = SqlServerAcademy.In(new SqlConnectionStringBuilder(database) { InitialCatalog = "academy_nowhere" }.ConnectionString);
        Should.Throw<StorageException>(missing.Get<IAgencies>).Message.ShouldContain("has no database academy_nowhere");

        await using var stranger = SqlServerAcademy.In(new SqlConnectionStringBuilder(database) { Password = "open sesame" }.ConnectionString);
        var refused = Should.Throw<StorageException>(stranger.Get<IAgencies>);
        refused.Message.ShouldContain("refuses the login");
        refused.ToString().ShouldNotContain("sesame");
    }

    [Fact]
    public async Task An_accepted_append_is_one_round_trip_without_a_transaction_around_it()
    {
        await using var academy = SqlServerAcademy.In(database);
        await academy.Get<IAgencies>().Create(Sundara);
        var content = await academy.Get<HanoiAcademy.Storage.Pinned.IContentStore>().Put("{}"u8.ToArray());
        await academy.Get<IDrillCatalog>().Create(new DrillEntry
        {
            Id = "d1",
            AgencyId = "sundara",
            ScenarioId = "s",
            Title = "T",
            ContentSha256 = content,
            CreatedWall = DateTimeOffset.UnixEpoch,
            JoinCode = "CODE",
        });

        using var seen = new SentCommands(new SqlConnectionStringBuilder(database).InitialCatalog);
        (await academy.Get<IDrillLog>().Append("d1", 0, "c1", "bank.1", 0, DateTimeOffset.UnixEpoch, "[]")).ShouldBe(new AppendAnswer.Appended(1));
        seen.All.ShouldHaveSingleItem().ShouldStartWith("INSERT INTO DrillLog");

        // Else the line above would hold whatever was sent.
        await academy.Get<IDatabase>().Write(session => session.Number("SELECT COUNT(*) FROM Meta"));
        seen.All.Count.ShouldBe(3);
        seen.All[1].ShouldStartWith("in a transaction: SELECT");
        seen.All[2].ShouldBe("commit");
    }

    [Fact]
    public async Task Work_that_fails_takes_back_all_of_itself()
    {
        await using var academy = SqlServerAcademy.In(database);
        await academy.Get<IAgencies>().Create(Sundara);
        await Should.ThrowAsync<InvalidOperationException>(() => academy.Get<IDatabase>().Write<int>(session =>
        {
            session.Execute("UPDATE Agencies SET Name = 'Other'");
            throw new InvalidOperationException("mine");
        }));
        (await academy.Get<IAgencies>().List(Cancel)).ShouldHaveSingleItem().Name.ShouldBe("Police of Sundara");
    }

    [Fact]
    public async Task A_line_that_the_server_cuts_is_mended_by_the_next_run()
    {
        await using var academy = SqlServerAcademy.In(database);
        var storage = academy.Get<IDatabase>();
        await academy.Get<IAgencies>().Create(Sundara);
        var runs = 0;
        await storage.Write(session =>
        {
            if (++runs == 1)
            {
                var own = session.Number("SELECT @@SPID");
                SqlServerAcademy.Run(SqlServerAcademy.Server(), $"KILL {own}");
            }

            return session.Execute("UPDATE Agencies SET Name = Name + '!'");
        });
        runs.ShouldBe(2);
        (await academy.Get<IAgencies>().List(Cancel)).ShouldHaveSingleItem().Name.ShouldBe("Police of Sundara!");
    }

    [Fact]
    public async Task Stopping_first_writes_what_was_handed_over_and_then_takes_no_more()
    {
        await using var academy = SqlServerAcademy.In(database);
        var agencies = academy.Get<IAgencies>();
        var waiting = Enumerable.Range(0, 80).Select(n => agencies.Create(Sundara with { Id = $"a{n}", Slug = $"a{n}", Name = $"A {n}" })).ToList();
        ((IDisposable)academy.Get<IDatabase>()).Dispose();
        (await Task.WhenAll(waiting)).ShouldAllBe(made => made);
        await Should.ThrowAsync<ObjectDisposedException>(() => agencies.List(Cancel));
    }

    private async Task<string> RefusalAsync(bool demo = false)
    {
        await using var academy = SqlServerAcademy.In(database, demo);
        return Should.Throw<StorageException>(academy.Get<IAgencies>).Message;
    }

    private void Sql(string sql) => SqlServerAcademy.Run(database, sql);

    /// <summary>What the driver sends to one database, as the driver itself tells it.</summary>
    private sealed class SentCommands : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>, IDisposable
    {
        private readonly string database;
        private readonly List<IDisposable> subscriptions = [];
        private readonly List<string> sent = [];

        public SentCommands(string database)
        {
            this.database = database;
            subscriptions.Add(DiagnosticListener.AllListeners.Subscribe(this));
        }

        public IReadOnlyList<string> All => sent;

        public void OnNext(DiagnosticListener value)
        {
            if (value.Name == "SqlClientDiagnosticListener")
            {
                subscriptions.Add(value.Subscribe(this));
            }
        }

        public void OnNext(KeyValuePair<string, object?> value)
        {
            switch (value.Key)
            {
                case "Microsoft.Data.SqlClient.WriteCommandBefore" when Property<SqlCommand>(value.Value, "Command") is { } command && command.Connection.Database == database:
                    sent.Add((command.Transaction is null ? "" : "in a transaction: ") + command.CommandText.TrimStart());
                    break;
                case "Microsoft.Data.SqlClient.WriteTransactionCommitBefore" when Property<SqlConnection>(value.Value, "Connection")?.Database == database:
                    sent.Add("commit");
                    break;
            }
        }

        public void OnCompleted()
        {
        }

        public void OnError(Exception error)
        {
        }

        public void Dispose() => subscriptions.ForEach(subscription => subscription.Dispose());

        private static T? Property<T>(object? payload, string name)
            where T : class => payload?.GetType().GetProperty(name)?.GetValue(payload) as T;
    }
}
