using System.Collections.Immutable;
using HanoiAcademy.Drills.Clock;
using HanoiAcademy.Drills.Events;
using HanoiAcademy.Drills.Indexes;
using HanoiAcademy.Drills.Scenarios;
using HanoiAcademy.Drills.State;

namespace HanoiAcademy.Drills;

/// <summary>One command being decided: events are emitted and evolve the state at once, so that effects of effects see what came before them.</summary>
internal sealed class Turn(DrillState state, Scenario scenario, long at)
{
    internal const int MostEvents = 1_000;

    private readonly ImmutableArray<DrillEvent>.Builder events = ImmutableArray.CreateBuilder<DrillEvent>();
    private bool cut;
    private long? ownStory;

    public Scenario Scenario { get; } = scenario;

    public ScenarioIndex Index { get; } = ScenarioIndex.Of(scenario);

    /// <summary>What may have come to hold by what happened in this turn.</summary>
    public Pending Pending { get; } = Unasked(state, scenario);

    public DrillState State { get; private set; } = state;

    /// <summary>Drill ms at which things happen now; moves on while due things are worked off.</summary>
    public long At { get; private set; } = at;

    /// <summary>Inside a jump it is the thing's own, not the phase's.</summary>
    public long Story => ownStory ?? StoryClock.At(Scenario, State.Phase, At);

    /// <summary>The last thing that was not a consequence; proves what it makes true.</summary>
    public string Cause { get; private set; } = "time";

    /// <summary>What comes now comes by the clock, not by what happened before it in the same command: a proof must not depend on when somebody looked.</summary>
    public void ByClock(long at, long? story = null) => (At, ownStory, Cause) = (at, story, "time");

    public ImmutableArray<DrillEvent> Events => events.ToImmutable();

    public int Count => events.Count;

    /// <summary>Half of the room a command has is for what is due; the rest for what follows from it.</summary>
    public bool HasRoomForMore => events.Count < MostEvents / 2;

    public void Emit(DrillEvent e, string? cause = null)
    {
        if (cut)
            return;
        if (events.Count == MostEvents - 1)
        {
            cut = true;
            e = new CascadeCut(At, cause ?? Cause);
        }

        if (cause is not null)
            Cause = cause;
        events.Add(e);
        Pending.Follow(e);
        State = Drill.Evolve(State, Scenario, e);
    }

    private static Pending Unasked(DrillState state, Scenario scenario)
    {
        var pending = new Pending(ScenarioIndex.Of(scenario).Watches);
        if (state.Unsettled)
            pending.AddEverything();
        return pending;
    }
}
