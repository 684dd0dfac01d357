using HanoiAcademy.Drills.Commands;

namespace HanoiAcademy.Server.Drills.Rooms;

/// <summary>Commands that can still be taken back. They are in no log: after a crash they were never sent.</summary>
/// <param name="isFree">A command that waits for somebody who need not be waited for any more.</param>
internal sealed class UndoWindow(TimeProvider time, TimeSpan length, Func<Envelope, bool> isFree)
{
    private const int MostRemembered = 500;
    private readonly List<Waiting> _waiting = [];

    /// <summary>What its sender has taken back, the last ones: he may ask twice when the first answer was lost, and the command itself may come again.</summary>
    private readonly Queue<(string Seat, string CommandId)> _takenBack = new();

    /// <summary>What reaches others or starts the clock of others; all else is private or can be mended.</summary>
    public bool Holds(Command command) => length > TimeSpan.Zero && command is (SendMessage or StartAction or Decide or SendRequest
        or AnswerRequest or SupplementRequest or HandOverEvidence or FileRecord or FireInject or FireStep or CorrectInject
        // Holding one back acts at once: in five seconds it may be out, and releasing it mends it.
        or EditInject or SkipInject or ReplyToMessage);

    public TimeSpan Add(Envelope envelope, TimeSpan? other = null)
    {
        _waiting.Add(new Waiting(envelope, time.GetTimestamp(), other ?? length));
        return other ?? length;
    }

    public Command? Find(string seat, string commandId) => _waiting.Find(w => Is(w, seat, commandId))?.Envelope.Command;

    public Envelope? Find(Func<Command, bool> command) => _waiting.Find(w => command(w.Envelope.Command))?.Envelope;

    /// <summary>How long this very command can still be taken back; null when it is not here.</summary>
    public TimeSpan? Left(string seat, string commandId) =>
        _waiting.Find(w => Is(w, seat, commandId)) is { } found ? LeftOf(found) : null;

    /// <summary>Its time is over, one way or the other.</summary>
    public bool Remove(string seat, string commandId) => _waiting.RemoveAll(w => Is(w, seat, commandId)) > 0;

    /// <summary>By its sender; true also when he has done so before.</summary>
    public bool TakeBack(string seat, string commandId)
    {
        if (!Remove(seat, commandId))
            return IsTakenBack(seat, commandId);
        _takenBack.Enqueue((seat, commandId));
        if (_takenBack.Count > MostRemembered)
            _takenBack.Dequeue();
        return true;
    }

    public bool IsTakenBack(string seat, string commandId) => _takenBack.Contains((seat, commandId));

    /// <summary>Somebody else's equal command that is about to happen.</summary>
    public Envelope? Twin(Envelope envelope) =>
        envelope.Command switch
        {
            FireInject or FireStep => _waiting.Find(w => w.Envelope.Command.Equals(envelope.Command))?.Envelope,
            ReplyToMessage reply => _waiting.Find(w => w.Envelope.Seat != envelope.Seat && w.Envelope.Command is ReplyToMessage other && other.Item == reply.Item)?.Envelope,
            _ => null,
        };

    /// <summary>What a seat has sent and could still take back, oldest first.</summary>
    public IReadOnlyList<Envelope> Of(string seat) => [.. _waiting.Where(w => w.Envelope.Seat == seat).Select(w => w.Envelope)];

    /// <summary>The oldest command whose time is over; it stays until <see cref="Remove"/>.</summary>
    public Envelope? Due() => _waiting.Find(w => LeftOf(w) <= TimeSpan.Zero)?.Envelope;

    public TimeSpan? UntilNext() => _waiting.Count == 0 ? null : _waiting.Min(LeftOf);

    private TimeSpan LeftOf(Waiting waiting) => isFree(waiting.Envelope) ? TimeSpan.Zero : waiting.Length - time.GetElapsedTime(waiting.Since) is { Ticks: > 0 } left ? left : TimeSpan.Zero;

    private static bool Is(Waiting waiting, string seat, string commandId) =>
        waiting.Envelope.Seat == seat && waiting.Envelope.CommandId == commandId;

    private sealed record Waiting(Envelope Envelope, long Since, TimeSpan Length);
}
