using System.Threading.Channels;

namespace HanoiAcademy.Server.Drills.Rooms;

/// <summary>Gives a room its turns: one at a time, in the order they came, and one when the room wants waking.</summary>
internal sealed class Mailbox : IAsyncDisposable
{
    private const int MostWaiting = 1_024;
    private static readonly TimeSpan IdleBeforeUnload = TimeSpan.FromMinutes(10);
    private readonly Channel<Turn> _turns = Channel.CreateBounded<Turn>(MostWaiting);
    private readonly string _drill;
    private readonly RoomServices _services;
    private readonly ITimer _timer;
    private readonly Task _loop;
    private DrillRoom? _room;

    public Mailbox(string drill, RoomServices services)
    {
        _drill = drill;
        _services = services;
        _timer = services.Time.CreateTimer(_ => _turns.Writer.TryWrite(Turn.Wake), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        _loop = Task.Run(TakeTurns);
    }

    public async Task<T> Ask<T>(Func<DrillRoom, Task<T>> act)
    {
        var done = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        await _turns.Writer.WriteAsync(new Turn(async room => done.SetResult(await act(room)), e => done.TrySetException(e)));
        return await done.Task;
    }

    /// <summary>What waits is still done; then the room is let go.</summary>
    public async ValueTask DisposeAsync()
    {
        _turns.Writer.TryComplete();
        await _loop;
        await _timer.DisposeAsync();
    }

    private async Task TakeTurns()
    {
        await foreach (var turn in _turns.Reader.ReadAllAsync())
        {
            var mustReload = false;
            try
            {
                if (turn.IsWake && _room is { MayUnload: true })
                {
                    _room = null;
                    continue;
                }

                _room ??= await DrillRoom.Load(_drill, _services);
                await turn.Act(_room);
            }
            catch (Exception e)
            {
                // Whatever broke, what is in the database is right: the next turn begins from there.
                _room = null;
                turn.Fail(e);
                mustReload = e is not NoSuchDrillException;
                if (mustReload)
                    _services.Logger.LogError(e, "A turn of drill {Drill} failed; its room will be loaded again.", _drill);
            }

            if (_room is { IsStale: true })
            {
                _room = null;
                mustReload = true;
            }

            _timer.Change(_room switch
            {
                null => mustReload ? TimeSpan.FromMilliseconds(_services.Options.RetryMilliseconds) : Timeout.InfiniteTimeSpan,
                { MayUnload: true } => IdleBeforeUnload,
                _ => _room.NextWake ?? Timeout.InfiniteTimeSpan,
            }, Timeout.InfiniteTimeSpan);
        }
    }

    private sealed record Turn(Func<DrillRoom, Task> Act, Action<Exception> Fail, bool IsWake = false)
    {
        public static readonly Turn Wake = new(room => room.Wake(), _ => { }, IsWake: true);
    }
}
