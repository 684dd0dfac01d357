using HanoiAcademy.Content.Exchange.Edits;
using HanoiAcademy.Content.Exchange.Workbooks.Cells;
using HanoiAcademy.Content.Exchange.Workbooks.Fields;
using HanoiAcademy.Content.Problems;

namespace HanoiAcademy.Content.Exchange.Workbooks;

/// <summary>A change and what it takes to make it.</summary>
/// <param name="Shown">For people.</param>
/// <param name="Key">The thing.</param>
/// <param name="Field">Null for the whole thing.</param>
/// <param name="Said">What is to be said; of a removal null.</param>
internal sealed record Step(WorkbookChange Shown, ThingKey Key, Field? Field, Said? Said);

/// <summary>Compares three states: the files now, the workbook now, and what both were at the export.</summary>
internal sealed class Merge(FolderDraft folder, IReadOnlyList<Said> files, BookReading book, Ledger? ledger)
{
    private readonly Dictionary<ThingKey, Said> _files = files.ToDictionary(s => s.Key);

    /// <summary>New rows that cannot be taken.</summary>
    private readonly HashSet<ThingKey> _leftOut = [];

    public IReadOnlyList<Step> Steps()
    {
        var steps = new List<Step>();
        foreach (var (place, key, field, why) in book.Unread)
            Unread(place, key, field, why);
        foreach (var said in book.All)
            steps.AddRange(_files.TryGetValue(said.Key, out var known) ? Changed(known, said) : Added(said));
        foreach (var known in files)
            if (book.Find(known.Key) is null && Removed(known) is { } step)
                steps.Add(step);
        return steps;
    }

    /// <summary>One cell that says nothing must not keep a trainer from all the others.</summary>
    private void Unread(CellPlace place, ThingKey key, Field field, string why)
    {
        if (_files.ContainsKey(key))
            Warn(place, "workbook-cell", $"{why} Until then it stays as it is in the files.");
        else if (field is WhenField && key.Kind == ThingKind.Inject)
        {
            book.Find(key)!.Fields[field.Name] = WhenField.Contingency;
            Warn(place, "workbook-cell", $"{why} Until then a controller holds the new inject back and can fire it.");
        }
        else
        {
            _leftOut.Add(key);
            Warn(place, "workbook-cell", $"{why} Until then the new row is left out.");
        }
    }

    private IEnumerable<Step> Changed(Said file, Said own)
    {
        foreach (var field in Layout.Of(own.Key.Kind).Where(f => book.Known.Contains(f) && !f.IsFixed))
        {
            var (was, now) = (file[field.Name], own[field.Name]);
            if (was == now || now is BookReading.TooLong or BookReading.Broken)
                continue;
            // A row without its number keeps its place; and where nobody knows what a cell was, an empty one takes nothing away.
            if (now.Length == 0 && (field is OrderField || ledger is null))
                continue;
            if (now.Length == 0 && field.IsRequired && ledger?.Was(own.Key, field.Name, now) != true)
            {
                Missing(own.Key, field, "It stays as it is in the files; fill it in, or delete the whole row.");
                continue;
            }

            var kind = ledger is null ? WorkbookChangeKind.Changed : (ledger.Was(own.Key, field.Name, was), ledger.Was(own.Key, field.Name, now)) switch
            {
                (true, _) => WorkbookChangeKind.Changed,
                (_, true) => (WorkbookChangeKind?)null,
                _ => WorkbookChangeKind.Conflict,
            };
            if (kind is { } it)
                yield return new(Show(own.Key, it, field, was, now), own.Key, field, own);
        }
    }

    private IEnumerable<Step> Added(Said own)
    {
        // It was exported and the files have it no longer: somebody took it out there.
        var isGone = ledger?.Has(own.Key) == true;
        if (isGone && Layout.Of(own.Key.Kind).Where(book.Known.Contains).All(f => ledger!.Was(own.Key, f.Name, own[f.Name]) == true))
            yield break;
        foreach (var field in Layout.Of(own.Key.Kind).Where(f => f.IsRequired && own[f.Name].Length == 0))
        {
            _leftOut.Add(own.Key);
            Missing(own.Key, field, "The new row is left out until it is filled in.");
        }

        if (own.Key.Owner is { } owner && _leftOut.Contains(owner) && _leftOut.Add(own.Key))
            Warn(book.PlaceOf(own.Key)!, "workbook-owner", $"‘{own.Key.Id}’ belongs to ‘{owner.Id}’, which is left out, and is left out with it.");
        if (_leftOut.Contains(own.Key))
            yield break;
        foreach (var (field, said) in own.Fields.ToList())
            if (said is BookReading.TooLong)
                own.Fields.Remove(field);
        yield return new(Show(own.Key, isGone ? WorkbookChangeKind.Conflict : WorkbookChangeKind.Added, own), own.Key, null, own);
    }

    private Step? Removed(Said file)
    {
        // What the workbook has no sheet for, or never had, it cannot take out.
        if (file.Key.Kind == ThingKind.Drill || !book.KnownKinds.Contains(file.Key.Kind) || ledger?.Has(file.Key) != true)
            return null;
        if (file.Key.Owner is { } owner && book.Find(owner) is null)
            return null;
        var isSame = Family(file.Key).All(said => Layout.Of(said.Key.Kind).All(f => ledger.Was(said.Key, f.Name, said[f.Name]) is not false));
        // What no cell shows was nobody's to take out; and a new row that is left out may be this one under a mistyped id.
        var unseen = Removal.Unseen(folder, file.Key);
        var isClear = isSame && unseen.Count == 0 && !_leftOut.Any(key => key.Kind == file.Key.Kind);
        var shown = Show(file.Key, isClear ? WorkbookChangeKind.Removed : WorkbookChangeKind.Conflict, file);
        return new(shown with { Parts = [.. shown.Parts, .. unseen.Select(path => new WorkbookCell(Words.Say("goes-too"), path))] }, file.Key, null, null);
    }

    private void Missing(ThingKey key, Field field, string then) => Warn(book.PlaceOf(key, field.Name)!, "workbook-missing", $"‘{Words.Heading(field.Key)}’ of ‘{key.Id}’ is empty. {then}");

    private void Warn(CellPlace place, string code, string message) => book.Wrong(place, code, message, Severity.Warning);

    private IEnumerable<Said> Family(ThingKey key) => files.Where(s => s.Key == key || s.Key.Owner == key);

    private WorkbookChange Show(ThingKey key, WorkbookChangeKind kind, Field field, string was, string now) =>
        new($"{key}:{field.Name}", kind, Tab(key.Kind), key.Id, Words.Heading(field.Key), field.Show(was, Context), field.Show(now, Context), book.PlaceOf(key, field.Name)?.Row ?? 0, []);

    private WorkbookChange Show(ThingKey key, WorkbookChangeKind kind, Said said) =>
        new(key.ToString(), kind, Tab(key.Kind), key.Id, "", "", "", book.PlaceOf(key)?.Row ?? 0,
            [.. Layout.Of(key.Kind).Where(f => said[f.Name].Length > 0).Select(f => new WorkbookCell(Words.Heading(f.Key), f.Show(said[f.Name], Context)))]);

    private CellContext Context => book.Context;

    private WorkbookWords Words => Context.Words;

    private string Tab(ThingKind kind) => Words.Tab(kind == ThingKind.Drill ? "drill" : Layout.Sheets.First(s => s.Parts.Any(p => p.Kind == kind)).Name);
}
