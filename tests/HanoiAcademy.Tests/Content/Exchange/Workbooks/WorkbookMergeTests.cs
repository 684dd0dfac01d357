using HanoiAcademy.Content.Exchange.Workbooks;
using HanoiAcademy.Content.Files;
using HanoiAcademy.Content.Problems;

namespace HanoiAcademy.Tests.Content.Exchange.Workbooks;

public sealed class WorkbookMergeTests
{
    private const string Main = "scenario.yaml";
    private const string Gate = "injects/010-gate-open.md";
    private static readonly ContentFolder Harbour = Workbooks.Folder("harbour-call");
    private static readonly ContentFolder Dawn = Workbooks.Folder("invoice-at-dawn");
    private static readonly ContentFolder Desk = Workbooks.Folder("desk-24-7");

    [Fact]
    public void One_changed_cell_is_one_changed_line_of_one_file_and_comments_stay()
    {
        Change(Harbour, "Teams", "port.it", "Role name", "Network administrator").ShouldBe([$"{Main}: -      - {{ id: it, name: System administrator }}", $"{Main}: +      - {{ id: it, name: Network administrator }}"]);
        Change(Harbour, "Injects", "gate-open", "Time", "T+0:02").ShouldBe([$"{Gate}: -at: 0m", $"{Gate}: +at: 2m"]);
        Change(Harbour, "Injects", "gate-open", "Text", "Gate 4 reports **open**.\n\nNobody knows why.").ShouldBe(
            [$"{Gate}: -Gate 4 reports **open**. Nobody has a job there tonight.", $"{Gate}: +Gate 4 reports **open**.", $"{Gate}: +", $"{Gate}: +Nobody knows why."]);
        Change(Harbour, "Injects", "gate-open", "Channel", "social media").ShouldBe([$"{Gate}: -channel: alert", $"{Gate}: +channel: social"]);
        Change(Harbour, "Injects", "gate-open", "Expected", "port.it: { action: close-gate }\nport.it: says so to the harbour, and writes it down").ShouldBe(
            [$"{Gate}: +  - {{ by: port.it, observe: \"says so to the harbour, and writes it down\" }}"]);
        Change(Harbour, "Objectives", "closed", "By", "12m").Count.ShouldBe(2);
        Change(Harbour, "Injects", "gate-open", "TLP", "RED").ShouldBe([$"{Gate}: +tlp: RED"]);
        Change(Harbour, "Injects", "gate-open", "Title for control", "").ShouldBe([$"{Gate}: -title: The gate is open"]);
        Change(Harbour, "Injects", "gate-open", "Order", "25").ShouldBe([$"{Gate}: gone", "injects/025-gate-open.md: new"]);
        Change(Harbour, "Teams", "port", "Brief of the team", "You run it by day.").ShouldBe(["briefs/port.md: -You run the harbour at night.", "briefs/port.md: +You run it by day."]);
    }

    [Fact]
    public void In_a_large_scenario_too_a_change_touches_the_lines_it_is_about()
    {
        Change(Dawn, "Injects", "police-told", "Expected", Cell(Dawn, "Injects", "police-told", "Expected").Replace("police.fiu: { action: trace-flow }\n", "", StringComparison.Ordinal)).ShouldBe(
            ["injects/040-police-told.md: -  - { by: police.fiu, action: trace-flow }"]);
        Change(Dawn, "Objectives", "supplier-verified", "Points", "9").ShouldHaveSingleLine("points: 8", "points: 9");
        Change(Dawn, "Objectives", "company-words", "Rubric", Cell(Dawn, "Objectives", "company-words", "Rubric").Replace("too long", "far too long", StringComparison.Ordinal)).ShouldHaveSingleLine("too long", "far too long");
        Change(Desk, "Decisions", "aide-s", "Question", "The Minister’s wish: what now?").ShouldBe([$"{Main}: -  title: The Minister’s wish to be informed", $"{Main}: +  title: \"The Minister’s wish: what now?\""]);
        Change(Desk, "Decisions", "other-use-s.ask-consent", "Option", "No: ask").ShouldBe(
            [$"{Main}: -    name: 'No: given for one case. Another use needs the consent of the State it came from, and a reason'", $"{Main}: +    name: 'No: ask'"]);
        // What a good form says of the data is what is needed, in both places.
        Change(Dawn, "Requests", "norvia-mail", "Data sets needed", "norvia-mail-log, norvia-mail-content").ShouldContain($"{Main}: +        dataSets: [norvia-mail-log, norvia-mail-content]");
    }

