using System.Threading.Channels;

namespace HanoiAcademy.Server.Drills.Rooms;

/// <summary>Gives a room its turns: one at a time, in the order they came, and one when the room wants waking.</summary>
internal sealed class Mailbox : IAsyncDisposable
{
    private const int MostWaiting = 1_024;
    private readonly Channel<Func<RoomTurns, Task>> _waiting = Channel.CreateBounded<Func<RoomTurns, Task>>(MostWaiting);
    private readonly RoomTurns _turns;
    private readonly ITimer _timer;
    private readonly Task _loop;

    public Mailbox(string drill, RoomServices services)
    {
        _turns = new RoomTurns(drill, services);
        _timer = services.Time.CreateTimer(_ => _waiting.Writer.TryWrite(turns => turns.Wake()), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        _loop = Task.Run(TakeTurns);
    }

    public async Task<T> Ask<T>(Func<DrillRoom, Task<T>> act)
    {
        var done = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        await _waiting.Writer.WriteAsync(async turns =>
        {
            try
            {
                done.SetResult(await turns.Take(act));
            }
            catch (Exception e)
            {
                done.SetException(e);
            }
        });
        return await done.Task;
    }

    /// <summary>What waits is still done; then the room is let go.</summary>
    public async ValueTask DisposeAsync()
    {
        _waiting.Writer.TryComplete();
        await _loop;
        await _timer.DisposeAsync();
    }

    private async Task TakeTurns()
    {
        await foreach (var turn in _waiting.Reader.ReadAllAsync())
        {
            await turn(_turns);
            _timer.Change(_turns.NextWake ?? Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        }
    }
}
