using System.Text;
using HanoiAcademy.Storage.Database;

namespace HanoiAcademy.Storage.People;

/// <summary>
/// Answers of the API that are kept for a repeat of their call may name people. One that names somebody who is to be erased becomes empty: its call stays
/// answered, so that a repeat does nothing twice.
/// </summary>
internal static class KeptAnswers
{
    private const long Hour = 3_600_000_000;
    private const int MostSteps = 200;

    private const string Span = "SELECT COALESCE(MIN(Claimed), 0) AS First, COALESCE(MAX(Claimed), -1) AS Last FROM IdempotencyKeys WHERE Body IS NOT NULL";

    // An hour at a time: a busy site keeps many.
    private const string OfHour = "SELECT Owner, Route, RequestKey, Body FROM IdempotencyKeys WHERE Claimed >= @from AND Claimed < @to AND Body IS NOT NULL";

    private const string Empty = "UPDATE IdempotencyKeys SET Body = @nothing WHERE Owner = @Owner AND Route = @Route AND RequestKey = @RequestKey";

    public static async Task Blank(IDatabase database, IReadOnlyList<string> words)
    {
        var sought = new NameInWords(words);
        var span = await database.Read(session => session.First<Ends>(Span));
        if (span is null)
        {
            return;
        }

        // A clock that was wrong once leaves a span of years with little in it.
        var step = Math.Max(Hour, (span.Last - span.First) / MostSteps);
        for (var from = span.First; from <= span.Last; from += step)
        {
            var rows = await database.Read(session => session.All<Row>(OfHour, new { from, to = from + step }));
            foreach (var row in rows.Where(row => Encoding.UTF8.GetString(row.Body) is var text && sought.IsIn(text)))
            {
                await database.WriteOne(session => session.Execute(Empty, new { row.Owner, row.Route, row.RequestKey, nothing = Array.Empty<byte>() }));
            }
        }
    }

    private sealed record Ends
    {
        public required long First { get; init; }
        public required long Last { get; init; }
    }

    private sealed record Row
    {
        public required string Owner { get; init; }
        public required string Route { get; init; }
        public required string RequestKey { get; init; }
        public required byte[] Body { get; init; }
    }
}
