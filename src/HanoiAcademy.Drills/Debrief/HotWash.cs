using System.Collections.Immutable;
using System.Globalization;
using HanoiAcademy.Drills.Commands;
using HanoiAcademy.Drills.Events;
using HanoiAcademy.Drills.Messages;
using HanoiAcademy.Drills.State;

namespace HanoiAcademy.Drills.Debrief;

/// <summary>
/// What teams and control write down right after EndEx: what happened, what helped, what hindered, and what to fix, with an owner. It stands in the log, so that
/// the report has it; it moves nothing of the drill. A team reads its own notes and those for everybody, control all.
/// </summary>
public static class HotWash
{
    public const string Happened = "happened";
    public const string Helped = "helped";
    public const string Hindered = "hindered";
    public const string Fix = "fix";

    public static readonly ImmutableArray<string> Kinds = [Happened, Helped, Hindered, Fix];

    /// <summary>A note is a sentence or two that is read aloud from the wall.</summary>
    public const int MostText = 500;

    public const int MostOwner = 100;

    /// <summary>Of one team, and of what is for everybody. A hundred is more than is talked through in an hour.</summary>
    public const int MostNotes = 100;

    private const int LongestId = 40;

    internal static Refusal? Note(Turn turn, NoteHotWash command, Actor actor)
    {
        if (command.Note.Length is 0 or > LongestId || command.Note.Any(c => c is not ((>= 'a' and <= 'z') or (>= '0' and <= '9') or '-')))
            return new Refusal("bad-id");
        if (!Kinds.Contains(command.Sort))
            return new Refusal("bad-choice", string.Join(", ", Kinds));
        if (string.IsNullOrWhiteSpace(command.Text))
            return new Refusal("empty-message");
        if (command.Text.Length > MostText)
            return new Refusal("too-long", MostText.ToString(CultureInfo.InvariantCulture));
        if (command.Owner.Length > MostOwner)
            return new Refusal("too-long", MostOwner.ToString(CultureInfo.InvariantCulture));
        if (command.Language.Length > Correspondence.MostLanguage)
            return new Refusal("too-long", Correspondence.MostLanguage.ToString(CultureInfo.InvariantCulture));
        if (turn.State.HotWash.TryGetValue(command.Note, out var there))
            return Mend(turn, command, there, actor);
        var team = actor.IsControl ? command.Team : actor.Team;
        if (team.Length > 0 && turn.Index.Teams.Find(team) is null)
            return new Refusal("no-such-team", team);
        if (actor.LocalTeam is { } own && own != team)
            return new Refusal("not-allowed");
        if (turn.State.HotWash.Values.Count(n => n.Team == team) >= MostNotes)
            return new Refusal("too-many", MostNotes.ToString(CultureInfo.InvariantCulture));
        turn.Emit(new HotWashNoted(turn.At, command.Note, actor.Id, team, command.Sort, command.Text, command.Owner, command.Language));
        return null;
    }

    internal static Refusal? Withdraw(Turn turn, WithdrawHotWashNote command, Actor actor)
    {
        // Withdrawn twice, or by two at once: it is gone.
        if (!turn.State.HotWash.TryGetValue(command.Note, out var there))
            return null;
        if (!IsHis(there, actor))
            return new Refusal("not-allowed");
        turn.Emit(new HotWashWithdrawn(turn.At, command.Note, actor.Id));
        return null;
    }

    internal static DrillState Evolve(DrillState s, HotWashNoted x) => s with
    {
        HotWash = s.HotWash.SetItem(x.Note, s.HotWash.TryGetValue(x.Note, out var first)
            ? first with { Sort = x.Sort, Text = x.Text, Owner = x.Owner, Language = x.Language, MendedBy = x.Seat }
            : new HotWashNote(x.Team, x.Sort, x.Text, x.Owner, x.Language, x.Seat, x.At, s.HotWashCount)),
        HotWashCount = s.HotWashCount + 1,
    };

    /// <summary>The writer's words stay the writer's: who leads the hot wash may put them right, and the note says who did.</summary>
    private static Refusal? Mend(Turn turn, NoteHotWash command, HotWashNote there, Actor actor)
    {
        if (!IsHis(there, actor))
            return new Refusal("bad-id");
        // Sent again because the answer was lost: it stands.
        if ((there.Sort, there.Text, there.Owner, there.Language) != (command.Sort, command.Text, command.Owner, command.Language))
            turn.Emit(new HotWashNoted(turn.At, command.Note, actor.Id, there.Team, command.Sort, command.Text, command.Owner, command.Language));
        return null;
    }

    private static bool IsHis(HotWashNote note, Actor actor) => note.Seat == actor.Id || actor is { IsControl: true, Role: "director" or "lead" };
}
