using System.Collections.Immutable;
using HanoiAcademy.Drills.Commands;
using HanoiAcademy.Drills.Events;

namespace HanoiAcademy.Drills.Control;

/// <summary>
/// What teams see of each other once the drill has ended: own (each its own alone), scores (and how many points the others have), all (everything). Before
/// EndEx it changes nothing of what anybody sees.
/// </summary>
public static class Sharing
{
    public const string Own = "own";
    public const string Scores = "scores";
    public const string All = "all";

    public static readonly ImmutableArray<string> Words = [Own, Scores, All];

    internal static Refusal? Set(Turn turn, SetSharing command, Actor actor)
    {
        if (!Words.Contains(command.Sharing))
            return new Refusal("bad-choice", string.Join(", ", Words));
        if (turn.State.Status == "none")
            return new Refusal("not-launched");
        if (turn.State.Sharing != command.Sharing)
            turn.Emit(new SharingSet(turn.At, actor.Id, command.Sharing));
        return null;
    }
}
