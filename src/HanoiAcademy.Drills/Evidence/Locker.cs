using System.Globalization;
using HanoiAcademy.Drills.Commands;
using HanoiAcademy.Drills.Events;
using HanoiAcademy.Drills.World;

namespace HanoiAcademy.Drills.Evidence;

/// <summary>Evidence is collected with its hash and handed over with its custody log. A team has one record of an item, however many copies it saw.</summary>
internal static class Locker
{
    public const int MostNote = 1_000;

    public static Refusal? Collect(Turn turn, CollectEvidence command, Actor actor)
    {
        if (turn.Scenario.Evidence.FirstOrDefault(e => e.Id == command.Evidence) is not { } item
            || !Visibility.Sees(turn.State, turn.Scenario, actor.TeamRole, "evidence", command.Evidence))
            return new Refusal("no-such-evidence", command.Evidence);
        if (turn.State.Evidence.ContainsKey(actor.Team + " " + item.Id))
            return new Refusal("already-collected", item.Id);
        if (command.Note.Length > MostNote || command.Basis.Length > MostNote)
            return new Refusal("too-long", MostNote.ToString(CultureInfo.InvariantCulture));
        var written = command.Sha256.Trim().ToLowerInvariant();
        if (written.Length > 0 && written != item.Sha256)
            return new Refusal("hash-differs");
        turn.Emit(new EvidenceCollected(turn.At, item.Id, actor.Team, actor.Id, item.Sha256, command.Basis, command.Note), "evidence-collected " + item.Id);
        return null;
    }

    public static Refusal? HandOver(Turn turn, HandOverEvidence command, Actor actor)
    {
        if (!turn.State.Evidence.ContainsKey(actor.Team + " " + command.Evidence))
            return new Refusal("not-collected", command.Evidence);
        if (command.Team == actor.Team || turn.Scenario.Teams.All(t => t.Id != command.Team))
            return new Refusal("no-such-team", command.Team);
        if (turn.State.Evidence.ContainsKey(command.Team + " " + command.Evidence))
            return new Refusal("already-there", command.Team);
        if (command.Note.Length > MostNote)
            return new Refusal("too-long", MostNote.ToString(CultureInfo.InvariantCulture));
        turn.Emit(new EvidenceHandedOver(turn.At, command.Evidence, actor.Team, command.Team, actor.Id, command.Note), "evidence-handed-over " + command.Evidence);
        Effects.See(turn, "evidence", command.Evidence, command.Team);
        return null;
    }
}
