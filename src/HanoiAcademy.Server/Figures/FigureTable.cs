using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Microsoft.Extensions.Localization;

namespace HanoiAcademy.Server.Figures;

/// <summary>The figures that are compared, in one order for page, plot and file. Value: a number, or null where there was nothing to measure. Times are minutes.</summary>
internal sealed record Measure(string Key, Func<TeamFigure, decimal?> Value)
{
    private const decimal Minute = 60_000m;

    public static readonly ImmutableArray<Measure> All =
    [
        new("score", figure => figure.Score),
        new("decision", figure => Minutes(figure.Timings.DecisionMedianMs)),
        new("lapsed", figure => figure.Timings.DecisionsTaken + figure.Timings.DecisionsLapsed > 0 ? figure.Timings.DecisionsLapsed : null),
        new("preserve", figure => Minutes(figure.Timings.ToPreserveMs)),
        new("acknowledge", figure => Minutes(figure.Timings.ToAcknowledgeMs)),
        new("gaps", figure => figure.Timings.Exhibits > 0 ? figure.Timings.CustodyGaps : null),
        new("unanswered", figure => figure.Timings.Answerable > 0 ? figure.Timings.Unanswered : null),
    ];

    public static string Say(decimal? value) => value is { } some ? some.ToString("0.#", CultureInfo.InvariantCulture) : "–";

    /// <summary>Of figures that were measured; null where none was.</summary>
    public decimal? Median(IEnumerable<TeamFigure> figures)
    {
        var ordered = figures.Select(Value).OfType<decimal>().Order().ToList();
        return ordered.Count == 0 ? null : ordered.Count % 2 == 1 ? ordered[ordered.Count / 2] : (ordered[ordered.Count / 2 - 1] + ordered[ordered.Count / 2]) / 2;
    }

    private static decimal? Minutes(long? ms) => ms is { } some ? some / Minute : null;
}

/// <summary>The same as a file for a spreadsheet: UTF-8 with a mark, so that Excel reads it as such.</summary>
internal static class FiguresCsv
{
    public static byte[] Of(ScenarioOverTime shown, IStringLocalizer say)
    {
        var text = new StringBuilder();
        Line(text, ["EXERCISE", say["figures.drill"], say["figures.team"], say["figures.people"], .. Measure.All.Select(measure => say[$"figures.measures.{measure.Key}"].Value)]);
        foreach (var team in shown.Teams)
            foreach (var (drill, figure) in team.Lines)
                Line(text, [AgencyFigures.Moment(drill).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), drill.Title, team.Name, figure.People.ToString(CultureInfo.InvariantCulture),
                    .. Measure.All.Select(measure => measure.Value(figure) is { } value ? value.ToString("0.#", CultureInfo.InvariantCulture) : "")]);
        return [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text.ToString())];
    }

    private static void Line(StringBuilder text, IEnumerable<string> cells) => text.AppendJoin(',', cells.Select(Cell)).Append("\r\n");

    /// <summary>What a spreadsheet would take for a formula is made text: a drill's title is typed by people.</summary>
    private static string Cell(string value)
    {
        var safe = value.Length > 0 && value[0] is '=' or '+' or '-' or '@' or '\t' or '\r' ? $"'{value}" : value;
        return safe.AsSpan().IndexOfAny(",\"\r\n") >= 0 ? $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : safe;
    }
}
