using HanoiAcademy.Server.Drills.Api;
using HanoiAcademy.Server.Drills.Rooms;
using HanoiAcademy.Server.Drills.Seats;
using HanoiAcademy.Storage.Accounts;
using HanoiAcademy.Storage.Drills;

namespace HanoiAcademy.Server.Exercises;

/// <summary>The roll of one drill. Called: when it was last called. Absent with the seats when it does not answer.</summary>
internal sealed record RollOfDrill(string Id, string Name, string Status, bool IsReached, DateTimeOffset? Called, IReadOnlyList<RollOfSeat> Seats)
{
    public IEnumerable<RollOfSeat> Missing => Seats.Where(seat => seat.Link.IsMissing);

    public int Answered => Seats.Count(seat => seat.Link.Answered);
}

/// <summary>Who: the name of whoever sits there.</summary>
internal sealed record RollOfSeat(string TeamName, string RoleName, string? Who, SeatLink Link);

/// <summary>Who has come to each drill, who is ready, and how their links are.</summary>
internal sealed class RollBook(IExercises exercises, ExerciseControl control, LaunchedScenarios scenarios, ISeatingPlan plan, IAccountDirectory accounts)
{
    public async Task<IReadOnlyList<RollOfDrill>> Of(ExerciseEntry exercise, string language, CancellationToken cancel)
    {
        var drills = await exercises.Drills(exercise.Id, cancel);
        var scenario = await scenarios.Get(exercise.ContentSha256, cancel);
        var places = SeatPlace.All(scenario, [], language);
        var glances = await Task.WhenAll(drills.Select(async drill => drill.Status == DrillStatus.Ended ? null : await control.Look(drill)));
        var reached = drills.Zip(glances).Where(one => one.Second is not null).Select(one => one.First.Id).ToList();
        var people = await People.Names(reached, plan, accounts, cancel);
        var all = new List<RollOfDrill>();
        foreach (var (drill, glance) in drills.Zip(glances))
        {
            var names = people.GetValueOrDefault(drill.Id) ?? [];
            var links = glance?.Links.ToDictionary(link => link.Seat, StringComparer.Ordinal) ?? [];
            all.Add(new RollOfDrill(drill.Id, ExerciseLauncher.NameOf(exercise, drill), glance?.Status ?? drill.Status, glance is not null || drill.Status == DrillStatus.Ended, glance?.RollCalled,
                [.. places.Where(place => links.ContainsKey(place.Seat)).Select(place => new RollOfSeat(place.TeamName, place.RoleName, names.GetValueOrDefault(place.Seat), links[place.Seat]))]));
        }

        return all;
    }
}
