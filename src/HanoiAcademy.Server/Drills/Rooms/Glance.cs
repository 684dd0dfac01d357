using System.Collections.Immutable;
using HanoiAcademy.Drills.Views;

namespace HanoiAcademy.Server.Drills.Rooms;

/// <summary>How a drill stands, for who looks at many of them at once. Started: its StartEx was called. People, Simulated and Ready are numbers of seats.</summary>
internal sealed record Glance(string Status, bool Started, long At, int Seats, int People, int Simulated, int Ready)
{
    public int Speed { get; init; } = 1;

    /// <summary>Players' seats with a line to this server now, and controllers'.</summary>
    public int Live { get; init; }
    public int Controllers { get; init; }

    public Glimpse Glimpse { get; init; } = new(null, 0, 0, 0, 0, null);

    public DateTimeOffset? RollCalled { get; init; }

    public ImmutableArray<SeatLink> Links { get; init; } = [];
}

/// <summary>A seat in the roll-call. Holder: free, person, simulated. RoundTripMs, Bytes, Tested: of its last test of the link. Answered: since the roll was last called.</summary>
internal sealed record SeatLink(string Seat, string Holder, bool Ready, bool Live, int? RoundTripMs, int? Bytes, DateTimeOffset? Tested, bool Answered)
{
    /// <summary>Nobody has come, or who has come is not here or not ready; a simulated player always is.</summary>
    public bool IsMissing => Holder != "simulated" && !(Holder == "person" && Live && Ready);
}
