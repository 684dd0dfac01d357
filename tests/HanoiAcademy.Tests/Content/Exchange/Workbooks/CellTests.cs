using HanoiAcademy.Content.Exchange.Edits;
using HanoiAcademy.Content.Exchange.Workbooks;
using HanoiAcademy.Content.Exchange.Workbooks.Cells;

namespace HanoiAcademy.Tests.Content.Exchange.Workbooks;

public sealed class CellTests
{
    private static readonly CellContext Context = new(WorkbookWords.Of("en"), new HashSet<string>(StringComparer.Ordinal) { "supplier" }, new DateTimeOffset(2027, 3, 2, 6, 10, 0, TimeSpan.FromHours(7)));

    [Theory]
    [InlineData("T+0:20", "20m")]
    [InlineData("t + 45", "45m")]
    [InlineData("H+1:05", "1h5m")]
    [InlineData("1:30:15", "1h30m15s")]
    [InlineData("90m", "1h30m")]
    [InlineData("20 min", "20m")]
    [InlineData("26:00", "26h")]
    [InlineData("T+0", "0m")]
    public void A_time_is_read_as_people_write_it(string cell, string said) => new DurationCell().Parse(new(cell), Context).ShouldBe(said);

    [Theory]
    [InlineData("45")]
    [InlineData("H+2")]
    [InlineData("after lunch")]
    [InlineData("1:75")]
    [InlineData("-0:20")]
    public void A_time_that_could_be_two_or_none_is_refused_with_the_way_to_write_it(string cell) =>
        Should.Throw<CellRefused>(() => new DurationCell().Parse(new(cell, decimal.TryParse(cell, out var number) ? number : null), Context)).Message.ShouldContain("T+0:20");

    [Theory]
    [InlineData("T+0130")]
    [InlineData("t + 1930")]
    [InlineData("H+0130")]
    [InlineData("T+05")]
    [InlineData("±0130")]
    [InlineData("-0130")]
    [InlineData("0130")]
    [InlineData("10000")]
    public void A_clock_without_its_colon_is_not_a_number_of_minutes(string cell) =>
        Should.Throw<CellRefused>(() => new DurationCell().Parse(new(cell), Context)).Message.ShouldContain("such as T+1:30");

    [Theory]
    [InlineData("0.5", "0.5")]
    [InlineData("0.0138888888888889", "0.0138888888888889")]
    [InlineData("0000", "0")]
    public void A_number_is_a_time_only_by_the_format_of_its_cell(string text, string number) =>
        Should.Throw<CellRefused>(() => new DurationCell().Parse(new(text, decimal.Parse(number, System.Globalization.CultureInfo.InvariantCulture)), Context)).Message.ShouldContain("write the time from StartEx as T+0:20");

    [Fact]
    public void What_a_spreadsheet_made_of_a_time_or_a_date_is_taken_for_what_it_was()
    {
        new DurationCell().Parse(new("00:20:00", 0.0138888888888889m, new DateTime(1, 1, 1, 0, 20, 0)), Context).ShouldBe("20m");
        new DurationCell().Parse(new("12:00", 0.5m, new DateTime(1, 1, 1, 12, 0, 0)), Context).ShouldBe("12h");
        new DurationCell().Parse(new("0", 0m), Context).ShouldBe("0m");
        new DurationCell().Parse(new("2027-03-02 06:40", 46448.2777m, new DateTime(2027, 3, 2, 6, 40, 0)), Context).ShouldBe("30m");
        Should.Throw<CellRefused>(() => new DurationCell().Parse(new("2027-03-02 06:40", 46448.2777m, new DateTime(2027, 3, 2, 6, 40, 0)), Context with { Start = null })).Message.ShouldContain("is a date");
        new StoryCell().Parse(new("02/03/2027 06:10", 46448.257m, new DateTime(2027, 3, 2, 6, 10, 0)), Context).ShouldBe("2027-03-02T06:10:00+07:00");
        new StoryCell().Parse(new("2027-03-02 06:10 +07:00"), Context).ShouldBe("2027-03-02T06:10:00+07:00");
        new NumberCell(1, 50).Parse(new("2.00", 2.00m), Context).ShouldBe("2");
    }

    [Theory]
    [InlineData("{ action: close-gate }")]
    [InlineData("action: close-gate")]
    [InlineData("{action:   close-gate}")]
    public void A_condition_is_the_same_however_it_is_spaced(string cell) => new PartCell().Parse(new(cell), Context).ShouldBe("{ action: close-gate }");

