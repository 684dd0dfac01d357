using System.Text;
using HanoiAcademy.Drills;
using HanoiAcademy.Drills.Commands;
using HanoiAcademy.Drills.Scenarios;
using HanoiAcademy.Drills.State;
using HanoiAcademy.Drills.Wire;
using HanoiAcademy.Server.Drills.Seats;
using HanoiAcademy.Storage;
using HanoiAcademy.Storage.Agencies;
using HanoiAcademy.Storage.Drills;
using HanoiAcademy.Storage.Pinned;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace HanoiAcademy.Bench.Load;

/// <summary>A seat that waits for its guest. Controls: it fires the injects of its drill.</summary>
internal sealed record BenchSeat(string Drill, string JoinCode, string Word, bool Controls);

/// <summary>Writes running drills with seated guests into a database, as if people had joined: joining is not what is measured.</summary>
internal static class Preparation
{
    public static async Task<IReadOnlyList<BenchSeat>> Fill(string folder, int drills, int trainees, int injects)
    {
        var builder = Host.CreateApplicationBuilder();
        builder.Logging.ClearProviders();
        builder.Configuration["Storage:DataFolder"] = folder;
        builder.Services.AddAcademyStorage(builder.Configuration);
        using var host = builder.Build();
        await host.StartAsync();
        var services = host.Services;
        var now = DateTimeOffset.UtcNow;
        await services.GetRequiredService<IAgencies>().Create(new Agency { Id = "bench", Slug = "bench", Name = "Bench", Created = now });
        var scenario = BenchScenario.Of((trainees + drills - 1) / drills, injects);
        var hash = await services.GetRequiredService<IContentStore>().Put(DrillJson.ToBytes(scenario));
        var seats = new List<BenchSeat>();
        for (var n = 0; n < drills; n++)
        {
            var drill = new DrillEntry
            {
                Id = $"bench{n:000}",
                AgencyId = "bench",
                ScenarioId = "bench",
                Title = $"Bench {n}",
                ContentSha256 = hash,
                Status = DrillStatus.Running,
                CreatedWall = now,
                JoinCode = Codes.NewJoinCode(),
                GuestsAllowed = true,
                AfterCrash = AfterCrash.GoOn,
            };
            await services.GetRequiredService<IDrillCatalog>().Create(drill);
            var taken = SeatPlace.All(scenario, [], "en").Select(place => place.Seat).Take((trainees + n) / drills).ToList();
            await Run(services.GetRequiredService<IDrillLog>(), scenario, drill, taken);
            foreach (var seat in taken.Prepend("control.director.1"))
            {
                var word = Codes.NewRejoinWord();
                await services.GetRequiredService<ISeatingPlan>().Take(new SeatHolder { DrillId = drill.Id, Seat = seat, GuestName = seat, RejoinWordHash = Codes.Hash(word), Since = now });
                seats.Add(new BenchSeat(drill.Id, drill.JoinCode, word, seat == "control.director.1"));
            }
        }

        await host.StopAsync();
        return seats;
    }

    private static async Task Run(IDrillLog log, Scenario scenario, DrillEntry drill, IEnumerable<string> seats)
    {
        Command[] commands = [new LaunchDrill("bench", drill.ContentSha256, 7, "go-on"), .. seats.Select(seat => new TakeSeat(seat)), new StartExercise()];
        var state = DrillState.Empty;
        long version = 0;
        foreach (var command in commands)
        {
            var decided = Drill.Decide(state, scenario, command, Actor.System, 0);
            if (decided.Refusal is { } refusal)
                throw new InvalidOperationException($"{command}: {refusal.Code}");
            await log.Append(drill.Id, version, $"prepare-{version}", Actor.System.Id, 0, DateTimeOffset.UtcNow, Encoding.UTF8.GetString(DrillJson.ToBytes(decided.Events)));
            version++;
            foreach (var e in decided.Events)
                state = Drill.Evolve(state, scenario, e);
        }
    }
}
