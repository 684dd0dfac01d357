using HanoiAcademy.Drills.Commands;
using HanoiAcademy.Drills.Scenarios;
using HanoiAcademy.Drills.State;

namespace HanoiAcademy.Drills.Simulation;

/// <summary>What a simulated player will do next: send Command as Seat when drill time reaches At, unless something changes before.</summary>
public sealed record SimulatedAct(long At, string Seat, Command Command)
{
    /// <summary>What the rules made of it when they were asked whether they would take it.</summary>
    internal Decided? Decided { get; init; }
}

/// <summary>
/// Simulated players hold empty seats. Each does what the author expects of its role, in what it can see alone, as often, as late and as rightly as
/// its skill has it; reading and writing take their time. Everything follows from the state, so that a replay needs no memory of them.
/// </summary>
public static class SimulatedPlayers
{
    /// <summary>The next act of any simulated player, or null. Valid for this state only: ask again after every command.</summary>
    public static SimulatedAct? NextAct(DrillState state, Scenario scenario) => new Cast(scenario).NextAct(state, long.MaxValue);
}

/// <summary>
/// All players of one drill that only goes forward. It remembers what a state's parts led to and asks again when a part has changed; what it answers
/// is the same as without memory.
/// </summary>
internal sealed class Cast
{
    private readonly Scenario _scenario;
    private readonly Player[] _players;
    private readonly List<(long At, Player Player, SimulatedTask Task)> _acts = [];
    private string[] _holders = [];
    private int _seatings;

    public Cast(Scenario scenario, Strategy? strategy = null)
    {
        _scenario = scenario;
        var book = PlayBook.Of(scenario);
        _players = [.. book.Seats.Select(plan => new Player(scenario, book, plan, strategy))];
    }

    /// <summary>A new number whenever somebody has sat down or left.</summary>
    private void NoteHolders(DrillState state)
    {
        if (state.Seats.Values.Select(seat => seat.Holder).SequenceEqual(_holders))
            return;
        _holders = [.. state.Seats.Values.Select(seat => seat.Holder)];
        _seatings++;
    }

    /// <summary>What lay before each seat when it was last asked, in the scenario's order.</summary>
    public IEnumerable<int> Loads => _players.Select(p => p.Load);

    /// <summary>The next act before a drill time, or null.</summary>
    public SimulatedAct? NextAct(DrillState state, long before)
    {
        if (!state.IsRunning)
            return null;
        _acts.Clear();
        NoteHolders(state);
        foreach (var player in _players)
            if (state.Seats[player.Seat].Holder == "simulated")
                foreach (var (at, task) in player.Acts(state, _seatings))
                    _acts.Add((Math.Max(at, state.At), player, task));
        // Stable: of two at one time the first seat of the scenario acts first. One that the rules would refuse is not tried.
        foreach (var (at, player, task) in _acts.OrderBy(a => a.At))
        {
            if (at >= before)
                return null;
            var decided = Drill.Decide(state, _scenario, task.Command, new Actor(player.Seat, Simulated: true), at);
            if (decided is { Refusal: null, Events.Length: > 0 })
                return new SimulatedAct(at, player.Seat, task.Command) { Decided = decided };
        }

        return null;
    }
}

/// <summary>Something a simulated player could do. Since: when it could first be done; Order: lower is more pressing; Takes: drill ms of reading, thinking and writing.</summary>
internal sealed record SimulatedTask(int Order, long Since, long Takes, Command Command);
