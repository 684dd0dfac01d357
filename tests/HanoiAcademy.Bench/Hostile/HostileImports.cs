using System.IO.Compression;
using System.Text;

namespace HanoiAcademy.Bench.Hostile;

/// <summary>A file to import that means harm, or is only far too much: its name, its bytes.</summary>
internal sealed record HostileImport(string Name, string FileName, Func<byte[]> Bytes);

/// <summary>Uploads come from strangers. The tests assert the reason of each refusal, the bench seconds and memory: wanted are 5 s and 300 MB.</summary>
internal static class HostileImports
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Link = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    public static readonly HostileImport[] All =
    [
        new("a good table of 500 injects", "t.xlsx", () => Book(Rows(500, n => $"T+{n}", n => $"Event {n}", _ => "Police, Bank", _ => "<p>Read <b>this</b>.</p>"))),
        new("200,000 rows", "t.xlsx", () => Book(Rows(200_000, n => $"T+{n}", n => $"Event {n}", _ => "Bank", _ => "x"))),
        new("a million rows that hold nothing", "t.xlsx", () => Book(string.Concat(Enumerable.Repeat("<row><c s=\"1\"/></row>", 1_000_000)))),
        new("a bomb of 1 GB", "t.xlsx", () => Book("", w => Repeat(w, new string(' ', 1_000_000), 1_000))),
        new("a million empty sheets", "t.xlsx", () => Book("", sheets: string.Concat(Enumerable.Repeat("<sheet/>", 1_000_000)))),
        new("one text, shared by all cells", "t.xlsx", () => Book(string.Concat(Enumerable.Repeat("<row><c t=\"s\"><v>0</v></c></row>", 100_000)), strings: $"<si><t>{new string('x', 30_000)}</t></si>")),
        new("merged cells without end", "t.xlsx", () => Book(Rows(5_000, n => $"T+{n}", _ => "x", _ => "y", _ => "z") + "</sheetData><mergeCells>" + string.Concat(Enumerable.Range(1, 19_000).Select(n => $"<mergeCell ref=\"A{n % 100 + 2}:A9000\"/>")) + "</mergeCells><sheetData>")),
        new("a CSV of one line of 19 MB", "t.csv", () => Encoding.UTF8.GetBytes(new string('x', 19_000_000))),
        new("a CSV of 19 MB of commas", "t.csv", () => Encoding.UTF8.GetBytes(new string(',', 19_000_000))),
        new("cells of tags that never close", "t.csv", () => Encoding.UTF8.GetBytes("Time;Event;To;Message\n" + string.Concat(Enumerable.Range(0, 200).Select(n => $"T+{n};Event {n};Bank;<p>{string.Concat(Enumerable.Repeat("<p <b", 6_000))}\n")))),
        new("HTML, deep, in JSON", "t.json", () => Blueprint(string.Concat(Enumerable.Repeat("<div>", 900_000)))),
        new("15 MB inlined in JSON", "t.json", () => Blueprint("<p>x</p><img src=\\\"data:image/png;base64," + new string('A', 15_000_000) + "\\\">")),
        new("JSON, deep", "t.json", () => Encoding.UTF8.GetBytes(new string('[', 10_000_000).Insert(0, "{\"a\":"))),
        new("JSON of millions of parts", "t.json", () => Encoding.UTF8.GetBytes("{\"ScenarioEvents\":[" + string.Concat(Enumerable.Repeat("{},", 4_000_000)) + "{}],\"DataFields\":[]}")),
    ];

    private static string Rows(int count, params Func<int, string>[] cells) =>
        "<row>" + string.Concat(((string[])["Time", "Event", "To", "Message"]).Take(cells.Length).Select(Cell)) + "</row>" + string.Concat(Enumerable.Range(0, count).Select(n => "<row>" + string.Concat(cells.Select(cell => Cell(cell(n)))) + "</row>"));

    private static string Cell(string text) => $"<c t=\"str\"><v>{System.Net.WebUtility.HtmlEncode(text)}</v></c>";

    private static byte[] Blueprint(string html) => Encoding.UTF8.GetBytes(
        "{\"Name\":\"x\",\"DataFields\":[{\"Id\":\"a\",\"Name\":\"Title\"},{\"Id\":\"b\",\"Name\":\"Details\"}],\"ScenarioEvents\":[{\"DeltaSeconds\":5,\"DataValues\":[{\"DataFieldId\":\"a\",\"Value\":\"x\"},{\"DataFieldId\":\"b\",\"Value\":\"" + html + "\"}]}]}");

    private static void Repeat(StreamWriter writer, string text, int times)
    {
        for (var n = 0; n < times; n++)
            writer.Write(text);
    }

    private static byte[] Book(string data, Action<StreamWriter>? more = null, string sheets = "", string? strings = null)
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            void Part(string name, string text, Action<StreamWriter>? then = null, string end = "")
            {
                using var writer = new StreamWriter(zip.CreateEntry(name, CompressionLevel.Fastest).Open());
                writer.Write(text);
                then?.Invoke(writer);
                writer.Write(end);
            }

            const string Type = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
            Part("[Content_Types].xml", $"<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default Extension=\"xml\" ContentType=\"application/xml\"/><Override PartName=\"/xl/workbook.xml\" ContentType=\"{Type}sheet.main+xml\"/><Override PartName=\"/xl/worksheets/sheet1.xml\" ContentType=\"{Type}worksheet+xml\"/><Override PartName=\"/xl/sharedStrings.xml\" ContentType=\"{Type}sharedStrings+xml\"/></Types>");
            Part("_rels/.rels", $"<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"r1\" Type=\"{Link}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>");
            Part("xl/workbook.xml", $"<workbook xmlns=\"{Main}\" xmlns:r=\"{Link}\"><sheets><sheet name=\"MSEL\" sheetId=\"1\" r:id=\"r1\"/>{sheets}</sheets></workbook>");
            Part("xl/_rels/workbook.xml.rels", $"<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"r1\" Type=\"{Link}/worksheet\" Target=\"worksheets/sheet1.xml\"/><Relationship Id=\"r2\" Type=\"{Link}/sharedStrings\" Target=\"sharedStrings.xml\"/></Relationships>");
            Part("xl/sharedStrings.xml", $"<sst xmlns=\"{Main}\">{strings}</sst>");
            Part("xl/worksheets/sheet1.xml", $"<worksheet xmlns=\"{Main}\"><sheetData>{data}", more, "</sheetData></worksheet>");
        }

        return stream.ToArray();
    }
}
