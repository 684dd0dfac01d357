using HanoiAcademy.Storage.Agencies;
using HanoiAcademy.Storage.Database;

namespace HanoiAcademy.Storage.Accounts;

internal sealed class AccountDirectory(IDatabase database) : IAccountDirectory
{
    private const string Columns = "a.Id, a.AgencyId, a.UserName, a.DisplayName, a.Disabled, a.Created";

    private const string GetOne = $"SELECT {Columns} FROM Accounts a WHERE a.Id = @accountId";

    public Task<AccountEntry?> Get(string accountId, CancellationToken cancel) =>
        database.Read(session => session.First<AccountEntry>(GetOne, new { accountId }), cancel);

    private const string OfAgency = $"""
        SELECT {Columns} FROM Accounts a
        WHERE a.AgencyId = @agencyId OR EXISTS (SELECT 1 FROM Memberships m WHERE m.AccountId = a.Id AND m.AgencyId = @agencyId)
        ORDER BY a.NormalizedUserName
        """;

    public Task<IReadOnlyList<AccountEntry>> InAgency(string agencyId, CancellationToken cancel) =>
        database.Read<IReadOnlyList<AccountEntry>>(session => session.All<AccountEntry>(OfAgency, new { agencyId }), cancel);

    public async Task<IReadOnlyList<string>> CreateAll(IReadOnlyList<Account> accounts, IReadOnlyList<Membership> memberships)
    {
        try
        {
            return await database.Write<IReadOnlyList<string>>(session =>
            {
                var taken = accounts.Where(account => !AccountTable.Insert(session, account)).Select(account => account.UserName).ToList();
                if (taken.Count > 0)
                {
                    // Only an exception takes back those that were made before.
                    throw new NamesTaken(taken);
                }

                foreach (var membership in memberships)
                {
                    Memberships.Grant(session, membership);
                }

                return taken;
            });
        }
        catch (NamesTaken e)
        {
            return e.Names;
        }
    }

    private const string GetSome = $"SELECT {Columns} FROM Accounts a WHERE a.Id IN @ids ORDER BY a.NormalizedUserName";

    public Task<IReadOnlyList<AccountEntry>> Get(IReadOnlyCollection<string> accountIds, CancellationToken cancel) =>
        database.Read<IReadOnlyList<AccountEntry>>(
            session => [.. accountIds.Distinct().Chunk(500).SelectMany(ids => session.All<AccountEntry>(GetSome, new { ids }))],
            cancel);

    private sealed class NamesTaken(IReadOnlyList<string> names) : Exception
    {
        public IReadOnlyList<string> Names => names;
    }
}
