using System.Globalization;
using HanoiAcademy.Drills.Commands;
using HanoiAcademy.Drills.Events;
using HanoiAcademy.Drills.Messages;

namespace HanoiAcademy.Drills.Scoring;

/// <summary>What evaluators and controllers write down while it happens, for the hot wash. No player sees it.</summary>
internal static class Notes
{
    private const int MostNotes = 5_000;
    private const int LongestId = 40;

    public static Refusal? Write(Turn turn, WriteNote command, Actor actor)
    {
        if (command.Note.Length is 0 or > LongestId || command.Note.Any(c => c is not ((>= 'a' and <= 'z') or (>= '0' and <= '9') or '-')))
            return new Refusal("bad-id");
        // Sent again because the answer was lost: it stands.
        if (turn.State.Notes.TryGetValue(command.Note, out var there))
            return there.Seat == actor.Id ? null : new Refusal("bad-id");
        if (turn.Index.Teams.Find(command.Team) is null)
            return new Refusal("no-such-team", command.Team);
        if (actor.LocalTeam is { } own && own != command.Team)
            return new Refusal("not-allowed");
        if (command.Objective is { } objective && turn.Index.Objectives.Find(objective)?.Team != command.Team)
            return new Refusal("no-such-objective", objective);
        if (string.IsNullOrWhiteSpace(command.Text))
            return new Refusal("empty-message");
        if (command.Text.Length > Correspondence.MostText)
            return new Refusal("too-long", Correspondence.MostText.ToString(CultureInfo.InvariantCulture));
        if (turn.State.Notes.Count >= MostNotes)
            return new Refusal("too-many", MostNotes.ToString(CultureInfo.InvariantCulture));
        // A note may come late over a weak line, and never from the time to come.
        turn.Emit(new NoteWritten(turn.At, command.Note, actor.Id, command.Team, command.Text, Math.Clamp(command.Seen ?? turn.At, 0, turn.At), command.Objective));
        return null;
    }
}