    [Fact]
    public void What_the_other_side_changed_is_not_lost_and_both_is_a_conflict()
    {
        var book = Workbooks.Export(Harbour).Set("Injects", "gate-open", "Subject", "Gate 4 stands open");
        var elsewhere = Harbour.With(Gate, text => text.Replace("at: 0m", "at: 1m", StringComparison.Ordinal));
        var merged = AcademyWorkbook.Apply(elsewhere, book).Folder.ShouldNotBeNull();
        Workbooks.Difference(elsewhere, merged).ShouldBe([$"{Gate}: -subject: Gate 4 is open", $"{Gate}: +subject: Gate 4 stands open"]);

        var both = Harbour.With(Gate, text => text.Replace("subject: Gate 4 is open", "subject: Gate four", StringComparison.Ordinal));
        var conflict = AcademyWorkbook.Compare(both, book).Changes.ShouldHaveSingleItem();
        (conflict.Kind, conflict.Old, conflict.New, conflict.Key, conflict.Field, conflict.Sheet, conflict.Row).ShouldBe((WorkbookChangeKind.Conflict, "Gate four", "Gate 4 stands open", "inject:gate-open:subject", "Subject", "Injects", 4));
        AcademyWorkbook.Apply(both, book).Folder!.Hash.ShouldBe(both.Hash);
        AcademyWorkbook.Apply(both, book, new HashSet<string> { conflict.Key }).Folder!.Read(Gate).ShouldContain("subject: Gate 4 stands open");
    }

    [Fact]
    public void A_row_taken_out_is_taken_out_of_the_files_unless_they_changed_meanwhile()
    {
        var book = Workbooks.Export(Desk).Remove("Injects", row => row[0].Text == "journalist");
        var removal = AcademyWorkbook.Compare(Desk, book).Changes.ShouldHaveSingleItem();
        // Nobody who looks at the workbook sees its translations: they do not go unasked.
        (removal.Kind, removal.Id, removal.Row).ShouldBe((WorkbookChangeKind.Conflict, "journalist", 0));
        removal.Parts.Where(p => p.Field == "This file goes too").Select(p => p.Text).ShouldBe(["i18n/fr/injects/050-journalist.md", "i18n/vi/injects/050-journalist.md"]);
        AcademyWorkbook.Apply(Desk, book).Folder!.Hash.ShouldBe(Desk.Hash);
        Workbooks.Difference(Desk, AcademyWorkbook.Apply(Desk, book, new HashSet<string> { removal.Key }).Folder.ShouldNotBeNull()).ShouldBe(
            ["i18n/fr/injects/050-journalist.md: gone", "i18n/vi/injects/050-journalist.md: gone", "injects/050-journalist.md: gone"]);

        var alone = Desk.Without("i18n/fr/injects/050-journalist.md").Without("i18n/vi/injects/050-journalist.md");
        AcademyWorkbook.Compare(alone, book).Changes.ShouldHaveSingleItem().Kind.ShouldBe(WorkbookChangeKind.Removed);
        AcademyWorkbook.Compare(alone.With("injects/050-journalist.late.md", _ => "---\n---\nLate.\n"), book).Changes.ShouldHaveSingleItem().Kind.ShouldBe(WorkbookChangeKind.Conflict);

        var changed = Desk.With("injects/050-journalist.md", text => text + "\nMore.\n");
        AcademyWorkbook.Compare(changed, book).Changes.ShouldHaveSingleItem().Kind.ShouldBe(WorkbookChangeKind.Conflict);
        AcademyWorkbook.Apply(changed, book).Folder!.Hash.ShouldBe(changed.Hash);
    }

