using HanoiAcademy.Storage.Database;

namespace HanoiAcademy.Storage.Agencies;

internal sealed class Memberships(IDatabase database) : IMemberships
{
    private const string OfAccount = "SELECT AccountId, AgencyId, Role FROM Memberships WHERE AccountId = @accountId ORDER BY AgencyId, Role";

    public Task<IReadOnlyList<Membership>> Of(string accountId, CancellationToken cancel) =>
        database.Read<IReadOnlyList<Membership>>(session => session.All<Membership>(OfAccount, new { accountId }), cancel);

    private const string OfAgency = "SELECT AccountId, AgencyId, Role FROM Memberships WHERE AgencyId = @agencyId ORDER BY AccountId, Role";

    public Task<IReadOnlyList<Membership>> InAgency(string agencyId, CancellationToken cancel) =>
        database.Read<IReadOnlyList<Membership>>(session => session.All<Membership>(OfAgency, new { agencyId }), cancel);

    private const string Administrators = "SELECT COUNT(DISTINCT AccountId) FROM Memberships WHERE Role = 'administrator'";

    public Task<int> CountAdministrators(CancellationToken cancel) =>
        database.Read(session => (int)session.Number(Administrators), cancel);

    private const string InsertMembership = """
        INSERT INTO Memberships (AccountId, AgencyId, Role)
        SELECT @AccountId, @AgencyId, @Role
        WHERE NOT EXISTS (SELECT 1 FROM Memberships WHERE AccountId = @AccountId AND AgencyId = @AgencyId AND Role = @Role)
        """;

    public static int Grant(Session session, Membership membership) => session.Execute(InsertMembership, membership);

    public Task Grant(Membership membership) => database.WriteOne(session => Grant(session, membership));

    // An administrator goes only where another one stays: in the same statement and in turn, so that two who withdraw each other cannot both succeed.
    private const string DeleteMembership = """
        DELETE FROM Memberships
        WHERE AccountId = @AccountId AND AgencyId = @AgencyId AND Role = @Role
          AND (@Role <> 'administrator' OR EXISTS
               (SELECT 1 FROM Memberships o WHERE o.AgencyId = @AgencyId AND o.Role = 'administrator' AND o.AccountId <> @AccountId))
        """;

    private const string IsThere = "SELECT COUNT(*) FROM Memberships WHERE AccountId = @AccountId AND AgencyId = @AgencyId AND Role = @Role";

    public Task<bool> Withdraw(Membership membership) => database.Write(session =>
    {
        AgencyTurns.Take(session, membership.AgencyId);
        return session.Execute(DeleteMembership, membership) == 1 || (session.Again && session.Number(IsThere, membership) == 0);
    });
}
