namespace HanoiAcademy.Storage.Figures;

/// <summary>Figures of drills and of rehearsals, kept so that a list over years reads no logs. All of it can be worked out anew.</summary>
public interface IFigures
{
    Task<KeptFigures?> Of(string drillId, CancellationToken cancel = default);

    /// <summary>The last row of a drill's log; 0 for none.</summary>
    Task<long> LogVersion(string drillId, CancellationToken cancel = default);

    /// <summary>Takes the place of what was kept of an earlier state of the log; of a later one it stays.</summary>
    Task Keep(KeptFigures figures);

    Task<SimulatedFigures?> OfSimulated(string contentSha256, CancellationToken cancel = default);

    /// <summary>The first that is kept stands: the same scenario gives the same figures.</summary>
    Task Keep(SimulatedFigures figures);
}
