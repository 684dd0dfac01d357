using System.Collections.Immutable;
using System.Globalization;
using HanoiAcademy.Drills.Commands;
using HanoiAcademy.Drills.Events;
using HanoiAcademy.Drills.Scenarios;
using HanoiAcademy.Drills.State;
using HanoiAcademy.Drills.World;

namespace HanoiAcademy.Drills.Evidence;

/// <summary>
/// The steps of custody as a team writes them down. A team has one record of an item, however many copies it saw. What is impossible is refused; what
/// is only wrong (a step left out, a basis that does not hold, a hash that differs) is written down and makes a gap. What one role takes, its team has
/// and sees.
/// </summary>
internal static class Locker
{
    public const int MostNote = 1_000;

    /// <summary>Lines of one log; only sealing can be done again and again.</summary>
    public const int MostLines = 60;
    private const int HashLength = 64;

    public static Refusal? Identify(Turn turn, IdentifyEvidence command, Actor actor)
    {
        if (Find(turn, command.Evidence, actor) is not { } item)
            return new Refusal("no-such-evidence", command.Evidence);
        if (turn.State.Identified.ContainsKey(Key(actor, item)) || Log(turn, actor, item).Any(c => c.What == "identified"))
            return new Refusal("already-identified", item.Id);
        if (TooLong(command.Note) is { } tooLong)
            return tooLong;
        if (IsGone(turn, actor, item, turn.State.Evidence.ContainsKey(Key(actor, item)), out var refusal))
            return refusal;
        turn.Emit(new EvidenceIdentified(turn.At, item.Id, actor.Team, actor.Id, command.Note), "evidence-identified " + item.Id);
        return null;
    }

    public static Refusal? Collect(Turn turn, CollectEvidence command, Actor actor)
    {
        if (Find(turn, command.Evidence, actor) is not { } item)
            return new Refusal("no-such-evidence", command.Evidence);
        if (Log(turn, actor, item).Any(c => c.What is "collected" or "received"))
            return new Refusal("already-collected", item.Id);
        var written = Written(command.Sha256);
        if ((TooLong(command.Note, command.Basis) ?? NoHash(written)) is { } wrong)
            return wrong;
        // A copy made in time is not the original, which is gone.
        if (IsGone(turn, actor, item, false, out var refusal))
            return refusal;
        var gaps = CustodyGaps.OnTaking(turn.State, turn.Scenario, item, actor.Team, command.Basis, turn.At).Concat(Differs(item, written)).ToImmutableArray();
        turn.Emit(new EvidenceCollected(turn.At, item.Id, actor.Team, actor.Id, written.Length > 0 ? written : item.Sha256, command.Basis, command.Note, gaps.IsEmpty ? null : gaps), "evidence-collected " + item.Id);
        Effects.See(turn, "evidence", item.Id, actor.Team);
        return null;
    }

    /// <summary>On the spot too: what goes with the power is copied where it runs.</summary>
    public static Refusal? Acquire(Turn turn, AcquireEvidence command, Actor actor)
    {
        if (Find(turn, command.Evidence, actor) is not { } item)
            return new Refusal("no-such-evidence", command.Evidence);
        var log = Log(turn, actor, item);
        if (log.Any(c => c.What == "acquired" && new Actor(c.Seat).Team == actor.Team))
            return new Refusal("already-acquired", item.Id);
        if (turn.State.Evidence.GetValueOrDefault(Key(actor, item))?.Status == "handed-over")
            return new Refusal("handed-on", item.Id);
        var written = Written(command.Sha256);
        if ((TooLong(command.Note, command.Basis) ?? NoHash(written)) is { } wrong)
            return wrong;
        if (IsGone(turn, actor, item, log.Any(c => c.What is "collected" or "received"), out var refusal))
            return refusal;
        var taking = log.IsEmpty ? CustodyGaps.OnTaking(turn.State, turn.Scenario, item, actor.Team, command.Basis, turn.At) : [];
        var gaps = taking.Concat(written.Length == 0 ? ["no-hash"] : Differs(item, written));
        turn.Emit(new EvidenceAcquired(turn.At, item.Id, actor.Team, actor.Id, written, command.Basis, command.Note, [.. gaps]), "evidence-acquired " + item.Id);
        Effects.See(turn, "evidence", item.Id, actor.Team);
        return null;
    }

    /// <summary>May be done again: a seal that was broken is followed by another.</summary>
    public static Refusal? Preserve(Turn turn, PreserveEvidence command, Actor actor)
    {
        if (Find(turn, command.Evidence, actor) is not { } item)
            return new Refusal("no-such-evidence", command.Evidence);
        if (turn.State.Evidence.GetValueOrDefault(Key(actor, item)) is not { } held)
            return new Refusal("not-collected", item.Id);
        if (held.Status == "handed-over")
            return new Refusal("handed-on", item.Id);
        if (held.Custody[^1] is { What: "preserved" } last && last.Seal == command.Seal && last.Place == command.Place)
            return new Refusal("already-preserved", item.Id);
        if (held.Custody.Count >= MostLines)
            return new Refusal("log-full", item.Id);
        if (TooLong(command.Note, command.Seal, command.Place) is { } tooLong)
            return tooLong;
        turn.Emit(new EvidencePreserved(turn.At, item.Id, actor.Team, actor.Id, command.Seal, command.Place, command.Note, string.IsNullOrWhiteSpace(command.Seal) ? ["no-seal"] : []), "evidence-preserved " + item.Id);
        return null;
    }

    internal static Refusal? TooLong(params string[] texts) =>
        texts.Any(t => t.Length > MostNote) ? new Refusal("too-long", MostNote.ToString(CultureInfo.InvariantCulture)) : null;

    internal static string Written(string sha256) => sha256.Length > MostNote ? "?" : sha256.Trim().ToLowerInvariant();

    /// <summary>A slip of the pen is a gap; what can be no hash at all was not meant for this line of the form.</summary>
    internal static Refusal? NoHash(string written) =>
        written.Length > 0 && (written.Length != HashLength || written.Any(c => c is not ((>= '0' and <= '9') or (>= 'a' and <= 'f')))) ? new Refusal("not-a-hash") : null;

    internal static string[] Differs(EvidenceItem item, string written) => written.Length > 0 && written != item.Sha256 ? ["hash-mismatch"] : [];

    private static EvidenceItem? Find(Turn turn, string id, Actor actor) =>
        turn.Index.Evidence.Find(id) is { } item && Visibility.Sees(turn.State, turn.Scenario, actor.TeamRole, "evidence", id) ? item : null;

    private static string Key(Actor actor, EvidenceItem item) => actor.Team + " " + item.Id;

    private static ImmutableList<Custody> Log(Turn turn, Actor actor, EvidenceItem item) => turn.State.Evidence.GetValueOrDefault(Key(actor, item))?.Custody ?? [];

    /// <summary>Who goes for what is destroyed and does not have it learns so: that is all that comes of it.</summary>
    private static bool IsGone(Turn turn, Actor actor, EvidenceItem item, bool has, out Refusal? refusal)
    {
        refusal = null;
        if (has || !turn.State.Destroyed.ContainsKey(item.Id))
            return false;
        if (turn.State.FoundGone.Contains(Key(actor, item)))
            refusal = new Refusal("evidence-gone", item.Id);
        else
            turn.Emit(new EvidenceFoundGone(turn.At, item.Id, actor.Team, actor.Id), "evidence-found-gone " + item.Id);
        return true;
    }
}
