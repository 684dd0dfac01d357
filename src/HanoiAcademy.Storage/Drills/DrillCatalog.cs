using HanoiAcademy.Storage.Agencies;
using HanoiAcademy.Storage.Database;

namespace HanoiAcademy.Storage.Drills;

internal sealed class DrillCatalog(IDatabase database) : IDrillCatalog
{
    internal const string Columns = """
        d.Id, d.AgencyId, d.ExerciseId, d.ScenarioId, d.Title, d.ContentSha256, d.Status, d.CreatedBy, d.CreatedWall, d.JoinCode,
        d.GuestsAllowed, d.AfterCrash, d.IsDemo, d.IsAlone, d.LeaseUntilAt, d.LeaseWall, d.EndedWall, d.ForkedFrom, d.ForkedRow
        """;

    public Task<bool> Create(DrillEntry drill, DrillOpening? opening) => opening is null
        ? database.WriteOne(session => NewDrillRows.InsertLine(session, drill) || NewDrillRows.WasKept(session, drill))
        : database.Write(session =>
        {
            if (!NewDrillRows.InsertLine(session, drill))
            {
                return NewDrillRows.WasKept(session, drill);
            }

            NewDrillRows.InsertOpening(session, drill, opening);
            return true;
        });

    private const string CountAlone = "SELECT COUNT(*) FROM Drills WHERE CreatedBy = @CreatedBy AND IsAlone = 1 AND Status <> 'ended'";

    public Task<AloneAnswer> CreateAlone(DrillEntry drill, DrillOpening opening, int most) => database.Write(session =>
    {
        // No key guards a number of rows: two that begin at once take turns.
        AgencyTurns.Take(session, drill.AgencyId);
        if (NewDrillRows.WasKept(session, drill))
        {
            return AloneAnswer.Created;
        }

        if (session.Number(CountAlone, new { drill.CreatedBy }) >= most)
        {
            return AloneAnswer.TooMany;
        }

        if (!NewDrillRows.InsertLine(session, drill))
        {
            return AloneAnswer.CodeTaken;
        }

        NewDrillRows.InsertOpening(session, drill, opening);
        return AloneAnswer.Created;
    });

    private const string ListAlone = $"SELECT {Columns} FROM Drills d WHERE d.CreatedBy = @accountId AND d.IsAlone = 1 ORDER BY d.CreatedWall DESC, d.Id";

    public Task<IReadOnlyList<DrillEntry>> ListAloneOf(string accountId, CancellationToken cancel) =>
        database.Read<IReadOnlyList<DrillEntry>>(session => session.All<DrillEntry>(ListAlone, new { accountId }), cancel);

    private const string ListIdle = $"""
        SELECT {Columns} FROM Drills d
        WHERE d.Status <> 'ended' AND d.IsAlone = 1 AND COALESCE(d.LeaseWall, d.CreatedWall) < @since AND (@scenarioId IS NULL OR d.ScenarioId = @scenarioId)
        ORDER BY d.CreatedWall, d.Id
        """;

    public Task<IReadOnlyList<DrillEntry>> ListAloneIdle(DateTimeOffset since, string? scenarioId, CancellationToken cancel) =>
        database.Read<IReadOnlyList<DrillEntry>>(session => session.All<DrillEntry>(ListIdle, new { since, scenarioId }), cancel);

    private const string GetDrill = $"SELECT {Columns} FROM Drills d WHERE d.Id = @drillId";

    public Task<DrillEntry?> Get(string drillId, CancellationToken cancel) =>
        database.Read(session => session.First<DrillEntry>(GetDrill, new { drillId }), cancel);

    // The one place that says which drills an account may see; the list and the question about one drill both use it.
    private const string Visible = """
        (d.CreatedBy = @accountId
         OR EXISTS (SELECT 1 FROM DrillSeats s WHERE s.DrillId = d.Id AND s.AccountId = @accountId AND s.Seat NOT LIKE 'control.%')
         OR EXISTS (SELECT 1 FROM DrillControllers c WHERE c.DrillId = d.Id AND c.AccountId = @accountId AND c.Role <> 'dismissed')
         OR EXISTS (SELECT 1 FROM Memberships m
                    WHERE m.AccountId = @accountId AND m.Role IN ('instructor', 'administrator')
                      AND (m.AgencyId = d.AgencyId
                           OR EXISTS (SELECT 1 FROM DrillAgencies a WHERE a.DrillId = d.Id AND a.AgencyId = m.AgencyId))))
        """;

