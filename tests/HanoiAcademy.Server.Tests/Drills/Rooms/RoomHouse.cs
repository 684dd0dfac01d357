using HanoiAcademy.Drills.Commands;
using HanoiAcademy.Drills.Scenarios;
using HanoiAcademy.Drills.Wire;
using HanoiAcademy.Server.Drills;
using HanoiAcademy.Server.Drills.Rooms;
using HanoiAcademy.Storage.Drills;
using Microsoft.Extensions.Logging.Abstractions;

namespace HanoiAcademy.Server.Tests.Drills.Rooms;

/// <summary>One room over a log in memory, on a clock that the test moves.</summary>
internal sealed class RoomHouse
{
    private int _ids;

    private RoomHouse(DrillsOptions options, DrillEntry drill, MemoryContent content)
    {
        (Options, Catalog) = (options, new MemoryCatalog(drill, Log));
        Services = new RoomServices(Log, Catalog, new LaunchedScenarios(content), Outlet, Time, Microsoft.Extensions.Options.Options.Create(options), NullLogger<DrillRoom>.Instance);
    }

    public FakeTime Time { get; } = new();

    public MemoryLog Log { get; } = new();

    public Outlet Outlet { get; } = new();

    public MemoryCatalog Catalog { get; }

    public DrillsOptions Options { get; }

    public RoomServices Services { get; }

    public DrillRoom Room { get; private set; } = null!;

    /// <summary>In the lobby, with both seats of <see cref="SmallDrill"/> taken.</summary>
    public static async Task<RoomHouse> Lobby(Action<DrillsOptions>? configure = null, string afterCrash = "pause", string noController = "go-on", Scenario? scenario = null, bool alone = false)
    {
        var options = new DrillsOptions { UndoWindowSeconds = 0 };
        configure?.Invoke(options);
        var content = new MemoryContent();
        var of = scenario ?? SmallDrill.Scenario;
        var hash = await content.Put(DrillJson.ToBytes(of));
        var drill = new DrillEntry { Id = "d1", AgencyId = "a1", ScenarioId = of.Id, Title = "D", ContentSha256 = hash, CreatedWall = default, JoinCode = "ABCDEF" };
        var house = new RoomHouse(options, drill, content);
        await house.Load();
        await house.Accept("system", new LaunchDrill(of.Id, hash, 7, afterCrash, noController, alone));
        return house;
    }

    public static async Task<RoomHouse> Running(Action<DrillsOptions>? configure = null, string afterCrash = "pause", string noController = "go-on")
    {
        var house = await Lobby(configure, afterCrash, noController);
        await house.Accept("system", new TakeSeat(SmallDrill.Analyst));
        await house.Accept("system", new TakeSeat(SmallDrill.Officer));
        await house.Accept(SmallDrill.Director, new StartExercise());
        return house;
    }

    /// <summary>A new activation, as after a crash: what was only in memory is gone.</summary>
    public async Task Load() => Room = await DrillRoom.Load("d1", Services);

    public Task<Answer> Send(string seat, Command command, string? id = null) => Room.Send(new Envelope(id ?? $"c{++_ids}", seat, command));

    public async Task<Answer> Accept(string seat, Command command)
    {
        var answer = await Send(seat, command);
        answer.Status.ShouldBe(Answer.AcceptedStatus, $"{command} {answer.Code}");
        return answer;
    }

    public async Task<string> See(string seat)
    {
        var view = await Room.View(new ViewAsk(seat, "en"));
        return System.Text.Encoding.UTF8.GetString(view.Team.Records!.Value.Utf8);
    }

    public async Task<long> At() => (await Room.View(new ViewAsk(SmallDrill.Director, "en"))).At;

    /// <summary>Lets wall time pass, with a turn whenever the room asked for one; a stale room gets none any more.</summary>
    public async Task Pass(TimeSpan wall)
    {
        var end = Time.GetTimestamp() + wall.Ticks;
        while (!Room.IsStale && Room.NextWake is { } next && Time.GetTimestamp() + next.Ticks <= end)
        {
            Time.Advance(next);
            await Room.Wake();
        }

        Time.Advance(TimeSpan.FromTicks(end - Time.GetTimestamp()));
    }

    public Task Seconds(double seconds) => Pass(TimeSpan.FromSeconds(seconds));
}
