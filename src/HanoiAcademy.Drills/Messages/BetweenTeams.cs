using System.Globalization;
using HanoiAcademy.Drills.Commands;
using HanoiAcademy.Drills.Events;
using HanoiAcademy.Drills.Indexes;
using HanoiAcademy.Drills.Scenarios;
using HanoiAcademy.Drills.State;

namespace HanoiAcademy.Drills.Messages;

/// <summary>What one team writes to another, outside every request: it lies in both feeds. The attackers are in nobody's address list, and have nobody in theirs.</summary>
internal static class BetweenTeams
{
    private const string Prefix = "team:";
    private const string Attack = "attack";

    public static string Address(string team) => Prefix + team;

    /// <summary>The team an address names; null when it is a contact's or control's.</summary>
    public static string? Addressed(string? to) => to?.StartsWith(Prefix, StringComparison.Ordinal) == true ? to[Prefix.Length..] : null;

    /// <summary>Teams that a team can write to, in the scenario's order.</summary>
    public static IEnumerable<Team> Known(Scenario scenario, string team) =>
        ScenarioIndex.Of(scenario).Teams.Find(team) is { Side: not Attack } ? scenario.Teams.Where(other => other.Id != team && other.Side != Attack) : [];

    public static Refusal? Send(Turn turn, SendMessage command, Actor actor, string team)
    {
        if (Known(turn.Scenario, actor.Team).All(other => other.Id != team))
            return new Refusal("no-such-contact", command.To);
        if (Control.Removal.IsOut(turn, team) is { } gone)
            return gone;
        // Numbered between the two: a number over all would tell each how much the other writes to others.
        var n = turn.State.Feed.Count(item => item.To == command.To && new Actor(item.Seat!).Team == actor.Team) + 1;
        turn.Emit(new TeamWrittenTo(turn.At, string.Create(CultureInfo.InvariantCulture, $"t-{actor.Team}-{team}-{n}"), actor.Id, team, command.Text, command.About, command.Language));
        return null;
    }

    public static DrillState Evolve(DrillState s, TeamWrittenTo x) =>
        Drill.Acted(s, x.Seat, x.At) with { Feed = s.Feed.Add(new FeedItem(x.Item, x.At, null, x.Seat, Address(x.Team), x.Text, x.About, x.Language)) };
}
