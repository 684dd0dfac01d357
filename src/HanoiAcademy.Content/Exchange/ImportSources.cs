using System.IO.Compression;
using System.Text.Json;
using HanoiAcademy.Content.Exchange.Blueprint;
using HanoiAcademy.Content.Exchange.Json;
using HanoiAcademy.Content.Exchange.Msel;
using HanoiAcademy.Content.Exchange.OpenAev;
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
            if (!entries.Contains("[Content_Types].xml") && entries.Any(entry => entry.EndsWith(".json", StringComparison.OrdinalIgnoreCase)))
                return OpenAevZip.Read(bytes, name, problems);
        }

        if (IsJson(bytes.Span))
            return OfJson(bytes, name, problems);
        if (SheetFile.Read(bytes, fileName, problems) is not { } book)
            return null;
        return AcademyWorkbook.Is(book) ? new WorkbookSource(book) : new MselSource(book);
    }

    private static bool IsJson(ReadOnlySpan<byte> bytes) => (bytes is [0xEF, 0xBB, 0xBF, ..] ? bytes[3..] : bytes).TrimStart(" \t\r\n"u8) is [(byte)'{', ..];

    private static IImportSource? OfJson(ReadOnlyMemory<byte> bytes, string name, ProblemList problems)
    {
        void Wrong(string code, string message) => problems.Add(new(name, 1, 1, code, message));
        if (bytes.Length > JsonIn.MostBytes)
        {
            Wrong("file-too-big", $"The file has {bytes.Length / 1_000_000} MB; up to {JsonIn.MostBytes / 1_000_000} MB are taken. Take pictures out of it and export it again.");
            return null;
        }

        JsonIn json;
        try
        {
            json = JsonIn.Read(bytes);
        }
        catch (Exception e) when (e is JsonException or InvalidDataException)
        {
            Wrong("json-broken", "This JSON is cut off, damaged, or nested too deeply; export it again.");
            return null;
        }

        if (BlueprintSource.Is(json))
            return new BlueprintSource(json, name);
        if (OpenAevSource.Is(json))
            return new OpenAevSource(json, [], name);
        Wrong("json-unknown", "This JSON is neither a Blueprint MSEL nor an OpenAEV scenario; export one of these, or a table as .xlsx or .csv.");
        return null;
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
