using System.Collections.Immutable;

namespace HanoiAcademy.Drills.State;

/// <summary>
/// What belongs to a drill as one of several of an exercise: the roll-call, and what was typed in of a country that played on paper. One part of the
/// state, so that the events of play copy no more than before.
/// </summary>
public sealed record ExerciseState
{
    public static readonly ExerciseState None = new();

    /// <summary>How often the roll was called.</summary>
    public int Rolls { get; init; }

    /// <summary>By seat: its last test of the link.</summary>
    public ImmutableSortedDictionary<string, LinkState> Links { get; init; } = DrillState.Sorted<LinkState>();

    /// <summary>By "what id": the last typing of each result.</summary>
    public ImmutableSortedDictionary<string, TypedState> TypedIn { get; init; } = DrillState.Sorted<TypedState>();

    /// <summary>By "objective id" and "penalty id": what follows from what was typed in.</summary>
    public ImmutableSortedDictionary<string, PaperState> OnPaper { get; init; } = DrillState.Sorted<PaperState>();

    /// <summary>A result that counts: typed in and not taken back.</summary>
    public TypedState? Typed(string what, string id) => TypedIn.GetValueOrDefault(what + " " + id) is { Value.Length: > 0 } typed ? typed : null;
}

/// <summary>Roll: the call that it answered; 0 for a test before any.</summary>
public sealed record LinkState(int RoundTripMs, int Bytes, int Roll);

/// <summary>Value: see <see cref="Commands.TypedResult"/>; empty when it was taken back. At: drill ms of the typing, by Seat.</summary>
public sealed record TypedState(string Value, int? Points, long? HappenedAt, string By, string Note, string Seat, long At);

/// <summary>Status: won, partly, missed; a penalty's is incurred. HappenedAt: drill ms. Because: "typed-in", or the typed act it follows from.</summary>
public sealed record PaperState(string Status, int Points, long? HappenedAt, string Because);
