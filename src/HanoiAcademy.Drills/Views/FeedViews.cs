using System.Collections.Immutable;
using HanoiAcademy.Drills.Commands;
using HanoiAcademy.Drills.Scenarios;
using HanoiAcademy.Drills.State;
using HanoiAcademy.Drills.World;

namespace HanoiAcademy.Drills.Views;

internal static class FeedViews
{
    public static IEnumerable<(string, ViewRecord)> Of(DrillState state, Scenario scenario, Sight sight)
    {
        foreach (var item in state.Feed)
            if (sight.All || Sees(scenario, item, sight.TeamId, sight.TeamRole))
                yield return ("feed:" + item.Id, item.Inject is null ? Written(item, scenario, sight) : Delivered(item, scenario, sight));
    }

    /// <summary>An inject by its address list; what a team wrote is the whole team's, and nobody else's.</summary>
    public static bool Sees(Scenario scenario, FeedItem item, string team, string teamRole) =>
        item.Inject is { } id
            ? scenario.Injects.FirstOrDefault(i => i.Id == id) is { } inject && Visibility.Addresses(inject.To, team, teamRole)
            : new Actor(item.Seat!).Team == team;

    /// <summary>"Bank, Police: investigator": an address list in words.</summary>
    public static string Names(ImmutableArray<string> to, Scenario scenario, Sight sight) =>
        string.Join(", ", to.Select(x =>
        {
            var parts = x.Split('.');
            var team = scenario.Teams.FirstOrDefault(t => t.Id == parts[0]);
            var role = parts.Length > 1 ? team?.Roles.FirstOrDefault(r => r.Id == parts[1]) : null;
            return team is null ? "*" : role is null ? sight.Say(team.Name) : $"{sight.Say(team.Name)}: {sight.Say(role.Name)}";
        }));

    private static FeedView Delivered(FeedItem item, Scenario scenario, Sight sight)
    {
        var inject = scenario.Injects.First(i => i.Id == item.Inject);
        var contact = inject.From is { } from ? scenario.Contacts.FirstOrDefault(c => c.Id == from) : null;
        var writable = contact is not null && (contact.Teams.Contains(sight.TeamId) || contact.Teams.Contains("all"));
        return new FeedView(item.Id, inject.Channel, inject.Attention, contact is null ? sight.Say(inject.FromText) : sight.Say(contact.Name),
            writable ? contact!.Id : null, Names(inject.To, scenario, sight), sight.Say(inject.Subject), sight.Say(inject.Body.Html), null, inject.Tlp, item.At,
            Answered(inject, scenario, sight), inject.Attachments, false, null, item.MarkedBy.Contains(sight.TeamId));
    }

    /// <summary>A thread is joined only for those who have its beginning.</summary>
    private static string? Answered(Inject inject, Scenario scenario, Sight sight) =>
        inject.ReplyTo is { } id && (sight.All || scenario.Injects.Any(i => i.Id == id && Visibility.Addresses(i.To, sight.TeamId, sight.TeamRole))) ? id : null;

    private static FeedView Written(FeedItem item, Scenario scenario, Sight sight)
    {
        var contact = scenario.Contacts.First(c => c.Id == item.To);
        return new FeedView(item.Id, "note", "quiet", "", contact.Id, sight.Say(contact.Name), "", null, item.Text, "AMBER", item.At,
            item.About, [], true, item.Seat, item.MarkedBy.Contains(sight.TeamId));
    }
}
