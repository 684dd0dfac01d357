using System.Threading.Channels;

namespace HanoiAcademy.Server.Drills.Rooms;

/// <summary>Gives a room its turns: one at a time, in the order they came, and one when the room wants waking.</summary>
internal sealed class Mailbox : IAsyncDisposable
{
    private const int MostWaiting = 1_024;
    private const int MostDoublings = 8;
    private static readonly TimeSpan IdleBeforeUnload = TimeSpan.FromMinutes(10);
    private readonly Channel<Turn> _turns = Channel.CreateBounded<Turn>(MostWaiting);
    private readonly string _drill;
    private readonly RoomServices _services;
    private readonly ITimer _timer;
    private readonly Task _loop;
    private DrillRoom? _room;
    private int _failures;

    public Mailbox(string drill, RoomServices services)
    {
        _drill = drill;
        _services = services;
        _timer = services.Time.CreateTimer(_ => _turns.Writer.TryWrite(Turn.Wake), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        _loop = Task.Run(TakeTurns);
    }

    private TimeSpan Retry => TimeSpan.FromMilliseconds(_services.Options.RetryMilliseconds);

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
            TimeSpan? wake = null;
            try
            {
                if (turn.IsWake && _room is { MayUnload: true })
                {
                    _room = null;
                    continue;
                }

                _room ??= await DrillRoom.Load(_drill, _services);
                await turn.Act(_room);
                if (_room.IsStale)
                    _room = null;
                wake = _room is null ? Retry : _room.MayUnload ? IdleBeforeUnload : _room.NextWake;
                _failures = 0;
            }
            catch (Exception e)
            {
                // Whatever broke, what is in the database is right: the next turn begins from there.
                _room = null;
                turn.Fail(e);
                if (e is NoSuchDrillException)
                    continue;
                wake = Retry * Math.Pow(2, Math.Min(_failures++, MostDoublings));
                _services.Logger.LogError(e, "A turn of drill {Drill} failed; its room will be loaded again.", _drill);
            }

            _timer.Change(wake ?? Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        }
    }

    private sealed record Turn(Func<DrillRoom, Task> Act, Action<Exception> Fail, bool IsWake = false)
    {
        public static readonly Turn Wake = new(room => room.Wake(), _ => { }, IsWake: true);
    }
}
