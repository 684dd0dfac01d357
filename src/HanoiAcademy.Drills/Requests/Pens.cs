using HanoiAcademy.Drills.Commands;
using HanoiAcademy.Drills.Events;
using HanoiAcademy.Drills.State;

namespace HanoiAcademy.Drills.Requests;

/// <summary>One editor at a time. How long one waits for the other's answer before he takes over is wall time, and a room's affair.</summary>
public static class Pens
{
    /// <summary>A draft, or a request that came back to be mended.</summary>
    internal static bool IsWritable(RequestState request) => request.Status is "draft" or "authorised" or "returned" or "consulting";

    /// <summary>The seat of the person who writes a request; null when nobody does, or there is no such request.</summary>
    public static string? WriterOf(DrillState state, string request) => state.Requests.TryGetValue(request, out var r) ? WriterOf(r) : null;

    internal static string? WriterOf(RequestState request) => IsWritable(request) ? request.Writer : null;

    /// <summary>A seat that nobody sits in any more keeps nobody waiting; null: no seat is what it was.</summary>
    internal static DrillState Freed(DrillState state, string? seat) => state.Requests.Values.Any(r => r.Writer is not null && (seat is null || r.Writer == seat))
        ? state with { Requests = state.Requests.SetItems(state.Requests.Where(r => seat is null || r.Value.Writer == seat).Select(r => KeyValuePair.Create(r.Key, r.Value with { Writer = null }))) }
        : state;

    /// <summary>The revision that its writers see: it counts what they saved of a mended request too.</summary>
    internal static int Revision(RequestState request) => request.Revision + request.Mendings;

    internal static Refusal? TakeUp(Turn turn, string id, Actor actor)
    {
        if (Drafting.Find(turn, id, actor) is not { } request)
            return new Refusal("no-such-request", id);
        if (!IsWritable(request))
            return new Refusal("already-sent");
        if (WriterOf(request) != actor.Id)
            turn.Emit(new DraftTakenUp(turn.At, id, actor.Id));
        return null;
    }

    internal static Refusal? Keep(Turn turn, string id, Actor actor)
    {
        if (Drafting.Find(turn, id, actor) is not { } request)
            return new Refusal("no-such-request", id);
        return WriterOf(request) == actor.Id ? null : new Refusal("not-yours-to-keep");
    }

    internal static Refusal? LetGo(Turn turn, string id, Actor actor)
    {
        if (Drafting.Find(turn, id, actor) is not { } request)
            return new Refusal("no-such-request", id);
        if (WriterOf(request) == actor.Id)
            turn.Emit(new DraftLetGo(turn.At, id, actor.Id));
        return null;
    }
}
