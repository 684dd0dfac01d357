using System.Security.Cryptography;
using System.Text;
using HanoiAcademy.Storage.Agencies;
using HanoiAcademy.Storage.Database;
using HanoiAcademy.Storage.Drills;

namespace HanoiAcademy.Storage.People;

internal sealed class PeoplesData(IDatabase database) : IPeoplesData
{
    /// <summary>Stands where an account's id stood and something must stand.</summary>
    private const string Somebody = "erased";

    public Task<IReadOnlyList<PersonalTable>> Of(string accountId, CancellationToken cancel) =>
        database.Read<IReadOnlyList<PersonalTable>>(
            session => [.. PersonalTables.All.Select(table => PersonalTables.Read(session, table.Table, table.Sql, accountId))], cancel);

    private const string Window = """
        SELECT DrillId, Version, CommandId, Seat, At, Wall, Events FROM DrillLog
        WHERE DrillId = @drillId AND Version > @afterVersion AND Version <= @upTo ORDER BY Version
        """;

    public Task<IReadOnlyList<LogRow>> Log(string drillId, long afterVersion, long upTo, CancellationToken cancel) =>
        database.Read<IReadOnlyList<LogRow>>(session => session.All<LogRow>(Window, new { drillId, afterVersion, upTo }), cancel);

    private const string Last = "SELECT COALESCE(MAX(Version), 0) FROM DrillLog WHERE DrillId = @drillId";

    public Task<long> LastVersion(string drillId, CancellationToken cancel) => database.Read(session => session.Number(Last, new { drillId }), cancel);

    public Task<EraseAnswer> MayErase(string accountId, CancellationToken cancel) => database.Read(session => Judge(session, accountId), cancel);

    private const string Names = "SELECT UserName, DisplayName FROM Accounts WHERE Id = @accountId";

    private const string AdministeredAlone = """
        SELECT g.Name FROM Memberships m JOIN Agencies g ON g.Id = m.AgencyId
        WHERE m.AccountId = @accountId AND m.Role = 'administrator' AND NOT EXISTS
            (SELECT 1 FROM Memberships o JOIN Accounts a ON a.Id = o.AccountId
             WHERE o.AgencyId = m.AgencyId AND o.Role = 'administrator' AND o.AccountId <> @accountId AND a.Disabled = 0)
        ORDER BY g.Name
        """;

    // Control's other seats hold nobody up: whoever directs goes on without them.
    private const string PlayedNow = """
        SELECT d.Id, d.Title FROM Drills d
        WHERE d.Status IN ('running', 'paused')
          AND (d.CreatedBy = @accountId
               OR EXISTS (SELECT 1 FROM DrillSeats s WHERE s.DrillId = d.Id AND s.AccountId = @accountId AND s.Seat NOT LIKE 'control.%'))
        ORDER BY d.CreatedWall, d.Id
        """;

    private static EraseAnswer Judge(Session session, string accountId) =>
        session.First<NameRow>(Names, new { accountId }) is null ? new EraseAnswer.NoSuchAccount()
        : session.First<string>(AdministeredAlone, new { accountId }) is { } agency ? new EraseAnswer.LastAdministrator(agency)
        : session.First<DrillRow>(PlayedNow, new { accountId }) is { } drill ? new EraseAnswer.InRunningDrill(drill.Id, drill.Title)
        : new EraseAnswer.Erased();

    public Task<IReadOnlyList<NamedInPlan>> InPlans(string accountId, CancellationToken cancel) => database.Read<IReadOnlyList<NamedInPlan>>(
        session => session.First<NameRow>(Names, new { accountId }) is { } names ? PlanNames.Count(session, accountId, new NameInWords(names.UserName, names.DisplayName)) : [], cancel);

    private const string Administered = "SELECT AgencyId FROM Memberships WHERE AccountId = @accountId AND Role = 'administrator' ORDER BY AgencyId";

    private const string IsListed = "SELECT COUNT(*) FROM ErasedAccounts WHERE AccountSha256 = @hash";

    private const string List = """
        INSERT INTO ErasedAccounts (AccountSha256, ErasedWall) SELECT @hash, @wall
        WHERE NOT EXISTS (SELECT 1 FROM ErasedAccounts WHERE AccountSha256 = @hash)
        """;

    private const string ForgetInviter = "UPDATE Invitations SET CreatedBy = NULL WHERE CreatedBy = @accountId";

