using HanoiAcademy.Storage.Database;

namespace HanoiAcademy.Storage.Scenarios;

internal sealed class ClosedScenarios(IDatabase database) : IClosedScenarios
{
    // Nothing opens a scenario when its time has come: it is asked each time, so that no node has to be there for it.
    private const string ListClosed = """
        SELECT c.ScenarioId, c.AgencyId, c.Reason, c.ClosedBy, c.ClosedWall, c.UntilWall, c.UntilDrill, c.UntilExercise
        FROM ClosedScenarios c
        WHERE (c.UntilWall IS NULL AND c.UntilDrill IS NULL AND c.UntilExercise IS NULL)
           OR c.UntilWall > @now
           OR EXISTS (SELECT 1 FROM Drills d WHERE d.Id = c.UntilDrill AND d.Status <> 'ended')
           OR EXISTS (SELECT 1 FROM Drills e WHERE e.ExerciseId = c.UntilExercise AND e.Status <> 'ended')
        ORDER BY c.ScenarioId, c.AgencyId
        """;

    public Task<IReadOnlyList<ClosedScenario>> List(DateTimeOffset now, CancellationToken cancel) =>
        database.Read<IReadOnlyList<ClosedScenario>>(session => session.All<ClosedScenario>(ListClosed, new { now }), cancel);

    private const string Forget = "DELETE FROM ClosedScenarios WHERE ScenarioId = @scenarioId AND AgencyId = @agencyId";

    private const string Insert = """
        INSERT INTO ClosedScenarios (ScenarioId, AgencyId, Reason, ClosedBy, ClosedWall, UntilWall, UntilDrill, UntilExercise)
        VALUES (@ScenarioId, @AgencyId, @Reason, @ClosedBy, @ClosedWall, @UntilWall, @UntilDrill, @UntilExercise)
        """;

    public Task Close(ClosedScenario closed) => database.Write(session =>
    {
        session.Execute(Forget, new { scenarioId = closed.ScenarioId, agencyId = closed.AgencyId });
        return session.Execute(Insert, closed);
    });

    public Task<bool> Open(string scenarioId, string agencyId) =>
        database.WriteOne(session => session.Execute(Forget, new { scenarioId, agencyId }) == 1 || session.Again);
}
