using System.IO.Compression;
using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using HanoiAcademy.Content.Exchange;
using HanoiAcademy.Content.Exchange.Sheets;
using HanoiAcademy.Content.Problems;
using HanoiAcademy.Tests.Content.Exchange.Sheets;

namespace HanoiAcademy.Tests.Content.Exchange;

/// <summary>Files that are not what they say, or mean harm: each has a clear answer, and nothing comes of it. What it costs is a figure of the bench.</summary>
public sealed class HostileFileTests
{
    private static byte[] Good => new Xlsx().Sheet("MSEL", [["Time", "Event", "To"], ["T+0", "Mail", "Bank"]]).Bytes();

    [Theory]
    [InlineData("file-empty", "drill.xlsx", "")]
    [InlineData("file-empty", "drill.csv", " \r\n\r\n")]
    [InlineData("not-a-sheet", "drill.xlsx", "%PDF-1.7\n%âãÏÓ")]
    [InlineData("not-a-sheet", "drill.csv", "%PDF-1.7\n")]
    [InlineData("not-a-sheet", "drill.xlsx", "Time,Event\n1,2")]
    [InlineData("not-a-sheet", "drill.xls", "<html><table><tr><td>x</td></tr></table></html>")]
    [InlineData("not-a-sheet", "drill.csv", "a,b\u0001c\n1,2")]
    [InlineData("csv-quote", "drill.csv", "Time,Event\n\"never closed")]
    [InlineData("json-unknown", "drill.json", "{\"a\":1}")]
    [InlineData("json-broken", "drill.json", "{\"ScenarioEvents\":[")]
    [InlineData("import-no-injects", "drill.csv", "a,b\nc,d")]
    public void A_file_that_is_none_is_answered(string code, string name, string text) => Refused(Encoding.UTF8.GetBytes(text), name, code);

