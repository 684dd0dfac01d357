using HanoiAcademy.Drills.Events;
using HanoiAcademy.Drills.Scenarios;
using HanoiAcademy.Drills.State;
using HanoiAcademy.Drills.World;

namespace HanoiAcademy.Drills.Requests;

/// <summary>Holds on money: what can still be reached moves into what is held, and goes back where it came from when the hold ends.</summary>
internal static class PropertyHolds
{
    public static bool CanHold(Turn turn, Property property) => Active(turn, property.Id) is not null || Reachable(turn, property) > 0;

    /// <summary>Asked null: all of it. A hold that is there is fed: its end becomes the stronger measure's, and what it lacks is added.</summary>
    public static void Begin(Turn turn, string request, Property property, string what, long? asked, long ends)
    {
        var active = Active(turn, property.Id);
        var held = active is { } id ? turn.State.Holds[id].Amount : 0;
        var amount = Math.Min(Reachable(turn, property), Math.Max(0, (asked ?? long.MaxValue) - held));
        if (active is { } hold)
        {
            // A suspension does not shorten a freeze.
            var stronger = what == "freeze" || turn.State.Holds[hold].What != "freeze";
            turn.Emit(new HoldFed(turn.At, hold, request, stronger ? what : "freeze", stronger && what == "freeze" ? ends : Math.Max(ends, turn.State.Holds[hold].StoryEnds), amount), "hold-fed " + property.Id);
        }
        else
        {
            turn.Emit(new PropertyHeld(turn.At, $"{request}-{property.Id}", property.Id, request, what, amount, ends), "property-held " + property.Id);
        }

        Move(turn, property.Meter, property.Into, amount);
    }

    /// <summary>The money runs again.</summary>
    public static void GiveBack(Turn turn, HoldState hold)
    {
        if (turn.Scenario.Properties.FirstOrDefault(p => p.Id == hold.Property) is { } property)
            Move(turn, property.Into, property.Meter, hold.Amount);
    }

    private static string? Active(Turn turn, string property) =>
        turn.State.Holds.Where(h => h.Value.Status == "active" && h.Value.Property == property).Select(h => h.Key).FirstOrDefault();

    private static long Reachable(Turn turn, Property property) => Value(turn, property.Meter);

    private static void Move(Turn turn, string from, string to, long amount)
    {
        if (amount <= 0)
            return;
        var moved = Math.Min(amount, Value(turn, from));
        Set(turn, from, Value(turn, from) - moved);
        Set(turn, to, Value(turn, to) + moved);
    }

    private static long Value(Turn turn, string id) => Meters.Value(turn.State.Meters[id], turn.Scenario.Meters.First(m => m.Id == id), turn.At);

    private static void Set(Turn turn, string id, long value)
    {
        var meter = turn.Scenario.Meters.First(m => m.Id == id);
        turn.Emit(new MeterChanged(turn.At, id, Math.Clamp(value, meter.Min, meter.Max), turn.State.Meters[id].Rate));
    }
}
