using HanoiAcademy.Content.Exchange.Edits;
using HanoiAcademy.Content.Exchange.Workbooks.Fields;
using HanoiAcademy.Content.Files;
using HanoiAcademy.Content.Problems;

namespace HanoiAcademy.Content.Exchange.Workbooks;

/// <summary>Tells a problem of the files by the cell that was written there: who fills in a workbook has not seen the files.</summary>
internal sealed class ProblemPlaces(FolderDraft folder, string name, BookReading book)
{
    private readonly List<Place> _places = [.. Things.Places(folder)];
    private readonly Dictionary<string, Marked?> _marked = new(StringComparer.Ordinal);

    public IEnumerable<Problem> Told(IEnumerable<Problem> problems) => problems.Select(p => Find(p) is { } place
        ? p with { File = $"{place.Sheet}", Line = place.Row, Column = place.Column + 1, Message = FormattableString.Invariant($"{place.Sheet}, row {place.Row}, column {place.Letter}: {p.Message}") }
        : p);

    private CellPlace? Find(Problem problem)
    {
        if (!problem.File.StartsWith(name + "/", StringComparison.Ordinal))
            return null;
        var file = problem.File[(name.Length + 1)..];
        if (!folder.Has(file))
            return null;
        CellPlace? best = null;
        foreach (var place in _places)
        {
            foreach (var text in Layout.Of(place.Key.Kind).OfType<FileField>())
                if (text.PathOf(place.Key.Id) == file)
                    return book.PlaceOf(place.Key, text.Name);
            if (place.File != file)
                continue;
            var first = file.EndsWith(".md", StringComparison.Ordinal) ? FrontMatter.Split(folder.Text(file)) : null;
            if (first is not null && problem.Line >= first.BodyLine)
                return book.PlaceOf(place.Key, "text");
            var yaml = folder.Yaml(file);
            var at = Offset(yaml, problem.Line - (first is null ? 0 : 1), problem.Column);
            if (place.Map.In(MarkedOf(file, yaml)) is not MarkedMap map || (place.Map.Steps.Length > 0 && (at < map.Start || at > map.End)))
                continue;
            var key = map.Entries.LastOrDefault(e => at >= e.Key.Start && at <= Math.Max(e.Value.End, e.Key.End)).Key?.Value;
            var field = Layout.Of(place.Key.Kind).FirstOrDefault(f => key is not null && f.Keys.Contains(key));
            // A list of other things, teams say, is theirs to tell.
            if (field is not null || place.Key.Kind != ThingKind.Drill)
                best = book.PlaceOf(place.Key, field?.Name ?? "id") ?? best;
        }

        return best;
    }

    private Marked? MarkedOf(string file, string yaml) => _marked.TryGetValue(file, out var known) ? known : _marked[file] = Marked.Read(yaml);

    private static int Offset(string yaml, int line, int column)
    {
        var at = 0;
        for (var n = 1; n < line; n++)
            at = yaml.IndexOf('\n', at) is >= 0 and var end ? end + 1 : yaml.Length;
        return Math.Min(yaml.Length, at + column - 1);
    }
}
