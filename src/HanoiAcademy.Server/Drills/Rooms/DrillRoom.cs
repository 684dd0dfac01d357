using System.Collections.Immutable;
using HanoiAcademy.Drills;
using HanoiAcademy.Drills.Commands;
using HanoiAcademy.Drills.Events;
using HanoiAcademy.Drills.Messages;
using HanoiAcademy.Drills.Scenarios;
using HanoiAcademy.Drills.State;
using HanoiAcademy.Drills.Wire;
using HanoiAcademy.Storage.Drills;

namespace HanoiAcademy.Server.Drills.Rooms;

/// <summary>
/// One drill while it is loaded: loads, decides, appends, evolves, pushes, one turn at a time (its caller sees to that). What the rules know
/// is in the log and nowhere else; here is what they do not know: the clock, the lease, what can still be taken back, who listens.
/// </summary>
internal sealed partial class DrillRoom
{
    private readonly string _id;
    private readonly RoomServices _services;
    private readonly DrillsOptions _options;
    private readonly Scenario _scenario;
    private readonly RoomClock _clock;
    private readonly UndoWindow _undo;

    /// <summary>Drill time of every logged command by its sender and id: a repeat is answered from here.</summary>
    private readonly Dictionary<(string Seat, string CommandId), long> _done = [];
    private DrillState _state = DrillState.Empty;
    private long _version;
    private DateTimeOffset? _ended;

    private DrillRoom(string id, RoomServices services, Scenario scenario)
    {
        _id = id;
        _services = services;
        _options = services.Options;
        _scenario = scenario;
        _clock = new RoomClock(services.Time);
        _undo = new UndoWindow(services.Time, TimeSpan.FromSeconds(_options.UndoWindowSeconds), IsFreeToTake);
        _uncontrolled = services.Time.GetTimestamp();
    }

    /// <summary>Somebody else writes this drill's log: nothing here can be relied on any more.</summary>
    public bool IsStale { get; private set; }

    public bool MayUnload => !_state.IsRunning && !_held && _listeners.Count == 0 && _undo.UntilNext() is null;

    public static async Task<DrillRoom> Load(string id, RoomServices services)
    {
        var entry = await services.Catalog.Get(id) ?? throw new NoSuchDrillException(id);
        var room = new DrillRoom(id, services, await services.Scenarios.Get(entry.ContentSha256));
        foreach (var row in await services.Log.Read(id, 0))
            room.Follow(row);
        room._unpushed.Clear();
        room._jumpTo = null;
        room._clock.Stand(room._state.At);
        if (room._state.IsRunning)
        {
            room._recoverTo = Math.Max(room._state.At, entry.LeaseUntilAt);
            await room.Recover();
        }

        if (entry.Status != room.CatalogStatus && room._version > 0)
            await room.NoteStatus();

        // Whoever listens still listens to streams of the room before this one.
        services.Outlet.Notice(id, null, new RoomNotice(RoomNotice.Again));
        return room;
    }

    public async Task<Answer> Send(Envelope envelope)
    {
        await WorkOffDue();
        var answer = await Take(envelope);
        Push();
        return answer;
    }

    public async Task<bool> Undo(string seat, string commandId)
    {
        await WorkOffDue();
        Push();
        return AskNoMore(seat, commandId) | _undo.TakeBack(seat, commandId);
    }

    public async Task<bool> Wake()
    {
        await WorkOffDue();
        Push();
        return true;
    }

    private async Task<Answer> Take(Envelope envelope)
    {
        var (id, seat, command, _) = envelope;
        if (_done.TryGetValue((seat, id), out var at))
            return Answer.Accepted(at);
        if (_undo.Left(seat, id) is { } left)
            return Answer.Waiting(_clock.Now, left);
        if (_undo.IsTakenBack(seat, id))
            return Answer.Refused(_clock.Now, "taken-back");
        if (IsStale)
            return Answer.Again(_clock.Now);
        if (_held)
            return Answer.Held(_clock.Now);

        SeenNow(seat);
        await SendWhatIsHeldBack(envelope);
        if (command is ReopenExercise && _ended is { } ended && _services.Time.GetUtcNow() - ended > TimeSpan.FromMinutes(_options.ReopenMinutes))
            return Answer.Refused(_clock.Now, "too-late-to-reopen", $"{_options.ReopenMinutes}");
        if (MustAsk(envelope) is { } asked)
            return asked;
        if (!_undo.Holds(command))
            return Followed(envelope, await Apply(envelope, ActorOf(seat), _clock.Now));
        if (_undo.Twin(envelope) is { } twin)
            return Answer.Refused(_clock.Now, "pressed-already", twin.Seat);
        return Decided(envelope, ActorOf(seat), _clock.Now) is { Refusal: { } refusal }
            ? Answer.Refused(_clock.Now, refusal)
            : Answer.Waiting(_clock.Now, _undo.Add(envelope));
    }