    [Fact]
    public void Another_id_takes_nothing_with_it_that_its_row_does_not_show()
    {
        var book = Workbooks.Export(Desk).Change("Injects", rows =>
        {
            var at = rows.FindIndex(r => r[0].Text == "journalist");
            rows[at] = rows[at] with { Cells = [new("reporter"), .. rows[at].Cells.Skip(1)] };
        });
        var comparison = AcademyWorkbook.Compare(Desk, book);
        comparison.Changes.Select(c => (c.Key, c.Kind)).ShouldBe([("inject:reporter", WorkbookChangeKind.Added), ("inject:journalist", WorkbookChangeKind.Conflict)]);
        comparison.Usual.ShouldBe(["inject:reporter"]);
    }

    [Fact]
    public void A_cell_that_cannot_be_read_stays_as_it_is_and_all_else_is_merged()
    {
        var book = Workbooks.Export(Harbour)
            .Set("Injects", "gate-open", "Time", "demain matin").Set("Injects", "gate-open", "Subject", "Gate 4 stands open").Set("Teams", "port.it", "Role name", "")
            .Add("Injects", ("Subject", "A lorry waits"), ("Time", "demain matin"), ("To", "port"), ("Text", "It has no papers."))
            .Add("Objectives", ("Objective id", "lorry-held"), ("Team", "port"), ("Objective", "The lorry is held"), ("Points", "many"))
            .Add("Decisions", ("Decision id", "let-in"), ("Question", "Let it in?"), ("Decided by", "port.it"), ("Opens", "some day"), ("Option id", "yes"), ("Option", "Yes"));
        var comparison = AcademyWorkbook.Compare(Harbour, book);
        comparison.HasErrors.ShouldBeFalse();
        comparison.Changes.Select(c => c.Key).ShouldBe(["inject:gate-open:subject", "inject:a-lorry-waits"], ignoreOrder: true);
        comparison.Problems.Select(p => (p.Severity, p.Code)).Distinct().ShouldBe(
            [(Severity.Warning, "workbook-cell"), (Severity.Warning, "workbook-missing"), (Severity.Warning, "workbook-owner")], ignoreOrder: true);
        comparison.Problems.ShouldContain(p => p.Message.StartsWith("Injects, row 4, column D: ‘demain matin’ is no time that can be read; write the time from StartEx as T+0:20", StringComparison.Ordinal) && p.Message.EndsWith("Until then it stays as it is in the files.", StringComparison.Ordinal));
        comparison.Problems.ShouldContain(p => p.Message.EndsWith("Until then a controller holds the new inject back and can fire it.", StringComparison.Ordinal));
        comparison.Problems.Count(p => p.Message.EndsWith("Until then the new row is left out.", StringComparison.Ordinal)).ShouldBe(2);

        var merged = AcademyWorkbook.Apply(Harbour, book).Folder.ShouldNotBeNull();
        Workbooks.Difference(Harbour, merged).ShouldBe([$"{Gate}: -subject: Gate 4 is open", $"{Gate}: +subject: Gate 4 stands open", "injects/020-a-lorry-waits.md: new"]);
        merged.Read("injects/020-a-lorry-waits.md").ShouldContain("contingency: true\n");
        AcademyWorkbook.Compare(merged, book).Changes.ShouldBeEmpty();
    }

    [Fact]
    public void A_row_whose_id_is_none_still_ends_the_merge() =>
        AcademyWorkbook.Compare(Harbour, Workbooks.Export(Harbour).Add("Teams", ("Team id", "Bánk"), ("Team name", "x"))).HasErrors.ShouldBeTrue();

