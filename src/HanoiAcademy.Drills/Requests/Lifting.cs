using System.Globalization;
using HanoiAcademy.Drills.Commands;

namespace HanoiAcademy.Drills.Requests;

/// <summary>The receiver ends a hold before its time; A is to be heard first (UNCAC 55(8)).</summary>
internal static class Lifting
{
    private const long Hearing = 86_400_000;

    public static Refusal? Lift(Turn turn, LiftHold command, Actor actor)
    {
        if (Answering.Find(turn, command.Request, actor) is not { } request)
            return new Refusal("no-such-request", command.Request);
        if (turn.State.Holds.Values.All(h => h.Status != "active" || !h.RestsOn(request.Id)))
            return new Refusal("no-hold");
        if (command.Reasons.Length > Drafting.MostField || command.Ground.Length > 60)
            return new Refusal("too-long", Drafting.MostField.ToString(CultureInfo.InvariantCulture));
        var heard = request.Warned.Contains("lifting-planned") && (request.Warning is null || turn.Story >= request.WarnedStory + Hearing);
        if (!heard)
            Faults.Add(turn, request.Id, "receiver", "lifted-unheard");
        if (string.IsNullOrWhiteSpace(command.Reasons))
            Faults.Add(turn, request.Id, "receiver", "no-reasons");
        Holds.Release(turn, request.Id);
        return null;
    }
}
