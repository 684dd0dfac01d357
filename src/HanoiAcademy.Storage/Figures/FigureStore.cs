using HanoiAcademy.Storage.Database;

namespace HanoiAcademy.Storage.Figures;

internal sealed class FigureStore(IDatabase database) : IFigures
{
    private const string OfDrill = "SELECT DrillId, LogVersion, Figures, MadeWall FROM DrillFigures WHERE DrillId = @drillId";

    public Task<KeptFigures?> Of(string drillId, CancellationToken cancel) =>
        database.Read(session => session.First<KeptFigures>(OfDrill, new { drillId }), cancel);

    private const string Last = "SELECT COALESCE(MAX(Version), 0) FROM DrillLog WHERE DrillId = @drillId";

    public Task<long> LogVersion(string drillId, CancellationToken cancel) => database.Read(session => session.Number(Last, new { drillId }), cancel);

    private const string Update = """
        UPDATE DrillFigures SET LogVersion = @LogVersion, Figures = @Figures, MadeWall = @MadeWall WHERE DrillId = @DrillId AND LogVersion <= @LogVersion
        """;

    private const string Insert = """
        INSERT INTO DrillFigures (DrillId, LogVersion, Figures, MadeWall)
        SELECT @DrillId, @LogVersion, @Figures, @MadeWall WHERE NOT EXISTS (SELECT 1 FROM DrillFigures WHERE DrillId = @DrillId)
        """;

    public Task Keep(KeptFigures figures) => database.Write(session => session.Execute(Update, figures) == 1 || session.Execute(Insert, figures) == 1);

    private const string OfContent = "SELECT ContentSha256, Runs, Figures, MadeWall FROM SimulatedFigures WHERE ContentSha256 = @contentSha256";

    public Task<SimulatedFigures?> OfSimulated(string contentSha256, CancellationToken cancel) =>
        database.Read(session => session.First<SimulatedFigures>(OfContent, new { contentSha256 }), cancel);

    private const string InsertSimulated = """
        INSERT INTO SimulatedFigures (ContentSha256, Runs, Figures, MadeWall)
        SELECT @ContentSha256, @Runs, @Figures, @MadeWall WHERE NOT EXISTS (SELECT 1 FROM SimulatedFigures WHERE ContentSha256 = @ContentSha256)
        """;

    public Task Keep(SimulatedFigures figures) => database.WriteOne(session => session.Execute(InsertSimulated, figures));
}
