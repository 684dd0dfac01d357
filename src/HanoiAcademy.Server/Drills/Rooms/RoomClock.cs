namespace HanoiAcademy.Server.Drills.Rooms;

/// <summary>
/// Drill time from the machine's monotonic clock. It stands exactly while it does not run, and never passes the lease: what the database
/// does not know of cannot have happened.
/// </summary>
internal sealed class RoomClock(TimeProvider time)
{
    private long _atAnchor;
    private long _anchor = time.GetTimestamp();
    private int _speed = 1;

    public bool IsRunning { get; private set; }

    public int Speed => _speed;

    /// <summary>Drill ms up to which it may run.</summary>
    public long LeaseUntil { get; private set; }

    public long Now => IsRunning ? Math.Min(_atAnchor + (long)(time.GetElapsedTime(_anchor).TotalMilliseconds * _speed), LeaseUntil) : _atAnchor;

    public void Stand(long at)
    {
        _atAnchor = at;
        IsRunning = false;
    }

    /// <summary>Ready to run from <paramref name="at"/> at this speed; it moves once there is a lease.</summary>
    public void Run(long at, int speed)
    {
        _atAnchor = LeaseUntil = at;
        _speed = speed;
        IsRunning = true;
    }

    /// <summary>
    /// Lets it run up to there. A clock that stood at the end of its lease (a machine that slept) goes on from there and makes up nothing.
    /// </summary>
    public void Lease(long until)
    {
        var now = Now;
        if (IsRunning && now == LeaseUntil)
        {
            _atAnchor = now;
            _anchor = time.GetTimestamp();
        }

        LeaseUntil = until;
    }

    /// <summary>Wall time until the drill time is reached; null while it stands.</summary>
    public TimeSpan? Until(long at)
    {
        if (!IsRunning)
            return null;
        var left = at - Now;
        return left <= 0 ? TimeSpan.Zero : TimeSpan.FromMilliseconds((left + _speed - 1) / _speed);
    }
}
