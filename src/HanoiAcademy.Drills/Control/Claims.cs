using HanoiAcademy.Drills.Commands;
using HanoiAcademy.Drills.Events;
using HanoiAcademy.Drills.Injects;
using HanoiAcademy.Drills.Messages;
using HanoiAcademy.Drills.State;

namespace HanoiAcademy.Drills.Control;

/// <summary>Who of the controllers works on what, so that two do not do the same thing. Players never see it.</summary>
internal static class Claims
{
    private const string OfPlan = "plan:";
    private const string OfFeed = "feed:";

    /// <summary>Another's claim is taken over: he may have gone to fetch coffee.</summary>
    public static Refusal? Claim(Turn turn, Claim command, Actor actor)
    {
        if (Refuse(turn, command.Key, actor) is { } not)
            return not;
        if (turn.State.Claims.GetValueOrDefault(command.Key)?.Seat != actor.Id)
            turn.Emit(new WorkClaimed(turn.At, command.Key, actor.Id));
        return null;
    }

    /// <summary>One's own; what is another's, or nobody's any more, stays as it is.</summary>
    public static Refusal? Leave(Turn turn, LeaveClaim command, Actor actor)
    {
        if (turn.State.Claims.GetValueOrDefault(command.Key)?.Seat == actor.Id)
            turn.Emit(new ClaimLeft(turn.At, command.Key, actor.Id));
        return null;
    }

    public static DrillState Evolve(DrillState s, DrillEvent e) => e switch
    {
        WorkClaimed x => s with { Claims = s.Claims.SetItem(x.Key, new ClaimState(x.Seat, x.At)) },
        ClaimLeft x => s with { Claims = s.Claims.Remove(x.Key) },
        // What is done needs nobody any more.
        InjectDelivered x => Answered(Done(s, OfPlan + x.Inject)),
        InjectSkipped x => Done(s, OfPlan + x.Inject),
        MessageAnswered x => Done(s, OfFeed + x.Item),
        MessageSetAside x => Done(s, OfFeed + x.Item),
        _ => s,
    };

    /// <summary>What the plan sends in an actor's name answers what waited for him; whoever had claimed it has nothing left to see to.</summary>
    private static DrillState Answered(DrillState s) =>
        s.Claims.Keys.Where(key => key.StartsWith(OfFeed, StringComparison.Ordinal) && !s.Waiting.ContainsKey(key[OfFeed.Length..])).ToList() is { Count: > 0 } done
            ? s with { Claims = s.Claims.RemoveRange(done) }
            : s;

    private static DrillState Done(DrillState s, string key) => s.Claims.ContainsKey(key) ? s with { Claims = s.Claims.Remove(key) } : s;

    private static Refusal? Refuse(Turn turn, string key, Actor actor) =>
        key.StartsWith(OfPlan, StringComparison.Ordinal) ? InjectSteering.Refuse(turn, key[OfPlan.Length..], actor)
        : key.StartsWith(OfFeed, StringComparison.Ordinal) ? Strip.Refuse(turn, key[OfFeed.Length..], actor)
        : new Refusal("no-such-item", key);
}
