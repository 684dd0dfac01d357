namespace HanoiAcademy.Storage.Drills;

/// <summary>Who sits in a seat: an account, or a guest with a name and a rejoin word.</summary>
public sealed record SeatHolder
{
    public required string DrillId { get; init; }
    public required string Seat { get; init; }
    public string? AccountId { get; init; }
    public string? GuestName { get; init; }

    /// <summary>SHA-256 of the rejoin word, in lower-case hexadecimal; the word itself is kept nowhere.</summary>
    public string? RejoinWordHash { get; init; }

    public required DateTimeOffset Since { get; init; }
}
