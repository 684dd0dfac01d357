using HanoiAcademy.Storage.Drills;

namespace HanoiAcademy.Storage.People;

/// <summary>Everything the database holds of a person, in one place: to be shown, to be handed out, to be erased.</summary>
public interface IPeoplesData
{
    /// <summary>Every table that refers to the account, in a fixed order, with its rows; also those that hold nothing.</summary>
    Task<IReadOnlyList<PersonalTable>> Of(string accountId, CancellationToken cancel = default);

    /// <summary>The rows of a drill's log with a version above <paramref name="afterVersion"/> and at most <paramref name="upTo"/>.</summary>
    Task<IReadOnlyList<LogRow>> Log(string drillId, long afterVersion, long upTo, CancellationToken cancel = default);

    /// <summary>0 for an empty log.</summary>
    Task<long> LastVersion(string drillId, CancellationToken cancel = default);

    /// <summary>Where improvement plans name the account in what people typed, by agency; those that do not are not among them.</summary>
    Task<IReadOnlyList<NamedInPlan>> InPlans(string accountId, CancellationToken cancel = default);

    /// <summary>Whether the account may go now; <see cref="EraseAnswer.Erased"/> means that it may.</summary>
    Task<EraseAnswer> MayErase(string accountId, CancellationToken cancel = default);

    /// <summary>
    /// Erases the account and everything that is its own; what belongs to its agency stays without it. All or nothing. A refused erasure changed nothing.
    /// </summary>
    /// <param name="act">The line that is left behind.</param>
    Task<EraseAnswer> Erase(string accountId, DataAct act);

    /// <summary>A guest's name goes. While the drill has not ended his seat and his word stay, so that he can play on.</summary>
    /// <returns>False when nobody with that word sits there.</returns>
    Task<bool> EraseGuest(string drillId, string seat, string rejoinWordHash, DataAct act);

    /// <summary>Adds to the list that erasing leaves: hashes of account ids from an academy that a backup takes the place of.</summary>
    Task NoteErased(IReadOnlyCollection<string> hashes, DateTimeOffset wall);

    /// <summary>The accounts that are there and were erased, by the list that erasing leaves: they came back with a backup.</summary>
    Task<IReadOnlyList<string>> CameBack(CancellationToken cancel = default);
}
