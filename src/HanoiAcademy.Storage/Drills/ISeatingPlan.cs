namespace HanoiAcademy.Storage.Drills;

/// <summary>Who sits where. The log knows seats only, so that a name can be corrected or erased here and the log stay as it was.</summary>
public interface ISeatingPlan
{
    /// <summary>False when somebody else sits there. Taking one's own seat again changes nothing and is true.</summary>
    Task<bool> Take(SeatHolder holder);

    /// <summary>False when nobody sat there.</summary>
    Task<bool> Leave(string drillId, string seat);

    Task<SeatHolder?> Who(string drillId, string seat, CancellationToken cancel = default);

    /// <summary>All taken seats of a drill, in ordinal order of seat.</summary>
    Task<IReadOnlyList<SeatHolder>> Who(string drillId, CancellationToken cancel = default);

    /// <summary>Whether anything was done from a seat, by whoever sat there.</summary>
    Task<bool> HasActed(string drillId, string seat, CancellationToken cancel = default);

    /// <summary>All seats an account holds, in any drill, latest first.</summary>
    Task<IReadOnlyList<SeatHolder>> SeatsOf(string accountId, CancellationToken cancel = default);

    /// <summary>The seat of a guest who comes back with his rejoin word.</summary>
    Task<SeatHolder?> FindGuest(string drillId, string rejoinWordHash, CancellationToken cancel = default);
}
