using HanoiAcademy.Content.Exchange.Edits;
using HanoiAcademy.Content.Exchange.Workbooks;
using HanoiAcademy.Content.Exchange.Workbooks.Fields;
using HanoiAcademy.Content.Problems;

namespace HanoiAcademy.Tests.Content.Exchange.Workbooks;

public sealed class WorkbookPropertyTests
{
    private static readonly string[] Texts = ["", "Plain", "a: b # c", "'quoted'", "\"double\"", "- dash", "two\nlines", "ends with colon:", "{ brace", "é, ü; [x]", "  gaps  ", "#", "it's", "> folded", "@x", "%y", "very long " + "words and more words "];

    /// <summary>Whatever a trainer types: it is refused with a sentence, or exactly these cells say so afterwards, and nothing else says anything else.</summary>
    [Theory]
    [InlineData("harbour-call", 60)]
    [InlineData("night-harbour", 30)]
    [InlineData("desk-24-7", 8)]
    [InlineData("invoice-at-dawn", 8)]
    public void Random_changes_of_random_cells_change_what_they_say_and_nothing_else(string id, int rounds)
    {
        var folder = Workbooks.Folder(id);
        var book = Workbooks.Export(folder);
        var before = Things.Read(new FolderDraft(folder)).ToDictionary(s => s.Key);
        var random = new Random(20261122);
        var applied = 0;
        for (var round = 0; round < rounds; round++)
        {
            var changed = book;
            for (var n = rounds < 20 ? 1 : random.Next(1, 4); n > 0; n--)
                changed = Mutated(changed, random);
            var comparison = AcademyWorkbook.Compare(folder, changed);
            var merged = AcademyWorkbook.Apply(folder, changed);
            if (merged.Folder is not { } after)
            {
                merged.Problems.ShouldContain(p => p.Severity == Severity.Error && p.Message.Length > 10);
                continue;
            }

            applied++;
            AcademyWorkbook.Compare(after, changed).Changes.ShouldBeEmpty();
            var now = Things.Read(new FolderDraft(after)).ToDictionary(s => s.Key);
            var keys = comparison.Changes.Select(c => c.Key).ToHashSet(StringComparer.Ordinal);
            foreach (var (key, said) in before)
                foreach (var field in Layout.Of(key.Kind).Where(f => !keys.Contains($"{key}:{f.Name}")))
                    now[key][field.Name].ShouldBe(said[field.Name], $"{key} {field.Name}");
            foreach (var file in folder.Files.Where(f => !f.Path.EndsWith(".yaml", StringComparison.Ordinal) && !f.Path.EndsWith(".md", StringComparison.Ordinal)))
                after.Find(file.Path)!.Bytes.Span.SequenceEqual(file.Bytes.Span).ShouldBeTrue();
        }

        applied.ShouldBeGreaterThan(rounds / 10);
    }

    private static HanoiAcademy.Content.Exchange.Sheets.SheetBook Mutated(HanoiAcademy.Content.Exchange.Sheets.SheetBook book, Random random)
    {
        var sheet = book.Sheets[random.Next(1, 6)].Name;
        return book.Change(sheet, rows =>
        {
            if (rows.Count < 4)
                return;
            var at = random.Next(3, rows.Count);
            var head = rows[1].Cells;
            var column = random.Next(1, head.Count);
            if (WorkbookWords.FindHeadings(head[column].Text).Any(k => k.EndsWith(".id", StringComparison.Ordinal)))
                return;
            rows[at] = rows[at] with { Cells = [.. Enumerable.Range(0, head.Count).Select(n => n == column ? new(Texts[random.Next(Texts.Length)].Trim()) : rows[at][n])] };
        });
    }

    /// <summary>What the format holds comes back from a new scenario made of the workbook; what does not is listed here, and nowhere else.</summary>
    [Theory]
    [InlineData("harbour-call")]
    [InlineData("night-harbour")]
    [InlineData("desk-24-7")]
    [InlineData("invoice-at-dawn")]
    public void A_scenario_comes_back_from_its_workbook_for_all_that_a_workbook_holds_by_itself(string id)
    {
        var folder = Workbooks.Folder(id);
        var imported = AcademyWorkbook.Import(Workbooks.Export(folder));
        var before = Things.Read(new FolderDraft(folder)).ToDictionary(s => s.Key);
        var after = Things.Read(new FolderDraft(imported.Folder.ShouldNotBeNull())).ToDictionary(s => s.Key);
        foreach (var (key, said) in before.Where(s => s.Key.Kind != ThingKind.Matter))
        {
            // Decisions that only something else opens are dropped, and said to be.
            if (!after.TryGetValue(key, out var now))
            {
                (key.Kind is ThingKind.Decision or ThingKind.Option).ShouldBeTrue(key.ToString());
                imported.Loss.Lines.ShouldContain(l => l.Id == (key.Owner ?? key).Id);
                continue;
            }

            foreach (var field in Layout.Of(key.Kind))
                if (said[field.Name] != now[field.Name])
                    Untold(key.Kind, field.Name).ShouldBeTrue($"{key} {field.Name}: ‘{said[field.Name]}’ became ‘{now[field.Name]}’");
        }

        if (id == "harbour-call")
            after[new(ThingKind.Inject, "gate-open")]["text"].ShouldBe("Gate 4 reports **open**. Nobody has a job there tonight.");
    }

    /// <summary>Fields that may name what only files hold: actions, evidence, contacts, conditions on them.</summary>
    private static bool Untold(ThingKind kind, string field) => (kind, field) switch
    {
        (ThingKind.Inject, "time" or "expected" or "attachments" or "effects" or "from" or "replyTo") => true,
        (ThingKind.Objective, "when" or "by" or "rubric") => true,
        (ThingKind.Decision, "opens") => true,
        (ThingKind.Option, "effects") => true,
        _ => false,
    };
}
