using System.IO.Compression;
using System.Text;
using System.Xml;
using DocumentFormat.OpenXml.Packaging;
using HanoiAcademy.Content.Problems;

namespace HanoiAcademy.Content.Exchange.Sheets;

/// <summary>
/// Reads the cells of a spreadsheet that a stranger sent: .xlsx and .csv, told apart by their bytes. Nothing is run, followed or asked of a network;
/// what is over a limit is refused whole.
/// </summary>
public static class SheetFile
{
    /// <param name="bytes">The file.</param>
    /// <param name="fileName">As uploaded: for sentences, and to tell text files apart.</param>
    /// <param name="problems">Receives why it was not read; each says how to mend it.</param>
    /// <param name="limits">Null for the usual limits.</param>
    /// <returns>Null when something is an error.</returns>
    public static SheetBook? Read(ReadOnlyMemory<byte> bytes, string fileName, ProblemList problems, SheetLimits? limits = null)
    {
        limits ??= SheetLimits.Default;
        var name = Shown(fileName);
        try
        {
            if (FileSniff.Refusal(bytes.Span, fileName, limits) is { } refusal)
                throw refusal;
            return FileSniff.IsZip(bytes.Span) ? Xlsx(bytes, name, limits) : CsvBook.Read(bytes, name, limits);
        }
        catch (SheetRefused e)
        {
            problems.Add(new(name, e.Row, 1, e.Code, e.Message));
        }
        catch (Exception e) when (IsOfTheFile(e))
        {
            problems.Add(new(name, 1, 1, "sheet-broken", "The file is damaged or was not saved by a spreadsheet program; open it there and save it again as .xlsx."));
        }

        return null;
    }

    private static SheetBook Xlsx(ReadOnlyMemory<byte> bytes, string name, SheetLimits limits)
    {
        var copy = bytes.ToArray();
        using (var zip = new ZipArchive(new MemoryStream(copy, writable: false), ZipArchiveMode.Read))
            FileSniff.CheckArchive(zip, limits);
        var settings = new OpenSettings { AutoSave = false, MaxCharactersInPart = limits.PartCharacters };
        try
        {
            using var document = SpreadsheetDocument.Open(new MemoryStream(copy, writable: false), isEditable: false, settings);
            return new XlsxBook(document, name, limits).Read();
        }
        catch (OpenXmlPackageException)
        {
            // Links with an address that is none are common in real workbooks and make the library refuse the file, unless it may mend its copy.
            settings.RelationshipErrorHandlerFactory = RelationshipErrorHandler.CreateRewriterFactory((_, _, _) => "about:blank");
            using var stream = new MemoryStream();
            stream.Write(copy);
            using var document = SpreadsheetDocument.Open(stream, isEditable: true, settings);
            return new XlsxBook(document, name, limits).Read();
        }
    }

    /// <summary>What libraries throw at bytes that are not what they say. A missing part is an argument that is null to them.</summary>
    internal static bool IsOfTheFile(Exception e) => e is InvalidDataException or IOException or XmlException or OpenXmlPackageException or FormatException or UriFormatException
        or ArgumentException or InvalidOperationException or NotSupportedException or OverflowException or KeyNotFoundException or NullReferenceException or IndexOutOfRangeException;

    internal static string Shown(string fileName)
    {
        var name = new StringBuilder();
        foreach (var letter in fileName.AsSpan()[(fileName.LastIndexOfAny(['/', '\\']) + 1)..])
            if (!char.IsControl(letter) && name.Length < 100)
                name.Append(letter);
        return name.Length == 0 ? "the file" : name.ToString();
    }
}
