using HanoiAcademy.Drills.Events;
using HanoiAcademy.Drills.Simulation;

namespace HanoiAcademy.Drills.Reports;

/// <summary>When what happened that the state knows only as done: looked up once, over all rows. Drill ms; null: it never did.</summary>
internal sealed class Clues
{
    private readonly SortedDictionary<string, long> _revealed = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, long> _lost = new(StringComparer.Ordinal);

    public Clues(IEnumerable<LoggedRow> rows)
    {
        foreach (var e in rows.SelectMany(r => r.Events))
            if (e is ThingRevealed seen)
                _revealed.TryAdd($"{seen.Team} {seen.What} {seen.Id}", seen.At);
            else if (e is DataLost gone)
                _lost.TryAdd(gone.DataSet, gone.At);
    }

    public long? RevealedAt(string team, string what, string id) => _revealed.TryGetValue($"{team} {what} {id}", out var at) ? at : null;

    public long? LostAt(string dataSet) => _lost.TryGetValue(dataSet, out var at) ? at : null;
}
