using HanoiAcademy.Drills.Control;
using HanoiAcademy.Drills.Deciding;
using HanoiAcademy.Drills.Events;
using HanoiAcademy.Drills.Evidence;
using HanoiAcademy.Drills.Injects;
using HanoiAcademy.Drills.Requests;
using HanoiAcademy.Drills.Scenarios;
using HanoiAcademy.Drills.State;

namespace HanoiAcademy.Drills.World;

/// <summary>Applies effects in the order written; each sees what the one before it changed.</summary>
internal static class Effects
{
    public static void Apply(Turn turn, IEnumerable<Effect> effects)
    {
        foreach (var effect in effects)
            Apply(turn, effect);
    }

    private static void Apply(Turn turn, Effect effect)
    {
        switch (effect)
        {
            case SetFlag e when !turn.State.Flags.Contains(e.Flag):
                turn.Emit(new FlagRaised(turn.At, e.Flag));
                break;
            case ClearFlag e when turn.State.Flags.Contains(e.Flag):
                turn.Emit(new FlagCleared(turn.At, e.Flag));
                break;
            case SetAsset e when turn.State.Assets.GetValueOrDefault(e.Asset) != e.To:
                turn.Emit(new AssetChanged(turn.At, e.Asset, e.To));
                break;
            case ChangeMeter e:
                Change(turn, e);
                break;
            case MoveMeter e:
                Move(turn, e);
                break;
            case Reveal e:
                foreach (var team in e.Teams)
                    See(turn, e.What, e.Id, team);
                break;
            case OpenDecision e:
                Decisions.Open(turn, e.Decision);
                break;
            case DeliverInject e:
                InjectFlow.Schedule(turn, e.Inject, turn.At + e.After);
                break;
            case ReceiveRequest e:
                IncomingRequests.Arrive(turn, e.Request);
                break;
            case FollowHold e:
                Holds.Follow(turn, e.DataSet);
                break;
            case FaultRequest e:
                Faults.OnMatter(turn, e.Matter, e.Side, e.Code);
                break;
            case UseElsewhere e:
                OtherUse.Use(turn, e.Matter);
                break;
            case DestroyEvidence e:
                Fate.Destroy(turn, e.Evidence);
                break;
            case AlterEvidence e:
                Fate.Alter(turn, e.Evidence);
                break;
            case AskCourt e:
                Courts.Ask(turn, e.Court);
                break;
            case EndDrill e:
                StartAndEnd.EndByRule(turn, e.End);
                break;
        }
    }

    /// <summary>A team comes to see a thing; nothing if it does already.</summary>
    public static void See(Turn turn, string what, string id, string team)
    {
        if (!Visibility.Sees(turn.State, turn.Scenario, team, what, id))
            turn.Emit(new ThingRevealed(turn.At, what, id, team));
    }

    private static void Change(Turn turn, ChangeMeter e)
    {
        var (meter, state) = Find(turn, e.Meter);
        var value = Math.Clamp((e.Set ?? Meters.Value(state, meter, turn.At)) + (e.Add ?? 0), meter.Min, meter.Max);
        turn.Emit(new MeterChanged(turn.At, e.Meter, value, e.Rate ?? state.Rate));
    }

    private static void Move(Turn turn, MoveMeter e)
    {
        var (from, fromState) = Find(turn, e.From);
        var (to, toState) = Find(turn, e.To);
        var has = Meters.Value(fromState, from, turn.At);
        var held = Meters.Value(toState, to, turn.At);
        var amount = Math.Min(has * e.Percent / 100, to.Max - held);
        turn.Emit(new MeterChanged(turn.At, e.From, Math.Max(from.Min, has - amount), fromState.Rate));
        turn.Emit(new MeterChanged(turn.At, e.To, held + amount, toState.Rate));
    }

    private static (Meter Meter, MeterState State) Find(Turn turn, string id) =>
        (turn.Index.Meters[id], turn.State.Meters[id]);
}
