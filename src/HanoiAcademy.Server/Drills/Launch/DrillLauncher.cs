using System.Buffers.Binary;
using System.Security.Cryptography;
using HanoiAcademy.Content.Scenarios;
using HanoiAcademy.Drills.Commands;
using HanoiAcademy.Server.Drills.Rooms;
using HanoiAcademy.Server.Drills.Seats;
using HanoiAcademy.Storage.Agencies;
using HanoiAcademy.Storage.Drills;
using HanoiAcademy.Storage.Pinned;

namespace HanoiAcademy.Server.Drills.Launch;

/// <summary>Drill: as it is in the catalogue. Code: why there is none.</summary>
internal sealed record Launched(DrillEntry? Drill, string? Code = null, string Word = "");

/// <summary>Pins a scenario and makes a drill of it, with everybody's choices in its first rows.</summary>
internal sealed class DrillLauncher(
    ScenarioLibrary library, IContentStore content, IDrillCatalog catalog, IAgencies agencies, IDrillRooms rooms, TimeProvider time)
{
    private const int LongestTitle = 120;

    /// <param name="launcher">The account; null when the server itself launches.</param>
    /// <param name="keepFree">Seats that no simulated player takes.</param>
    public async Task<Launched> Launch(LaunchOrder order, string? launcher, string agencyId, bool isDemo = false, IReadOnlyCollection<string>? keepFree = null)
    {
        if (library.Find(order.Scenario) is not { } pinned)
            return new Launched(null, "unknown-scenario", order.Scenario);
        if (!SetSpeed.Speeds.Contains(order.Speed))
            return new Launched(null, "bad-speed", string.Join(", ", SetSpeed.Speeds));
        if (order.AfterCrash is not ("pause" or "go-on") || order.NoController is not ("pause" or "go-on"))
            return new Launched(null, "bad-choice", "pause, go-on");
        var title = order.Title.Trim() is { Length: > 0 } given ? given : pinned.Scenario.Title.In(pinned.Scenario.Language, "en");
        if (title.Length > LongestTitle || title.Any(char.IsControl))
            return new Launched(null, "bad-title", $"{LongestTitle}");
        var admitted = new List<string>();
        foreach (var slug in order.Agencies)
        {
            if (await agencies.FindBySlug(slug) is not { } agency)
                return new Launched(null, "unknown-agency", slug);
            admitted.Add(agency.Id);
        }

        var drill = await Create(order, launcher, agencyId, title, await content.Put(pinned.Bytes), isDemo);
        foreach (var agency in admitted)
            await catalog.Admit(drill.Id, agency);
        var seed = BinaryPrimitives.ReadInt64LittleEndian(RandomNumberGenerator.GetBytes(8)) & long.MaxValue;
        await Say(drill, "launch", new LaunchDrill(pinned.Scenario.Id, drill.ContentSha256, seed, order.AfterCrash, order.NoController));
        if (order.Speed != 1)
            await Say(drill, "speed", new SetSpeed(order.Speed));
        if (order.SimulateEmptySeats)
        {
            foreach (var place in SeatPlace.All(pinned.Scenario, [], "").Where(place => keepFree?.Contains(place.Seat) != true))
                await Say(drill, $"simulate-{place.Seat}", new SimulateSeat(place.Seat));
        }

        return new Launched(drill);
    }

    private async Task<DrillEntry> Create(LaunchOrder order, string? launcher, string agencyId, string title, string sha256, bool isDemo)
    {
        var drill = new DrillEntry
        {
            Id = Codes.NewDrillId(),
            AgencyId = agencyId,
            ScenarioId = order.Scenario,
            Title = title,
            ContentSha256 = sha256,
            CreatedBy = launcher,
            CreatedWall = time.GetUtcNow(),
            JoinCode = Codes.NewJoinCode(),
            GuestsAllowed = order.Guests,
            AfterCrash = order.AfterCrash,
            IsDemo = isDemo,
        };
        while (!await catalog.Create(drill))
            drill = drill with { JoinCode = Codes.NewJoinCode() };
        return drill;
    }

    private async Task Say(DrillEntry drill, string id, Command command)
    {
        var answer = await rooms.Send(drill.Id, new Envelope(id, Actor.System.Id, command));
        if (answer.Status != Answer.AcceptedStatus)
            throw new InvalidOperationException($"Launching {drill.ScenarioId}: {id} was answered {answer.Status} {answer.Code}.");
    }
}
