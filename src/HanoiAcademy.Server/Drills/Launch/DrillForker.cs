using System.Globalization;
using HanoiAcademy.Drills.Commands;
using HanoiAcademy.Drills.Forks;
using HanoiAcademy.Drills.Scenarios;
using HanoiAcademy.Drills.Simulation;
using HanoiAcademy.Server.Drills.Alone;
using HanoiAcademy.Server.Drills.Pages;
using HanoiAcademy.Server.Drills.Replay;
using HanoiAcademy.Server.Drills.Rooms;
using HanoiAcademy.Server.Drills.Seats;
using HanoiAcademy.Storage.Drills;
using Microsoft.Extensions.Options;

namespace HanoiAcademy.Server.Drills.Launch;

/// <summary>
/// Makes a drill of a finished one's past. Carried over are the pinned scenario, the seed, the rows up to the moment and who is let in; not people, their
/// rejoin words, nor the ids by which their commands would be taken for repeats.
/// </summary>
internal sealed class DrillForker(LaunchedScenarios scenarios, Recordings recordings, IDrillCatalog catalog, IOptions<DrillsOptions> options, TimeProvider time)
{
    /// <param name="from">The finished drill; that the launcher directs it was looked at before.</param>
    public async Task<Launched> Fork(DrillEntry from, ForkOrder order, string launcher)
    {
        // A room reads strictly: a drill that carried the hole of this one over could never be opened.
        if (await scenarios.Find(from.ContentSha256) is not { } scenario)
            return new Launched(null, "content-gone");
        if ((await recordings.Of(from)).Recording is not { Break: null } past)
            return new Launched(null, "log-damaged");
        var (point, refused) = Forking.Find(scenario, past.Rows.Select(row => (row.Version, row.Events)), order.At);
        if (point is null)
            return new Launched(null, refused!.Code, refused.Words.FirstOrDefault() ?? "");
        var (title, badTitle) = LaunchCheck.Title(order.Title, OwnTitle(from.Title, DrillTimes.T(point.State.At, seconds: true)));
        if (badTitle is not null)
            return Launched.Refused(badTitle);

        var drill = new DrillEntry
        {
            Id = Codes.NewDrillId(),
            AgencyId = from.AgencyId,
            ScenarioId = from.ScenarioId,
            Title = title,
            ContentSha256 = from.ContentSha256,
            Status = DrillStatus.Paused,
            CreatedBy = launcher,
            CreatedWall = time.GetUtcNow(),
            JoinCode = Codes.NewJoinCode(),
            GuestsAllowed = order.Guests ?? from.GuestsAllowed,
            AfterCrash = from.AfterCrash,
            ForkedFrom = from.Id,
            ForkedRow = point.Version,
        };
        return order.Alone is { } role ? await Alone(from, drill, order, point, scenario, role) : await WithPeople(from, drill, order, point, scenario);
    }

    private async Task<Launched> WithPeople(DrillEntry from, DrillEntry drill, ForkOrder order, ForkPoint point, Scenario scenario)
    {
        var first = new FirstRows(scenario, drill.Id, drill.CreatedWall, point.Version, point.State).Add("fork", Forking.Fork(point, from.Id));
        if (order.SimulateEmptySeats)
        {
            foreach (var seat in first.FreeSeats.ToList())
                first.Say($"simulate-{seat}", new SimulateSeat(seat));
        }

        var opening = new DrillOpening { Past = new LogPast(from.Id, point.Version), Rows = first.Rows, Agencies = await catalog.Agencies(from.Id) };
        while (!await catalog.Create(drill, opening))
            drill = drill with { JoinCode = Codes.NewJoinCode() };
        return new Launched(drill);
    }

    /// <summary>"What if we had preserved first?": one person in one seat, simulated players in all others, those that sat there before among them.</summary>
    private async Task<Launched> Alone(DrillEntry from, DrillEntry drill, ForkOrder order, ForkPoint point, Scenario scenario, string role)
    {
        if (AloneRoles.Seat(scenario, role) is not { } seat || point.State.Rulings.IsOut(new Actor(seat).Team))
            return new Launched(null, "no-such-seat", role);
        if (Skill.Compared.All(skill => skill.Id != order.Skill))
            return new Launched(null, "no-such-skill", order.Skill);
        drill = drill with { IsAlone = true, GuestsAllowed = false, AfterCrash = AfterCrash.Pause };
        var first = new FirstRows(scenario, drill.Id, drill.CreatedWall, point.Version, point.State).Add("fork", Forking.Fork(point, from.Id, alone: true));
        foreach (var free in first.FreeSeats.Where(free => free != seat).ToList())
            first.Say($"simulate-{free}", new SimulateSeat(free, order.Skill));
        first.Say($"take-{seat}", new TakeSeat(seat));
        var opening = new DrillOpening
        {
            Past = new LogPast(from.Id, point.Version),
            Rows = first.Rows,
            Seats = [new SeatHolder { DrillId = drill.Id, Seat = seat, AccountId = drill.CreatedBy, Since = drill.CreatedWall }],
        };
        for (; ; drill = drill with { JoinCode = Codes.NewJoinCode() })
        {
            switch (await catalog.CreateAlone(drill, opening, options.Value.MostAlone))
            {
                case AloneAnswer.Created:
                    return new Launched(drill);
                case AloneAnswer.TooMany:
                    return new Launched(null, "too-many-alone", options.Value.MostAlone.ToString(CultureInfo.InvariantCulture));
            }
        }
    }

    private static string OwnTitle(string title, string moment) =>
        title.Length + moment.Length + 1 <= LaunchCheck.LongestTitle ? $"{title} {moment}" : $"{title[..(LaunchCheck.LongestTitle - moment.Length - 2)]}… {moment}";
}
