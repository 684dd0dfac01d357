namespace HanoiAcademy.Server.Drills.Rooms;

/// <summary>
/// What all turns of a drill have in common, whoever gives them: the room is loaded when it is missing, let go when nothing more is to be
/// expected of it or it can no longer be relied on, and says when it wants its next turn. The caller sees to it that there is one at a time.
/// </summary>
/// <param name="first">What is told to the room before anything else, in every turn.</param>
internal sealed class RoomTurns(string drill, RoomServices services, Func<DrillRoom, Task>? first = null)
{
    private const int MostDoublings = 8;
    private static readonly TimeSpan IdleBeforeUnload = TimeSpan.FromMinutes(10);
    private DrillRoom? _room;
    private int _failures;

    /// <summary>In how long <see cref="Wake"/> is due; null when nothing will happen by itself.</summary>
    public TimeSpan? NextWake { get; private set; }

    /// <summary>The last turn found that somebody else writes this drill's log.</summary>
    public bool IsStale { get; private set; }

    public bool IsLoaded => _room is not null;

    private TimeSpan Retry => TimeSpan.FromMilliseconds(services.Options.RetryMilliseconds);

    /// <exception cref="NoSuchDrillException">There is no such drill.</exception>
    public async Task<T> Take<T>(Func<DrillRoom, Task<T>> act)
    {
        try
        {
            _room ??= await DrillRoom.Load(drill, services);
            if (first is not null)
                await first(_room);
            var answer = await act(_room);
            IsStale = _room.IsStale;
            if (IsStale)
                _room = null;
            NextWake = _room is null ? Retry : _room.MayUnload ? IdleBeforeUnload : _room.NextWake;
            _failures = 0;
            return answer;
        }
        catch (Exception e)
        {
            // Whatever broke, what is in the database is right: the next turn begins from there.
            _room = null;
            NextWake = e is NoSuchDrillException ? null : Retry * Math.Pow(2, Math.Min(_failures++, MostDoublings));
            if (e is not NoSuchDrillException)
                services.Logger.LogError(e, "A turn of drill {Drill} failed; its room will be loaded again.", drill);
            throw;
        }
    }

    /// <summary>The turn that the room wanted. It fails nobody: what went wrong is logged, and tried again.</summary>
    public async Task Wake()
    {
        if (_room is { MayUnload: true })
        {
            (_room, NextWake) = (null, null);
            return;
        }

        try
        {
            await Take(room => room.Wake());
        }
        catch (Exception)
        {
            // Said where it was caught; NextWake is when it is tried again.
        }
    }
}
