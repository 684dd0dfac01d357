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

    public static Refusal? Send(Turn turn, SendChat command, Actor actor)
    {
        if (string.IsNullOrWhiteSpace(command.Text))
            return new Refusal("empty-message");
        if (command.Text.Length > MostText)
            return new Refusal("too-long", MostText.ToString(CultureInfo.InvariantCulture));
        if (command.Language.Length > Correspondence.MostLanguage)
            return new Refusal("too-long", Correspondence.MostLanguage.ToString(CultureInfo.InvariantCulture));
        turn.Emit(new ChatSent(turn.At, actor.Id, command.Text, command.Language));
        return null;
    }

    public static DrillState Evolve(DrillState s, ChatSent x) => new Actor(x.Seat).Team is var team
        ? Drill.Acted(s, x.Seat, x.At) with { Chat = s.Chat.SetItem(team, s.Chat.GetValueOrDefault(team, []).Add(new ChatLine(x.At, x.Seat, x.Text, x.Language))) }
        : s;
}
