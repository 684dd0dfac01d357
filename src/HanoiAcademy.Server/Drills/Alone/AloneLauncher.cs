using System.Globalization;
using HanoiAcademy.Drills.Commands;
using HanoiAcademy.Drills.Scenarios;
using HanoiAcademy.Drills.Simulation;
using HanoiAcademy.Server.Agencies;
using HanoiAcademy.Server.Drills.Closing;
using HanoiAcademy.Server.Drills.Launch;
using HanoiAcademy.Server.Drills.Seats;
using HanoiAcademy.Storage.Drills;
using HanoiAcademy.Storage.Pinned;
using Microsoft.Extensions.Options;
using Role = HanoiAcademy.Server.Agencies.Role;

namespace HanoiAcademy.Server.Drills.Alone;

/// <summary>
/// Makes a drill for one person: he sits in one seat, simulated players in all others, and nobody controls it but he, within what the rules let its only
/// player do. It is his agency's, so that his instructors find its report.
/// </summary>
internal sealed class AloneLauncher(ScenarioShelf shelf, IContentStore content, IDrillCatalog catalog, IOptions<DrillsOptions> options, TimeProvider time)
{
    public async Task<Launched> Launch(AloneOrder order, Viewer viewer)
    {
        if (await shelf.Find(order.Scenario, viewer) is not { Pinned: var pinned })
            return new Launched(null, "unknown-scenario", order.Scenario);
        if (AloneRoles.Seat(pinned.Scenario, order.Role) is not { } seat)
            return new Launched(null, "no-such-seat", order.Role);
        if (Skill.Compared.All(skill => skill.Id != order.Skill))
            return new Launched(null, "no-such-skill", order.Skill);
        if (!SetSpeed.Speeds.Contains(order.Speed))
            return new Launched(null, "bad-speed", string.Join(", ", SetSpeed.Speeds));
        if (viewer.AgenciesWhere(Role.Trainee).FirstOrDefault() is not { } agency)
            return new Launched(null, "not-of-this-agency");

        var drill = new DrillEntry
        {
            Id = Codes.NewDrillId(),
            AgencyId = agency,
            ScenarioId = pinned.Scenario.Id,
            Title = DrillLauncher.OwnTitle(pinned.Scenario),
            ContentSha256 = await content.Put(pinned.Bytes),
            CreatedBy = viewer.AccountId,
            CreatedWall = time.GetUtcNow(),
            JoinCode = Codes.NewJoinCode(),
            AfterCrash = AfterCrash.Pause,
            IsAlone = true,
        };
        var opening = Opening(pinned.Scenario, drill, seat, order);
        var most = options.Value.MostAlone;
        for (; ; drill = drill with { JoinCode = Codes.NewJoinCode() })
        {
            switch (await catalog.CreateAlone(drill, opening, most))
            {
                case AloneAnswer.Created:
                    return new Launched(drill);
                case AloneAnswer.TooMany:
                    return new Launched(null, "too-many-alone", most.ToString(CultureInfo.InvariantCulture));
            }
        }
    }

    private static DrillOpening Opening(Scenario scenario, DrillEntry drill, string seat, AloneOrder order)
    {
        // Without anybody there for a while it pauses: its player is all there is of control.
        var first = new FirstRows(scenario, drill.Id, drill.CreatedWall)
            .Say("launch", new LaunchDrill(scenario.Id, drill.ContentSha256, DrillLauncher.NewSeed(), AfterCrash.Pause, NoController: "pause", Alone: true))
            .Say("sharing", new SetSharing("all")); // There is nobody to keep it from.
        if (order.Speed != 1)
            first.Say("speed", new SetSpeed(order.Speed));
        foreach (var place in SeatPlace.All(scenario, [], "").Where(place => place.Seat != seat))
            first.Say($"simulate-{place.Seat}", new SimulateSeat(place.Seat, order.Skill));
        first.Say($"take-{seat}", new TakeSeat(seat));
        return new DrillOpening
        {
            Rows = first.Rows,
            Seats = [new SeatHolder { DrillId = drill.Id, Seat = seat, AccountId = drill.CreatedBy, Since = drill.CreatedWall }],
        };
    }
}