    [Fact]
    public void Curly_quotes_are_made_straight_only_where_the_text_cannot_be_read_with_them()
    {
        PartCell.Read("{ note: \"He said “no”\" }").TextOf("note").ShouldBe("He said “no”");
        PartCell.Read("{ note: He said “no” }").TextOf("note").ShouldBe("He said “no”");
        PartCell.Read("{ note: “He said: no” }").TextOf("note").ShouldBe("He said: no");
        PartCell.Read("note: “He said: no”").TextOf("note").ShouldBe("He said: no");
    }

    [Theory]
    [InlineData(0, "A")]
    [InlineData(25, "Z")]
    [InlineData(26, "AA")]
    [InlineData(701, "ZZ")]
    [InlineData(702, "AAA")]
    public void A_place_names_its_column_as_the_spreadsheet_does(int column, string letter) => new CellPlace("Injects", 1, column).Letter.ShouldBe(letter);

    [Theory]
    [InlineData("close the gate")]
    [InlineData("{ action: close-gate")]
    [InlineData("{ &a x: *a }")]
    [InlineData("{}")]
    public void What_is_no_condition_is_refused(string cell) => Should.Throw<CellRefused>(() => new PartCell().Parse(new(cell), Context)).Message.ShouldContain("{ action: close-gate }");

    [Theory]
    [InlineData("a, b;c\nd", "a, b, c, d")]
    [InlineData("a, a, b", "a, b")]
    [InlineData("\"one, two\", three", "\"one, two\", three")]
    public void A_list_takes_what_people_put_between(string cell, string said) => new ListCell().Parse(new(cell), Context).ShouldBe(said);

    [Fact]
    public void A_deep_condition_does_not_reach_the_stack() =>
        Should.Throw<CellRefused>(() => new PartCell().Parse(new(string.Concat(Enumerable.Repeat("{ not: ", 5_000))), Context));

    /// <summary>Together a hundred expectations are longer than a cell: they stay in the files, and the rest of the workbook works.</summary>
    [Fact]
    public void What_is_too_long_for_a_cell_stays_in_the_files_as_it_is()
    {
        var line = "  - { by: port.it, observe: " + new string('x', 1_500) + " }\n";
        var folder = Workbooks.Folder("harbour-call").With("injects/010-gate-open.md", text => text.Replace("expected:\n", "expected:\n" + string.Concat(Enumerable.Repeat(line, 30)), StringComparison.Ordinal));
        var book = Workbooks.Export(folder);
        book.Cell("Injects", "gate-open", "Expected").ShouldStartWith("[too long for a cell");
        AcademyWorkbook.Compare(folder, book).Changes.ShouldBeEmpty();
        Workbooks.Difference(folder, AcademyWorkbook.Apply(folder, book.Set("Injects", "gate-open", "Subject", "Open")).Folder.ShouldNotBeNull()).Count.ShouldBe(2);
    }

    [Theory]
    [InlineData("a: x\n", "a: y\n")]
    [InlineData("a:   x   # why\nb: 1\n", "a:   y   # why\nb: 1\n")]
    [InlineData("a: 'x'\n", "a: 'y'\n")]
    [InlineData("a: >-\n  x\n  x2\n\n# end\nb: 1\n", "a: >-\n  y\n\n# end\nb: 1\n")]
    [InlineData("a: |\n  x\nb: 1\n", "a: |-\n  y\nb: 1\n")]
    [InlineData("b: { a: 1 }\na:\n", "b: { a: 1 }\na: y\n")]
    [InlineData("b: 1 # no newline at the end", "b: 1 # no newline at the end\na: y")]
    public void A_key_is_set_in_the_form_it_has(string yaml, string after) => YamlEdit.Set(yaml, YamlPath.Root, "a", YamlValue.Of("y"), []).ShouldBe(after);

    [Theory]
    [InlineData("b: 1\na: x # gone too\nc: 2\n", "b: 1\nc: 2\n")]
    [InlineData("# head\na:\n  - x\n  - y\n# stays\nc: 2\n", "# head\n# stays\nc: 2\n")]
    [InlineData("{ a: 1, b: 2 }", "{ b: 2 }")]
    public void A_key_is_taken_away_with_its_lines(string yaml, string after) => YamlEdit.Set(yaml, YamlPath.Root, "a", null, []).ShouldBe(after);

    [Fact]
    public void An_edit_that_would_say_something_else_is_refused() =>
        Should.Throw<EditRefused>(() => YamlEdit.RemoveItem("a:\n- # a comment\n  x\n- y\n", YamlPath.Root.Key("a"), 0));
}
