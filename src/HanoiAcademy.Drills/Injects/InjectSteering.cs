using System.Collections.Immutable;
using System.Globalization;
using HanoiAcademy.Drills.Commands;
using HanoiAcademy.Drills.Events;
using HanoiAcademy.Drills.Messages;
using HanoiAcademy.Drills.Scenarios;
using HanoiAcademy.Drills.Seats;

namespace HanoiAcademy.Drills.Injects;

/// <summary>What controllers do to the plan of a running drill. A delivered inject is never changed.</summary>
internal static class InjectSteering
{
    public const int MostDue = 14 * 24 * 3_600_000;
    public const int MostWritten = 500;
    private const int MostLanguages = 20;

    private static readonly string[] Channels = ["mail", "call", "chat", "alert", "news", "social", "note"];
    private static readonly string[] Attentions = ["quiet", "normal", "urgent", "call"];
    private static readonly string[] Tlps = ["RED", "AMBER+STRICT", "AMBER", "GREEN", "CLEAR"];

    /// <summary>Whether there is such an inject and it is this controller's to steer; a local one has what goes to his own team alone.</summary>
    public static Refusal? Refuse(Turn turn, string inject, Actor actor) =>
        InjectBook.FindOrNull(turn.State, turn.Scenario, inject) is not { } found ? new Refusal("no-such-inject", inject) : NotHis(found.To, actor);

    public static Refusal? Move(Turn turn, MoveInject command, Actor actor) =>
        command.Due < turn.At || command.Due > MostDue ? new Refusal("bad-time")
        : InjectFlow.Change(turn, command.Inject, actor, s => s is null or { Status: "scheduled" or "held-back" }, () => new InjectMoved(turn.At, command.Inject, command.Due, actor.Id));

    public static Refusal? Edit(Turn turn, EditInject command, Actor actor)
    {
        if ((Wrong(turn, command.To, actor) ?? Wrong(command.Subject) ?? Wrong(command.Body)) is { } not)
            return not;
        return command is { To: [], Subject: null, Body: null }
            ? new Refusal("empty-message")
            : InjectFlow.Change(turn, command.Inject, actor, s => s is null or { Status: "scheduled" or "held-back" or "passed-over" },
                () => new InjectEdited(turn.At, command.Inject, actor.Id, command.To, command.Subject, command.Body));
    }

    public static Refusal? Write(Turn turn, WriteInject command, Actor actor)
    {
        if (turn.State.Status is "none" or "ended")
            return new Refusal("not-running");
        if (!command.Inject.StartsWith("w-", StringComparison.Ordinal) || command.Inject.Length > 40 || command.Inject.Any(c => c is not ((>= 'a' and <= 'z') or (>= '0' and <= '9') or '-')))
            return new Refusal("bad-id");
        if (InjectBook.FindOrNull(turn.State, turn.Scenario, command.Inject) is not null)
            return new Refusal("inject-exists", command.Inject);
        if (turn.State.Written.Count >= MostWritten)
            return new Refusal("too-many", MostWritten.ToString(CultureInfo.InvariantCulture));
        if (command.To.IsEmpty)
            return new Refusal("no-receiver");
        if ((Wrong(turn, command.To, actor) ?? Wrong(command.Subject) ?? Wrong(command.Body) ?? Wrong(command.FromText)) is { } not)
            return not;
        if (!Channels.Contains(command.Channel) || !Attentions.Contains(command.Attention) || !Tlps.Contains(command.Tlp))
            return new Refusal("bad-choice", string.Join(", ", [.. Channels, .. Attentions, .. Tlps]));
        if (command.From is { } from ? turn.Scenario.Contacts.All(c => c.Id != from) : command.FromText is null)
            return new Refusal("no-such-contact", command.From ?? "");
        if (command.Due is { } due && (due < turn.At || due > MostDue))
            return new Refusal("bad-time");
        turn.Emit(new InjectWritten(turn.At, command.Inject, actor.Id, command.To, command.Channel, command.Attention, command.Subject, command.Body, command.Tlp, command.From, command.FromText, command.Due));
        return null;
    }

    public static Refusal? Correct(Turn turn, CorrectInject command, Actor actor)
    {
        if ((Refuse(turn, command.Inject, actor) ?? Wrong(command.Body)) is { } not)
            return not;
        if (turn.State.Status is not ("running" or "paused"))
            return new Refusal("not-running");
        if (turn.State.Injects.GetValueOrDefault(command.Inject)?.Status != "delivered")
            return new Refusal("not-delivered", command.Inject);
        // Numbered within the inject: who reads one correction has read all of them.
        var n = turn.State.Feed.Count(f => f.Corrects == command.Inject) + 1;
        turn.Emit(new InjectCorrected(turn.At, command.Inject, FormattableString.Invariant($"c-{command.Inject}-{n}"), actor.Id, command.Body), "inject-corrected " + command.Inject);
        return null;
    }

    private static Refusal? Wrong(Turn turn, ImmutableArray<string> to, Actor actor) =>
        to.Length > 100 ? new Refusal("too-many", "100")
        : to.FirstOrDefault(x => !Exists(turn.Scenario, x)) is { } nobody ? new Refusal("no-such-team", nobody)
        : NotHis(to, actor);

    private static bool Exists(Scenario scenario, string to) =>
        to == "all" || scenario.Teams.Any(t => t.Id == to) || Seating.All(scenario).Any(s => s.Seat == to || new Actor(s.Seat).TeamRole == to);

    private static Refusal? NotHis(ImmutableArray<string> to, Actor actor) =>
        actor.LocalTeam is { } team && to.Any(x => x != team && !x.StartsWith(team + ".", StringComparison.Ordinal)) ? new Refusal("not-allowed") : null;

    public static Refusal? Wrong(Text? text)
    {
        if (text is null)
            return null;
        if (text.ByLanguage.Values.All(string.IsNullOrWhiteSpace))
            return new Refusal("empty-message");
        if (text.ByLanguage.Count > MostLanguages)
            return new Refusal("too-many", MostLanguages.ToString(CultureInfo.InvariantCulture));
        if (text.ByLanguage.Any(x => x.Key.Length is 0 or > Correspondence.MostLanguage || x.Value.Length > Correspondence.MostText))
            return new Refusal("too-long", Correspondence.MostText.ToString(CultureInfo.InvariantCulture));
        return null;
    }
}
