using System.Globalization;
using HanoiAcademy.Content.Exchange.Sheets;
using HanoiAcademy.Content.Exchange.Workbooks.Cells;
using HanoiAcademy.Content.Exchange.Workbooks.Fields;
using HanoiAcademy.Content.Exchange.Writing;

namespace HanoiAcademy.Content.Exchange.Workbooks;

/// <summary>Draws the workbook: what it is, then a sheet for each kind of thing, then two hidden ones: what drop-downs offer, and what the cells were.</summary>
internal sealed class WorkbookDrawing(WorkbookWords words, CellContext context)
{
    /// <summary>Heading and help; the title stands above.</summary>
    public const int HeadRows = 3;

    private const string ListsName = "lists";

    /// <summary>Rows for which there are drop-downs.</summary>
    private const int MostRows = 600;

    /// <summary>Roles that drop-downs of other sheets offer.</summary>
    private const int MostRoles = 200;

    private readonly List<(string Name, IReadOnlyList<DrawnCell> Cells)> _lists = [];

    /// <param name="all">What is said; examples instead when there is nothing but the drill itself.</param>
    /// <param name="scenario">Id for the ledger; empty for a new workbook.</param>
    public byte[] Draw(IReadOnlyList<Said> all, string scenario)
    {
        _lists.Add(("readers", [new("all"), .. Enumerable.Range(0, MostRoles).Select(n => RoleFormula(all, n))]));
        var sheets = new List<DrawnSheet> { First(all) };
        foreach (var layout in Layout.Sheets)
            sheets.Add(Sheet(layout, all, withExamples: scenario.Length == 0));
        sheets.Add(Lists());
        sheets.Add(new(Ledger.SheetName, [20, 20, 20, 20], [.. Ledger.Rows(scenario, scenario.Length == 0 ? [] : all.Select(Shown)).Select(row => new DrawnRow([.. row.Select(text => new DrawnCell(text))]) { Height = 15 })]) { IsHidden = true, IsVeryHidden = true });
        return XlsxWriter.Write(sheets);
    }

    /// <summary>A text that no cell can hold was never in the workbook.</summary>
    private Said Shown(Said said) => new(said.Key, said.Fields.Where(f => Text(Layout.Of(said.Key.Kind).First(field => field.Name == f.Key), f.Value) != words.Say("too-long")).ToDictionary(StringComparer.Ordinal));

    private string Text(Field field, string said)
    {
        var text = field.Show(said, context);
        return XlsxText.Escaped(text).Length > XlsxText.Most ? words.Say("too-long") : text;
    }

    private DrawnSheet First(IReadOnlyList<Said> all)
    {
        var drill = all.First(s => s.Key.Kind == ThingKind.Drill);
        var rows = new List<DrawnRow>
        {
            new([new(words.Say("exercise"), CellLook.Title)]) { Height = 30 },
            new([new(words.Say("workbook"), CellLook.Title)]) { Height = 30 },
            new([new(words.Say("drill"), CellLook.Heading), new(words.Say("value"), CellLook.Heading), new("", CellLook.Heading)]),
        };
        var choices = new List<DrawnChoice>();
        foreach (var field in Layout.Drill)
        {
            rows.Add(new([new(words.Heading(field.Key), CellLook.Heading), new(Text(field, drill[field.Name])), new(words.Help(field.Key), CellLook.Help)]));
            choices.Add(new(1, rows.Count, rows.Count, field.List is null ? null : ListOf(field.List), false, words.Heading(field.Key), words.Help(field.Key)));
        }

        rows.Add(new([]));
        rows.AddRange(words.Intro.Select(line => new DrawnRow([new(""), new(line, CellLook.Prose)])));
        return new(words.Tab("drill"), [30, 70, 60], rows) { Choices = choices, Marking = words.Say("exercise") };
    }

