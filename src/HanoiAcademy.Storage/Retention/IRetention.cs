using HanoiAcademy.Storage.People;

namespace HanoiAcademy.Storage.Retention;

/// <summary>How long agencies keep what, what is due by that, and how it goes.</summary>
public interface IRetention
{
    Task<IReadOnlyList<RetentionRule>> Rules(string agencyId, CancellationToken cancel = default);

    /// <summary>The agencies that have any rule.</summary>
    Task<IReadOnlyList<string>> Agencies(CancellationToken cancel = default);

    /// <summary>Sets a rule, or takes it away with null months. What it had listed is listed anew, so that a change waits its days.</summary>
    Task Set(string agencyId, string kind, int? months, DateTimeOffset now, string by);

    /// <summary>What is counted from before a moment, oldest first; held drills are not among it.</summary>
    Task<IReadOnlyList<RetentionItem>> Due(string agencyId, string kind, DateTimeOffset before, CancellationToken cancel = default);

    Task<IReadOnlyList<ListedItem>> Listed(string agencyId, CancellationToken cancel = default);

    /// <summary>True for one caller a day, whichever node it is.</summary>
    /// <param name="day">Since 1970 UTC.</param>
    Task<bool> TakeDay(string agencyId, long day);

    /// <summary>The day of the look that was so many looks ago, this day's being the first; null when there were not so many. Days after this one, which a clock that jumped left behind, are passed over.</summary>
    Task<long?> LookBefore(string agencyId, long day, int looks, CancellationToken cancel = default);

    /// <summary>Counts this day for every item that is due, and forgets those that are not any more.</summary>
    Task Look(string agencyId, string kind, IReadOnlyCollection<string> due, long day);

    /// <summary>The names of guests in an ended drill go, and their rejoin words.</summary>
    Task<long> EraseGuestNames(string drillId, DataAct act);

    /// <summary>Who sat in an ended drill and who was given a part in its control is known no more. Who launched it stays.</summary>
    Task<long> EraseSeatNames(string drillId, DataAct act);

    /// <summary>What an account answered, wrote and read in courses before a moment. What is left begins its days anew.</summary>
    Task<long> EraseAnswers(string accountId, DateTimeOffset before, DataAct act);

    /// <summary>An ended drill that nobody holds goes with everything of it; an exercise goes with its last drill. 0 when it is held, has not ended, or is gone.</summary>
    Task<long> DeleteDrill(string drillId, DataAct act);

    Task<bool> Hold(string agencyId, string drillId, string reason, string by, DateTimeOffset now);

    Task<bool> Release(string agencyId, string drillId);

    Task<IReadOnlyList<HeldDrill>> Held(string agencyId, CancellationToken cancel = default);

    /// <summary>The account is in use; kept to the day.</summary>
    Task Touch(string accountId, DateTimeOffset now);

    /// <summary>Accounts of which no use is known count from now.</summary>
    Task<int> TouchUnknown(string agencyId, DateTimeOffset now);
}
