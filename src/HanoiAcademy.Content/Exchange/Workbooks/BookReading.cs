using System.Globalization;
using HanoiAcademy.Content.Exchange.Sheets;
using HanoiAcademy.Content.Exchange.Workbooks.Cells;
using HanoiAcademy.Content.Exchange.Workbooks.Fields;
using HanoiAcademy.Content.Problems;
using HanoiAcademy.Content.Scenarios.Reading;

namespace HanoiAcademy.Content.Exchange.Workbooks;

/// <summary>Where a cell stands, as its owner finds it again.</summary>
internal sealed record CellPlace(string Sheet, int Row, int Column)
{
    public string Letter => CellName.Letter(Column);
}

/// <summary>What a workbook says: its things by id, each field with its cell. Fields whose column is not there are not known, which is not the same as empty.</summary>
internal sealed class BookReading
{
    public const string ExamplePrefix = "example-";

    /// <summary>More rows are no drill: a scenario has at most 500 of anything.</summary>
    public const int MostRows = 5_000;

    private readonly SheetBook _book;
    private CellContext _context;
    private readonly Dictionary<ThingKey, Said> _things = [];
    private readonly Dictionary<(ThingKey, string), CellPlace> _cells = [];

    private readonly bool _isNew;

    private BookReading(SheetBook book, CellContext context, bool isNew) => (_book, _context, _isNew) = (book, context, isNew);

    public CellContext Context => _context;

    /// <summary>Times of injects that cannot be read, where a new scenario is made: times are never invented, so these injects are held back.</summary>
    public List<(CellPlace Place, ThingKey Key, string Why)> HeldBack { get; } = [];

    /// <summary>Cells that cannot be read, where a scenario is merged into: what becomes of each hangs on whether the files have the thing.</summary>
    public List<(CellPlace Place, ThingKey Key, Field Field, string Why)> Unread { get; } = [];

    /// <summary>In the order of their rows.</summary>
    public List<Said> All { get; } = [];

    public ProblemList Problems { get; } = new();

    /// <summary>Rows that were left out, each with its place.</summary>
    public List<(CellPlace Place, string Id)> Examples { get; } = [];

    /// <summary>Columns and sheets that mean nothing here.</summary>
    public List<(CellPlace Place, string Text)> Unknown { get; } = [];

    /// <summary>Fields that have a column.</summary>
    public HashSet<Field> Known { get; } = [];

    public HashSet<ThingKind> KnownKinds { get; } = [];

    public string Language { get; private set; } = "en";

    /// <param name="book">The cells.</param>
    /// <param name="context">Of the folder it is compared with.</param>
    /// <param name="isNew">Whether a new scenario is made of it.</param>
    public static BookReading Of(SheetBook book, CellContext context, bool isNew = false)
    {
        var reading = new BookReading(book, context with { Words = LanguageOf(book) }, isNew);
        reading.Language = reading._context.Words.Language;
        reading.Read();
        return reading;
    }

    /// <summary>By its headings, not by its name: a copy of a tab is still that sheet.</summary>
    public static bool Is(SheetBook book) => book.Sheets.Any(Ledger.IsOn) || book.Sheets.Any(sheet => Head(sheet) is { } head && head.Layout == Layout.Injects && head.Columns.Count >= 6);

    public Said? Find(ThingKey key) => _things.GetValueOrDefault(key);

    /// <summary>The cell of a field, or the first one of the thing's row.</summary>
    public CellPlace? PlaceOf(ThingKey key, string field = "id") => _cells.GetValueOrDefault((key, field)) ?? _cells.GetValueOrDefault((key, "id"));

    public void Wrong(CellPlace place, string code, string message, Severity severity = Severity.Error) =>
        Problems.Add(new(_book.FileName, place.Row, place.Column + 1, code, string.Create(CultureInfo.InvariantCulture, $"{place.Sheet}, row {place.Row}, column {place.Letter}: {message}"), severity));

    private static WorkbookWords LanguageOf(SheetBook book)
    {
        var tabs = book.Sheets.Select(s => s.Name).ToHashSet(StringComparer.Ordinal);
        return WorkbookWords.All.OrderByDescending(w => Layout.Sheets.Count(s => tabs.Contains(w.Tab(s.Name)))).First();
    }

