using System.IO.Compression;
using System.Text;

namespace HanoiAcademy.Content.Exchange.Sheets;

/// <summary>What a file is by its first bytes and, of an archive, by what lies in it: a name is only what somebody typed.</summary>
internal static class FileSniff
{
    public static bool IsZip(ReadOnlySpan<byte> bytes) => bytes.StartsWith("PK\u0003\u0004"u8) || bytes.StartsWith("PK\u0005\u0006"u8);

    /// <summary>The answer to what is no spreadsheet that we read, or null.</summary>
    public static SheetRefused? Refusal(ReadOnlySpan<byte> bytes, string fileName, SheetLimits limits)
    {
        if (bytes.Length > limits.Bytes)
            return new("file-too-big", $"The file has {bytes.Length / 1_000_000} MB; up to {limits.Bytes / 1_000_000} MB are taken. Take pictures and other sheets out and save it again.");
        if (bytes.Trim((byte)0).IsEmpty || bytes.IndexOfAnyExcept(" \t\r\n\0"u8) < 0)
            return new("file-empty", "The file is empty; choose the one with the table.");
        if (IsOle(bytes))
            return IndexOf(bytes, "EncryptedPackage") >= 0
                ? new("sheet-password", "The workbook is protected with a password; open it, take the password off (File, Info, Protect workbook) and save it again.")
                : new("sheet-old", "This is a file of an old Office program (.xls, .doc, .ppt); open it in a spreadsheet program and save it as .xlsx.");
        if (Known(bytes) is { } kind)
            return new("not-a-sheet", $"This is {kind}, whatever its name says; export the table as .xlsx or .csv and choose that file.");
        if (!IsZip(bytes) && fileName.EndsWith(".xlsx", StringComparison.OrdinalIgnoreCase))
            return new("not-a-sheet", "The name ends in .xlsx, but the file is no workbook. If it is a text with commas or semicolons, let its name end in .csv; otherwise save it again as .xlsx.");
        return null;
    }

    /// <summary>Counts what an archive really unpacks to before anything else opens it. Pictures and other parts that are never unpacked cost nothing.</summary>
    public static void CheckArchive(ZipArchive zip, SheetLimits limits)
    {
        if (zip.Entries.Count > limits.Entries)
            throw new SheetRefused("sheet-too-many-parts", $"The workbook consists of {zip.Entries.Count} parts; up to {limits.Entries} are taken. Copy the table into a new workbook and save that.");
        if (Other(zip) is { } other)
            throw other;
        var left = limits.UnpackedBytes;
        var buffer = new byte[81_920];
        foreach (var entry in zip.Entries.Where(entry => Unpacked(entry.FullName)))
        {
            using var stream = entry.Open();
            var own = entry.FullName.EndsWith(".rels", StringComparison.OrdinalIgnoreCase) || entry.FullName.Equals("[Content_Types].xml", StringComparison.OrdinalIgnoreCase) ? limits.PartCharacters : limits.UnpackedBytes;
            for (int read; (read = stream.Read(buffer)) > 0;)
                if ((left -= read) < 0 || (own -= read) < 0)
                    throw new SheetRefused("sheet-bomb", $"The workbook unpacks to more than {limits.UnpackedBytes / 1_000_000} MB; a table of a drill has far less. Copy the rows into a new workbook and save that.");
        }
    }

    private static bool Unpacked(string name) => name.EndsWith(".xml", StringComparison.OrdinalIgnoreCase) || name.EndsWith(".rels", StringComparison.OrdinalIgnoreCase) || name.EndsWith(".vml", StringComparison.OrdinalIgnoreCase);

    private static SheetRefused? Other(ZipArchive zip)
    {
        bool Has(string name) => zip.Entries.Any(entry => entry.FullName.Equals(name, StringComparison.OrdinalIgnoreCase));
        if (Has("word/document.xml") || Has("ppt/presentation.xml"))
            return new("not-a-sheet", "This is a text document or a presentation, no spreadsheet; copy its table into a spreadsheet program and save that as .xlsx.");
        if (Has("xl/workbook.bin"))
            return new("sheet-binary", "This is a binary workbook (.xlsb); open it and save it as .xlsx.");
        if (Has("content.xml") && Has("mimetype"))
            return new("sheet-open-document", "This is an OpenDocument file (.ods); open it in a spreadsheet program and save it as .xlsx.");
        if (Has("Index/Document.iwa") || Has("index.zip"))
            return new("sheet-numbers", "This is a Numbers file; export it there as Excel (.xlsx) and choose that file.");
        return Has("[Content_Types].xml") ? null : new("not-a-sheet", "This archive is no workbook; choose an .xlsx or .csv file.");
    }

    private static bool IsOle(ReadOnlySpan<byte> bytes) => bytes.StartsWith<byte>([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]);

    private static string? Known(ReadOnlySpan<byte> bytes)
    {
        var text = bytes[..Math.Min(bytes.Length, 400)];
        if (text.IndexOf("%PDF-"u8) >= 0)
            return "a PDF";
        if (bytes.StartsWith<byte>([0x89, (byte)'P', (byte)'N', (byte)'G']) || bytes.StartsWith<byte>([0xFF, 0xD8, 0xFF]) || bytes.StartsWith("GIF8"u8) || bytes.StartsWith("BM"u8) && bytes.Contains((byte)0)
            || bytes.StartsWith("II*\0"u8) || bytes.StartsWith("RIFF"u8))
            return "a picture";
        if (bytes.StartsWith("{\\rtf"u8))
            return "a text document (RTF)";
        if (bytes.StartsWith<byte>([0x1F, 0x8B]) || bytes.StartsWith("7z"u8) && bytes.Contains((byte)0) || bytes.StartsWith("Rar!"u8))
            return "an archive of another kind than ZIP";
        var start = Encoding.UTF8.GetString(text).TrimStart('\uFEFF', ' ', '\r', '\n', '\t');
        if (start.StartsWith("<?xml", StringComparison.OrdinalIgnoreCase) || start.StartsWith("<!DOCTYPE", StringComparison.OrdinalIgnoreCase) || start.StartsWith("<html", StringComparison.OrdinalIgnoreCase) || start.StartsWith("<table", StringComparison.OrdinalIgnoreCase))
            return "a web page or an XML file";
        return null;
    }

    private static int IndexOf(ReadOnlySpan<byte> bytes, string text) => bytes.IndexOf(Encoding.Unicode.GetBytes(text));
}