    private DrawnSheet Sheet(SheetLayout layout, IReadOnlyList<Said> all, bool withExamples)
    {
        var columns = layout.Parts.SelectMany(part => part.Fields.Select(f => (f.Key, Field: (Field?)f, f.Width)).Prepend((Key: part.IdKey, Field: null, Width: 20))).ToList();
        var rows = new List<DrawnRow>
        {
            new([new($"{words.Say("exercise")}: {words.Tab(layout.Name)}", CellLook.Title)]) { Height = 26 },
            new([.. columns.Select(c => new DrawnCell(words.Heading(c.Key), CellLook.Heading))]) { Height = 34 },
            new([.. columns.Select(c => new DrawnCell(words.Help(c.Key), CellLook.Help))]) { Height = 90 },
        };
        if (withExamples)
            rows.AddRange(words.Examples(layout.Name).Select(example => new DrawnRow([.. columns.Select(c => new DrawnCell(example.TryGetValue(c.Key, out var said) ? c.Field is { } f ? Text(f, Canonical(f, said)) : said : "", CellLook.Example))])));
        else
            rows.AddRange(Rows(layout, all).Select(row => new DrawnRow([.. columns.Select(c => new DrawnCell(row.GetValueOrDefault(c.Key, "")))])));
        var last = Math.Max(rows.Count, HeadRows) + MostRows;
        return new(words.Tab(layout.Name), [.. columns.Select(c => c.Width)], rows)
        {
            Frozen = HeadRows,
            Marking = words.Say("exercise"),
            Choices = [.. columns.Select((c, n) => new DrawnChoice(n, HeadRows + 1, last, c.Field is null ? null : Source(c.Field), c.Field?.List is not null && c.Field is KeyField && c.Field.Name != "classes", words.Heading(c.Key), words.Help(c.Key)))],
        };
    }

    /// <summary>Examples are written with the words of the files, as if they had been read from there.</summary>
    private static string Canonical(Field field, string said) => field is SenderField ? "name " + said : said;

    /// <summary>One row for each thing of the last kind; what is said of its owner stands in the first of them.</summary>
    private IEnumerable<Dictionary<string, string>> Rows(SheetLayout layout, IReadOnlyList<Said> all)
    {
        var (first, last) = (layout.Parts[0], layout.Parts[^1]);
        foreach (var thing in all.Where(s => s.Key.Kind == first.Kind))
        {
            var own = Row(first, thing);
            if (first == last)
            {
                yield return own;
                continue;
            }

            foreach (var child in all.Where(s => s.Key.Kind == last.Kind && s.Key.Owner == thing.Key))
            {
                foreach (var (key, text) in Row(last, child))
                    own[key] = text;
                yield return own;
                own = new(StringComparer.Ordinal) { [first.IdKey] = thing.Key.Id };
            }

            if (own.Count > 1)
                yield return own;
        }
    }

    private Dictionary<string, string> Row(SheetPart part, Said said)
    {
        var row = new Dictionary<string, string>(StringComparer.Ordinal) { [part.IdKey] = said.Key.OwnId };
        foreach (var field in part.Fields)
            if (said[field.Name] is { Length: > 0 } text)
                row[field.Key] = Text(field, text);
        return row;
    }

    private string? Source(Field field) => field.Offer switch
    {
        Offer.Teams => $"{XlsxWriter.Quoted(words.Tab("teams"))}!$A${HeadRows + 1}:$A${HeadRows + MostRoles}",
        Offer.Readers => Range("readers", 1),
        Offer.Roles => Range("readers", 2),
        _ => field.List is { } list ? ListOf(list) : null,
    };

    private string ListOf(string list)
    {
        if (!_lists.Any(l => l.Name == list))
            _lists.Add((list, [.. words.WordsOf(list).Select(w => new DrawnCell(w.Value))]));
        return Range(list, 1);
    }

    private string Range(string list, int from)
    {
        var at = _lists.FindIndex(l => l.Name == list);
        var column = CellName.Letter(at);
        return string.Create(CultureInfo.InvariantCulture, $"{ListsName}!${column}${from + 1}:${column}${_lists[at].Cells.Count + 1}");
    }

    /// <summary>Follows the Teams sheet, so that a role written there can be chosen at once.</summary>
    private DrawnCell RoleFormula(IReadOnlyList<Said> all, int n)
    {
        var row = HeadRows + 1 + n;
        var teams = XlsxWriter.Quoted(words.Tab("teams"));
        var role = CellName.Letter(Layout.Teams.Parts[0].Fields.Count + 1);
        var formula = string.Create(CultureInfo.InvariantCulture, $"IF({teams}!${role}${row}=\"\",{teams}!$A${row}&\"\",{teams}!$A${row}&\".\"&{teams}!${role}${row})");
        var now = Rows(Layout.Teams, all).ElementAtOrDefault(n);
        // Not nothing: a formula without a value looks like one that was never reckoned.
        return new(now is null ? "-" : now.TryGetValue("role.id", out var id) ? $"{now["team.id"]}.{id}" : now["team.id"], CellLook.Text, formula);
    }

    private DrawnSheet Lists()
    {
        var most = _lists.Max(l => l.Cells.Count);
        return new(ListsName, [],
        [
            new([.. _lists.Select(l => new DrawnCell(l.Name))]) { Height = 15 },
            .. Enumerable.Range(0, most).Select(n => new DrawnRow([.. _lists.Select(l => n < l.Cells.Count ? l.Cells[n] : new DrawnCell(""))]) { Height = 15 }),
        ])
        { IsHidden = true };
    }
}
