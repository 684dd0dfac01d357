using HanoiAcademy.Drills.Commands;

namespace HanoiAcademy.Server.Drills.Rooms;

/// <summary>Commands that can still be taken back. They are in no log: after a crash they were never sent.</summary>
internal sealed class UndoWindow(TimeProvider time, TimeSpan length)
{
    private readonly List<Waiting> _waiting = [];

    /// <summary>What reaches others or starts the clock of others; all else is private or can be mended.</summary>
    public bool Holds(Command command) => length > TimeSpan.Zero && command is (SendMessage or StartAction or Decide or SendRequest
        or AnswerRequest or SupplementRequest or HandOverEvidence or FireInject or CorrectInject);

    public TimeSpan Add(Envelope envelope)
    {
        _waiting.Add(new Waiting(envelope, time.GetTimestamp()));
        return length;
    }

    /// <summary>How long this very command can still be taken back; null when it is not here.</summary>
    public TimeSpan? Left(string seat, string commandId) =>
        _waiting.Find(w => Is(w, seat, commandId)) is { } found ? LeftOf(found) : null;

    public bool TakeBack(string seat, string commandId) => _waiting.RemoveAll(w => Is(w, seat, commandId)) > 0;

    /// <summary>Somebody else's equal command that is about to happen.</summary>
    public Envelope? Twin(Envelope envelope) =>
        envelope.Command is FireInject ? _waiting.Find(w => w.Envelope.Command.Equals(envelope.Command))?.Envelope : null;

    /// <summary>The oldest command whose time is over; it stays until <see cref="TakeBack"/>.</summary>
    public Envelope? Due() => _waiting.Find(w => LeftOf(w) <= TimeSpan.Zero)?.Envelope;

    public TimeSpan? UntilNext() => _waiting.Count == 0 ? null : _waiting.Min(LeftOf);

    private TimeSpan LeftOf(Waiting waiting) => length - time.GetElapsedTime(waiting.Since) is { Ticks: > 0 } left ? left : TimeSpan.Zero;

    private static bool Is(Waiting waiting, string seat, string commandId) =>
        waiting.Envelope.Seat == seat && waiting.Envelope.CommandId == commandId;

    private sealed record Waiting(Envelope Envelope, long Since);
}