    // A link that was used stays used.
    private const string ForgetInvited = "UPDATE Invitations SET UsedBy = @somebody WHERE UsedBy = @accountId";

    private const string ForgetAppointer = "UPDATE DrillControllers SET AppointedBy = NULL WHERE AppointedBy = @accountId";

    private const string ForgetOwner = "UPDATE ImprovementActions SET Owner = '' WHERE OwnerAccountId = @accountId";

    private const string ForgetChanger = "UPDATE ImprovementChanges SET ChangedBy = NULL WHERE ChangedBy = @accountId";

    private const string DeleteCalls = "DELETE FROM IdempotencyKeys WHERE Owner = @accountId OR Route LIKE @anywhere";

    private const string DeleteListed = "DELETE FROM RetentionListed WHERE Item = @accountId";

    // The rest follows by the keys: what is his own is deleted with it, what he made for his agency stands without him.
    private const string Delete = "DELETE FROM Accounts WHERE Id = @accountId";

    public async Task<EraseAnswer> Erase(string accountId, DataAct act)
    {
        var hash = Hash(accountId);
        var names = await database.Read(session => session.First<NameRow>(Names, new { accountId }));
        var erased = await database.Write(session =>
        {
            // Two administrators who erase themselves at once take turns: the second is the last.
            foreach (var agency in session.All<string>(Administered, new { accountId }))
            {
                AgencyTurns.Take(session, agency);
            }

            var answer = Judge(session, accountId);
            if (answer is not EraseAnswer.Erased)
            {
                return session.Again && answer is EraseAnswer.NoSuchAccount && session.Number(IsListed, new { hash }) == 1 ? new EraseAnswer.Erased() : answer;
            }

            session.Execute(List, new { hash, wall = act.Wall });
            session.Execute(ForgetInviter, new { accountId });
            session.Execute(ForgetInvited, new { accountId, somebody = Somebody });
            session.Execute(ForgetAppointer, new { accountId });
            session.Execute(ForgetOwner, new { accountId });
            if (session.First<NameRow>(Names, new { accountId }) is { } now)
            {
                PlanNames.Forget(session, accountId, new NameInWords(now.UserName, now.DisplayName));
            }

            session.Execute(ForgetChanger, new { accountId });
            session.Execute(DeleteCalls, new { accountId, anywhere = $"%{accountId}%" });
            session.Execute(DeleteListed, new { accountId });
            session.Execute(Delete, new { accountId });
            DataActs.Add(session, act.DoneBy == accountId ? act with { DoneBy = null } : act);
            return answer;
        });
        if (erased is EraseAnswer.Erased && names is not null)
        {
            await KeptAnswers.Blank(database, [accountId, names.UserName, names.DisplayName]);
        }

        return erased;
    }

    private const string ForgetGuest = """
        UPDATE DrillSeats SET GuestName = '',
            RejoinWordHash = CASE WHEN EXISTS (SELECT 1 FROM Drills d WHERE d.Id = @drillId AND d.Status = 'ended') THEN NULL ELSE RejoinWordHash END
        WHERE DrillId = @drillId AND Seat = @seat AND RejoinWordHash = @rejoinWordHash
        """;

    public Task<bool> EraseGuest(string drillId, string seat, string rejoinWordHash, DataAct act) => database.Write(session =>
    {
        if (session.Execute(ForgetGuest, new { drillId, seat, rejoinWordHash }) == 0)
        {
            return false;
        }

        DataActs.Keep(session, act);
        return true;
    });

    public Task NoteErased(IReadOnlyCollection<string> hashes, DateTimeOffset wall) =>
        database.Write(session => hashes.Sum(hash => session.Execute(List, new { hash, wall })));

    private const string Ids = "SELECT Id FROM Accounts ORDER BY Id";

    private const string Listed = "SELECT AccountSha256 FROM ErasedAccounts";

    public Task<IReadOnlyList<string>> CameBack(CancellationToken cancel) => database.Read<IReadOnlyList<string>>(
        session =>
        {
            var listed = session.All<string>(Listed).ToHashSet(StringComparer.Ordinal);
            return listed.Count == 0 ? [] : [.. session.All<string>(Ids).Where(id => listed.Contains(Hash(id)))];
        },
        cancel);

    public static string Hash(string accountId) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(accountId)));

    private sealed record NameRow
    {
        public required string UserName { get; init; }
        public required string DisplayName { get; init; }
    }

    private sealed record DrillRow
    {
        public required string Id { get; init; }
        public required string Title { get; init; }
    }
}