    /// <summary>
    /// Whoever leaves a seat means what he has sent; once somebody else holds it, it would be refused. So it goes out before he goes, and cannot be taken back.
    /// </summary>
    private async Task SendWhatIsHeldBack(Envelope envelope)
    {
        var left = envelope.Command switch { LeaveSeat leave => leave.Seat, HandSeatOver handed => handed.Seat, _ => null };
        // A refused word must not cost somebody else his undo.
        if (left is null || Decided(envelope, ActorOf(envelope.Seat), _clock.Now).Refusal is not null)
            return;
        foreach (var waiting in _undo.Of(left))
        {
            // Who asks for another's pen does not get it by going.
            if (!AskNoMore(waiting.Seat, waiting.CommandId))
                await SendOff(waiting);
        }
    }

    private static Actor ActorOf(string seat) => new(seat);

    /// <summary>Decide is pure, so a bug in it has changed nothing: the command is refused and the drill goes on.</summary>
    private Decided Decided(Envelope envelope, Actor actor, long at)
    {
        try
        {
            return Drill.Decide(_state, _scenario, envelope.Command, actor, at);
        }
        catch (Exception e) when (!actor.IsSystem)
        {
            _services.Logger.LogError(e, "The rules failed at {Command} of {Seat} in drill {Drill}.", envelope.Command.GetType().Name, actor.Id, _id);
            return new Decided([], new Refusal("broken"));
        }
    }

    /// <summary>Decides, writes, and only then lets it have happened.</summary>
    private async Task<Answer> Apply(Envelope envelope, Actor actor, long at)
    {
        var decided = Decided(envelope, actor, at);
        if (decided.Refusal is { } refusal)
            return Answer.Refused(at, refusal);
        if (decided.Events.IsEmpty)
            return Answer.Accepted(at);
        if (actor.IsPlayer && WrittenLate.Note(decided.Events[^1].At, envelope.Seat, envelope.WrittenAt) is { } late)
            decided = decided with { Events = decided.Events.Add(late) };

        var events = System.Text.Encoding.UTF8.GetString(DrillJson.ToBytes(decided.Events));
        AppendAnswer appended;
        try
        {
            appended = await _services.Log.Append(_id, _version, envelope.CommandId, envelope.Seat, at, _services.Time.GetUtcNow(), events);
        }
        catch (Exception e)
        {
            Hold(e);
            return Answer.Held(_clock.Now);
        }

        // A row we know of answers a repeat; one we do not know of was written by another activation.
        if (appended is AppendAnswer.AlreadyThere { Row: var row } && row.Version <= _version)
            return Answer.Accepted(row.At);
        if (appended is not AppendAnswer.Appended)
        {
            IsStale = true;
            return Answer.Again(at);
        }

        var before = _state;
        Follow(decided.Events, ++_version, envelope.Seat, envelope.CommandId, at, _services.Time.GetUtcNow());
        await KeepStep(before, at);
        return Answer.Accepted(at);
    }

    private void Follow(LogRow row) => Follow(
        DrillJson.Read<ImmutableArray<DrillEvent>>(System.Text.Encoding.UTF8.GetBytes(row.Events)), row.Version, row.Seat, row.CommandId, row.At, row.Wall);

    private void Follow(ImmutableArray<DrillEvent> events, long version, string seat, string commandId, long at, DateTimeOffset wall)
    {
        var wasEnded = _state.Status == DrillStatus.Ended;
        var pace = Pace;
        foreach (var e in events)
        {
            _state = Drill.Evolve(_state, _scenario, e);
            if (e is ClockJumped jumped)
                _jumpTo = jumped.To;
            NoteWall(e, wall);
        }

        _unpushed.AddRange(events);
        if (Pace != pace)
            _walls.Add(new WallMark(Math.Max(_state.At, at), wall.ToUnixTimeMilliseconds(), Pace));
        _version = version;
        _done[(seat, commandId)] = at;
        if (_state.Status != DrillStatus.Ended)
            _ended = null;
        else if (!wasEnded)
            _ended = wall;
    }
}
