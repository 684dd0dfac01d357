using System.Collections.Immutable;
using HanoiAcademy.Drills.Commands;
using HanoiAcademy.Drills.Indexes;
using HanoiAcademy.Drills.Injects;
using HanoiAcademy.Drills.Messages;
using HanoiAcademy.Drills.Scenarios;
using HanoiAcademy.Drills.State;
using HanoiAcademy.Drills.World;

namespace HanoiAcademy.Drills.Views;

internal static class FeedViews
{
    public static IEnumerable<(string, ViewRecord)> Of(DrillState state, Scenario scenario, Sight sight)
    {
        foreach (var item in state.Feed)
            if (One(state, scenario, item, sight) is { } view)
                yield return ("feed:" + item.Id, view);
    }

    public static ViewRecord? One(DrillState state, Scenario scenario, FeedItem item, Sight sight) =>
        sight.All || Sees(state, scenario, item, sight.TeamId, sight.TeamRole) ? Item(state, scenario, item, sight) : null;

    /// <summary>What is addressed to this seat by its own name and not to its role.</summary>
    public static IEnumerable<(string, ViewRecord)> OfSeat(DrillState state, Scenario scenario, Sight sight, Actor seat)
    {
        foreach (var item in state.Feed)
            if (ForSeat(state, scenario, item, sight, seat) is { } view)
                yield return ("feed:" + item.Id, view);
    }

    public static ViewRecord? ForSeat(DrillState state, Scenario scenario, FeedItem item, Sight sight, Actor seat) =>
        InjectOf(state, scenario, item) is { } inject && inject.To.Contains(seat.Id) && !Visibility.Addresses(inject.To, seat.Team, seat.TeamRole)
            ? Item(state, scenario, item, sight)
            : null;

    /// <summary>An inject by its address list; what a team wrote is the whole team's, and nobody else's.</summary>
    public static bool Sees(DrillState state, Scenario scenario, FeedItem item, string team, string teamRole) =>
        InjectOf(state, scenario, item) is { } inject
            ? Visibility.Addresses(inject.To, team, teamRole)
            : BetweenTeams.Addressed(item.To) == team || Writer(state, item) is { } writer && new Actor(writer).Team == team;

    /// <summary>Who wrote it, or what it answers.</summary>
    private static string? Writer(DrillState state, FeedItem item) => item.Answers is { } message ? state.InFeed(message)?.Seat : item.Seat;

    public static bool Sees(DrillState state, Scenario scenario, FeedItem item, Actor seat) =>
        Sees(state, scenario, item, seat.Team, seat.TeamRole) || InjectOf(state, scenario, item)?.To.Contains(seat.Id) == true;

    /// <summary>The inject that an item is, or that it corrects.</summary>
    private static Inject? InjectOf(DrillState state, Scenario scenario, FeedItem item) =>
        (item.Inject ?? item.Corrects) is { } id ? InjectBook.FindOrNull(state, scenario, id) : null;

    private static FeedView Item(DrillState state, Scenario scenario, FeedItem item, Sight sight) =>
        item.Inject is not null ? Delivered(state, item, scenario, sight)
        : item.Corrects is not null ? Correction(state, item, scenario, sight)
        : item.Answers is not null ? Reply(state, item, scenario, sight)
        : BetweenTeams.Addressed(item.To) is { } team ? Between(state, item, team, scenario, sight)
        : Written(item, scenario, sight);

    /// <summary>"Bank, Police: investigator": an address list in words.</summary>
    public static string Names(ImmutableArray<string> to, Scenario scenario, Sight sight) =>
        string.Join(", ", to.Select(x =>
        {
            var parts = x.Split('.');
            var team = ScenarioIndex.Of(scenario).Teams.Find(parts[0]);
            var role = parts.Length > 1 ? team?.Roles.FirstOrDefault(r => r.Id == parts[1]) : null;
            return team is null ? "*" : role is null ? sight.Say(team.Name) : $"{sight.Say(team.Name)}: {sight.Say(role.Name)}{(parts.Length > 2 ? " " + parts[2] : "")}";
        }));

