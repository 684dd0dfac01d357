using HanoiAcademy.Drills.Commands;
using HanoiAcademy.Drills.Events;
using HanoiAcademy.Drills.State;

namespace HanoiAcademy.Drills.Views;

internal static class ChatViews
{
    /// <summary>Older lines are in the log; a screen that is opened late is not to load a day's talk.</summary>
    public const int MostShown = 50;

    public static IEnumerable<(string, ViewRecord)> Of(DrillState state, Sight sight) =>
        from team in state.Chat.Keys
        where sight.All || team == sight.TeamId
        let lines = state.Chat[team]
        from n in Enumerable.Range(Math.Max(0, lines.Count - MostShown), Math.Min(MostShown, lines.Count))
        select (Key(team, n), (ViewRecord)Line(team, n, lines[n]));

    /// <summary>The lines that were said last, as many as events may have added, and those that they pushed out.</summary>
    public static void Changed(DrillState state, Sight sight, ChatSent x, int events, Action<string, ViewRecord?> add)
    {
        var team = new Actor(x.Seat).Team;
        if (!sight.All && team != sight.TeamId)
            return;
        var lines = state.Chat[team];
        for (var n = Math.Max(0, lines.Count - MostShown - events); n < lines.Count - MostShown; n++)
            add(Key(team, n), null);
        for (var n = Math.Max(0, lines.Count - Math.Min(events, MostShown)); n < lines.Count; n++)
            add(Key(team, n), Line(team, n, lines[n]));
    }

    private static string Key(string team, int n) => FormattableString.Invariant($"chat:{team}:{n:00000}");

    private static ChatView Line(string team, int n, ChatLine line) => new(FormattableString.Invariant($"{team}:{n:00000}"), team, line.Seat, line.Text, line.Language, line.At);
}
