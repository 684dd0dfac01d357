using HanoiAcademy.Storage.Database;

namespace HanoiAcademy.Storage.Drills;

/// <summary>Writes a new drill in somebody's transaction, so that it is there whole or not at all.</summary>
internal static class NewDrillRows
{
    private const string InsertDrill = """
        INSERT INTO Drills (Id, AgencyId, ExerciseId, ScenarioId, Title, ContentSha256, Status, CreatedBy, CreatedWall, JoinCode,
            GuestsAllowed, AfterCrash, IsDemo, IsAlone, LeaseUntilAt, LeaseWall, EndedWall, ForkedFrom, ForkedRow)
        SELECT @Id, @AgencyId, @ExerciseId, @ScenarioId, @Title, @ContentSha256, @Status, @CreatedBy, @CreatedWall, @JoinCode,
            @GuestsAllowed, @AfterCrash, @IsDemo, @IsAlone, @LeaseUntilAt, @LeaseWall, @EndedWall, @ForkedFrom, @ForkedRow
        WHERE NOT EXISTS (SELECT 1 FROM Drills WHERE JoinCode = @JoinCode AND Status <> 'ended')
        """;

    /// <summary>False when the join code is taken: nothing is written then.</summary>
    public static bool InsertLine(Session session, DrillEntry drill) => session.Execute(InsertDrill, drill) == 1;

    private const string IsThere = "SELECT COUNT(*) FROM Drills WHERE Id = @Id AND JoinCode = @JoinCode";

    /// <summary>For work that runs again: it may have been kept the first time.</summary>
    public static bool WasKept(Session session, DrillEntry drill) => session.Again && session.Number(IsThere, new { drill.Id, drill.JoinCode }) == 1;

    private const string CopyPast = """
        INSERT INTO DrillLog (DrillId, Version, CommandId, Seat, At, Wall, Events, Digest)
        SELECT @drillId, Version, CONCAT('past ', Version), Seat, At, Wall, Events, Digest
        FROM DrillLog WHERE DrillId = @from AND Version <= @upTo
        """;

    private const string InsertRow = """
        INSERT INTO DrillLog (DrillId, Version, CommandId, Seat, At, Wall, Events, Digest)
        VALUES (@DrillId, @Version, @CommandId, @Seat, @At, @Wall, @Events, @Digest)
        """;

    private const string InsertAgency = "INSERT INTO DrillAgencies (DrillId, AgencyId) VALUES (@drillId, @agencyId)";

    private const string InsertSeat = """
        INSERT INTO DrillSeats (DrillId, Seat, AccountId, GuestName, RejoinWordHash, Since)
        VALUES (@DrillId, @Seat, @AccountId, @GuestName, @RejoinWordHash, @Since)
        """;

    public static void InsertOpening(Session session, DrillEntry drill, DrillOpening opening)
    {
        if (opening.Past is { } past && session.Execute(CopyPast, new { drillId = drill.Id, from = past.DrillId, upTo = past.UpTo }) != past.UpTo)
        {
            throw new InvalidOperationException($"The log of drill {past.DrillId} does not reach row {past.UpTo}.");
        }

        foreach (var row in opening.Rows)
        {
            session.Execute(InsertRow, row.Signed());
        }

        foreach (var holder in opening.Seats)
        {
            session.Execute(InsertSeat, holder);
        }

        foreach (var agencyId in opening.Agencies.Where(agency => agency != drill.AgencyId).Distinct(StringComparer.Ordinal))
        {
            session.Execute(InsertAgency, new { drillId = drill.Id, agencyId });
        }
    }
}
