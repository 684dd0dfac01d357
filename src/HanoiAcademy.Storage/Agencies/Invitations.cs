using HanoiAcademy.Storage.Database;

namespace HanoiAcademy.Storage.Agencies;

internal sealed class Invitations(IDatabase database) : IInvitations
{
    private const string Columns = "TokenHash, Kind, AgencyId, Role, AccountId, CreatedBy, Created, Expires, UsedBy, UsedWall";

    private const string DeleteSamePurpose = """
        DELETE FROM Invitations
        WHERE UsedBy IS NULL AND Kind = @Kind AND (@Kind = 'first-administrator' OR (@Kind = 'reset' AND AccountId = @AccountId))
        """;

    private const string InsertInvitation = $"""
        INSERT INTO Invitations ({Columns})
        VALUES (@TokenHash, @Kind, @AgencyId, @Role, @AccountId, @CreatedBy, @Created, @Expires, NULL, NULL)
        """;

    public Task Create(Invitation invitation)
    {
        if (invitation.Kind == InvitationKind.Reset != invitation.AccountId is not null)
        {
            throw new ArgumentException("A link of kind reset is for an account, and no other kind is.", nameof(invitation));
        }

        return database.Write(session =>
        {
            AgencyTurns.Take(session, invitation.AgencyId);
            if (session.Again && session.First<Invitation>(OfToken, new { tokenHash = invitation.TokenHash }) is not null)
            {
                return 1;
            }

            session.Execute(DeleteSamePurpose, invitation);
            return session.Execute(InsertInvitation, invitation);
        });
    }

    private const string Usable = $"SELECT {Columns} FROM Invitations WHERE TokenHash = @tokenHash AND UsedBy IS NULL AND Expires > @now";

    public Task<Invitation?> FindUsable(string tokenHash, DateTimeOffset now, CancellationToken cancel) =>
        database.Read(session => session.First<Invitation>(Usable, new { tokenHash, now }), cancel);

    private const string MarkUsed = """
        UPDATE Invitations SET UsedBy = @accountId, UsedWall = @now
        WHERE TokenHash = @tokenHash AND UsedBy IS NULL AND Expires > @now AND (AccountId IS NULL OR AccountId = @accountId)
        """;

    private const string OfToken = $"SELECT {Columns} FROM Invitations WHERE TokenHash = @tokenHash";

    public Task<Invitation?> Use(string tokenHash, string accountId, DateTimeOffset now) => database.Write(session =>
    {
        var marked = session.Execute(MarkUsed, new { tokenHash, accountId, now }) == 1;
        var used = marked || session.Again ? session.First<Invitation>(OfToken, new { tokenHash }) : null;
        if (used is null || (!marked && (used.UsedBy != accountId || used.UsedWall != now)))
        {
            return null;
        }

        if (used.Kind != InvitationKind.Reset)
        {
            Memberships.Grant(session, new Membership { AccountId = accountId, AgencyId = used.AgencyId, Role = used.Role });
        }

        return used;
    });

    private const string UsableOfAgency = $"""
        SELECT {Columns} FROM Invitations
        WHERE AgencyId = @agencyId AND UsedBy IS NULL AND Expires > @now
        ORDER BY Created DESC, TokenHash
        """;

    public Task<IReadOnlyList<Invitation>> ListUsable(string agencyId, DateTimeOffset now, CancellationToken cancel) =>
        database.Read<IReadOnlyList<Invitation>>(session => session.All<Invitation>(UsableOfAgency, new { agencyId, now }), cancel);

    private const string DeleteAll = """
        DELETE FROM Invitations WHERE Kind = @kind AND UsedBy IS NULL AND (@accountId IS NULL OR AccountId = @accountId)
        """;

    public Task<int> RevokeAll(string kind, string? accountId) =>
        database.WriteOne(session => session.Execute(DeleteAll, new { kind, accountId }));

    private const string DeleteOne = "DELETE FROM Invitations WHERE AgencyId = @agencyId AND TokenHash = @tokenHash AND UsedBy IS NULL";

    public Task<bool> Revoke(string agencyId, string tokenHash) =>
        database.WriteOne(session => session.Execute(DeleteOne, new { agencyId, tokenHash }) == 1 || session.Again);
}
