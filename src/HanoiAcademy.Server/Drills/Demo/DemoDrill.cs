using System.Globalization;
using HanoiAcademy.Content.Scenarios;
using HanoiAcademy.Drills.Commands;
using HanoiAcademy.Drills.Scenarios;
using HanoiAcademy.Server.Accounts;
using HanoiAcademy.Server.Drills.Launch;
using HanoiAcademy.Server.Drills.Rooms;
using HanoiAcademy.Server.Hosting;
using HanoiAcademy.Storage.Accounts;
using HanoiAcademy.Storage.Agencies;
using HanoiAcademy.Storage.Drills;
using Microsoft.Extensions.Options;

namespace HanoiAcademy.Server.Drills.Demo;

/// <summary>Keeps one drill running in a demo, its empty seats simulated and one left for the visitor; one that has ended starts anew.</summary>
internal sealed class DemoDrill(
    ScenarioLibrary library, DrillLauncher launcher, IDrillCatalog catalog, IDrillRooms rooms, IAgencies agencies, IAccountDirectory accounts, IOptions<HostingOptions> hosting, IOptions<DrillsOptions> options,
    StartLines lines, TimeProvider time, ILogger<DemoDrill> logger) : BackgroundService
{
    private const string ScenarioId = "invoice-at-dawn";
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!hosting.Value.Demo)
            return;
        if (library.Find(ScenarioId) is not { } pinned)
        {
            lines.Write($"The demo has no drill: scenarios/{ScenarioId} is missing or has errors (see `academy check scenarios`).");
            return;
        }

        string? shown = null;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                var drill = (await catalog.ListNotEnded(stoppingToken)).FirstOrDefault(d => d.IsDemo) ?? await Launch(pinned.Scenario, stoppingToken);
                await GoOn(drill);
                if (shown != drill.Id)
                    lines.Write($"Demo drill “{drill.Title}” is running. Join it at /join?code={drill.JoinCode} (code {drill.JoinCode}).");
                shown = drill.Id;
                await UntilEnded(drill, stoppingToken);
                await Task.Delay(TimeSpan.FromSeconds(options.Value.DemoPauseSeconds), time, stoppingToken);
            }
            catch (OperationCanceledException)
            {
                return;
            }
            catch (Exception e)
            {
                logger.LogError(e, "The demo drill could not be started; another try follows.");
                await Task.Delay(Look, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private async Task<DrillEntry> Launch(Scenario scenario, CancellationToken cancel)
    {
        var agency = (await agencies.List(cancel)).FirstOrDefault() ?? throw new InvalidOperationException("The demo has no agency yet.");
        var instructor = (await accounts.InAgency(agency.Id, cancel)).FirstOrDefault(account => account.UserName == DemoAccounts.InstructorUserName);
        var free = scenario.Teams.SelectMany(team => team.Roles.Where(role => role.Free).Select(role => $"{team.Id}.{role.Id}.1")).Take(1).ToList();
        var order = new LaunchOrder { Scenario = ScenarioId, Speed = options.Value.DemoSpeed, Guests = true, AfterCrash = "go-on", SimulateEmptySeats = true };
        var launched = await launcher.Launch(order, instructor?.Id, agency.Id, isDemo: true, keepFree: free);
        return launched.Drill ?? throw new InvalidOperationException($"The demo drill was refused: {launched.Code}.");
    }

    /// <summary>A demo has no instructor who would press StartEx or Resume.</summary>
    private async Task GoOn(DrillEntry drill)
    {
        foreach (var command in new Command[] { new StartExercise(), new Resume() })
        {
            var id = string.Create(CultureInfo.InvariantCulture, $"demo-{Guid.NewGuid():n}");
            var answer = await rooms.Send(drill.Id, new Envelope(id, Actor.System.Id, command));
            if (answer.Status == Answer.AcceptedStatus)
                return;
            if (answer.Code == "not-launched")
            {
                // The server died between the list's line and the log's first row: nobody will ever start this one.
                await catalog.SetStatus(drill.Id, DrillStatus.Ended, time.GetUtcNow());
                throw new InvalidOperationException($"Demo drill {drill.Id} was never launched.");
            }
        }
    }

    /// <summary>Whoever stopped the demo has gone home after a while; the next visitor finds it running.</summary>
    private async Task UntilEnded(DrillEntry drill, CancellationToken cancel)
    {
        for (var paused = TimeSpan.Zero; await catalog.Get(drill.Id, cancel) is { } now && now.Status != DrillStatus.Ended;)
        {
            await Task.Delay(Look, time, cancel);
            paused = now.Status == DrillStatus.Paused ? paused + Look : TimeSpan.Zero;
            if (paused < LongestPause)
                continue;
            await GoOn(drill);
            paused = TimeSpan.Zero;
        }
    }
}
