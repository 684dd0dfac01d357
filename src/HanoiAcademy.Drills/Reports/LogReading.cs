using System.Collections.Immutable;
using System.Reflection;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using HanoiAcademy.Drills.Events;
using HanoiAcademy.Drills.Scenarios;
using HanoiAcademy.Drills.Simulation;
using HanoiAcademy.Drills.Wire;

namespace HanoiAcademy.Drills.Reports;

/// <summary>A row as it is kept. Events: their JSON text. IsAltered: it is known not to be what was written.</summary>
public sealed record KeptRow(long Version, string Seat, long At, string Events, bool IsAltered = false);

/// <summary>
/// Reads a log that may be damaged. A room that is to play on reads strictly and refuses; what looks back reads what there is and says what it left out. Never throws for what stands in a row.
/// </summary>
public static class LogReading
{
    /// <summary>No drill lasts a year; a time beyond it is no time.</summary>
    public const long LatestMs = 366L * 24 * 60 * 60 * 1000;

    private const int LongestWord = 60;

    private static readonly ImmutableArray<JsonDerivedTypeAttribute> Words = [.. typeof(DrillEvent).GetCustomAttributes<JsonDerivedTypeAttribute>()];

    /// <param name="scenario">Null: its content is gone; things then have their ids for names.</param>
    /// <param name="rows">In order of version.</param>
    public static (Scenario Scenario, ReadLog Log) Of(Scenario? scenario, IReadOnlyList<KeptRow> rows)
    {
        var (read, problems) = Rows(rows);
        if (scenario is not null)
            return (scenario, LogFolding.Of(scenario, read, problems));
        var bare = BareScenario.Of(read);
        return (bare, LogFolding.Of(bare, read, problems.Prepend(new LogProblem(LogProblem.NoContent, 0))));
    }

    /// <summary>The rows that can be read, and what is wrong with the others.</summary>
    public static (ImmutableArray<LoggedRow> Rows, ImmutableArray<LogProblem> Problems) Rows(IReadOnlyList<KeptRow> rows)
    {
        var read = ImmutableArray.CreateBuilder<LoggedRow>(rows.Count);
        var problems = ImmutableArray.CreateBuilder<LogProblem>();
        var (version, at) = (0L, 0L);
        foreach (var row in rows)
        {
            if (row.Version <= version)
            {
                problems.Add(new LogProblem(LogProblem.Twice, row.Version));
                continue;
            }

            if (row.Version > version + 1)
                problems.Add(new LogProblem(LogProblem.Missing, version + 1, Last: row.Version - 1));
            if (row.IsAltered)
                problems.Add(new LogProblem(LogProblem.Altered, row.Version));
            var events = Events(row, problems);
            if (events.Length > 0 && events[^1].At < at)
                problems.Add(new LogProblem(LogProblem.Back, row.Version));
            (version, at) = (row.Version, events.Length > 0 ? Math.Max(at, events[^1].At) : at);
            read.Add(new LoggedRow(row.Version, row.Seat, row.At, events));
        }

        return (read.ToImmutable(), problems.ToImmutable());
    }

    /// <summary>The wire name of an event's kind.</summary>
    public static string WordOf(DrillEvent e) => Words.FirstOrDefault(w => w.DerivedType == e.GetType())?.TypeDiscriminator as string ?? "";

    /// <summary>What a damaged row says may be long, and is shown.</summary>
    internal static string Short(string? word) => word is null ? "" : word.Length <= LongestWord ? word : word[..LongestWord];

    private static ImmutableArray<DrillEvent> Events(KeptRow row, ImmutableArray<LogProblem>.Builder problems)
    {
        try
        {
            // Nearly always; only a row that cannot be read so is looked into.
            var all = DrillJson.Read<ImmutableArray<DrillEvent>>(Encoding.UTF8.GetBytes(row.Events));
            if (all.All(HasTime))
                return all;
        }
        catch (Exception x) when (IsOfReading(x))
        {
        }

        try
        {
            using var document = JsonDocument.Parse(row.Events, new JsonDocumentOptions { MaxDepth = DrillJson.Options.MaxDepth });
            if (document.RootElement.ValueKind == JsonValueKind.Array)
                return [.. document.RootElement.EnumerateArray().Select(e => Event(row, e, problems)).OfType<DrillEvent>()];
        }
        catch (Exception x) when (IsOfReading(x))
        {
        }

        problems.Add(new LogProblem(LogProblem.Unreadable, row.Version));
        return [];
    }

    private static DrillEvent? Event(KeptRow row, JsonElement element, ImmutableArray<LogProblem>.Builder problems)
    {
        var kind = element.ValueKind == JsonValueKind.Object && element.TryGetProperty("kind", out var word) && word.ValueKind == JsonValueKind.String ? word.GetString() : null;
        try
        {
            if (DrillJson.Read<DrillEvent>(Encoding.UTF8.GetBytes(element.GetRawText())) is var e && HasTime(e))
                return e;
        }
        catch (Exception x) when (IsOfReading(x))
        {
        }

        var isKnown = kind is not null && Words.Any(w => w.TypeDiscriminator as string == kind);
        problems.Add(new LogProblem(kind is null || isKnown ? LogProblem.BrokenEvent : LogProblem.UnknownEvent, row.Version, Short(kind)));
        return null;
    }

    private static bool HasTime(DrillEvent e) => e.At is >= 0 and <= LatestMs;

    /// <summary>The serialiser also says by these that a text is not what it should be: no kind, a lone surrogate, a list that holds nothing.</summary>
    private static bool IsOfReading(Exception x) => x is JsonException or NotSupportedException or InvalidOperationException or ArgumentException or FormatException;
}