    [Fact]
    public void A_new_row_that_is_left_out_may_be_an_old_one_so_no_other_is_taken_out_unasked()
    {
        var book = Workbooks.Export(Harbour).Set("Injects", "gate-open", "Channel", "smoke").Change("Injects", rows =>
        {
            var at = rows.FindIndex(r => r[0].Text == "gate-open");
            rows[at] = rows[at] with { Cells = [new("gate-opened"), .. rows[at].Cells.Skip(1)] };
        });
        var comparison = AcademyWorkbook.Compare(Harbour, book);
        comparison.Changes.ShouldHaveSingleItem().Kind.ShouldBe(WorkbookChangeKind.Conflict);
        AcademyWorkbook.Apply(Harbour, book).Folder!.Hash.ShouldBe(Harbour.Hash);
    }

    [Theory]
    [InlineData("Subject")]
    [InlineData("Text")]
    public void Half_of_a_character_is_refused_with_a_sentence(string heading)
    {
        var book = Workbooks.Export(Harbour).Set("Injects", "gate-open", heading, "a\uD800b");
        var merged = AcademyWorkbook.Apply(Harbour, book);
        merged.Folder.ShouldBeNull();
        merged.Problems.ShouldHaveSingleItem().Message.ShouldStartWith("Injects, row 4, ‘gate-open’");
        AcademyWorkbook.Import(Workbooks.Export(Harbour).Set("Injects", "gate-open", heading, "a\uD800b")).Folder.ShouldBeNull();
    }

    [Fact]
    public void An_option_is_taken_out_with_its_translations()
    {
        var book = Workbooks.Export(Desk).Remove("Decisions", row => row[0].Text == "aide-s" && row.Cells.Any(c => c.Text == "say-nothing"));
        var merged = AcademyWorkbook.Apply(Desk, book);
        merged.Problems.Where(p => p.Severity == Severity.Error).ShouldBeEmpty();
        Workbooks.Difference(Desk, merged.Folder.ShouldNotBeNull()).Select(d => d[..d.IndexOf(':', StringComparison.Ordinal)]).Distinct().ShouldBe(["i18n/fr/texts.yaml", "i18n/vi/texts.yaml", Main]);
    }

    [Fact]
    public void What_would_leave_errors_behind_is_refused_whole_and_named_by_its_cell()
    {
        var book = Workbooks.Export(Harbour).Set("Injects", "gate-open", "To", "prt");
        var refused = AcademyWorkbook.Apply(Harbour, book);
        refused.Folder.ShouldBeNull();
        refused.Problems.ShouldContain(p => p.Code == "unknown-team" && p.Message.StartsWith("Injects, row 4, column E: ‘prt’ is no team", StringComparison.Ordinal));
    }

    [Fact]
    public void New_rows_become_new_things_and_the_rest_stays_byte_for_byte()
    {
        var book = Workbooks.Export(Harbour)
            .Add("Teams", ("Team id", "port"), ("Role id", "guard"), ("Role name", "Guard"), ("Seats", "2"))
            .Add("Injects", ("Subject", "A lorry waits"), ("Time", "T+0:05"), ("To", "port.guard"), ("Text", "It has *no* papers."), ("Expected", "port.guard: stops it"))
            .Add("Decisions", ("Decision id", "let-in"), ("Question", "Let it in?"), ("Decided by", "port.guard"), ("Opens", "{ inject: a-lorry-waits }"), ("Text", "It is raining."), ("Option id", "yes"), ("Option", "Yes"))
            .Add("Decisions", ("Decision id", "let-in"), ("Option id", "no"), ("Option", "No"), ("Consequence", "It waits, in the rain."))
            .Add("Objectives", ("Objective id", "lorry-held"), ("Team", "port"), ("Objective", "The lorry is held"), ("Points", "5"), ("Won when", "decision: { id: let-in, option: no }"));
        var merged = AcademyWorkbook.Apply(Harbour, book);
        merged.Problems.Where(p => p.Severity == Severity.Error).ShouldBeEmpty();
        Workbooks.Difference(Harbour, merged.Folder.ShouldNotBeNull().With(Main, _ => Harbour.Read(Main))).ShouldBe(["decisions/let-in.md: new", "injects/020-a-lorry-waits.md: new"]);
        var main = merged.Folder.Read(Main);
        Harbour.Read(Main).Split('\n').ShouldAllBe(line => main.Contains(line));
        main.ShouldContain("      - { id: it, name: System administrator }\n      - { id: guard, name: Guard, seats: 2 }\n");
        main.ShouldContain("  - { id: lorry-held, team: port, name: The lorry is held, points: 5, when: { decision: { id: let-in, option: no } } }\n");
        main.ShouldContain("\ndecisions:\n  - id: let-in\n    title: Let it in?\n    by: [port.guard]\n    when: { inject: a-lorry-waits }\n    options:\n");
        AcademyWorkbook.Compare(merged.Folder, book).Changes.ShouldBeEmpty();
    }

