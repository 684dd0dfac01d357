using System.Collections.Immutable;
using System.Globalization;
using HanoiAcademy.Drills.Commands;
using HanoiAcademy.Drills.Events;
using HanoiAcademy.Drills.Injects;
using HanoiAcademy.Drills.Scenarios;
using HanoiAcademy.Drills.State;
using HanoiAcademy.Drills.World;

namespace HanoiAcademy.Drills.Messages;

/// <summary>What people wrote to absent actors and to control, as it waits for the simulation cell to answer in their name.</summary>
public static class Strip
{
    /// <summary>Whom every team can write to, whoever the scenario's contacts are.</summary>
    public const string Control = "control";

    /// <summary>What waits for control, oldest first.</summary>
    public static ImmutableArray<WaitingMessage> Waiting(DrillState state) => [.. state.Waiting.Values.OrderBy(w => w.At).ThenBy(w => w.Item, StringComparer.Ordinal)];

    internal static Refusal? Reply(Turn turn, ReplyToMessage command, Actor actor)
    {
        if (turn.State.InFeed(command.Item) is not { Inject: null, Seat: { } writer, To: { } to } || !IsForControl(turn.Scenario, to))
            return new Refusal("no-such-item", command.Item);
        if (NotHis(writer, actor) is { } not)
            return not;
        if (turn.State.Status is not ("running" or "paused"))
            return new Refusal("not-running");
        if (string.IsNullOrWhiteSpace(command.Text))
            return new Refusal("empty-message");
        if (command.Text.Length > Correspondence.MostText)
            return new Refusal("too-long", Correspondence.MostText.ToString(CultureInfo.InvariantCulture));
        if (command.Language.Length > Correspondence.MostLanguage)
            return new Refusal("too-long", Correspondence.MostLanguage.ToString(CultureInfo.InvariantCulture));
        // Two answers that contradict each other cannot be told to be control's mistake.
        if (turn.State.Claims.GetValueOrDefault("feed:" + command.Item) is { } claim && claim.Seat != actor.Id)
            return new Refusal("claimed", claim.Seat);
        var n = turn.State.Feed.Count(f => f.Answers == command.Item) + 1;
        turn.Emit(new MessageAnswered(turn.At, command.Item, FormattableString.Invariant($"r-{command.Item}-{n}"), actor.Id, command.Text, command.Language), "message-answered " + command.Item);
        return null;
    }

    internal static Refusal? SetAside(Turn turn, SetAsideMessage command, Actor actor)
    {
        if (Refuse(turn, command.Item, actor) is { } not)
            return not;
        turn.Emit(new MessageSetAside(turn.At, command.Item, actor.Id));
        return null;
    }

    /// <summary>Whether it waits, and is this controller's to see to.</summary>
    internal static Refusal? Refuse(Turn turn, string item, Actor actor) =>
        turn.State.Waiting.TryGetValue(item, out var waiting) ? NotHis(waiting.Seat, actor) : new Refusal("no-such-item", item);

    internal static bool IsForControl(Scenario scenario, string to) => to == Control || Indexes.ScenarioIndex.Of(scenario).Contacts.Find(to) is not null;

    /// <summary>A simulated player waits for nobody. What the plan sends in the actor's name answers too.</summary>
    internal static DrillState Evolve(DrillState s, Scenario scenario, DrillEvent e) => e switch
    {
        MessageSent x when s.Seats.GetValueOrDefault(x.Seat)?.Holder == "person" && IsForControl(scenario, x.To) && s.Feed[^1].Id is var item =>
            s with { Waiting = s.Waiting.SetItem(item, new WaitingMessage(item, new Actor(x.Seat).Team, x.Seat, x.To, x.At)) },
        InjectDelivered x when s.Waiting.Count > 0 && InjectBook.FindOrNull(s, scenario, x.Inject) is { From: { } from } inject =>
            s with { Waiting = s.Waiting.RemoveRange(s.Waiting.Values.Where(w => w.To == from && Visibility.AddressesTeam(inject.To, w.Team)).Select(w => w.Item)) },
        MessageAnswered x => Drill.Note(s, x.At, x.Seat, "answered", x.Item) with
        {
            Waiting = s.Waiting.Remove(x.Item),
            Feed = s.Feed.Add(new FeedItem(x.Reply, x.At, null, Text: x.Text, Language: x.Language) { Answers = x.Item }),
        },
        MessageSetAside x => Drill.Note(s, x.At, x.Seat, "set-aside", x.Item) with { Waiting = s.Waiting.Remove(x.Item) },
        _ => s,
    };

    private static Refusal? NotHis(string writer, Actor actor) =>
        actor.LocalTeam is { } team && new Actor(writer).Team != team ? new Refusal("not-allowed") : null;
}

/// <summary>A message of a player (seat, team) to a contact or to control, sent at drill ms At.</summary>
public sealed record WaitingMessage(string Item, string Team, string Seat, string To, long At);
