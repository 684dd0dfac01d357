using System.Collections.Immutable;
using HanoiAcademy.Drills.Commands;
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
        [.. Seating.All(scenario).Select(s => Longest(s.Seat, [.. News(scenario, rows, new Actor(s.Seat)).Order()], rows[^1].At))];

    private static Silence Longest(string seat, ImmutableArray<long> news, long end)
    {
        var times = news.Prepend(0).Append(end);
        var (lasted, from) = times.Zip(times.Skip(1), (a, b) => (Lasted: b - a, From: a)).MaxBy(x => x.Lasted);
        return new Silence(seat, from, lasted, news.Length);
    }

    private static IEnumerable<long> News(Scenario scenario, IEnumerable<LoggedRow> rows, Actor seat) =>
        rows.SelectMany(r => r.Events).Where(e => e switch
        {
            InjectDelivered x => scenario.Injects.FirstOrDefault(i => i.Id == x.Inject) is { } inject && Visibility.AddressesSeat(inject.To, seat),
            CourtAsked x => scenario.Courts.First(c => c.Id == x.Court).By.Contains(seat.TeamRole),
            DecisionOpened x => scenario.Decisions.First(d => d.Id == x.Decision).By.Contains(seat.TeamRole),
            RequestReceived x => scenario.Authorities.First(a => a.Id == x.Form.To).PlayedBy.Contains(seat.TeamRole),
            _ => false,
        }).Select(e => e.At);
}
