using System.Text;
using HanoiAcademy.Drills;
using HanoiAcademy.Drills.Commands;
using HanoiAcademy.Drills.Events;
using HanoiAcademy.Drills.Scenarios;
using HanoiAcademy.Drills.State;
using HanoiAcademy.Drills.Wire;
using HanoiAcademy.Storage.Drills;

namespace HanoiAcademy.Server.Drills.Launch;

/// <summary>
/// The first rows of a drill that is not there yet: what its room would write, decided by the same rules, so that they can be kept together with its
/// line in the catalogue. Everything in them is the room's own word.
/// </summary>
internal sealed class FirstRows(Scenario scenario, string drill, DateTimeOffset wall)
{
    private readonly List<LogRow> _rows = [];
    private DrillState _state = DrillState.Empty;
    private long _version;

    /// <summary>Behind another drill's past.</summary>
    public FirstRows(Scenario scenario, string drill, DateTimeOffset wall, long version, DrillState state)
        : this(scenario, drill, wall) => (_version, _state) = (version, state);

    public IReadOnlyList<LogRow> Rows => _rows;

    /// <summary>Of teams that still play.</summary>
    public IEnumerable<string> FreeSeats => _state.Seats.Where(seat => seat.Value.Holder == "free" && !_state.Rulings.IsOut(new Actor(seat.Key).Team)).Select(seat => seat.Key);

    public FirstRows Say(string id, Command command)
    {
        var decided = Drill.Decide(_state, scenario, command, Actor.System, _state.At);
        if (decided.Refusal is { } refusal)
            throw new InvalidOperationException($"Launching {scenario.Id}: {id} was refused: {refusal.Code}.");
        if (!decided.Events.IsEmpty)
            Add(id, [.. decided.Events]);
        return this;
    }

    public FirstRows Add(string id, params DrillEvent[] events)
    {
        foreach (var e in events)
            _state = Drill.Evolve(_state, scenario, e);
        _rows.Add(new LogRow
        {
            DrillId = drill,
            Version = ++_version,
            CommandId = id,
            Seat = Actor.System.Id,
            At = _state.At,
            Wall = wall,
            Events = Encoding.UTF8.GetString(DrillJson.ToBytes<System.Collections.Immutable.ImmutableArray<DrillEvent>>([.. events])),
        });
        return this;
    }
}
