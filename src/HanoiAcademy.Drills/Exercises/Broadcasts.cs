using HanoiAcademy.Drills.Commands;
using HanoiAcademy.Drills.Events;
using HanoiAcademy.Drills.Injects;
using HanoiAcademy.Drills.Scenarios;

namespace HanoiAcademy.Drills.Exercises;

/// <summary>
/// A message to everybody in every drill of an exercise. Its id is the same in all of them and stands in the state once it came, so that it may be sent
/// again by anybody, any number of times: it is delivered once.
/// </summary>
internal static class Broadcasts
{
    private static readonly string[] Attentions = ["normal", "urgent"];

    public static Refusal? Send(Turn turn, Broadcast command, Actor actor)
    {
        if (!command.Inject.StartsWith("x-", StringComparison.Ordinal) || command.Inject.Length is 2 or > 40 || command.Inject.Any(c => c is not ((>= 'a' and <= 'z') or (>= '0' and <= '9') or '-')))
            return new Refusal("bad-id");
        if (turn.State.Written.Find(written => written.Id == command.Inject) is { } there)
            return there.Subject.Equals(command.Subject) && there.Body.Markdown.Equals(command.Body) ? null : new Refusal("inject-exists", command.Inject);
        if (InjectBook.FindOrNull(turn.State, turn.Scenario, command.Inject) is not null)
            return new Refusal("inject-exists", command.Inject);
        if (turn.State.Written.Count >= InjectSteering.MostWritten)
            return new Refusal("too-many");
        if ((InjectSteering.Wrong(command.Subject) ?? InjectSteering.Wrong(command.Body) ?? InjectSteering.Wrong(command.FromText)) is { } not)
            return not;
        if (!Attentions.Contains(command.Attention))
            return new Refusal("bad-choice", string.Join(", ", Attentions));
        turn.Emit(new InjectWritten(turn.At, command.Inject, actor.Id, ["all"], "note", command.Attention, command.Subject, command.Body, "GREEN", null, command.FromText ?? Text.Empty, null));
        InjectFlow.Deliver(turn, command.Inject, actor.Id);
        return null;
    }
}