    private void Read()
    {
        ReadDrill();
        // A date in a cell is a drill time once the workbook itself has said when StartEx is.
        if (_isNew && StoryCell.TryRead(All[0]["start"], out var start))
            _context = _context with { Start = start };
        foreach (var sheet in _book.Sheets.Where(s => !Ledger.IsOn(s) && !s.IsHidden))
            if (Head(sheet) is { } head)
                ReadSheet(sheet, head);
    }

    private sealed record Heading(SheetLayout Layout, int Row, Dictionary<string, int> Columns);

    private static Heading? Head(Sheet sheet)
    {
        foreach (var row in sheet.Rows.Take(20))
        {
            var found = new Dictionary<string, int>(StringComparer.Ordinal);
            var keys = row.Cells.Select(c => c.IsEmpty ? [] : WorkbookWords.FindHeadings(c.Text)).ToList();
            if (keys.Count(k => k.Count > 0) < 2)
                continue;
            // A word such as ‘Text’ heads columns of several sheets: the sheet is the one that most of them belong to.
            var layout = Layout.Sheets.MaxBy(s => keys.Count(k => k.Any(key => Belongs(s, key))))!;
            for (var column = 0; column < keys.Count; column++)
                if (keys[column].FirstOrDefault(key => Belongs(layout, key)) is { } own)
                    found.TryAdd(own, column);
            if (found.Count >= 2)
                return new(layout, row.Number, found);
        }

        return null;
    }

    private static bool Belongs(SheetLayout sheet, string key) => sheet.Parts.Any(p => p.IdKey == key || p.Fields.Any(f => f.Key == key));

    private void ReadDrill()
    {
        var key = new ThingKey(ThingKind.Drill, "");
        var said = Add(key);
        foreach (var sheet in _book.Sheets.Where(s => !s.IsHidden && Head(s) is null))
            foreach (var row in sheet.Rows.Take(200))
                foreach (var field in Layout.Drill)
                    if (!Known.Contains(field) && WorkbookWords.FindHeadings(row[0].Text).Contains(field.Key))
                    {
                        Known.Add(field);
                        Take(field, said, row[1], new(sheet.Name, row.Number, 1));
                    }
    }

    private void ReadSheet(Sheet sheet, Heading head)
    {
        foreach (var part in head.Layout.Parts)
        {
            if (head.Columns.ContainsKey(part.IdKey))
                KnownKinds.Add(part.Kind);
            Known.UnionWith(part.Fields.Where(f => head.Columns.ContainsKey(f.Key)));
        }

        foreach (var cell in sheet.Rows.First(r => r.Number == head.Row).Cells.Select((c, n) => (c, n)).Where(c => !c.c.IsEmpty && !head.Columns.ContainsValue(c.n)))
            Unknown.Add((new(sheet.Name, head.Row, cell.n), cell.c.Text));
        if (sheet.Rows.Count > MostRows)
            Wrong(new(sheet.Name, sheet.Rows[MostRows].Number, 0), "too-many", $"A sheet may have {MostRows} rows; this one has {sheet.Rows.Count}. Take some out.");
        ThingKey? above = null;
        foreach (var row in sheet.Rows.Where(r => r.Number > head.Row).Take(MostRows))
            above = ReadRow(sheet, head, row, above) ?? above;
    }

