using System.Diagnostics;
using Microsoft.Data.SqlClient;
using Polly;
using Polly.Retry;

namespace HanoiAcademy.Storage.Database.SqlServer;

/// <summary>Runs work again from its start where that may help: soon after a lost race, with growing pauses after anything else.</summary>
internal static class SqlServerRetry
{
    private const int Races = 4;
    private const int Faults = 6;

    /// <summary>A server that is gone takes its time to say so, each time it is asked.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(20);

    private static readonly ResiliencePipeline Pipeline = new ResiliencePipelineBuilder()
        .AddRetry(new RetryStrategyOptions
        {
            ShouldHandle = new PredicateBuilder().Handle<SqlException>(e => SqlServerFaults.Of(e) is SqlServerFault.TakenBack or SqlServerFault.Unknown).Handle<TakenBackException>(),
            MaxRetryAttempts = Faults,
            BackoffType = DelayBackoffType.Exponential,
            UseJitter = true,
            Delay = TimeSpan.FromMilliseconds(50),
            MaxDelay = TimeSpan.FromSeconds(3),
        })
        .AddRetry(new RetryStrategyOptions
        {
            ShouldHandle = new PredicateBuilder().Handle<SqlException>(e => SqlServerFaults.Of(e) == SqlServerFault.DuplicateKey),
            MaxRetryAttempts = Races,
            BackoffType = DelayBackoffType.Constant,
            UseJitter = true,
            Delay = TimeSpan.FromMilliseconds(5),
        })
        .Build();

    /// <param name="attempt">Given whether an attempt before it may have been kept. It blocks, hence a thread of the pool.</param>
    /// <param name="cancel">Ends the waiting, not the work.</param>
    /// <exception cref="SqlException">What the last attempt met.</exception>
    public static async Task<T> Run<T>(Func<bool, T> attempt, CancellationToken cancel)
    {
        var again = false;
        var begun = Stopwatch.GetTimestamp();
        try
        {
            return await Pipeline.ExecuteAsync(
                async token => await Task.Run(
                    () =>
                    {
                        try
                        {
                            return attempt(again);
                        }
                        catch (Exception e) when (e is SqlException or TakenBackException && Stopwatch.GetElapsedTime(begun) > Longest)
                        {
                            throw new GaveUpException((e as TakenBackException)?.Fault ?? (SqlException)e);
                        }
                        catch (SqlException e) when (SqlServerFaults.Of(e) == SqlServerFault.Unknown)
                        {
                            again = true;
                            throw;
                        }
                    },
                    token),
                cancel);
        }
        catch (TakenBackException e)
        {
            throw e.Fault;
        }
        catch (GaveUpException e)
        {
            throw e.Fault;
        }
    }
}

/// <summary>The line broke before the commit was sent: the server keeps nothing of it.</summary>
internal sealed class TakenBackException(SqlException fault) : Exception(fault.Message, fault)
{
    public SqlException Fault => fault;
}

/// <summary>It has been tried for long enough.</summary>
internal sealed class GaveUpException(SqlException fault) : Exception(fault.Message, fault)
{
    public SqlException Fault => fault;
}
