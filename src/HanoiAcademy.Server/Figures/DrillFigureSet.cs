using System.Collections.Immutable;
using System.Text.Json;
using HanoiAcademy.Drills.Commands;
using HanoiAcademy.Drills.Events;
using HanoiAcademy.Drills.Reports;
using HanoiAcademy.Drills.Scenarios;

namespace HanoiAcademy.Server.Figures;

/// <summary>One team in one drill. Score: 0 to 100; null where nothing was to be won. People: in how many of its seats somebody sat at some time.</summary>
internal sealed record TeamFigure(string Team, int? Score, int People, TeamTimings Timings);

/// <summary>What of a drill is compared over time. Began: false for one that ended before it began, which has nothing to compare. Sound: its log could be read whole.</summary>
internal sealed record DrillFigureSet(bool Began, bool Sound, ImmutableArray<TeamFigure> Teams)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    public static DrillFigureSet Of(Scenario scenario, ReadLog log)
    {
        var report = Report.Of(scenario, log, scenario.Language);
        var events = log.Rows.SelectMany(row => row.Events).ToList();
        var sat = events.OfType<SeatTaken>().Select(taken => taken.Seat).Where(seat => !new Actor(seat).IsControl).Distinct(StringComparer.Ordinal).ToLookup(seat => new Actor(seat).Team, StringComparer.Ordinal);
        return new DrillFigureSet(
            events.Any(e => e is ExerciseStarted), log.IsSound,
            [.. report.Teams.Select(team => new TeamFigure(team.Team, team.Of + team.MarkedOf > 0 ? team.Score : null, sat[team.Team].Count(), team.Timings))]);
    }

    public string Write() => JsonSerializer.Serialize(this, Json);

    /// <summary>Null for what another version of the site wrote and this one cannot read: it is made anew.</summary>
    public static DrillFigureSet? Read(string json)
    {
        try
        {
            return JsonSerializer.Deserialize<DrillFigureSet>(json, Json) is { Teams.IsDefault: false } read ? read : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
