using System.Collections.Immutable;

namespace HanoiAcademy.Drills.State;

/// <summary>What the director ruled and nobody can take back. One part of the state, so that the events of play copy no more than before.</summary>
public sealed record RulingState
{
    public static readonly RulingState None = new();

    /// <summary>By "objective id" and "penalty id": points that count nothing any more.</summary>
    public ImmutableSortedDictionary<string, VoidState> Voided { get; init; } = DrillState.Sorted<VoidState>();

    /// <summary>Null where it counts. What: objective, penalty.</summary>
    public VoidState? VoidedOf(string what, string id) => Voided.IsEmpty ? null : Voided.GetValueOrDefault(what + " " + id);
}

/// <summary>At: drill ms; Seat: who voided it, and why.</summary>
public sealed record VoidState(long At, string Seat, string Reason);