    private const string ListVisible = $"SELECT {Columns} FROM Drills d WHERE {Visible} ORDER BY d.CreatedWall DESC, d.Id";

    public Task<IReadOnlyList<DrillEntry>> ListVisibleTo(string accountId, CancellationToken cancel) =>
        database.Read<IReadOnlyList<DrillEntry>>(session => session.All<DrillEntry>(ListVisible, new { accountId }), cancel);

    private const string IsVisible = $"SELECT COUNT(*) FROM Drills d WHERE d.Id = @drillId AND {Visible}";

    public Task<bool> MaySee(string drillId, string accountId, CancellationToken cancel) =>
        database.Read(session => session.Number(IsVisible, new { drillId, accountId }) > 0, cancel);

    private const string NotEnded = $"SELECT {Columns} FROM Drills d WHERE d.Status <> 'ended' ORDER BY d.CreatedWall, d.Id";

    public Task<IReadOnlyList<DrillEntry>> ListNotEnded(CancellationToken cancel) =>
        database.Read<IReadOnlyList<DrillEntry>>(session => session.All<DrillEntry>(NotEnded), cancel);

    private const string ByJoinCode = $"SELECT {Columns} FROM Drills d WHERE d.JoinCode = @joinCode AND d.Status <> 'ended'";

    public Task<DrillEntry?> FindByJoinCode(string joinCode, CancellationToken cancel) =>
        database.Read(session => session.First<DrillEntry>(ByJoinCode, new { joinCode }), cancel);

    private const string UpdateStatus = """
        UPDATE Drills
        SET Status = @status, EndedWall = CASE WHEN @status <> 'ended' THEN NULL WHEN Status = 'ended' THEN EndedWall ELSE @wall END
        WHERE Id = @drillId
          AND (@status = 'ended' OR NOT EXISTS
               (SELECT 1 FROM Drills o WHERE o.JoinCode = Drills.JoinCode AND o.Id <> Drills.Id AND o.Status <> 'ended'))
        """;

    public Task<bool> SetStatus(string drillId, string status, DateTimeOffset wall) =>
        database.WriteOne(session => session.Execute(UpdateStatus, new { drillId, status, wall }) == 1);

    private const string Renew = """
        UPDATE Drills SET LeaseUntilAt = @untilAt, LeaseWall = @wall
        WHERE Id = @drillId AND (SELECT COALESCE(MAX(Version), 0) FROM DrillLog WHERE DrillId = @drillId) = @version
        """;

    public Task<bool> RenewLease(string drillId, long version, long untilAt, DateTimeOffset wall) =>
        database.WriteOne(session => session.Execute(Renew, new { drillId, version, untilAt, wall }) == 1);

    private const string AdmitAgency = """
        INSERT INTO DrillAgencies (DrillId, AgencyId)
        SELECT @drillId, @agencyId
        WHERE NOT EXISTS (SELECT 1 FROM DrillAgencies WHERE DrillId = @drillId AND AgencyId = @agencyId)
          AND NOT EXISTS (SELECT 1 FROM Drills WHERE Id = @drillId AND AgencyId = @agencyId)
        """;

    public Task Admit(string drillId, string agencyId) =>
        database.WriteOne(session => session.Execute(AdmitAgency, new { drillId, agencyId }));

    private const string ListAgencies = """
        SELECT AgencyId FROM (
            SELECT AgencyId, 0 AS Place FROM Drills WHERE Id = @drillId
            UNION ALL
            SELECT AgencyId, 1 AS Place FROM DrillAgencies WHERE DrillId = @drillId) x
        ORDER BY Place, AgencyId
        """;

    public Task<IReadOnlyList<string>> Agencies(string drillId, CancellationToken cancel) =>
        database.Read<IReadOnlyList<string>>(session => session.All<string>(ListAgencies, new { drillId }), cancel);
}