    [Fact]
    public void The_order_of_rows_and_of_columns_says_nothing()
    {
        var book = Workbooks.Export(Dawn);
        var mixed = book.Change("Injects", rows => rows.Reverse(3, rows.Count - 3)).Change("Objectives", rows =>
        {
            for (var n = 1; n < rows.Count; n++)
                rows[n] = rows[n] with { Cells = [.. Enumerable.Range(0, 9).Select(c => rows[n][c]).Reverse()] };
        });
        AcademyWorkbook.Compare(Dawn, mixed).Changes.ShouldBeEmpty();
    }

    [Fact]
    public void A_workbook_of_another_scenario_is_refused_with_a_sentence()
    {
        var comparison = AcademyWorkbook.Compare(Harbour, Workbooks.Export(Dawn));
        comparison.Problems.ShouldHaveSingleItem().Message.ShouldBe("This workbook is of the scenario ‘invoice-at-dawn’, and the folder is ‘harbour-call’; choose the folder it was exported from.");
        AcademyWorkbook.Apply(Harbour, Workbooks.Export(Dawn)).Folder.ShouldBeNull();
    }

    [Fact]
    public void Without_its_hidden_sheet_or_with_a_damaged_one_it_is_compared_with_a_warning_and_takes_nothing_out()
    {
        var book = Workbooks.Export(Dawn).Set("Injects", "police-told", "Subject", "Report").Remove("Injects", row => row[0].Text == "bank-called");
        var bare = book with { Sheets = [.. book.Sheets.Where(s => s.Name != "academy")] };
        var damaged = book.Change("academy", rows => rows.RemoveAt(3));
        foreach (var own in new[] { bare, damaged })
        {
            var comparison = AcademyWorkbook.Compare(Dawn, own);
            comparison.Warnings.ShouldHaveSingleItem();
            comparison.Changes.ShouldHaveSingleItem().Key.ShouldBe("inject:police-told:subject");
        }
    }

    [Theory]
    [InlineData("=1+1")]
    [InlineData("+49 is a number")]
    [InlineData("-5 degrees")]
    [InlineData("@everybody: read")]
    [InlineData("a \"quoted\" 'text' # no comment: none")]
    [InlineData("x\u0007y\u001Bz _x0041_ \uFFFE 😀")]
    [InlineData("{ not: a map")]
    [InlineData("two\nlines\n\n  and a third")]
    [InlineData("- item\n- item")]
    [InlineData("2027-03-02")]
    [InlineData("null")]
    [InlineData("true")]
    public void Any_text_goes_through_file_workbook_and_file_unchanged(string text)
    {
        foreach (var (sheet, id, heading) in new[] { ("Teams", "port.it", "Role name"), ("Injects", "gate-open", "Subject"), ("Injects", "gate-open", "Text"), ("Injects", "gate-open", "From"), ("Drill", "", "") })
        {
            var book = sheet == "Drill" ? SetDrill(Harbour, "Summary", text) : Workbooks.Export(Harbour).Set(sheet, id, heading, text);
            var merged = AcademyWorkbook.Apply(Harbour, book);
            merged.Folder.ShouldNotBeNull(string.Join('\n', merged.Problems));
            merged.Applied.Count.ShouldBe(1);
            AcademyWorkbook.Compare(merged.Folder, book).Changes.ShouldBeEmpty();
            // And through the bytes of a file.
            AcademyWorkbook.Compare(merged.Folder, Workbooks.Export(merged.Folder)).Changes.ShouldBeEmpty();
            if (sheet == "Teams")
                Workbooks.Export(merged.Folder).Sheets.First(s => s.Name == "Teams").Rows[3].Cells.ShouldContain(c => c.Text == text);
        }
    }