    [Fact]
    public void Old_protected_and_foreign_files_are_answered_with_what_to_do()
    {
        byte[] ole = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[600]];
        Refused(ole, "drill.xls", "sheet-old").ShouldContain("save it as .xlsx");
        Refused([.. ole, .. Encoding.Unicode.GetBytes("EncryptedPackage"), 0, 0], "drill.xlsx", "sheet-password").ShouldContain("password");
        Refused(Zip(("mimetype", "application/vnd.oasis.opendocument.spreadsheet"), ("content.xml", "<x/>")), "drill.ods", "sheet-open-document").ShouldContain(".xlsx");
        Refused(Zip(("[Content_Types].xml", "<x/>"), ("word/document.xml", "<x/>")), "drill.xlsx", "not-a-sheet");
        Refused(Zip(("[Content_Types].xml", "<x/>"), ("xl/workbook.bin", "x")), "drill.xlsb", "sheet-binary");
        Refused(Zip(("readme.txt", "x")), "drill.zip", "not-a-sheet");
        Refused([0x89, (byte)'P', (byte)'N', (byte)'G', 13, 10, 26, 10, 0], "drill.xlsx", "not-a-sheet");
        Refused(Good[..(Good.Length / 2)], "drill.xlsx", "sheet-broken");
    }

    [Fact]
    public void What_is_over_a_limit_is_refused_while_it_is_counted()
    {
        Refused(new byte[SheetLimits.Default.Bytes + 1], "drill.xlsx", "file-too-big");
        Refused(Rewritten("xl/worksheets/sheet1.xml", xml => xml.Replace("</sheetData>", new string(' ', 70_000_000) + "</sheetData>", StringComparison.Ordinal).Replace("</x:sheetData>", new string(' ', 70_000_000) + "</x:sheetData>", StringComparison.Ordinal)), "drill.xlsx", "sheet-bomb");
        Refused(Table(200_000, 1, "x"), "drill.xlsx", "sheet-too-long");
        Refused(Table(5_000, 60, "x"), "drill.xlsx", "sheet-too-many-cells");
        Refused(Table(10, 1, new string('x', 50_000)), "drill.xlsx", "sheet-too-much-text");
        Refused(Rewritten("xl/worksheets/sheet1.xml", xml => xml.Replace("A2", "XFD2", StringComparison.Ordinal)), "drill.xlsx", "sheet-too-wide");
        Refused(Rewritten("xl/worksheets/sheet1.xml", xml => xml.Replace("A2", "ZZZZZZZZZZZZZZ2", StringComparison.Ordinal)), "drill.xlsx", "sheet-too-wide");
        Refused(Encoding.UTF8.GetBytes("Time,Event\n" + new string('x', 2_000_000) + ",y"), "drill.csv", "sheet-too-much-text");
        Refused(Encoding.UTF8.GetBytes(string.Concat(Enumerable.Range(0, 20_000).Select(n => $"T+{n},x\n"))), "drill.csv", "sheet-too-long");
        Refused(Zip([.. Enumerable.Range(0, 3_000).Select(n => ($"x/{n}.xml", "<x/>")), ("[Content_Types].xml", "<x/>")]), "drill.xlsx", "sheet-too-many-parts");
        Refused(Encoding.UTF8.GetBytes("{\"ScenarioEvents\":" + new string('[', 5_000)), "drill.json", "json-broken");
    }

    [Fact]
    public void What_becomes_objects_is_bounded_before_it_does()
    {
        Refused(Rewritten("xl/workbook.xml", xml => xml.Replace("</x:sheets>", string.Concat(Enumerable.Repeat("<x:sheet/>", 300_000)) + "</x:sheets>", StringComparison.Ordinal)), "drill.xlsx", "sheet-broken");
        Refused(Rewritten("[Content_Types].xml", xml => xml.Replace("</Types>", string.Concat(Enumerable.Repeat("<Override PartName=\"/a\" ContentType=\"b\"/>", 100_000)) + "</Types>", StringComparison.Ordinal)), "drill.xlsx", "sheet-bomb");
        Refused(Rewritten("xl/worksheets/sheet1.xml", xml => xml.Replace("</x:sheetData>", "<x:row><x:c t=\"str\"><x:v>" + string.Concat(Enumerable.Repeat("<![CDATA[a]]>", 100_000)) + "</x:v></x:c></x:row></x:sheetData>", StringComparison.Ordinal)), "drill.xlsx", "sheet-too-much-text");
        Refused(Encoding.UTF8.GetBytes("a" + new string(',', 100_000)), "drill.csv", "sheet-too-wide");
        Refused([.. "{\"ScenarioEvents\":[],\"DataFields\":[],\"Name\":\""u8, 0xCE, .. "\"}"u8], "drill.json", "json-broken");
        Refused(Encoding.UTF8.GetBytes("{\"ScenarioEvents\":[],\"DataFields\":[],\"Name\":\"\\ud83d\"}"), "drill.json", "json-broken");
        Refused(Encoding.UTF8.GetBytes("{" + string.Join(",", Enumerable.Range(0, 6_000).Select(n => $"\"p{n}\":1")) + "}"), "drill.json", "json-broken");
    }

    /// <summary>One text of 30,000 letters, shared by all cells: a small file, and gigabytes to whoever copies it into each.</summary>
    [Fact]
    public void A_text_that_thousands_of_cells_share_is_counted_for_each()
    {
        using var stream = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(stream, SpreadsheetDocumentType.Workbook))
        {
            var main = document.AddWorkbookPart();
            main.Workbook = new DocumentFormat.OpenXml.Spreadsheet.Workbook(new DocumentFormat.OpenXml.Spreadsheet.Sheets());
            main.AddNewPart<SharedStringTablePart>().SharedStringTable = new(new DocumentFormat.OpenXml.Spreadsheet.SharedStringItem(new DocumentFormat.OpenXml.Spreadsheet.Text(new string('x', 30_000))));
            var part = main.AddNewPart<WorksheetPart>();
            part.Worksheet = new(new DocumentFormat.OpenXml.Spreadsheet.SheetData(Enumerable.Range(0, 1_000).Select(_ => new DocumentFormat.OpenXml.Spreadsheet.Row(new DocumentFormat.OpenXml.Spreadsheet.Cell { DataType = DocumentFormat.OpenXml.Spreadsheet.CellValues.SharedString, CellValue = new("0") }))));
            main.Workbook.Sheets!.Append(new DocumentFormat.OpenXml.Spreadsheet.Sheet { Name = "S", SheetId = 1, Id = main.GetIdOfPart(part) });
        }

        Refused(stream.ToArray(), "drill.xlsx", "sheet-too-much-text");
    }

    [Fact]
    public void Entities_and_document_types_are_refused()
    {
        Refused(Rewritten("xl/worksheets/sheet1.xml", xml => xml[..(xml.IndexOf("?>", StringComparison.Ordinal) + 2)] + "<!DOCTYPE x [<!ENTITY a \"aaaa\"><!ENTITY b SYSTEM \"file:///etc/passwd\">]>" + xml[(xml.IndexOf("?>", StringComparison.Ordinal) + 2)..].Replace("Mail", "&a;&b;", StringComparison.Ordinal)), "drill.xlsx", "sheet-broken");
        Refused(Rewritten("xl/workbook.xml", xml => xml[..(xml.IndexOf("?>", StringComparison.Ordinal) + 2)] + "<!DOCTYPE x>" + xml[(xml.IndexOf("?>", StringComparison.Ordinal) + 2)..]), "drill.xlsx", "sheet-broken");
    }

    [Fact]
    public void Macros_links_to_elsewhere_and_formulas_are_left_and_said()
    {
        using var stream = new MemoryStream();
        stream.Write(new Xlsx().Sheet("MSEL", [["Time", "Event", "To"], ["T+0", "Mail", "Bank"], ["T+5", "=WEBSERVICE(\"https://a.example\")", "Bank"]]).Bytes());
        using (var document = SpreadsheetDocument.Open(stream, isEditable: true))
        {
            document.ChangeDocumentType(SpreadsheetDocumentType.MacroEnabledWorkbook);
            document.WorkbookPart!.AddNewPart<VbaProjectPart>().FeedData(new MemoryStream([1, 2, 3]));
            var link = document.WorkbookPart.AddNewPart<ExternalWorkbookPart>();
            link.ExternalLink = new(new DocumentFormat.OpenXml.Spreadsheet.ExternalBook { Id = link.AddExternalRelationship("http://schemas.openxmlformats.org/officeDocument/2006/relationships/externalLinkPath", new Uri("file:///c:/other.xlsx")).Id });
            document.WorkbookPart.WorksheetParts.First().AddHyperlinkRelationship(new Uri("https://a.example/"), isExternal: true);
        }

        var result = Imported.Run(stream.ToArray(), "drill.xlsm");
        var dropped = result.Loss.Of(LossKind.Dropped).Select(line => line.What).ToList();
        dropped.ShouldContain(what => what.StartsWith("Macros", StringComparison.Ordinal));
        dropped.ShouldContain(what => what.StartsWith("Links to other workbooks (1)", StringComparison.Ordinal));
        dropped.ShouldContain(what => what.StartsWith("These formulas have no value", StringComparison.Ordinal));
        result.Rows[1].InjectId.ShouldBeEmpty();
    }

    [Fact]
    public void A_link_with_an_address_that_is_none_does_not_make_a_workbook_unreadable()
    {
        var bytes = Edited(Good, zip =>
        {
            using var writer = new StreamWriter(zip.CreateEntry("xl/worksheets/_rels/sheet1.xml.rels").Open());
            writer.Write("<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"rId9\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink\" Target=\"mailto:x@y@z.example;; and so on\" TargetMode=\"External\"/></Relationships>");
        });
        Imported.Run(bytes).Rows.Count.ShouldBe(1);
    }

    private static string Refused(byte[] bytes, string name, string code)
    {
        var result = DrillImport.Run(bytes, name, new ImportOrder());
        result.Folder.ShouldBeNull();
        result.Problems.ShouldAllBe(problem => problem.Severity == Severity.Error);
        result.Problems.Select(problem => problem.Code).ShouldContain(code, string.Join("\n", result.Problems));
        DrillImport.Look(bytes, name).Problems.Count.ShouldBe(code.StartsWith("import-", StringComparison.Ordinal) ? 0 : 1);
        return result.Problems[0].Message;
    }

    private static byte[] Zip(params (string Name, string Text)[] entries) => Edited(null, zip =>
    {
        foreach (var (name, text) in entries)
        {
            using var writer = new StreamWriter(zip.CreateEntry(name).Open());
            writer.Write(text);
        }
    });

    private static byte[] Edited(byte[]? bytes, Action<ZipArchive> edit)
    {
        using var stream = new MemoryStream();
        stream.Write(bytes ?? []);
        using (var zip = new ZipArchive(stream, bytes is null ? ZipArchiveMode.Create : ZipArchiveMode.Update, leaveOpen: true))
            edit(zip);
        return stream.ToArray();
    }

    private static byte[] Rewritten(string part, Func<string, string> rewrite) => Edited(Good, zip =>
    {
        var entry = zip.GetEntry(part).ShouldNotBeNull();
        string xml;
        using (var reader = new StreamReader(entry.Open()))
            xml = reader.ReadToEnd();
        entry.Delete();
        using var writer = new StreamWriter(zip.CreateEntry(part).Open());
        writer.Write(rewrite(xml));
    });

    private static byte[] Table(int rows, int columns, string text) =>
        Rewritten("xl/worksheets/sheet1.xml", xml => xml.Replace("</x:sheetData>", string.Concat(Enumerable.Range(0, rows).Select(_ => "<x:row>" + string.Concat(Enumerable.Repeat($"<x:c t=\"str\"><x:v>{text}</x:v></x:c>", columns)) + "</x:row>")) + "</x:sheetData>", StringComparison.Ordinal));
}
