using HanoiAcademy.Drills;
using HanoiAcademy.Drills.Commands;
using HanoiAcademy.Drills.Simulation;
using HanoiAcademy.Drills.State;
using HanoiAcademy.Storage.Drills;

namespace HanoiAcademy.Server.Drills.Rooms;

/// <summary>Time: what is due, the lease, a log that cannot be written, nobody in control.</summary>
internal sealed partial class DrillRoom
{
    /// <summary>More steps than this in one turn would keep people waiting; the rest comes in the next turn, at once.</summary>
    private const int MostSteps = 500;
    private bool _held;

    /// <summary>Drill time to which a crash has brought it, until the log says so.</summary>
    private long? _recoverTo;
    private bool _moreDue;

    /// <summary>Where control wants the clock to go on; what is due before that is worked off on the way.</summary>
    private long? _jumpTo;
    private long _heldSince;

    /// <summary>The state at which a simulated player's act was refused: it would be proposed again for ever.</summary>
    private long _refusedAt = -1;
    private long _actOf = -1;
    private SimulatedAct? _act;

    /// <summary>Since when nobody controls, by the monotonic clock; null while a controller listens.</summary>
    private long? _uncontrolled;

    private TimeSpan LeaseLength => TimeSpan.FromSeconds(_options.LeaseSeconds);

    private long DrillTime(TimeSpan wall) => (long)wall.TotalMilliseconds * _clock.Speed;

    /// <summary>When the room wants its next turn; null when nothing will happen by itself.</summary>
    public TimeSpan? NextWake
    {
        get
        {
            if (_held)
                return Left(_heldSince, TimeSpan.FromMilliseconds(_options.RetryMilliseconds));
            if (_moreDue)
                return TimeSpan.Zero;
            TimeSpan? next = _undo.UntilNext();
            if (!_state.IsRunning)
                return next;
            Sooner(_clock.Until(_clock.LeaseUntil - DrillTime(LeaseLength) / 2));
            if (Drill.NextDue(_state, _scenario) is { } due)
                Sooner(_clock.Until(due));
            if (NextAct() is { } act)
                Sooner(_clock.Until(act.At));
            if (_state.NoController == "pause" && _uncontrolled is { } since)
                Sooner(Left(since, TimeSpan.FromSeconds(_options.NoControllerSeconds)));
            return next;

            void Sooner(TimeSpan? other) => next = next is null || other < next ? other : next;
        }
    }

    /// <summary>Everything that should have happened by now, in its order: what the clock brings, then what could be taken back.</summary>
    private async Task WorkOffDue()
    {
        if (_held)
            await TryToGoOn();
        await RenewLease();
        await CatchUp();
        while (!_held && !IsStale && _undo.Due() is { } envelope)
            await SendOff(envelope);
        if (!_held && !IsStale && _state.IsRunning && _state.NoController == "pause" && _uncontrolled is { } since
            && Left(since, TimeSpan.FromSeconds(_options.NoControllerSeconds)) == TimeSpan.Zero)
        {
            _uncontrolled = _services.Time.GetTimestamp();
            await Apply(new Envelope($"no-controller {_version}", Actor.System.Id, new Pause()), Actor.System, _clock.Now);
        }
    }

    private async Task SendOff(Envelope envelope)
    {
        // It may be in the log already: a write that seemed to fail was found there.
        var answer = _done.TryGetValue((envelope.Seat, envelope.CommandId), out var at)
            ? Answer.Accepted(at)
            : await Apply(envelope, ActorOf(envelope.Seat), _clock.Now);
        if (answer.Status is Answer.HeldStatus)
            return;
        _undo.Remove(envelope.Seat, envelope.CommandId);
        _services.Outlet.Notice(_id, envelope.Seat, new RoomNotice(answer.Status == Answer.AcceptedStatus ? "sent" : "refused", envelope.CommandId, answer));
    }

    /// <summary>
    /// What is due at t happens at t, however late this turn is; simulated players act in between. The ids come from the version before, so
    /// that two activations that do the same thing do it once; they hold a space, which no id of a person may.
    /// </summary>
    private async Task CatchUp()
    {
        var now = _clock.Now;
        _moreDue = false;
        for (var step = 0; !_held && !IsStale && _state.IsRunning; step++)
        {
            var due = Drill.NextDue(_state, _scenario) ?? long.MaxValue;
            var act = NextAct();
            var next = Math.Min(due, act?.At ?? long.MaxValue);
            if (next > now)
                return;
            if (step == MostSteps)
            {
                _moreDue = true;
                return;
            }

            var before = _version;
            var at = Math.Max(next, _state.At);
            var answer = due <= next
                ? await Apply(new Envelope($"tick {_version}", Actor.System.Id, new Tick()), Actor.System, at)
                : await Apply(new Envelope($"simulated {_version}", act!.Seat, act.Command), new Actor(act.Seat, Simulated: true), at);
            if (answer.Status != Answer.RefusedStatus)
                continue;
            if (due <= next)
                throw new InvalidOperationException($"The rules want a tick at {due} and refuse it: {answer.Code}.");
            _refusedAt = before;
            _services.Logger.LogWarning("The simulated player of {Seat} in drill {Drill} was refused {Command}: {Code}.", act!.Seat, _id, act.Command, answer.Code);
        }
    }

