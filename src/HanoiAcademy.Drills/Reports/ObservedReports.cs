using System.Collections.Immutable;
using HanoiAcademy.Drills.Commands;
using HanoiAcademy.Drills.Events;
using HanoiAcademy.Drills.Injects;
using HanoiAcademy.Drills.Scenarios;
using HanoiAcademy.Drills.Simulation;
using HanoiAcademy.Drills.State;

namespace HanoiAcademy.Drills.Reports;

/// <summary>What evaluators marked of a team's expected acts, and what nobody has marked. A drill made of a spreadsheet has little else.</summary>
internal static class ObservedReports
{
    /// <summary>Of injects that came while the team played; of others only what somebody has marked.</summary>
    public static IEnumerable<ObservedReport> Of(DrillState state, Scenario scenario, IReadOnlyList<LoggedRow> rows, string team, Func<Text, string> say)
    {
        var until = state.Rulings.Out.GetValueOrDefault(team)?.At ?? long.MaxValue;
        var delivered = state.Feed.Where(item => item.Inject is not null).GroupBy(item => item.Inject!).ToImmutableSortedDictionary(items => items.Key, items => items.First().At, StringComparer.Ordinal);
        return scenario.Injects.Select((inject, n) => (Inject: InjectBook.Find(state, scenario, inject.Id), N: n))
            .Select(x => (x.Inject, x.N, At: delivered.TryGetValue(x.Inject.Id, out var at) && at <= until ? at : (long?)null))
            .OrderBy(x => x.At ?? long.MaxValue).ThenBy(x => x.N)
            .SelectMany(x => InjectBook.Expected(x.Inject, state.Injects.GetValueOrDefault(x.Inject.Id)).Select(e => (x.Inject, x.At, Expected: e)))
            .Where(x => x.Expected.Act is ExpectObserved && new Actor(x.Expected.Act.By).Team == team)
            .Select(x => (x.Inject, x.At, Act: (ExpectObserved)x.Expected.Act, x.Expected.N, Seen: Expectations.Seen(state, x.Inject.Id, x.Expected)))
            .Where(x => x.At is not null || x.Seen is not null)
            .Select(x => new ObservedReport(x.Inject.Id, say(x.Inject.Title), x.At, Role(scenario, x.Act.By, say), say(x.Act.What), x.Seen?.Found, x.Seen?.Seen, x.Seen?.Seat, x.Seen is { Note.Length: > 0 } ? x.Seen.Note : null,
                x.Seen is null ? null : rows.Last(r => r.Events.Any(e => e is ExpectedMarked m && m.Inject == x.Inject.Id && m.Act == x.N)).Version));
    }

    /// <summary>Where the team has one role, whoever sits there was meant.</summary>
    private static string Role(Scenario scenario, string by, Func<Text, string> say) =>
        scenario.Teams.First(t => t.Id == new Actor(by).Team) is { Roles.Length: > 1 } team && team.Roles.FirstOrDefault(r => r.Id == new Actor(by).Role) is { } role ? say(role.Name) : "";
}
