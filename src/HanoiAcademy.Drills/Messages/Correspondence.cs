using System.Globalization;
using HanoiAcademy.Drills.Commands;
using HanoiAcademy.Drills.Events;

namespace HanoiAcademy.Drills.Messages;

/// <summary>What players write to absent actors, to other teams and to control, and what they read and mark.</summary>
internal static class Correspondence
{
    public const int MostText = 4_000;
    public const int MostItems = 100;

    /// <summary>The longest language tag that every implementation must take (BCP 47).</summary>
    public const int MostLanguage = 35;

    public static Refusal? Send(Turn turn, SendMessage command, Actor actor)
    {
        var team = BetweenTeams.Addressed(command.To);
        if (team is null && turn.Index.Contacts.Find(command.To) is { } contact ? !(contact.Teams.Contains(actor.Team) || contact.Teams.Contains("all")) : team is null && command.To != Strip.Control)
            return new Refusal("no-such-contact", command.To);
        if (string.IsNullOrWhiteSpace(command.Text))
            return new Refusal("empty-message");
        if (command.Text.Length > MostText)
            return new Refusal("too-long", MostText.ToString(CultureInfo.InvariantCulture));
        if (command.Language.Length > MostLanguage)
            return new Refusal("too-long", MostLanguage.ToString(CultureInfo.InvariantCulture));
        if (command.About is { } about && !Sees(turn, actor, about))
            return new Refusal("no-such-item", about);
        if (team is not null)
            return BetweenTeams.Send(turn, command, actor, team);
        turn.Emit(new MessageSent(turn.At, actor.Id, command.To, command.Text, command.About, command.Language), "message-sent " + command.To);
        return null;
    }

    public static Refusal? Read(Turn turn, MarkRead command, Actor actor)
    {
        if (command.Items.Length > MostItems)
            return new Refusal("too-many", MostItems.ToString(CultureInfo.InvariantCulture));
        var unread = command.Items.Where(i => Sees(turn, actor, i) && !turn.State.Read.ContainsKey(actor.Id + " " + i)).Distinct().ToArray();
        if (unread.Length > 0)
            turn.Emit(new ItemsRead(turn.At, actor.Id, [.. unread]));
        return null;
    }

    public static Refusal? Mark(Turn turn, MarkForDebrief command, Actor actor)
    {
        if (!Sees(turn, actor, command.Item))
            return new Refusal("no-such-item", command.Item);
        if (command.Note.Length > MostText)
            return new Refusal("too-long", MostText.ToString(CultureInfo.InvariantCulture));
        turn.Emit(new ItemMarked(turn.At, actor.Id, command.Item, command.Note));
        return null;
    }

    private static bool Sees(Turn turn, Actor actor, string item) =>
        turn.State.InFeed(item) is { } found && Views.FeedViews.Sees(turn.State, turn.Scenario, found, actor);
}
