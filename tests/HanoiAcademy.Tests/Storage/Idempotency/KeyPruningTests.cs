using HanoiAcademy.Storage;
using HanoiAcademy.Storage.Idempotency;
using Microsoft.Extensions.Logging.Abstractions;

namespace HanoiAcademy.Tests.Storage.Idempotency;

public sealed class KeyPruningTests
{
    [Fact(Timeout = 60_000)]
    public async Task Old_answers_are_forgotten_at_the_start_by_the_clock_and_again_every_hour_even_after_a_failure()
    {
        var keys = new Keys();
        var clock = new HourByHour();
        using var pruning = new KeyPruning(keys, clock, NullLogger<KeyPruning>.Instance);
        await pruning.StartAsync(TestContext.Current.CancellationToken);
        (await keys.Next()).ShouldBe(HourByHour.Start);
        await clock.PassAnHour();
        (await keys.Next()).ShouldBe(HourByHour.Start.AddHours(1));
        await clock.PassAnHour();
        (await keys.Next()).ShouldBe(HourByHour.Start.AddHours(2));
        await pruning.StopAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>Notes each pruning; the first one fails as on a full disk.</summary>
    private sealed class Keys : IIdempotencyKeys
    {
        private readonly System.Threading.Channels.Channel<DateTimeOffset> pruned = System.Threading.Channels.Channel.CreateUnbounded<DateTimeOffset>();

        public ValueTask<DateTimeOffset> Next() => pruned.Reader.ReadAsync(TestContext.Current.CancellationToken);

        public Task<int> Prune(DateTimeOffset now)
        {
            pruned.Writer.TryWrite(now);
            return now == HourByHour.Start ? Task.FromException<int>(new StorageException("The disk is full.")) : Task.FromResult(0);
        }

        public Task<KeyClaim> Claim(string owner, string route, string key, string requestSha256, DateTimeOffset now) => throw new NotSupportedException();

        public Task Answer(string owner, string route, string key, int status, string? contentType, byte[] body) => throw new NotSupportedException();

        public Task Release(string owner, string route, string key) => throw new NotSupportedException();
    }

    /// <summary>A clock that stands until it is moved; its one timer fires when an hour has passed.</summary>
    private sealed class HourByHour : TimeProvider
    {
        public static readonly DateTimeOffset Start = new(2026, 3, 3, 12, 0, 0, TimeSpan.Zero);
        private readonly TaskCompletionSource<Action> tick = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private DateTimeOffset now = Start;

        public async Task PassAnHour()
        {
            var fire = await tick.Task;
            now += TimeSpan.FromHours(1);
            fire();
        }

        public override DateTimeOffset GetUtcNow() => now;

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            dueTime.ShouldBe(TimeSpan.FromHours(1));
            period.ShouldBe(TimeSpan.FromHours(1));
            tick.SetResult(() => callback(state));
            return new NoTimer();
        }

        private sealed class NoTimer : ITimer
        {
            public bool Change(TimeSpan dueTime, TimeSpan period) => true;

            public void Dispose()
            {
            }

            public ValueTask DisposeAsync() => ValueTask.CompletedTask;
        }
    }
}
