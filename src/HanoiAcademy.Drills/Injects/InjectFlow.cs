using HanoiAcademy.Drills.Commands;
using HanoiAcademy.Drills.Events;
using HanoiAcademy.Drills.Indexes;
using HanoiAcademy.Drills.State;
using HanoiAcademy.Drills.World;

namespace HanoiAcademy.Drills.Injects;

/// <summary>When injects come: by time, by condition, by an effect, or by a controller's hand. One delivery each, whatever happens.</summary>
internal static class InjectFlow
{
    /// <summary>At StartEx every dated inject is put on the clock.</summary>
    public static void ScheduleDated(Turn turn)
    {
        foreach (var inject in turn.Scenario.Injects)
            if (inject.At is { } at && !turn.State.Injects.ContainsKey(inject.Id))
                turn.Emit(new InjectScheduled(turn.At, inject.Id, at));
        Pools.DrawDated(turn);
    }

    public static void ByCondition(Turn turn)
    {
        Pools.ByCondition(turn);
        foreach (var n in turn.Pending.Take(Waiting.Inject))
            if (turn.Scenario.Injects[n] is { When: { } when } inject && !turn.State.Injects.ContainsKey(inject.Id) && Conditions.Hold(turn.State, turn.Scenario, when, turn.At))
                Schedule(turn, inject.Id, turn.At + inject.After);
    }

    public static void Schedule(Turn turn, string inject, long due)
    {
        if (turn.State.Injects.ContainsKey(inject))
            return;
        if (due <= turn.At)
            Come(turn, inject);
        else
            turn.Emit(new InjectScheduled(turn.At, inject, due));
    }

    public static Refusal? Fire(Turn turn, string inject, Actor actor)
    {
        if (InjectSteering.Refuse(turn, inject, actor) is { } not)
            return not;
        if (turn.State.Injects.TryGetValue(inject, out var s) && s.Status == "delivered")
            return Already(inject, s);
        if (turn.State.Status is not ("running" or "paused"))
            return new Refusal("not-running");
        Deliver(turn, inject, actor.Id);
        return null;
    }

    public static Refusal? HoldBack(Turn turn, string inject, Actor actor) =>
        Change(turn, inject, actor, s => s is null or { Status: "scheduled" }, () => new InjectHeldBack(turn.At, inject, actor.Id));

    public static Refusal? Release(Turn turn, string inject, Actor actor)
    {
        if (Change(turn, inject, actor, s => s is { Status: "held-back" }, () => new InjectReleased(turn.At, inject, actor.Id)) is { } not)
            return not;
        // What it waits for may have come about while it was held back, and nobody asks again until something of it changes.
        if (turn.State.IsRunning && !turn.State.Injects.ContainsKey(inject) && turn.Index.Injects.Find(inject) is { When: { } when } released && Conditions.Hold(turn.State, turn.Scenario, when, turn.At))
            Schedule(turn, inject, turn.At + released.After);
        return null;
    }

    public static Refusal? Skip(Turn turn, string inject, Actor actor) =>
        Change(turn, inject, actor, s => s is null or { Status: "scheduled" or "held-back" }, () => new InjectSkipped(turn.At, inject, actor.Id));

    /// <summary>What a controller does to one that was not delivered.</summary>
    public static Refusal? Change(Turn turn, string inject, Actor actor, Func<InjectState?, bool> may, Func<DrillEvent> change)
    {
        if (InjectSteering.Refuse(turn, inject, actor) is { } not)
            return not;
        if (turn.State.Status is "none" or "ended")
            return new Refusal("not-running");
        var state = turn.State.Injects.GetValueOrDefault(inject);
        if (!may(state))
            return state?.Status == "delivered" ? Already(inject, state) : new Refusal("not-now", state?.Status ?? "waiting");
        turn.Emit(change());
        return null;
    }

    /// <summary>By itself, and only if somebody is there to read it and its luck is with it.</summary>
    public static void Come(Turn turn, string id)
    {
        var inject = InjectBook.Find(turn.State, turn.Scenario, id);
        if (turn.State.Rulings.AllOut(inject.To))
            turn.Emit(new InjectForNobody(turn.At, id));
        else if (inject.Chance is < 100 and var chance && Luck.Percent(turn.State.Seed, "", "inject " + id, 0) >= chance)
            turn.Emit(new InjectPassedOver(turn.At, id));
        else
            Deliver(turn, id, "system");
    }

    public static void Deliver(Turn turn, string id, string seat)
    {
        var inject = InjectBook.Find(turn.State, turn.Scenario, id);
        var drawn = InjectBook.Draw(turn.State.Seed, inject);
        turn.Emit(new InjectDelivered(turn.At, id, seat, drawn), "inject-delivered " + id);
        foreach (var (who, evidence) in InjectBook.Attached(turn.Scenario, inject, drawn))
            Effects.See(turn, "evidence", evidence, who);
        Effects.Apply(turn, inject.Effects);
        foreach (var variant in InjectBook.Came(inject, drawn))
            Effects.Apply(turn, variant.Effects);
    }

    /// <summary>Words: which, when, and who fired it ("system" when it came by itself).</summary>
    private static Refusal Already(string inject, InjectState state) => new("already-delivered", inject, Minutes(state.At ?? 0), state.By ?? "system");

    internal static string Minutes(long at) => $"T+{at / 60_000:00}:{at / 1000 % 60:00}";
}
