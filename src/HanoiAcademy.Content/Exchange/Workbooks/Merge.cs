using HanoiAcademy.Content.Exchange.Workbooks.Cells;
using HanoiAcademy.Content.Exchange.Workbooks.Fields;

namespace HanoiAcademy.Content.Exchange.Workbooks;

/// <summary>A change and what it takes to make it.</summary>
/// <param name="Shown">For people.</param>
/// <param name="Key">The thing.</param>
/// <param name="Field">Null for the whole thing.</param>
/// <param name="Said">What is to be said; of a removal null.</param>
internal sealed record Step(WorkbookChange Shown, ThingKey Key, Field? Field, Said? Said);

/// <summary>Compares three states: the files now, the workbook now, and what both were at the export.</summary>
internal sealed class Merge(IReadOnlyList<Said> files, BookReading book, Ledger? ledger, CellContext context)
{
    private readonly Dictionary<ThingKey, Said> _files = files.ToDictionary(s => s.Key);

    public IReadOnlyList<Step> Steps()
    {
        var steps = new List<Step>();
        foreach (var said in book.All)
            steps.AddRange(_files.TryGetValue(said.Key, out var known) ? Changed(known, said) : Added(said));
        foreach (var known in files)
            if (book.Find(known.Key) is null && Removed(known) is { } step)
                steps.Add(step);
        return steps;
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
                Missing(own.Key, field);
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
            Missing(own.Key, field);
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
        return new(Show(file.Key, isSame ? WorkbookChangeKind.Removed : WorkbookChangeKind.Conflict, file), file.Key, null, null);
    }

    private void Missing(ThingKey key, Field field) =>
        book.Wrong(book.PlaceOf(key, field.Name)!, "workbook-missing", $"‘{Words.Heading(field.Key)}’ of ‘{key.Id}’ is empty; fill it in, or delete the whole row.");

    private IEnumerable<Said> Family(ThingKey key) => files.Where(s => s.Key == key || s.Key.Owner == key);

    private WorkbookChange Show(ThingKey key, WorkbookChangeKind kind, Field field, string was, string now) =>
        new($"{key}:{field.Name}", kind, Tab(key.Kind), key.Id, Words.Heading(field.Key), field.Show(was, context), field.Show(now, context), book.PlaceOf(key, field.Name)?.Row ?? 0, []);

    private WorkbookChange Show(ThingKey key, WorkbookChangeKind kind, Said said) =>
        new(key.ToString(), kind, Tab(key.Kind), key.Id, "", "", "", book.PlaceOf(key)?.Row ?? 0,
            [.. Layout.Of(key.Kind).Where(f => said[f.Name].Length > 0).Select(f => new WorkbookCell(Words.Heading(f.Key), f.Show(said[f.Name], context)))]);

    private WorkbookWords Words => context.Words;

    private string Tab(ThingKind kind) => Words.Tab(kind == ThingKind.Drill ? "drill" : Layout.Sheets.First(s => s.Parts.Any(p => p.Kind == kind)).Name);
}
