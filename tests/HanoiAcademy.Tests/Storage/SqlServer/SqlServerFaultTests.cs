using HanoiAcademy.Storage;
using HanoiAcademy.Storage.Database.SqlServer;
using Microsoft.Data.SqlClient;

namespace HanoiAcademy.Tests.Storage.SqlServer;

public sealed class SqlServerFaultTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_deadlock_is_run_again_and_was_surely_not_kept()
    {
        var runs = new List<bool>();
        var answer = await SqlServerRetry.Run(again => Attempt(runs, again, 1205, until: 3), Cancel);
        answer.ShouldBe(3);
        runs.ShouldBe([false, false, false]);
    }

    /// <summary>After a restart or a failover of the server: the database cannot be opened for a moment, and nothing was done in it.</summary>
    [Theory]
    [InlineData(4060, 11)]
    [InlineData(922, 14)]
    [InlineData(976, 14)]
    [InlineData(978, 14)]
    [InlineData(18401, 14)]
    public async Task A_database_that_is_on_its_way_is_asked_again(int number, byte severity)
    {
        var runs = new List<bool>();
        (await SqlServerRetry.Run(again => Attempt(runs, again, number, until: 3, severity), Cancel)).ShouldBe(3);
        runs.ShouldBe([false, false, false]);
    }

    [Fact]
    public async Task A_refused_login_is_not_asked_again()
    {
        var runs = new List<bool>();
        (await Should.ThrowAsync<SqlException>(() => SqlServerRetry.Run(again => Attempt(runs, again, 18456, until: 2), Cancel))).Number.ShouldBe(18456);
        runs.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_lost_race_for_a_key_is_run_again_so_that_the_guard_answers()
    {
        foreach (var number in new[] { 2627, 2601 })
        {
            var runs = new List<bool>();
            (await SqlServerRetry.Run(again => Attempt(runs, again, number, until: 2), Cancel)).ShouldBe(2);
            runs.ShouldBe([false, false]);
        }
    }

    [Fact]
    public async Task A_key_that_stays_taken_is_said()
    {
        var runs = new List<bool>();
        (await Should.ThrowAsync<SqlException>(() => SqlServerRetry.Run(again => Attempt(runs, again, 2627, until: 100), Cancel))).Number.ShouldBe(2627);
        runs.Count.ShouldBe(5);
    }

    [Theory]
    [InlineData(10054, 20)]
    [InlineData(-2, 11)]
    [InlineData(0, 20)]
    public async Task After_a_broken_line_the_next_run_knows_that_the_last_may_have_been_kept(int number, byte severity)
    {
        var runs = new List<bool>();
        (await SqlServerRetry.Run(again => Attempt(runs, again, number, until: 3, severity), Cancel)).ShouldBe(3);
        runs.ShouldBe([false, true, true]);
    }

    [Fact]
    public async Task A_line_that_breaks_before_the_commit_is_sent_took_everything_back()
    {
        var runs = new List<bool>();
        (await SqlServerRetry.Run(again => AttemptBeforeCommit(again), Cancel)).ShouldBe(2);
        runs.ShouldBe([false, false]);

        int AttemptBeforeCommit(bool again)
        {
            try
            {
                return Attempt(runs, again, 10054, until: 2, severity: 20);
            }
            catch (SqlException e)
            {
                throw new TakenBackException(e);
            }
        }
    }

    [Fact]
    public async Task What_the_work_itself_throws_is_not_run_again()
    {
        var runs = 0;
        await Should.ThrowAsync<InvalidOperationException>(() => SqlServerRetry.Run<int>(_ => throw new InvalidOperationException($"run {++runs}"), Cancel));
        await Should.ThrowAsync<SqlException>(() => SqlServerRetry.Run<int>(_ => throw Count(SqlFault.Of(547)), Cancel));
        runs.ShouldBe(2);

        Exception Count(Exception e)
        {
            runs++;
            return e;
        }
    }

    [Theory]
    [InlineData(18456, 14, "refuses the login")]
    [InlineData(4060, 11, "has no database academy")]
    [InlineData(229, 14, "may not do what the academy needs")]
    [InlineData(3906, 16, "is read-only")]
    [InlineData(1105, 17, "is full")]
    [InlineData(9002, 17, "is full")]
    [InlineData(40544, 17, "is full")]
    [InlineData(824, 24, "is damaged")]
    [InlineData(-2, 11, "did not answer in time")]
    [InlineData(1205, 13, "took the work back each time")]
    [InlineData(11001, 20, "cannot be reached")]
    [InlineData(10061, 20, "cannot be reached")]
    [InlineData(0, 20, "cannot be reached")]
    public void Each_trouble_is_one_sentence_that_says_how_to_mend_it(int number, byte severity, string says)
    {
        var at = new SqlServerConnections("Server=db.example;Database=academy;User ID=site;Password=open sesame");
        var sentence = SqlServerTrouble.Explain(SqlFault.Of(number, severity), at).ShouldBeOfType<StorageException>().Message;
        sentence.ShouldContain(says);
        sentence.ShouldContain("db.example");
        sentence.ShouldMatch("^[A-Z][^\n]*: [^\n]*\\.$");
        sentence.ShouldNotContain("sesame");
    }

    [Fact]
    public void A_certificate_that_is_not_trusted_is_told_apart_from_a_server_that_is_not_there()
    {
        var at = new SqlServerConnections("Server=db.example;Database=academy");
        SqlServerTrouble.Explain(SqlFault.Of(0, 20, "A connection was established, but: the remote certificate is invalid"), at).Message.ShouldContain("is not trusted here");
        SqlServerTrouble.Explain(SqlFault.Of(0, 20, "An error occurred during the pre-login handshake. (provider: TCP Provider, error: 35)"), at).Message.ShouldContain("is not trusted here");
    }

    [Theory]
    [InlineData(-2, 11, "The timeout period elapsed while attempting to consume the pre-login handshake acknowledgement.", "did not answer in time")]
    [InlineData(10054, 20, "An error occurred during the pre-login handshake. (provider: SSL Provider, error: 0 - The line was closed.)", "cannot be reached")]
    [InlineData(10060, 20, "An error occurred during the pre-login handshake. (provider: TCP Provider, error: 0 - No answer.)", "cannot be reached")]
    [InlineData(104, 20, "An error occurred during the pre-login handshake. (provider: TCP Provider, error: 35 - An internal exception was caught)", "cannot be reached")]
    [InlineData(0, 20, "An error occurred during the pre-login handshake. (provider: TCP Provider, error: 0)", "cannot be reached")]
    [InlineData(-2146893019, 20, "(provider: SSL Provider, error: 0 - In a language of the machine)", "is not trusted here")]
    public void A_line_that_breaks_during_the_handshake_is_not_put_down_to_the_certificate(int number, byte severity, string message, string says)
    {
        var at = new SqlServerConnections("Server=db.example;Database=academy");
        SqlServerTrouble.Explain(SqlFault.Of(number, severity, message), at).Message.ShouldContain(says);
    }

    [Fact]
    public void What_is_our_own_fault_stays_what_it_is()
    {
        var at = new SqlServerConnections("Server=db.example;Database=academy");
        SqlServerTrouble.Explain(SqlFault.Of(547), at).ShouldBeOfType<SqlException>();
        SqlServerTrouble.Explain(SqlFault.Of(102, 15), at).ShouldBeOfType<SqlException>();
        SqlServerTrouble.AtStart(SqlFault.Of(102, 15), at).Message.ShouldBe("The database academy on db.example cannot be opened (It went wrong): mend what it says, then start again.");
    }

    private static int Attempt(List<bool> runs, bool again, int number, int until, byte severity = 14)
    {
        runs.Add(again);
        return runs.Count >= until ? runs.Count : throw SqlFault.Of(number, severity);
    }
}
