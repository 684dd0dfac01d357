using System.Collections.Immutable;
using HanoiAcademy.Drills.Commands;

namespace HanoiAcademy.Drills.State;

/// <summary>What the director ruled and nobody can take back. One part of the state, so that the events of play copy no more than before.</summary>
public sealed record RulingState
{
    public static readonly RulingState None = new();

    /// <summary>By "objective id" and "penalty id": points that count nothing any more.</summary>
    public ImmutableSortedDictionary<string, VoidState> Voided { get; init; } = DrillState.Sorted<VoidState>();

    /// <summary>Teams that were taken out of the drill.</summary>
    public ImmutableSortedDictionary<string, OutState> Out { get; init; } = DrillState.Sorted<OutState>();

    /// <summary>Null where it counts. What: objective, penalty.</summary>
    public VoidState? VoidedOf(string what, string id) => Voided.IsEmpty ? null : Voided.GetValueOrDefault(what + " " + id);

    public bool IsOut(string? team) => !Out.IsEmpty && team is not null && Out.ContainsKey(team);

    /// <summary>Whether an address list, or a list of roles, names nobody but teams that are out; an empty one names nobody at all.</summary>
    public bool AllOut(ImmutableArray<string> addresses)
    {
        if (Out.IsEmpty || addresses.IsEmpty)
            return false;
        foreach (var address in addresses)
            if (!Out.ContainsKey(new Actor(address).Team))
                return false;
        return true;
    }
}

/// <summary>At: drill ms; Seat: who voided it, and why.</summary>
public sealed record VoidState(long At, string Seat, string Reason);

/// <summary>Since drill ms At. Seat: who took it out, and why.</summary>
public sealed record OutState(long At, string Seat, string Reason);
