using System.Collections.Immutable;
using System.Globalization;
using HanoiAcademy.Drills.Commands;
using HanoiAcademy.Drills.Events;
using HanoiAcademy.Drills.State;

namespace HanoiAcademy.Drills.Messages;

/// <summary>What the people of one team say among themselves. It reaches nobody else and moves nothing, so it goes on while the clock stands.</summary>
internal static class TeamChat
{
    public const int MostText = 1_000;

    /// <summary>What the state keeps, and a view shows: a screen that is opened late is not to load a day's talk.</summary>
    public const int MostKept = 50;

    /// <summary>A team has said by then what a week brings; without an end the log would grow as long as somebody has a seat, after EndEx too.</summary>
    public const int MostLines = 5_000;

    public static Refusal? Send(Turn turn, SendChat command, Actor actor)
    {
        if (string.IsNullOrWhiteSpace(command.Text))
            return new Refusal("empty-message");
        if (command.Text.Length > MostText)
            return new Refusal("too-long", MostText.ToString(CultureInfo.InvariantCulture));
        if (command.Language.Length > Correspondence.MostLanguage)
            return new Refusal("too-long", Correspondence.MostLanguage.ToString(CultureInfo.InvariantCulture));
        if (turn.State.ChatLines.GetValueOrDefault(actor.Team) >= MostLines)
            return new Refusal("chat-full", MostLines.ToString(CultureInfo.InvariantCulture));
        turn.Emit(new ChatSent(turn.At, actor.Id, command.Text, command.Language));
        return null;
    }

    public static DrillState Evolve(DrillState s, ChatSent x)
    {
        var team = new Actor(x.Seat).Team;
        var kept = s.Chat.GetValueOrDefault(team, []).Add(new ChatLine(x.At, x.Seat, x.Text, x.Language));
        return Drill.Acted(s, x.Seat, x.At) with
        {
            Chat = s.Chat.SetItem(team, kept.Count > MostKept ? kept.RemoveAt(0) : kept),
            ChatLines = s.ChatLines.SetItem(team, s.ChatLines.GetValueOrDefault(team) + 1),
        };
    }
}
