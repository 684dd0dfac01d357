using HanoiAcademy.Storage.Database;

namespace HanoiAcademy.Storage.Drills;

internal sealed class DrillControllers(IDatabase database) : IDrillControllers
{
    private const string Change = """
        UPDATE DrillControllers SET Role = @Role, Team = @Team, AppointedBy = @AppointedBy, Since = @Since
        WHERE DrillId = @DrillId AND AccountId = @AccountId
        """;

    private const string Insert = """
        INSERT INTO DrillControllers (DrillId, AccountId, Role, Team, AppointedBy, Since)
        SELECT @DrillId, @AccountId, @Role, @Team, @AppointedBy, @Since
        WHERE NOT EXISTS (SELECT 1 FROM DrillControllers WHERE DrillId = @DrillId AND AccountId = @AccountId)
        """;

    public Task Appoint(DrillController controller) =>
        database.Write(session => session.Execute(Change, controller) == 1 || session.Execute(Insert, controller) == 1);

    // A line that stands stays as it is: a link that was handed out must neither let in again who was dismissed nor give back what was taken.
    public Task<bool> Join(DrillController controller) =>
        database.WriteOne(session => session.Execute(Insert, controller) == 1 || session.Again);

    private const string SetDismissed = """
        UPDATE DrillControllers SET Role = 'dismissed', Team = NULL
        WHERE DrillId = @drillId AND AccountId = @accountId AND Role <> 'dismissed'
        """;

    public Task<bool> Dismiss(string drillId, string accountId) =>
        database.WriteOne(session => session.Execute(SetDismissed, new { drillId, accountId }) == 1 || session.Again);

    private const string Columns = "DrillId, AccountId, Role, Team, AppointedBy, Since";

    private const string OfDrill = $"SELECT {Columns} FROM DrillControllers WHERE DrillId = @drillId AND Role <> 'dismissed' ORDER BY Since, AccountId";

    public Task<IReadOnlyList<DrillController>> Of(string drillId, CancellationToken cancel) =>
        database.Read<IReadOnlyList<DrillController>>(session => session.All<DrillController>(OfDrill, new { drillId }), cancel);

    private const string OfAccount = $"SELECT {Columns} FROM DrillControllers WHERE DrillId = @drillId AND AccountId = @accountId AND Role <> 'dismissed'";

    public Task<DrillController?> Find(string drillId, string accountId, CancellationToken cancel) =>
        database.Read(session => session.First<DrillController>(OfAccount, new { drillId, accountId }), cancel);
}
