using System.Buffers.Binary;
using System.Security.Cryptography;
using HanoiAcademy.Drills.Commands;
using HanoiAcademy.Drills.Control;
using HanoiAcademy.Drills.Scenarios;
using HanoiAcademy.Server.Drills.Seats;
using HanoiAcademy.Storage.Drills;
using HanoiAcademy.Storage.Pinned;

namespace HanoiAcademy.Server.Drills.Launch;

/// <summary>Drill: as it is in the catalogue. Code: why there is none.</summary>
internal sealed record Launched(DrillEntry? Drill, string? Code = null, string Word = "")
{
    public static Launched Refused(LaunchRefusal refusal) => new(null, refusal.Code, refusal.Word);
}

/// <summary>Pins a scenario and makes a drill of it, with everybody's choices in its first rows.</summary>
internal sealed class DrillLauncher(LaunchCheck check, IContentStore content, IDrillCatalog catalog, TimeProvider time)
{
    /// <param name="launcher">The account; null when the server itself launches.</param>
    /// <param name="keepFree">Seats that no simulated player takes.</param>
    public async Task<Launched> Launch(LaunchOrder order, string? launcher, string agencyId, bool isDemo = false, IReadOnlyCollection<string>? keepFree = null)
    {
        var (pinned, refused) = await check.Scenario(order.Scenario, agencyId, order.Speed, order.AfterCrash, order.NoController);
        if (pinned is null)
            return Launched.Refused(refused!);
        (var title, refused) = LaunchCheck.Title(order.Title, OwnTitle(pinned.Scenario));
        if (refused is not null)
            return Launched.Refused(refused);
        if (!Sharing.Words.Contains(order.Sharing))
            return new Launched(null, "bad-choice", string.Join(", ", Sharing.Words));
        (var admitted, refused) = await check.Agencies(order.Agencies);
        if (refused is not null)
            return Launched.Refused(refused);

        var drill = Entry(order, pinned.Scenario, title, await content.Put(pinned.Bytes), launcher, agencyId, time.GetUtcNow()) with { IsDemo = isDemo };
        var opening = Opening(order, pinned.Scenario, drill, NewSeed(), keepFree) with { Agencies = admitted };
        while (!await catalog.Create(drill, opening))
            drill = drill with { JoinCode = Codes.NewJoinCode() };
        return new Launched(drill);
    }

    public static long NewSeed() => BinaryPrimitives.ReadInt64LittleEndian(RandomNumberGenerator.GetBytes(8)) & long.MaxValue;

    public static string OwnTitle(Scenario scenario) => scenario.Title.In(scenario.Language, "en");

    public static DrillEntry Entry(LaunchOrder order, Scenario scenario, string title, string sha256, string? launcher, string agencyId, DateTimeOffset wall) => new()
    {
        Id = Codes.NewDrillId(),
        AgencyId = agencyId,
        ScenarioId = order.Scenario,
        Title = title,
        ContentSha256 = sha256,
        CreatedBy = launcher,
        CreatedWall = wall,
        JoinCode = Codes.NewJoinCode(),
        GuestsAllowed = order.Guests,
        AfterCrash = order.AfterCrash,
    };

    public static DrillOpening Opening(LaunchOrder order, Scenario scenario, DrillEntry drill, long seed, IReadOnlyCollection<string>? keepFree = null)
    {
        var first = new FirstRows(scenario, drill.Id, drill.CreatedWall)
            .Say("launch", new LaunchDrill(scenario.Id, drill.ContentSha256, seed, order.AfterCrash, order.NoController));
        if (order.Speed != 1)
            first.Say("speed", new SetSpeed(order.Speed));
        if (order.Sharing != Sharing.Own)
            first.Say("sharing", new SetSharing(order.Sharing));
        if (order.SimulateEmptySeats)
        {
            foreach (var place in SeatPlace.All(scenario, [], "").Where(place => keepFree?.Contains(place.Seat) != true))
                first.Say($"simulate-{place.Seat}", new SimulateSeat(place.Seat));
        }

        return new DrillOpening { Rows = first.Rows };
    }
}
