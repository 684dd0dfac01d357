using HanoiAcademy.Drills.Commands;
using HanoiAcademy.Drills.Events;
using HanoiAcademy.Drills.State;

namespace HanoiAcademy.Drills.Views;

internal static class ChatViews
{
    public static IEnumerable<(string, ViewRecord)> Of(DrillState state, Sight sight) =>
        from team in state.Chat.Keys
        where sight.All || team == sight.TeamId
        let lines = state.Chat[team]
        let first = state.ChatLines[team] - lines.Count
        from n in Enumerable.Range(0, lines.Count)
        select (Key(team, first + n), (ViewRecord)Line(team, first + n, lines[n]));

    /// <summary>The lines that were said last, as many as events may have added, and those that they pushed out.</summary>
    public static void Changed(DrillState state, Sight sight, ChatSent x, int events, Action<string, ViewRecord?> add)
    {
        var team = new Actor(x.Seat).Team;
        if (!sight.All && team != sight.TeamId)
            return;
        var lines = state.Chat[team];
        var first = state.ChatLines[team] - lines.Count;
        for (var n = Math.Max(0, first - events); n < first; n++)
            add(Key(team, n), null);
        for (var n = Math.Max(0, lines.Count - events); n < lines.Count; n++)
            add(Key(team, first + n), Line(team, first + n, lines[n]));
    }

    private static string Key(string team, int n) => FormattableString.Invariant($"chat:{team}:{n:00000}");

    private static ChatView Line(string team, int n, ChatLine line) => new(FormattableString.Invariant($"{team}:{n:00000}"), team, line.Seat, line.Text, line.Language, line.At);
}
