using HanoiAcademy.Drills.Commands;
using HanoiAcademy.Drills.Requests;

namespace HanoiAcademy.Server.Drills.Rooms;

/// <summary>
/// Several hands on one paper. Who writes is in the log; here is what the rules do not know: that whoever wants to take over asks first, and has it
/// when he was given no answer.
/// </summary>
internal sealed partial class DrillRoom
{
    private static bool IsTakeOver(Command command, string request) => command is TakeUpDraft take && take.Request == request;

    /// <summary>Nobody writes any more: whoever asked need not wait.</summary>
    private bool IsFreeToTake(Envelope envelope) =>
        envelope.Command is TakeUpDraft take && (Pens.WriterOf(_state, take.Request) is not { } writer || writer == envelope.Seat);

    /// <summary>The answer to a take-over that has to wait for the other's; null when there is nobody to ask.</summary>
    private Answer? MustAsk(Envelope envelope)
    {
        if (envelope.Command is not TakeUpDraft take || IsFreeToTake(envelope))
            return null;
        if (Decided(envelope, ActorOf(envelope.Seat), _clock.Now).Refusal is { } refusal)
            return Answer.Refused(_clock.Now, refusal);
        if (_undo.Find(c => IsTakeOver(c, take.Request)) is { } other)
            return Answer.Refused(_clock.Now, "asked-already", other.Seat);
        var left = _undo.Add(envelope, TimeSpan.FromSeconds(_options.TakeOverSeconds));
        Tell(take.Request, RoomNotice.TakeOverAsked, envelope.Seat, left);
        return Answer.Waiting(_clock.Now, left);
    }

    /// <summary>The writer said that he goes on: whoever asked hears so.</summary>
    private Answer Followed(Envelope envelope, Answer answer)
    {
        if (envelope.Command is KeepDraft keep && answer.Status == Answer.AcceptedStatus && _undo.Find(c => IsTakeOver(c, keep.Request)) is { } asked)
        {
            _undo.TakeBack(asked.Seat, asked.CommandId);
            _services.Outlet.Notice(_id, asked.Seat, new RoomNotice("refused", asked.CommandId, Answer.Refused(_clock.Now, "still-written", envelope.Seat)));
        }

        return answer;
    }

    /// <summary>Whoever asked thought better of it: the writer is told, and nothing was ever sent.</summary>
    private bool AskNoMore(string seat, string commandId)
    {
        if (_undo.Find(seat, commandId) is not TakeUpDraft take)
            return false;
        Tell(take.Request, RoomNotice.TakeOverDropped, seat, TimeSpan.Zero);
        return _undo.TakeBack(seat, commandId);
    }

    private void Tell(string request, string what, string by, TimeSpan left)
    {
        if (Pens.WriterOf(_state, request) is { } writer)
            _services.Outlet.Notice(_id, writer, new RoomNotice(what) { Request = request, By = by, LeftMs = (long)left.TotalMilliseconds });
    }
}