    /// <summary>Looking for what a simulated player would do is the dearest question of all; its answer stands until something happens.</summary>
    private SimulatedAct? NextAct()
    {
        if (_refusedAt == _version)
            return null;
        if (_actOf != _version)
            (_actOf, _act) = (_version, SimulatedPlayers.NextAct(_state, _scenario));
        return _act;
    }

    /// <summary>After a crash the drill stands where the lease says: never backwards, and forward by no more than the lease is long.</summary>
    private async Task Recover()
    {
        var at = Math.Max(_state.At, _recoverTo!.Value);
        _clock.Stand(at);
        do
            await CatchUp();
        while (_moreDue && !_held);
        if (_held || IsStale)
            return;

        _recoverTo = null;
        if (!_state.IsRunning)
            return;
        var answer = await Apply(new Envelope($"recover {_version}", Actor.System.Id, new Recover()), Actor.System, at);
        if (answer.Status == Answer.HeldStatus)
            _recoverTo = at;
    }

    /// <summary>Clock, lease and the drill's line in the catalogue follow what has just happened.</summary>
    private async Task KeepStep(DrillState before, long at)
    {
        if (!_state.IsRunning)
            _clock.Stand(Math.Max(_state.At, at));
        else if (_recoverTo is null && _jumpTo is { } to)
            await StartClock(Math.Max(_state.At, to));
        else if (_recoverTo is null && (!_clock.IsRunning || _clock.Speed != _state.Speed))
            await StartClock(Math.Max(_state.At, at));
        _jumpTo = null;
        if (_state.IsRunning && !before.IsRunning && _uncontrolled is not null)
            _uncontrolled = _services.Time.GetTimestamp();
        if (before.Status != _state.Status)
            await NoteStatus();
    }

    private async Task StartClock(long at)
    {
        _clock.Run(at, _state.Speed);
        await RenewLease();
    }

    private async Task RenewLease()
    {
        if (_held || IsStale || !_clock.IsRunning || _clock.LeaseUntil - _clock.Now > DrillTime(LeaseLength) / 2)
            return;
        try
        {
            var until = _clock.Now + DrillTime(LeaseLength);
            if (await _services.Catalog.RenewLease(_id, _version, until, _services.Time.GetUtcNow()))
                _clock.Lease(until);
            else
                IsStale = true;
        }
        catch (Exception e)
        {
            Hold(e);
        }
    }

    private string CatalogStatus => _state.Status == "stopped" ? DrillStatus.Paused : _state.Status;

    /// <summary>For lists; the log is the truth, so a failure here holds nothing up.</summary>
    private async Task NoteStatus()
    {
        try
        {
            await _services.Catalog.SetStatus(_id, CatalogStatus, _services.Time.GetUtcNow());
        }
        catch (Exception e)
        {
            _services.Logger.LogWarning(e, "The list of drills does not show that drill {Drill} is {Status}.", _id, CatalogStatus);
        }
    }

    /// <summary>Nothing can be written: nothing happens any more until it can, and everybody is told.</summary>
    private void Hold(Exception e)
    {
        _services.Logger.LogError(e, "Drill {Drill} cannot be written; its clock stands until it can.", _id);
        _heldSince = _services.Time.GetTimestamp();
        _clock.Stand(_clock.Now);
        if (_held)
            return;
        _held = true;
        _services.Outlet.Notice(_id, null, new RoomNotice("clock-held"));
    }

    /// <summary>Whether a write that failed was done all the same is not known: what the log holds is read, then a write is tried.</summary>
    private async Task TryToGoOn()
    {
        if (Left(_heldSince, TimeSpan.FromMilliseconds(_options.RetryMilliseconds)) > TimeSpan.Zero)
            return;
        var status = _state.Status;
        try
        {
            foreach (var row in await _services.Log.Read(_id, _version))
                Follow(row);
            if (!await _services.Catalog.RenewLease(_id, _version, Math.Max(_clock.Now, _state.At), _services.Time.GetUtcNow()))
            {
                IsStale = true;
                return;
            }
        }
        catch (Exception e)
        {
            Hold(e);
            return;
        }

        _held = false;
        _clock.Stand(Math.Max(_clock.Now, _state.At));
        if (_recoverTo is not null)
            await Recover();
        else if (_state.IsRunning)
            await StartClock(_clock.Now);
        if (_state.Status != status)
            await NoteStatus();
        if (!_held)
            _services.Outlet.Notice(_id, null, new RoomNotice("clock-goes-on"));
    }

    private TimeSpan Left(long since, TimeSpan of) => of - _services.Time.GetElapsedTime(since) is { Ticks: > 0 } left ? left : TimeSpan.Zero;
}
