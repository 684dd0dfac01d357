using HanoiAcademy.Storage.Agencies;

namespace HanoiAcademy.Storage.Accounts;

/// <summary>Accounts for lists and names, and many at once; what changes a single account goes through Identity's UserManager.</summary>
public interface IAccountDirectory
{
    Task<AccountEntry?> Get(string accountId, CancellationToken cancel = default);

    /// <summary>Accounts the agency keeps, and members that others keep, in order of user name.</summary>
    Task<IReadOnlyList<AccountEntry>> InAgency(string agencyId, CancellationToken cancel = default);

    /// <summary>
    /// Makes all of them with their memberships, or none. Returns the user names that are taken already (also twice in the list);
    /// empty when all were made. The normalised name, the stamps and the password's hash are the caller's to fill.
    /// </summary>
    Task<IReadOnlyList<string>> CreateAll(IReadOnlyList<Account> accounts, IReadOnlyList<Membership> memberships);

    /// <summary>Those of the ids that exist.</summary>
    Task<IReadOnlyList<AccountEntry>> Get(IReadOnlyCollection<string> accountIds, CancellationToken cancel = default);
}
