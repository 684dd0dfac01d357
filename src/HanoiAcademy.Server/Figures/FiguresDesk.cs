using HanoiAcademy.Server.Drills.Reports;
using HanoiAcademy.Storage.Drills;
using HanoiAcademy.Storage.Figures;

namespace HanoiAcademy.Server.Figures;

/// <summary>Figures of ended drills: those that are kept, and a few more that are worked out while somebody looks.</summary>
internal sealed class FiguresDesk(IFigures kept, PastLogs past, TimeProvider time)
{
    /// <summary>A log is read whole for it; the rest waits for the next look.</summary>
    public const int MostAtOnce = 12;

    /// <returns>By drill, without those that never began; and how many have still to be worked out.</returns>
    public async Task<(IReadOnlyDictionary<string, DrillFigureSet> Figures, int Waiting)> Of(IEnumerable<DrillEntry> drills, CancellationToken cancel)
    {
        var found = new Dictionary<string, DrillFigureSet>(StringComparer.Ordinal);
        var (made, waiting) = (0, 0);
        foreach (var drill in drills.Where(drill => drill.Status == DrillStatus.Ended))
        {
            var version = await kept.LogVersion(drill.Id, cancel);
            var figures = await kept.Of(drill.Id, cancel) is { } there && there.LogVersion == version ? DrillFigureSet.Read(there.Figures) : null;
            if (figures is null && made++ < MostAtOnce)
                figures = await Make(drill, version, cancel);
            if (figures is null)
                waiting++;
            else if (figures.Began)
                found[drill.Id] = figures;
        }

        return (found, waiting);
    }

    /// <param name="version">Of the log's last row, also where that one cannot be read: it is not read again for each look.</param>
    private async Task<DrillFigureSet> Make(DrillEntry drill, long version, CancellationToken cancel)
    {
        var (scenario, log) = await past.Of(drill, cancel);
        var figures = DrillFigureSet.Of(scenario, log);
        await kept.Keep(new KeptFigures { DrillId = drill.Id, LogVersion = version, Figures = figures.Write(), MadeWall = time.GetUtcNow() });
        return figures;
    }
}
