using System.Globalization;
using System.Text;
using HanoiAcademy.Content.Exchange.Edits;
using HanoiAcademy.Content.Exchange.Sheets;
using HanoiAcademy.Content.Exchange.Workbooks.Fields;
using HanoiAcademy.Content.Files;
using HanoiAcademy.Content.Problems;
using HanoiAcademy.Content.Scenarios;

namespace HanoiAcademy.Content.Exchange.Workbooks;

/// <summary>Makes a new scenario of a filled workbook: the same files that an author would write, by the same edits that a merge makes.</summary>
internal sealed class WholeImport(SheetBook book, string? folderName)
{
    private readonly List<LossLine> _lines = [];

    public WorkbookImport Run()
    {
        var reading = BookReading.Of(book, new(WorkbookWords.All[0], new HashSet<string>(StringComparer.Ordinal), null), isNew: true);
        foreach (var said in reading.All.Where(s => s.Key.Kind != ThingKind.Matter))
            foreach (var field in Layout.Of(said.Key.Kind).Where(f => f.IsRequired && said[f.Name].Length == 0))
                if (reading.PlaceOf(said.Key, field.Name) is { } place)
                    reading.Wrong(place, "workbook-missing", $"‘{reading.Context.Words.Heading(field.Key)}’ of ‘{said.Key.Id}’ is empty; fill it in, or delete the whole row.");
        var drill = reading.All[0];
        var title = drill["title"].Length > 0 ? drill["title"] : Path.GetFileNameWithoutExtension(book.FileName);
        var id = folderName ?? (Scenarios.Reading.Item.IdPattern.IsMatch(drill["id"]) ? drill["id"] : Ids.From(drill["id"].Length > 0 ? drill["id"] : title, "drill"));
        if (!reading.All.Any(s => s.Key.Kind == ThingKind.Team))
            reading.Problems.Add(new(book.FileName, 1, 1, "workbook-teams", $"No team stands on the sheet ‘{reading.Context.Words.Tab("teams")}’; write at least one, with its id and name."));
        if (!reading.All.Any(s => s.Key.Kind == ThingKind.Inject))
            reading.Problems.Add(new(book.FileName, 1, 1, "workbook-injects", $"No inject stands on the sheet ‘{reading.Context.Words.Tab("injects")}’; write at least one."));
        if (reading.Problems.HasErrors)
            return new(null, Report(reading), reading.Problems.Sorted());

        var held = new Holding(reading, _lines);
        var all = held.All();
        drill.Fields["title"] = title;
        var draft = new FolderDraft(ContentFolder.Of(id, [new(ScenarioReader.MainFile, Encoding.UTF8.GetBytes($"schema: 1\nid: {YamlWriter.Scalar(id, inFlow: false)}\n"))], FolderLimits.Scenario));
        try
        {
            Write(draft, drill, held.States(drill), all);
        }
        catch (EditRefused e)
        {
            reading.Problems.Add(new(book.FileName, 1, 1, "workbook-edit", e.Message));
            return new(null, Report(reading), reading.Problems.Sorted());
        }

        var folder = draft.ToFolder();
        var problems = new ProblemList();
        ScenarioReader.Read(folder, problems);
        Kept(reading, all);
        return new(folder, Report(reading), [.. reading.Problems, .. new ProblemPlaces(draft, folder.Name, reading).Told(problems.Sorted())]);
    }

    private void Write(FolderDraft draft, Said drill, YamlItems? states, IReadOnlyList<Said> all)
    {
        var top = new KnownThing(draft, Place.Top);
        foreach (var field in Layout.Drill.Where(f => f is not (StartField or KeyField { Name: "id" }) && drill[f.Name].Length > 0))
            field.Write(top, drill[field.Name]);
        if (states is not null)
            top.Set(["states"], states);
        foreach (var said in all)
            try
            {
                Applying.Apply(draft, new(null!, said.Key, null, said));
            }
            catch (EditRefused e)
            {
                throw new EditRefused($"{said.Key.Kind} ‘{said.Key.Id}’: {e.Message}");
            }

        Layout.Drill.OfType<StartField>().First().Write(top, drill["start"]);
    }

    private void Kept(BookReading reading, IReadOnlyList<Said> all)
    {
        foreach (var (kind, one, many) in new[]
        {
            (ThingKind.Team, "team", "teams"), (ThingKind.Role, "role", "roles"), (ThingKind.Inject, "inject", "injects"), (ThingKind.Decision, "decision", "decisions"), (ThingKind.Option, "option", "options"),
            (ThingKind.Objective, "objective", "objectives"),
        })
            if (all.Count(s => s.Key.Kind == kind) is > 0 and var n)
                _lines.Add(new(LossKind.Kept, reading.Context.Words.Tab(Layout.Sheets.First(s => s.Parts.Any(p => p.Kind == kind)).Name), string.Create(CultureInfo.InvariantCulture, $"{n} {(n == 1 ? one : many)}.")));
    }

    private LossReport Report(BookReading reading)
    {
        foreach (var (place, id) in reading.Examples)
            _lines.Add(new(LossKind.Dropped, Where(place), $"‘{id}’ is an example and was left out; give it another id if it is meant.", id));
        foreach (var (place, text) in reading.Unknown)
            _lines.Add(new(LossKind.Dropped, Where(place), $"The column ‘{text}’ is none of this workbook's and was left out; what it says can go into ‘{reading.Context.Words.Heading("inject.text")}’."));
        foreach (var (place, key, why) in reading.HeldBack)
            _lines.Add(new(LossKind.Changed, Where(place), $"{why} Until then a controller holds it back and can fire it.", key.Id));
        // The hidden sheets are the workbook's own.
        _lines.AddRange(book.Notes.Where(n => n.Kind != LossKind.Kept && !n.Where.StartsWith("lists", StringComparison.Ordinal) && !n.Where.StartsWith(Ledger.SheetName, StringComparison.Ordinal)));
        var lines = _lines.OrderBy(l => l.Kind).ToList();
        return new($"{book.FileName}, a workbook of Hanoi Academy", lines.Count <= LossReport.Most ? lines
            : [.. lines.Take(LossReport.Most - 1), new(LossKind.Dropped, "", string.Create(CultureInfo.InvariantCulture, $"{lines.Count - LossReport.Most + 1} more lines are not shown."))]);
    }

    internal static string Where(CellPlace place) => string.Create(CultureInfo.InvariantCulture, $"{place.Sheet}, row {place.Row}, column {place.Letter}");
}
