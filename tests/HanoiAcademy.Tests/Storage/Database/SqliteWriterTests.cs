using HanoiAcademy.Storage.Database;
using Microsoft.Data.Sqlite;

namespace HanoiAcademy.Tests.Storage.Database;

public sealed class SqliteWriterTests : IAsyncLifetime
{
    private readonly SqliteAcademy academy = new();

    private IDatabase Database => academy.Get<IDatabase>();

    public ValueTask InitializeAsync() => new(Database.Write(session => session.Execute("CREATE TABLE Probe (Id INTEGER NOT NULL PRIMARY KEY) STRICT")));

    public ValueTask DisposeAsync() => academy.DisposeAsync();

    [Fact]
    public async Task What_was_answered_survives_a_power_cut()
    {
        // 2 is FULL: in WAL mode every commit is synced before it is answered.
        (await Database.Write(session => session.Number("PRAGMA synchronous"))).ShouldBe(2);
        (await Database.Write(session => session.First<string>("PRAGMA journal_mode"))).ShouldBe("wal");
        (await Database.Write(session => session.Number("PRAGMA foreign_keys"))).ShouldBe(1);
    }

    [Fact]
    public async Task A_failing_item_fails_alone_and_takes_back_only_its_own_work()
    {
        using var held = HoldWriter();
        var before = Insert(1);
        var failing = Database.Write(session =>
        {
            session.Execute("INSERT INTO Probe (Id) VALUES (2)");
            return session.Execute("INSERT INTO Probe (Id) VALUES (1)");
        });
        var thrown = Database.Write<int>(session =>
        {
            session.Execute("INSERT INTO Probe (Id) VALUES (3)");
            throw new InvalidOperationException("mine");
        });
        var after = Insert(4);
        held.Dispose();

        await Task.WhenAll(before, after);
        await Should.ThrowAsync<SqliteException>(() => failing);
        (await Should.ThrowAsync<InvalidOperationException>(() => thrown)).Message.ShouldBe("mine");
        (await Ids()).ShouldBe([1, 4]);
    }

    [Fact]
    public async Task A_commit_that_fails_fails_its_whole_group_and_the_writer_goes_on()
    {
        await Database.Write(session => session.Execute("CREATE TABLE Child (Id INTEGER REFERENCES Probe (Id) DEFERRABLE INITIALLY DEFERRED) STRICT"));
        using var held = HoldWriter();
        var innocent = Insert(1);
        var breaksTheCommit = Database.Write(session => session.Execute("INSERT INTO Child (Id) VALUES (77)"));
        held.Dispose();
        await Should.ThrowAsync<SqliteException>(() => innocent);
        await Should.ThrowAsync<SqliteException>(() => breaksTheCommit);

        await Insert(2);
        (await Ids()).ShouldBe([2]);
        (await Database.Write(session => session.Number("PRAGMA synchronous"))).ShouldBe(2);
    }

    [Fact]
    public async Task An_item_that_loses_the_transaction_takes_the_group_with_it()
    {
        using var held = HoldWriter();
        var innocent = Insert(1);
        var breaker = Database.Write(session => session.Execute("ROLLBACK"));
        held.Dispose();
        await Should.ThrowAsync<Exception>(() => innocent);
        await Should.ThrowAsync<Exception>(() => breaker);
        await Insert(2);
        (await Ids()).ShouldBe([2]);
    }

    [Fact]
    public async Task Stopping_first_writes_what_waits_and_then_takes_no_more()
    {
        var waiting = Enumerable.Range(1, 300).Select(Insert).ToList();
        var database = Database;
        ((IDisposable)database).Dispose();
        (await Task.WhenAll(waiting)).Length.ShouldBe(300);
        await Should.ThrowAsync<ObjectDisposedException>(() => Insert(301));

        await using var again = SqliteAcademy.In(academy.Folder);
        (await again.Get<IDatabase>().Read(session => session.Number("SELECT COUNT(*) FROM Probe"), TestContext.Current.CancellationToken)).ShouldBe(300);
    }

    [Fact]
    public async Task A_reader_cannot_write() =>
        await Should.ThrowAsync<SqliteException>(() => Database.Read(session => session.Execute("INSERT INTO Probe (Id) VALUES (9)"), TestContext.Current.CancellationToken));

    /// <summary>Until it is disposed, the writer is busy and what is handed over becomes one group.</summary>
    private Hold HoldWriter()
    {
        var hold = new Hold();
        _ = Database.Write(session =>
        {
            hold.Started.Set();
            hold.Released.Wait();
            return 0;
        });
        hold.Started.Wait();
        return hold;
    }

    private Task<int> Insert(int id) => Database.Write(session => session.Execute("INSERT INTO Probe (Id) VALUES (@id)", new { id }));

    private Task<List<long>> Ids() =>
        Database.Read(session => session.All<long>("SELECT Id FROM Probe ORDER BY Id"), TestContext.Current.CancellationToken);

    private sealed class Hold : IDisposable
    {
        public ManualResetEventSlim Started { get; } = new();

        public ManualResetEventSlim Released { get; } = new();

        public void Dispose() => Released.Set();
    }
}
