using System.Collections.Immutable;
using System.Threading.Channels;
using HanoiAcademy.Content.Scenarios;
using HanoiAcademy.Drills.Reports;
using HanoiAcademy.Drills.Simulation;
using HanoiAcademy.Storage.Figures;
using Microsoft.Extensions.Options;

namespace HanoiAcademy.Server.Figures;

/// <summary>
/// Lets simulated players play a scenario so and so many times, once for each hash of it, on one core and one scenario at a time, when somebody first asks for
/// their medians. Several nodes may do it at once: the same scenario and the same seeds give the same figures.
/// </summary>
internal sealed class SimulatedPlays(IFigures kept, IOptions<FiguresOptions> options, TimeProvider time, ILogger<SimulatedPlays> logger) : BackgroundService
{
    private const int MostWaiting = 100;

    private readonly Channel<PinnedScenario> _asked = Channel.CreateBounded<PinnedScenario>(new BoundedChannelOptions(MostWaiting) { FullMode = BoundedChannelFullMode.DropWrite });
    private ImmutableHashSet<string> _known = ImmutableHashSet.Create<string>(StringComparer.Ordinal);

    /// <summary>All teams of all runs; null when it is not played yet, which it then is.</summary>
    public async Task<(int Runs, DrillFigureSet Figures)?> Of(PinnedScenario scenario, CancellationToken cancel)
    {
        if (options.Value.SimulatedRuns == 0)
            return null;
        if (await kept.OfSimulated(scenario.Sha256, cancel) is { } there)
            return DrillFigureSet.Read(there.Figures) is { Teams.Length: > 0 } figures ? (there.Runs, figures) : null;
        if (ImmutableInterlocked.Update(ref _known, known => known.Add(scenario.Sha256)))
            _asked.Writer.TryWrite(scenario);
        return null;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await foreach (var scenario in _asked.Reader.ReadAllAsync(stoppingToken))
                await Play(scenario, stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The server stops; whoever asks next begins it anew.
        }
    }

    internal async Task Play(PinnedScenario scenario, CancellationToken stop)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(stop);
        limit.CancelAfter(TimeSpan.FromSeconds(options.Value.SimulatedSeconds));
        try
        {
            var runs = options.Value.SimulatedRuns;
            var figures = await Task.Factory.StartNew(() => Run(scenario, runs, limit.Token), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
            await kept.Keep(new SimulatedFigures { ContentSha256 = scenario.Sha256, Runs = runs, Figures = figures.Write(), MadeWall = time.GetUtcNow() });
        }
        catch (OperationCanceledException) when (!stop.IsCancellationRequested)
        {
            logger.LogWarning("Simulated players took too long over {Scenario}; it shows no medians of theirs. Figures:SimulatedSeconds gives them longer.", scenario.Scenario.Id);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            // One scenario that breaks must not keep the others from being played.
            logger.LogError(e, "What simulated players made of {Scenario} could not be worked out.", scenario.Scenario.Id);
        }
    }

    private static DrillFigureSet Run(PinnedScenario pinned, int runs, CancellationToken limit)
    {
        var teams = ImmutableArray.CreateBuilder<TeamFigure>();
        for (var seed = 1; seed <= runs; seed++)
        {
            limit.ThrowIfCancellationRequested();
            var log = LogFolding.Of(pinned.Scenario, Rehearsal.Run(pinned.Scenario, seed));
            teams.AddRange(DrillFigureSet.Of(pinned.Scenario, log).Teams);
        }

        return new DrillFigureSet(true, true, teams.ToImmutable());
    }
}
