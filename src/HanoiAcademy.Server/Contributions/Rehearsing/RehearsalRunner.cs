using System.Text;
using HanoiAcademy.Content.Rehearsals;
using HanoiAcademy.Drills.Scenarios;
using HanoiAcademy.Drills.Simulation;
using HanoiAcademy.Server.Contributions.Reading;
using HanoiAcademy.Storage.Contributions;
using HanoiAcademy.Storage.Pinned;
using Microsoft.Extensions.Options;

namespace HanoiAcademy.Server.Contributions.Rehearsing;

/// <summary>
/// Plays what was asked for, one rehearsal at a time on a node and on one core, so that drills go on beside it. What its node left when it died is begun anew
/// by whoever finds it silent.
/// </summary>
internal sealed class RehearsalRunner(
    RehearsalDesk desk, IRehearsals rehearsals, IContributions contributions, ContributionFolders folders, IContentStore content, IOptions<ContributionsOptions> options, TimeProvider time,
    ILogger<RehearsalRunner> logger) : BackgroundService
{
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Silent = TimeSpan.FromMinutes(2);
    private const int MostAttempts = 2;
    private static readonly TimeSpan BetweenNotes = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                while (await rehearsals.TakeNext(time.GetUtcNow(), time.GetUtcNow() - Silent) is { } next)
                    await Play(next, stoppingToken);
                await desk.WaitAsync(Look, stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                // The server stops; another node, or this one when it is back, begins it anew.
            }
            catch (Exception e)
            {
                logger.LogWarning(e, "A rehearsal could not be kept; it is tried again in {Look}.", Look);
                await Task.Delay(Look, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private async Task Play(KeptRehearsal rehearsal, CancellationToken stop)
    {
        if (await contributions.Version(rehearsal.ContributionId, rehearsal.Number, stop) is not { } version)
            return;
        var read = await folders.Read(version, stop);
        if (read.Scenario is not { } scenario)
        {
            await Fail(rehearsal, "The scenario has errors; mend them before a rehearsal.");
            return;
        }

        // A scenario that takes its node down with it must not go round all of them.
        if (rehearsal.Attempts > MostAttempts)
        {
            await Fail(rehearsal, $"It was begun {MostAttempts} times and each time the server stopped amid it. Rehearse it with the academy command on a machine of your own.");
            return;
        }

        using var limit = CancellationTokenSource.CreateLinkedTokenSource(stop);
        limit.CancelAfter(TimeSpan.FromSeconds(options.Value.RehearsalSeconds));
        var played = 0;
        var work = Task.Factory.StartNew(() => Run(scenario, rehearsal.Runs, () => Interlocked.Increment(ref played), limit.Token), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        try
        {
            while (await Task.WhenAny(work, Task.Delay(BetweenNotes, time, CancellationToken.None)) != work)
                await rehearsals.Note(rehearsal with { Played = Volatile.Read(ref played), SeenWall = time.GetUtcNow() });
        }
        catch
        {
            // What can no longer be kept is not played on beside the next one.
            await limit.CancelAsync();
            await ((Task)work).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            throw;
        }

        stop.ThrowIfCancellationRequested();
        try
        {
            var (findings, page) = await work;
            await rehearsals.Note(rehearsal with
            {
                Status = RehearsalStatus.Done,
                Played = rehearsal.Runs,
                Findings = RehearsalDesk.Write(findings),
                PageSha256 = await content.Put(Encoding.UTF8.GetBytes(page)),
                SeenWall = time.GetUtcNow(),
            });
        }
        catch (OperationCanceledException)
        {
            await Fail(rehearsal, $"It was broken off after {options.Value.RehearsalSeconds} seconds and {played} of {rehearsal.Runs} runs: the scenario is too large to be rehearsed here. Rehearse it with the academy command on a machine of your own.");
        }
        catch (Exception e)
        {
            // What breaks the rules or the drawing is the scenario that nobody thought of: its author hears, the next one in the queue is played.
            logger.LogError(e, "The rehearsal of the contribution {Contribution}, version {Number}, broke.", rehearsal.ContributionId, rehearsal.Number);
            await Fail(rehearsal, "Something broke while it was played. It has been written to the server's log; tell whoever looks after the site.");
        }
    }

    private Task<bool> Fail(KeptRehearsal rehearsal, string sentence) => rehearsals.Note(
        rehearsal with { Status = RehearsalStatus.Failed, Findings = RehearsalDesk.Write([new Finding(false, sentence)]), SeenWall = time.GetUtcNow() });

    private static (IReadOnlyList<Finding> Findings, string Page) Run(Scenario scenario, int runs, Action done, CancellationToken limit)
    {
        var played = new List<Played>();
        foreach (var run in RehearsalRun.Plan(runs, 1).Take(runs))
        {
            limit.ThrowIfCancellationRequested();
            played.Add(run.Play(scenario));
            done();
        }

        var result = new RehearsalResult(scenario, played);
        var findings = Findings.Of(result);
        return (findings, RehearsalPage.Of(result, findings));
    }
}