    private static FeedView Delivered(DrillState state, FeedItem item, Scenario scenario, Sight sight)
    {
        var inject = InjectBook.Worded(InjectBook.Find(state, scenario, item.Inject!), state.Injects[item.Inject!].Variant, sight.TeamId, sight.TeamRole, sight.Seat);
        var contact = inject.From is { } from ? ScenarioIndex.Of(scenario).Contacts.Find(from) : null;
        var writable = contact is not null && (contact.Teams.Contains(sight.TeamId) || contact.Teams.Contains("all"));
        return new FeedView(item.Id, inject.Channel, inject.Attention, contact is null ? sight.Say(inject.FromText) : sight.Say(contact.Name),
            writable ? contact!.Id : null, Names(inject.To, scenario, sight), sight.Say(inject.Subject),
            inject.Body.Html.IsEmpty && !inject.Body.Markdown.IsEmpty ? null : sight.Say(inject.Body.Html),
            inject.Body.Html.IsEmpty && !inject.Body.Markdown.IsEmpty ? sight.Say(inject.Body.Markdown) : null, inject.Tlp, item.At,
            Answered(state, inject, scenario, sight), inject.Attachments, false, null, item.MarkedBy.Contains(sight.TeamId));
    }

    private static FeedView Correction(DrillState state, FeedItem item, Scenario scenario, Sight sight)
    {
        var inject = InjectBook.Worded(InjectBook.Find(state, scenario, item.Corrects!), state.Injects[item.Corrects!].Variant, sight.TeamId, sight.TeamRole, sight.Seat);
        var from = inject.From is { } id && ScenarioIndex.Of(scenario).Contacts.Find(id) is { } contact ? contact.Name : inject.FromText;
        return new FeedView(item.Id, inject.Channel, inject.Attention, sight.Say(from), null, Names(inject.To, scenario, sight), sight.Say(inject.Subject), null, sight.Say(item.Words!),
            inject.Tlp, item.At, item.Corrects, [], false, null, item.MarkedBy.Contains(sight.TeamId), item.Corrects);
    }

    /// <summary>A thread is joined only for those who have its beginning.</summary>
    private static string? Answered(DrillState state, Inject inject, Scenario scenario, Sight sight) =>
        inject.ReplyTo is { } id && (sight.All || InjectBook.FindOrNull(state, scenario, id) is { } first && Visibility.Addresses(first.To, sight.TeamId, sight.TeamRole)) ? id : null;

    /// <summary>An answer comes from whom the team wrote to; who of control wrote it stays with control.</summary>
    private static FeedView Reply(DrillState state, FeedItem item, Scenario scenario, Sight sight)
    {
        var message = state.InFeed(item.Answers!)!;
        var contact = ScenarioIndex.Of(scenario).Contacts.Find(message.To!);
        return new FeedView(item.Id, contact is null ? "note" : "mail", "normal", contact is null ? "" : sight.Say(contact.Name), message.To, Names([new Actor(message.Seat!).Team], scenario, sight), "",
            null, item.Text, "AMBER", item.At, item.Answers, [], false, null, item.MarkedBy.Contains(sight.TeamId));
    }

    /// <summary>Mail to who gets it, a note of one's own to who wrote it. What it answers is named only to who has that too.</summary>
    private static FeedView Between(DrillState state, FeedItem item, string to, Scenario scenario, Sight sight)
    {
        var from = new Actor(item.Seat!);
        var gets = to == sight.TeamId;
        var about = item.About is { } id && (sight.All || state.InFeed(id) is { } before && Sees(state, scenario, before, sight.TeamId, sight.TeamRole)) ? id : null;
        return new FeedView(item.Id, gets ? "mail" : "note", gets ? "normal" : "quiet", Names([from.TeamRole], scenario, sight), BetweenTeams.Address(gets ? from.Team : to), Names([to], scenario, sight), "",
            null, item.Text, "AMBER", item.At, about, [], !gets, item.Seat, item.MarkedBy.Contains(sight.TeamId));
    }

    private static FeedView Written(FeedItem item, Scenario scenario, Sight sight)
    {
        // Control has no name in the scenario's languages: the screen gives it one.
        var contact = ScenarioIndex.Of(scenario).Contacts.Find(item.To!);
        return new FeedView(item.Id, "note", "quiet", "", item.To, contact is null ? "" : sight.Say(contact.Name), "", null, item.Text, "AMBER", item.At,
            item.About, [], true, item.Seat, item.MarkedBy.Contains(sight.TeamId));
    }
}
