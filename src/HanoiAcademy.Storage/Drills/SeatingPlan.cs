using HanoiAcademy.Storage.Database;

namespace HanoiAcademy.Storage.Drills;

internal sealed class SeatingPlan(IDatabase database) : ISeatingPlan
{
    private const string InsertHolder = """
        INSERT INTO DrillSeats (DrillId, Seat, AccountId, GuestName, RejoinWordHash, Since)
        SELECT @DrillId, @Seat, @AccountId, @GuestName, @RejoinWordHash, @Since
        WHERE NOT EXISTS (SELECT 1 FROM DrillSeats WHERE DrillId = @DrillId AND Seat = @Seat)
        """;

    public Task<bool> Take(SeatHolder holder)
    {
        if (holder.AccountId is null == holder.GuestName is null)
        {
            throw new ArgumentException("A seat is held by an account or by a guest with a name.", nameof(holder));
        }

        return database.WriteOne(session => session.Execute(InsertHolder, holder) == 1
            || (session.First<SeatHolder>(WhoSits, new { drillId = holder.DrillId, seat = holder.Seat }) is { } there && IsSame(there, holder)));
    }

    /// <summary>A guest is known by his rejoin word; a name alone, which others can read and type, proves nothing.</summary>
    private static bool IsSame(SeatHolder there, SeatHolder here) => here.AccountId is not null
        ? there.AccountId == here.AccountId
        : here.RejoinWordHash is not null && there.RejoinWordHash == here.RejoinWordHash;

    private const string DeleteHolder = "DELETE FROM DrillSeats WHERE DrillId = @drillId AND Seat = @seat";

    public Task<bool> Leave(string drillId, string seat) =>
        database.WriteOne(session => session.Execute(DeleteHolder, new { drillId, seat }) == 1 || session.Again);

    private const string Columns = "DrillId, Seat, AccountId, GuestName, RejoinWordHash, Since";

    private const string WhoSits = $"SELECT {Columns} FROM DrillSeats WHERE DrillId = @drillId AND Seat = @seat";

    public Task<SeatHolder?> Who(string drillId, string seat, CancellationToken cancel) =>
        database.Read(session => session.First<SeatHolder>(WhoSits, new { drillId, seat }), cancel);

    private const string AllSeats = $"SELECT {Columns} FROM DrillSeats WHERE DrillId = @drillId";

    public Task<IReadOnlyList<SeatHolder>> Who(string drillId, CancellationToken cancel) =>
        database.Read<IReadOnlyList<SeatHolder>>(
            session => [.. session.All<SeatHolder>(AllSeats, new { drillId }).OrderBy(holder => holder.Seat, StringComparer.Ordinal)],
            cancel);

    private const string ActedFrom = "SELECT COUNT(*) FROM DrillLog WHERE DrillId = @drillId AND Seat = @seat";

    public Task<bool> HasActed(string drillId, string seat, CancellationToken cancel) =>
        database.Read(session => session.Number(ActedFrom, new { drillId, seat }) > 0, cancel);

    private const string OfAccount = $"SELECT {Columns} FROM DrillSeats WHERE AccountId = @accountId ORDER BY Since DESC, DrillId, Seat";

    public Task<IReadOnlyList<SeatHolder>> SeatsOf(string accountId, CancellationToken cancel) =>
        database.Read<IReadOnlyList<SeatHolder>>(session => session.All<SeatHolder>(OfAccount, new { accountId }), cancel);

    private const string OfGuest = $"SELECT {Columns} FROM DrillSeats WHERE DrillId = @drillId AND RejoinWordHash = @rejoinWordHash";

    public Task<SeatHolder?> FindGuest(string drillId, string rejoinWordHash, CancellationToken cancel) =>
        database.Read(session => session.First<SeatHolder>(OfGuest, new { drillId, rejoinWordHash }), cancel);
}
