using System.Collections.Immutable;
using HanoiAcademy.Drills.Events;
using HanoiAcademy.Drills.Scenarios;
using HanoiAcademy.Drills.Seats;
using HanoiAcademy.Drills.World;

namespace HanoiAcademy.Drills.Simulation;

/// <summary>The longest time in which a seat had nothing new to read, answer or decide. Times in drill ms; News: how many new things it had in all.</summary>
public sealed record Silence(string Seat, long From, long Lasted, int News);

/// <summary>Finds where a drill leaves somebody with nothing to do. New is an inject, an opened decision, or a request that came into his hands; not what colleagues do.</summary>
public static class Silences
{
    public static ImmutableArray<Silence> Of(Scenario scenario, IReadOnlyList<LoggedRow> rows) =>
        [.. Seating.All(scenario).Select(s => Longest(s.Seat, [.. News(scenario, rows, s.Team.Id, $"{s.Team.Id}.{s.Role.Id}").Order()], rows[^1].At))];

    private static Silence Longest(string seat, ImmutableArray<long> news, long end)
    {
        var times = news.Prepend(0).Append(end);
        var (lasted, from) = times.Zip(times.Skip(1), (a, b) => (Lasted: b - a, From: a)).MaxBy(x => x.Lasted);
        return new Silence(seat, from, lasted, news.Length);
    }

    private static IEnumerable<long> News(Scenario scenario, IEnumerable<LoggedRow> rows, string team, string teamRole) =>
        rows.SelectMany(r => r.Events).Where(e => e switch
        {
            InjectDelivered x => Visibility.Addresses(scenario.Injects.First(i => i.Id == x.Inject).To, team, teamRole),
            DecisionOpened x => scenario.Decisions.First(d => d.Id == x.Decision).By.Contains(teamRole),
            RequestReceived x => scenario.Authorities.First(a => a.Id == x.Form.To).PlayedBy.Contains(teamRole),
            _ => false,
        }).Select(e => e.At);
}
