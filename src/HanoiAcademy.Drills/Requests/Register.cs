using HanoiAcademy.Drills.Commands;
using HanoiAcademy.Drills.Events;
using HanoiAcademy.Drills.State;

namespace HanoiAcademy.Drills.Requests;

/// <summary>The receiver's own book: when a hold ends, and the true authority told when somebody used its name.</summary>
internal static class Register
{
    private const long Day = 86_400_000;

    public static Refusal? SetDate(Turn turn, SetRegisterDate command, Actor actor)
    {
        if (Answering.Find(turn, command.Request, actor) is not { } request)
            return new Refusal("no-such-request", command.Request);
        if (turn.State.Holds.Values.All(h => !h.RestsOn(request.Id)))
            return new Refusal("no-hold");
        if (command.Date is < 0 or > 32_503_680_000_000)
            return new Refusal("bad-date");
        if (request.RegisterDate == command.Date)
            return new Refusal("not-now", request.Status);
        turn.Emit(new RegisterDateSet(turn.At, request.Id, actor.Id, command.Date), "register-date-set " + request.Id);
        return null;
    }

    public static Refusal? WarnTrueAuthority(Turn turn, WarnTrueAuthority command, Actor actor)
    {
        if (Answering.Find(turn, command.Request, actor) is not { } request)
            return new Refusal("no-such-request", command.Request);
        if (request.FoundAuthentic != false || request.History.Any(h => h.What == "true-authority-warned"))
            return new Refusal("not-now", request.Status);
        if (turn.Scenario.Authorities.All(a => a.Id != command.Authority || !a.InRegister))
            return new Refusal("no-receiver", command.Authority);
        turn.Emit(new TrueAuthorityWarned(turn.At, request.Id, actor.Id, command.Authority), "true-authority-warned " + request.Id);
        return null;
    }

    /// <summary>The day in the receiver's zone is what counts.</summary>
    public static bool IsRight(Turn turn, RequestState request) => IsRight(turn.State, request, (Parties.StateOf(turn.Scenario, request.Receiver)?.OffsetMinutes ?? 0) * 60_000L);

    public static bool IsRight(DrillState state, RequestState request, long offset) =>
        request.RegisterDate is { } date && state.Holds.Values.Any(h => h.RestsOn(request.Id) && FloorDay(h.StoryEnds + offset) == FloorDay(date + offset));

    private static long FloorDay(long ms) => ms / Day;
}