    /// <returns>The owner that the row is of: what stands below without an id belongs to it too.</returns>
    private ThingKey? ReadRow(Sheet sheet, Heading head, SheetRow row, ThingKey? above)
    {
        SheetCell At(string key) => head.Columns.TryGetValue(key, out var column) ? row[column] : SheetCell.Empty;
        CellPlace Where(string key) => new(sheet.Name, row.Number, head.Columns.GetValueOrDefault(key));
        bool Fills(SheetPart part) => !At(part.IdKey).IsEmpty || part.Fields.Any(f => !At(f.Key).IsEmpty);
        var first = head.Layout.Parts[0];
        if (!head.Layout.Parts.Any(Fills) || head.Columns.Keys.Any(key => WorkbookWords.IsHelp(key, At(key).Text)))
            return null;
        if (head.Layout.Parts.Any(p => At(p.IdKey).Text.StartsWith(ExamplePrefix, StringComparison.Ordinal)))
        {
            Examples.Add((Where(first.IdKey), At(first.IdKey).Text));
            return above;
        }

        ThingKey? owner = null;
        foreach (var part in head.Layout.Parts)
        {
            var isOwner = part == first;
            if (!isOwner && (owner is null || !Fills(part)))
            {
                if (owner is null)
                    Wrong(Where(first.IdKey), "workbook-owner", $"Nothing says to what this row belongs; fill in ‘{_context.Words.Heading(first.IdKey)}’.");
                continue;
            }

            if (isOwner && !Fills(part) && above is null)
                continue;
            if (isOwner && !Fills(part) && above is not null)
            {
                owner = above;
                continue;
            }

            var given = At(part.IdKey).Text.Trim();
            var name = part.Fields.FirstOrDefault(f => f.Name is "subject") ?? part.Fields.FirstOrDefault(f => f.Name is "name" or "title");
            var place = Where(head.Columns.ContainsKey(part.IdKey) ? part.IdKey : part.Fields.First(f => head.Columns.ContainsKey(f.Key)).Key);
            var prefix = isOwner ? "" : owner!.Id + ".";
            if (given.Length == 0)
            {
                var made = Ids.From(name is null ? "" : At(name.Key).Text, part.Kind.ToString().ToLowerInvariant() + "-" + row.Number.ToString(CultureInfo.InvariantCulture));
                // A team's or decision's next row may say its name again instead of its id.
                given = isOwner && head.Layout.Parts.Count > 1 && _things.ContainsKey(new(part.Kind, made)) ? made : Ids.Unique(made, id => _things.ContainsKey(new(part.Kind, prefix + id)) || Reserved(part.Kind, id));
            }
            else if (!Item.IdPattern.IsMatch(given))
            {
                Wrong(place, "id-shape", $"‘{given}’ cannot be an id; write lower-case letters and digits with single dashes between, such as ‘{Ids.From(given, "call-bank")}’.");
                return owner;
            }

            var key = new ThingKey(part.Kind, prefix + given);
            var known = Find(key);
            if (known is not null && !(isOwner && head.Layout.Parts.Count > 1))
            {
                Wrong(place, "id-twice", $"‘{given}’ already stands in row {PlaceOf(key)!.Row} of {PlaceOf(key)!.Sheet}; give this one another id.");
                return owner;
            }

            var said = known ?? Add(key);
            if (known is null)
                _cells[(key, "id")] = place;
            foreach (var field in part.Fields.Where(f => head.Columns.ContainsKey(f.Key)))
                Take(field, said, At(field.Key), Where(field.Key));
            if (isOwner)
                owner = key;
        }

        return owner;
    }

    private static bool Reserved(ThingKind kind, string id) => (kind == ThingKind.Team && id is "all" or "control" or "system") || (kind == ThingKind.Option && id == "lapsed");

    private Said Add(ThingKey key)
    {
        var said = new Said(key, new(StringComparer.Ordinal));
        _things[key] = said;
        All.Add(said);
        return said;
    }

    private void Take(Field field, Said said, SheetCell cell, CellPlace place)
    {
        if (cell.IsEmpty)
        {
            _cells.TryAdd((said.Key, field.Name), place);
            return;
        }

        string text;
        try
        {
            text = WorkbookWords.IsTooLong(cell.Text) ? TooLong : field.Parse(cell, _context);
        }
        catch (CellRefused e) when (_isNew && field is WhenField && said.Key.Kind == ThingKind.Inject)
        {
            HeldBack.Add((place, said.Key, e.Message));
            text = "contingency";
        }
        catch (CellRefused e)
        {
            if (_isNew)
                Wrong(place, "workbook-cell", e.Message);
            else
                Unread.Add((place, said.Key, field, e.Message));
            text = Broken;
        }

        if (said.Fields.TryGetValue(field.Name, out var before) && before == Broken)
            return;
        if (before is not null && before != text && text != Broken)
            Wrong(place, "said-twice", $"‘{said.Key.Id}’ has another value for this in row {_cells[(said.Key, field.Name)].Row}; write it once, or the same in both.");
        else
        {
            said.Fields[field.Name] = text;
            _cells[(said.Key, field.Name)] = place;
        }
    }

    /// <summary>What stands for a text that no cell can hold: it is as it was.</summary>
    public const string TooLong = "\u0001too long";

    /// <summary>What stands for a cell that says nothing that can be taken: it is as it was. A problem is told, or stands in <see cref="Unread"/>.</summary>
    public const string Broken = "\u0001broken";
}