    [Fact]
    public void Windows_line_ends_and_a_byte_order_mark_stay_where_they_are()
    {
        var windows = Harbour.With(Gate, text => "\uFEFF" + text.Replace("\n", "\r\n", StringComparison.Ordinal));
        var merged = AcademyWorkbook.Apply(windows, Workbooks.Export(windows).Set("Injects", "gate-open", "Subject", "Open")).Folder.ShouldNotBeNull();
        merged.Read(Gate).ShouldBe(windows.Read(Gate).Replace("subject: Gate 4 is open\r\n", "subject: Open\r\n", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("vi", "Tình huống", "Kênh", "mạng xã hội", "Thời gian", "dự phòng")]
    [InlineData("fr", "Stimuli", "Canal", "réseaux sociaux", "Heure", "en réserve")]
    public void In_Vietnamese_and_French_words_are_taken_as_they_are_offered(string language, string sheet, string channel, string social, string time, string contingency)
    {
        var book = Workbooks.Export(Harbour, language).Set(sheet, "gate-open", channel, social).Set(sheet, "gate-open", time, contingency);
        var comparison = AcademyWorkbook.Compare(Harbour, book);
        comparison.Changes.Select(c => (c.Sheet, c.Field, c.New)).ShouldBe([(sheet, time, contingency), (sheet, channel, social)]);
        Workbooks.Difference(Harbour, AcademyWorkbook.Apply(Harbour, book).Folder.ShouldNotBeNull()).ShouldBe(
            [$"{Gate}: -at: 0m", $"{Gate}: -to: [port]", $"{Gate}: -channel: alert", $"{Gate}: +contingency: true", $"{Gate}: +to: [port]", $"{Gate}: +channel: social"]);
    }

    private static HanoiAcademy.Content.Exchange.Sheets.SheetBook SetDrill(ContentFolder folder, string what, string text) => Workbooks.Export(folder).Change("Drill", rows =>
    {
        var at = rows.FindIndex(r => r[0].Text == what);
        rows[at] = new(rows[at].Number, [rows[at][0], new(text)]);
    });

    private static string Cell(ContentFolder folder, string sheet, string id, string heading) => Workbooks.Export(folder).Cell(sheet, id, heading);

    private static IReadOnlyList<string> Change(ContentFolder folder, string sheet, string id, string heading, string text)
    {
        var book = Workbooks.Export(folder).Set(sheet, id, heading, text);
        var change = AcademyWorkbook.Compare(folder, book).Changes.ShouldHaveSingleItem();
        (change.Kind, change.Sheet, change.Field, change.New).ShouldBe((WorkbookChangeKind.Changed, sheet, heading, text));
        var merged = AcademyWorkbook.Apply(folder, book);
        return Workbooks.Difference(folder, merged.Folder.ShouldNotBeNull(string.Join('\n', merged.Problems.Where(p => p.Severity == Severity.Error))));
    }
}

internal static class Lines
{
    public static void ShouldHaveSingleLine(this IReadOnlyList<string> difference, string old, string now)
    {
        difference.Count.ShouldBe(2);
        difference[0].Replace(": -", ": +", StringComparison.Ordinal).Replace(old, now, StringComparison.Ordinal).ShouldBe(difference[1]);
    }
}
