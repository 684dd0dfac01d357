using HanoiAcademy.Drills.Commands;
using HanoiAcademy.Drills.Events;
using HanoiAcademy.Drills.World;

namespace HanoiAcademy.Drills.Evidence;

/// <summary>Evidence goes from team to team with its custody log; the hand that takes it says so, or the chain has a gap there.</summary>
internal static class HandOvers
{
    public static Refusal? HandOver(Turn turn, HandOverEvidence command, Actor actor)
    {
        if (turn.State.Evidence.GetValueOrDefault(actor.Team + " " + command.Evidence) is not { } held)
            return new Refusal("not-collected", command.Evidence);
        if (held.Status == "handed-over")
            return new Refusal("handed-on", command.Evidence);
        if (command.Team == actor.Team || turn.Index.Teams.Find(command.Team) is null)
            return new Refusal("no-such-team", command.Team);
        if (Control.Removal.IsOut(turn, command.Team) is { } gone)
            return gone;
        if (turn.State.Evidence.GetValueOrDefault(command.Team + " " + command.Evidence) is { Status: not "handed-over" })
            return new Refusal("already-there", command.Team);
        if (Locker.TooLong(command.Note) is { } tooLong)
            return tooLong;
        turn.Emit(new EvidenceHandedOver(turn.At, command.Evidence, actor.Team, command.Team, actor.Id, command.Note), "evidence-handed-over " + command.Evidence);
        Effects.See(turn, "evidence", command.Evidence, command.Team);
        return null;
    }

    public static Refusal? Receipt(Turn turn, GiveReceipt command, Actor actor)
    {
        var log = turn.State.Evidence.GetValueOrDefault(actor.Team + " " + command.Evidence)?.Custody ?? [];
        if (log.FindLastIndex(c => c.What == "received" && c.To == actor.Team) is var arrived && arrived < 0)
            return new Refusal("nothing-received", command.Evidence);
        if (log.Skip(arrived).Any(c => c.What == "receipt" && new Actor(c.Seat).Team == actor.Team))
            return new Refusal("already-receipted", command.Evidence);
        var written = Locker.Written(command.Sha256);
        if ((Locker.TooLong(command.Note) ?? Locker.NoHash(written)) is { } wrong)
            return wrong;
        turn.Emit(new ReceiptGiven(turn.At, command.Evidence, actor.Team, new Actor(log[arrived].Seat).Team, actor.Id, written, command.Note, [.. Locker.Differs(turn.Index.Evidence[command.Evidence], written)]), "receipt-given " + command.Evidence);
        return null;
    }
}
