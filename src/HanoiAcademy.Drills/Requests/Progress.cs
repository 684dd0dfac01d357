using System.Globalization;
using HanoiAcademy.Drills.Commands;
using HanoiAcademy.Drills.Events;

namespace HanoiAcademy.Drills.Requests;

/// <summary>Who is asked how it stands says so (UNTOC 18(24)).</summary>
internal static class Progress
{
    public static Refusal? Tell(Turn turn, TellProgress command, Actor actor)
    {
        if (Answering.Find(turn, command.Request, actor) is not { } request)
            return new Refusal("no-such-request", command.Request);
        if (request.ProgressStory is null)
            return new Refusal("not-now", request.Status);
        if (string.IsNullOrWhiteSpace(command.Text))
            return new Refusal("say-why");
        if (command.Text.Length > Drafting.MostField)
            return new Refusal("too-long", Drafting.MostField.ToString(CultureInfo.InvariantCulture));
        turn.Emit(new ProgressTold(turn.At, request.Id, actor.Id, turn.Story, command.Text), "progress-told " + request.Id);
        return null;
    }
}
