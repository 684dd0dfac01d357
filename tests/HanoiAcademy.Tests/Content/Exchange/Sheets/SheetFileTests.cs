using System.Text;
using DocumentFormat.OpenXml.Spreadsheet;
using HanoiAcademy.Content.Exchange.Sheets;
using HanoiAcademy.Content.Problems;

namespace HanoiAcademy.Tests.Content.Exchange.Sheets;

public sealed class SheetFileTests
{
    [Fact]
    public void A_workbook_with_a_prefix_and_no_shared_strings_is_read()
    {
        var sheet = Read(Sample("blueprint-playwright-msel.xlsx"), "msel.xlsx").Sheets.ShouldHaveSingleItem();
        sheet.Name.ShouldBe("Sheet1");
        sheet.Rows.Count.ShouldBe(3);
        sheet.Rows[0].Cells.Select(c => c.Text).ShouldBe(["Group", "Move", "Assigned To", "Status", "Exercise Time", "Simulated Time", "Title", "Description", "To", "From", "Details", "Expected Actions"]);
        sheet.Rows[1][6].Text.ShouldBe("STARTEX");
        sheet.Rows[2][0].Text.ShouldBe("2");
    }

    [Fact]
    public void A_workbook_with_shared_strings_is_read_and_its_empty_rows_are_left_out()
    {
        var sheet = Read(Sample("openaev-chronogram-test_file_5.xlsx"), "five.xlsx").Sheets.ShouldHaveSingleItem();
        sheet.Rows.Select(r => r.Number).ShouldBe([1, 2, 3, 4, 5]);
        sheet.Rows.Select(r => r[2].Text).ShouldBe(["J-1", "J", "J+1 H+2 M-5", "J+2", "J+3"]);
        sheet.Rows[0][9].Number.ShouldBe(100);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_date_is_the_same_moment_in_both_calendars(bool from1904)
    {
        var moment = new DateTime(2027, 3, 2, 9, 30, 0);
        var cell = Read(new Xlsx { From1904 = from1904 }.Sheet("S", [[moment]]).Bytes()).Sheets[0].Rows[0][0];
        cell.Moment.ShouldBe(moment);
        cell.Text.ShouldBe("2027-03-02 09:30");
    }

    [Fact]
    public void Times_of_day_spans_and_leading_zeros_are_what_their_reader_saw()
    {
        var row = Read(new Xlsx().Sheet("S", [[new Xlsx.Formatted(0.395833333333333m, "hh:mm"), new Xlsx.Formatted(1.0625m, "[h]:mm"), new Xlsx.Formatted(930m, "0000"), new Xlsx.Formatted(0.5m, "0%"), new Xlsx.Formatted(-1m, "dd/mm/yyyy"), new Xlsx.Formatted(0m, "dd/mm/yyyy"), new Xlsx.Formatted(46000m, "\"day\" 0")]]).Bytes()).Sheets[0].Rows[0];
        row.Cells.Select(c => c.Text).ShouldBe(["09:30", "25:30", "0930", "0.5", "-1", "0", "46000"]);
        row[0].Moment.ShouldBe(new DateTime(1, 1, 1, 9, 30, 0));
        row[1].Moment.ShouldBe(new DateTime(1, 1, 2, 1, 30, 0));
        row.Cells.Skip(2).ShouldAllBe(c => c.Moment == null);
    }

    /// <summary>No file can be written with one: U+FFFD says that there was something.</summary>
    [Fact]
    public void Half_of_a_character_is_read_as_the_sign_for_what_is_no_character()
    {
        Read(new Xlsx().Sheet("S", [["a_xD800_b", "c_xDC00_", "_xD83D__xDE00_ 😀"]]).Bytes()).Sheets[0].Rows[0].Cells.Select(c => c.Text).ShouldBe(["a\uFFFDb", "c\uFFFD", "😀 😀"]);
        var cells = new XlsxCells(["a\uD800b", "😀"], [], from1904: false);
        cells.Of("s", 0, "0").Text.ShouldBe("a\uFFFDb");
        cells.Of("s", 0, "1").Text.ShouldBe("😀");
        cells.Of("str", 0, "\uDE00\uD83D").Text.ShouldBe("\uFFFD\uFFFD");
        cells.Of("inlineStr", 0, "a\uD800").Text.ShouldBe("a\uFFFD");
    }

    [Fact]
    public void Merged_cells_are_said_of_each_row_below()
    {
        var rows = Read(new Xlsx().Sheet("S", [["Phase", "Event"], ["One", "a"], [null, "b"], ["Two", "c"], [null, "d"]], null, "A2:A3", "A4:B4").Bytes()).Sheets[0].Rows;
        rows.Select(r => r[0].Text).ShouldBe(["Phase", "One", "One", "Two", ""]);
    }

    [Fact]
    public void A_formula_is_the_value_that_was_saved_with_it_and_one_without_is_listed()
    {
        var book = Read(new Xlsx().Sheet("S", [["a", "=1+1"]], SheetStateValues.Hidden).Bytes());
        book.Sheets[0].IsHidden.ShouldBeTrue();
        book.Sheets[0].Rows[0].Cells.Count.ShouldBe(1);
        book.Notes.ShouldHaveSingleItem().Where.ShouldBe("S, cell B1");
    }

    [Theory]
    [InlineData("a;b\r\n1;\"x;\"\"y\"\"\r\nz\"\r\n\r\n3;4\r\n")]
    [InlineData("sep=;\na;b\n1;\"x;\"\"y\"\"\nz\"\n\n3;4")]
    public void A_csv_file_has_one_sheet(string text)
    {
        var rows = Read(Encoding.UTF8.GetBytes(text), "t.csv").Sheets.ShouldHaveSingleItem().Rows;
        rows.Select(r => string.Join("|", r.Cells.Select(c => c.Text))).ShouldBe(["a|b", "1|x;\"y\"\nz", "3|4"]);
        rows.Select(r => r.Number).ShouldBe(text.StartsWith("sep", StringComparison.Ordinal) ? [2, 3, 5] : [1, 2, 4]);
    }

    [Fact]
    public void A_csv_file_is_read_in_the_encodings_that_programs_save()
    {
        const string text = "số;événement\n1;đăng nhập";
        foreach (var encoding in new Encoding[] { new UTF8Encoding(true), Encoding.Unicode, Encoding.BigEndianUnicode })
            Read([.. encoding.GetPreamble(), .. encoding.GetBytes(text)], "t.csv").Sheets[0].Rows[0][1].Text.ShouldBe("événement");
        var western = Read(Encoding.Latin1.GetBytes("n;événement"), "t.csv");
        western.Sheets[0].Rows[0][1].Text.ShouldBe("événement");
        western.Notes.ShouldHaveSingleItem().What.ShouldContain("Windows-1252");
    }

    internal static byte[] Sample(string name) => File.ReadAllBytes(Path.Combine(Repository.Root, "tests", "fixtures", "exchange", name));

    internal static SheetBook Read(byte[] bytes, string name = "t.xlsx")
    {
        var problems = new ProblemList();
        var book = SheetFile.Read(bytes, name, problems);
        problems.ShouldBeEmpty();
        return book.ShouldNotBeNull();
    }
}
