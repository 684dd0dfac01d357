using System.IO.Compression;
using HanoiAcademy.Content.Exchange.Msel;
using HanoiAcademy.Content.Exchange.Sheets;
using HanoiAcademy.Content.Exchange.Workbooks;
using HanoiAcademy.Content.Files;
using HanoiAcademy.Content.Problems;
using HanoiAcademy.Content.Scenarios;

namespace HanoiAcademy.Content.Exchange;

/// <summary>Which kind of file it is, by what is in it.</summary>
internal static class ImportSources
{
    /// <returns>Null when it is none; a problem then says so.</returns>
    public static IImportSource? Of(ReadOnlyMemory<byte> bytes, string fileName, ProblemList problems)
    {
        var name = SheetFile.Shown(fileName);
        if (bytes.Length <= SheetLimits.Default.Bytes && FileSniff.IsZip(bytes.Span) && Entries(bytes) is { } entries)
        {
            if (entries.Any(entry => entry == ScenarioReader.MainFile || (entry.EndsWith("/" + ScenarioReader.MainFile, StringComparison.Ordinal) && entry.Count(c => c == '/') == 1)))
                return FolderArchive.Unpack(bytes, "scenarios/" + Path.GetFileNameWithoutExtension(name), problems, FolderLimits.Scenario) is { } folder ? new FolderSource(folder, name) : null;
        }

        if (SheetFile.Read(bytes, fileName, problems) is not { } book)
            return null;
        return AcademyWorkbook.Is(book) ? new WorkbookSource(book) : new MselSource(book);
    }

    /// <summary>Null when it is no archive that can be read; whoever reads it next says so.</summary>
    private static List<string>? Entries(ReadOnlyMemory<byte> bytes)
    {
        try
        {
            using var zip = new ZipArchive(new MemoryStream(bytes.ToArray(), writable: false), ZipArchiveMode.Read);
            return [.. zip.Entries.Take(10_000).Select(entry => entry.FullName)];
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }
}
