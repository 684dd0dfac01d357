using HanoiAcademy.Content.Scenarios;
using HanoiAcademy.Drills.Commands;
using HanoiAcademy.Drills.Scenarios;
using HanoiAcademy.Server.Drills.Rooms;
using HanoiAcademy.Server.Drills.Seats;
using HanoiAcademy.Server.Hosting;

namespace HanoiAcademy.Server.Tests.Drills.Rooms;

/// <summary>The shipped drill, played whole by simulated players, with everybody listening.</summary>
public sealed class RoomSecrecyTests
{
    [Fact]
    public async Task Whoever_listens_to_a_whole_drill_is_sent_only_what_is_for_him_and_all_pushes_make_his_view()
    {
        var scenario = Shipped();
        var house = await RoomHouse.Lobby(scenario: scenario);
        var seats = SeatPlace.All(scenario, [], "en").Select(place => place.Seat).ToList();
        foreach (var seat in seats)
            await house.Accept("system", new SimulateSeat(seat));
        var streams = new Dictionary<string, MergedStream>();
        foreach (var seat in seats.Append(SmallDrill.Director))
        {
            var (team, own) = SeatAudiences.Of(scenario, seat, "en");
            var view = await house.Room.View(new ViewAsk(seat, "en"));
            streams[team.ToString()] = new MergedStream(view.Team);
            streams[own.ToString()] = new MergedStream(view.Own);
        }

        await house.Accept(SmallDrill.Director, new SetSpeed(60));
        await house.Accept(SmallDrill.Director, new StartExercise());
        await house.Seconds(scenario.PlannedMs / 60_000 * 2);

        house.Catalog.Drill.Status.ShouldBe("ended");
        foreach (var (audience, _, message) in house.Outlet.Pushes)
            streams[audience].Apply(message);
        foreach (var seat in seats.Append(SmallDrill.Director))
        {
            var now = await house.Room.View(new ViewAsk(seat, "en"));
            streams[SeatAudiences.Of(scenario, seat, "en").Team.ToString()].Sorted().ShouldBe(new MergedStream(now.Team).Sorted(), seat);
        }

        foreach (var seat in seats)
        {
            var audience = SeatAudiences.Of(scenario, seat, "en").Team.ToString();
            foreach (var inject in scenario.Injects.Where(inject => !IsFor(inject, new Actor(seat))))
                house.Outlet.Pushes.ShouldNotContain(p => p.Audience == audience && p.Message["up"]!.AsObject().ContainsKey($"feed:{inject.Id}"), $"{seat} {inject.Id}");
            foreach (var kind in new[] { "plan:", "tile:", "log:", "next", "flag" })
                house.Outlet.Pushes.ShouldNotContain(p => p.Audience == audience && p.Message["up"]!.AsObject().Any(r => r.Key.StartsWith(kind, StringComparison.Ordinal)), $"{seat} {kind}");
        }
    }

    private static bool IsFor(Inject inject, Actor seat) => inject.To.Any(to => to == "all" || to == seat.Team || to == seat.TeamRole);

    private static Scenario Shipped()
    {
        var folders = ContentFolders.Find(null, AppContext.BaseDirectory, AppContext.BaseDirectory);
        return ScenarioLibrary.Load(folders.Scenarios).Find("invoice-at-dawn").ShouldNotBeNull().Scenario;
    }
}
