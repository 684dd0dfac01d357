using HanoiAcademy.Storage.Agencies;
using HanoiAcademy.Storage.Database;

namespace HanoiAcademy.Storage.Contributions;

internal sealed class Rehearsals(IDatabase database) : IRehearsals
{
    private const string Columns = "r.ContributionId, r.Number, r.Status, r.Runs, r.Played, r.Attempts, r.Findings, r.PageSha256, r.AskedWall, r.SeenWall";

    private const string GetOne = $"SELECT {Columns} FROM ContributionRehearsals r WHERE r.ContributionId = @contributionId AND r.Number = @number";

    public Task<KeptRehearsal?> Of(string contributionId, int number, CancellationToken cancel) =>
        database.Read(session => session.First<KeptRehearsal>(GetOne, new { contributionId, number }), cancel);

    private const string AgencyOf = """
        SELECT c.AgencyId FROM Contributions c JOIN ContributionVersions v ON v.ContributionId = c.Id WHERE c.Id = @ContributionId AND v.Number = @Number
        """;

    private const string CountOpen = """
        SELECT COUNT(*) FROM ContributionRehearsals r JOIN Contributions c ON c.Id = r.ContributionId
        WHERE c.AgencyId = @agencyId AND r.Status IN ('waiting', 'running')
        """;

    private const string Forget = "DELETE FROM ContributionRehearsals WHERE ContributionId = @ContributionId AND Number = @Number AND Status IN ('done', 'failed')";

    private const string Insert = """
        INSERT INTO ContributionRehearsals (ContributionId, Number, Status, Runs, Played, Attempts, Findings, PageSha256, AskedWall, SeenWall)
        SELECT @ContributionId, @Number, @Status, @Runs, @Played, @Attempts, @Findings, @PageSha256, @AskedWall, @SeenWall
        WHERE NOT EXISTS (SELECT 1 FROM ContributionRehearsals WHERE ContributionId = @ContributionId AND Number = @Number)
        """;

    public Task<KeepAnswer> Ask(KeptRehearsal rehearsal) => database.Write(session =>
    {
        if (session.First<string>(AgencyOf, rehearsal) is not { } agencyId)
        {
            return KeepAnswer.Gone;
        }

        AgencyTurns.Take(session, agencyId);
        if (session.Number(CountOpen, new { agencyId }) >= IRehearsals.MostWaiting)
        {
            return KeepAnswer.Full;
        }

        session.Execute(Forget, rehearsal);
        session.Execute(Insert, rehearsal);
        return KeepAnswer.Kept;
    });

    private const string FindNext = $"""
        SELECT {Columns} FROM ContributionRehearsals r
        WHERE r.Status = 'waiting' OR (r.Status = 'running' AND r.SeenWall < @silentSince)
        ORDER BY r.AskedWall, r.ContributionId, r.Number
        """;

    private const string Claim = """
        UPDATE ContributionRehearsals SET Status = 'running', Played = 0, Attempts = Attempts + 1, SeenWall = @now
        WHERE ContributionId = @ContributionId AND Number = @Number AND Status = @Status AND SeenWall = @SeenWall
        """;

    public Task<KeptRehearsal?> TakeNext(DateTimeOffset now, DateTimeOffset silentSince) => database.Write(session =>
    {
        foreach (var next in session.All<KeptRehearsal>(FindNext, new { silentSince }))
        {
            if (session.Execute(Claim, new { now, next.ContributionId, next.Number, next.Status, next.SeenWall }) == 1)
            {
                return next with { Status = RehearsalStatus.Running, Played = 0, Attempts = next.Attempts + 1, SeenWall = now };
            }
        }

        return null;
    });

    private const string SetState = """
        UPDATE ContributionRehearsals SET Status = @Status, Played = @Played, Findings = @Findings, PageSha256 = @PageSha256, SeenWall = @SeenWall
        WHERE ContributionId = @ContributionId AND Number = @Number AND Status = 'running' AND AskedWall = @AskedWall
        """;

    public Task<bool> Note(KeptRehearsal rehearsal) => database.WriteOne(session => session.Execute(SetState, rehearsal) == 1 || session.Again);
}
