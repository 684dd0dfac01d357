using HanoiAcademy.Storage.Database;

namespace HanoiAcademy.Storage.People;

internal sealed class DataActs(IDatabase database) : IDataActs
{
    private const string Insert = """
        INSERT INTO DataActs (Id, AgencyId, Wall, Act, Reason, Quantity, DoneBy)
        SELECT @Id, @AgencyId, @Wall, @Act, @Reason, @Quantity, @DoneBy
        WHERE NOT EXISTS (SELECT 1 FROM DataActs WHERE Id = @Id)
        """;

    public static int Keep(Session session, DataAct act) => session.Execute(Insert, act);

    private const string More = "UPDATE DataActs SET Quantity = Quantity + @Quantity WHERE Id = @Id";

    /// <summary>To the line that is there, else as a new one: what one rule does in a day is one line.</summary>
    public static int Add(Session session, DataAct act) => session.Execute(More, act) is var added and > 0 ? added : Keep(session, act);

    public Task Keep(DataAct act) => database.WriteOne(session => Keep(session, act));

    private const string OfAgency = """
        SELECT Id, AgencyId, Wall, Act, Reason, Quantity, DoneBy FROM DataActs
        WHERE AgencyId = @agencyId ORDER BY Wall DESC, Id
        """;

    public Task<IReadOnlyList<DataAct>> Of(string agencyId, int most, CancellationToken cancel) =>
        database.Read<IReadOnlyList<DataAct>>(session => [.. session.All<DataAct>(OfAgency, new { agencyId }).Take(most)], cancel);
}
