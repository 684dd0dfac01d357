using System.IO.Compression;
using System.Text.Json;
using HanoiAcademy.Content.Exchange.Json;
using HanoiAcademy.Content.Problems;

namespace HanoiAcademy.Content.Exchange.OpenAev;

/// <summary>An OpenAEV export as it is downloaded: the JSON, and beside it the documents, of which only the names are read.</summary>
internal static class OpenAevZip
{
    public static IImportSource? Read(ReadOnlyMemory<byte> bytes, string name, ProblemList problems)
    {
        using var zip = new ZipArchive(new MemoryStream(bytes.ToArray(), writable: false), ZipArchiveMode.Read);
        var files = zip.Entries.Where(entry => !entry.FullName.EndsWith('/')).Take(10_000).ToList();
        foreach (var entry in files.Where(entry => entry.FullName.EndsWith(".json", StringComparison.OrdinalIgnoreCase)).OrderBy(entry => entry.FullName.Length).Take(5))
        {
            if (Unpacked(entry) is not { } unpacked)
            {
                problems.Add(new(name, 1, 1, "json-too-big", $"{Shown(entry)} in this archive unpacks to more than {JsonIn.MostBytes / 1_000_000} MB; take pictures out of it and export it again."));
                return null;
            }

            try
            {
                if (JsonIn.Read(unpacked) is var json && OpenAevSource.Is(json))
                    return new OpenAevSource(json, [.. files.Where(file => file != entry).Select(Shown)], name);
            }
            catch (Exception e) when (e is JsonException or InvalidDataException)
            {
                problems.Add(new(name, 1, 1, "json-broken", $"{Shown(entry)} in this archive is cut off, damaged, or nested too deeply; export it again."));
                return null;
            }
        }

        problems.Add(new(name, 1, 1, "archive-unknown", "This archive holds neither a scenario folder, nor an OpenAEV scenario, nor a workbook; choose another file."));
        return null;
    }

    /// <summary>Counted while unpacking; null as soon as it is too much.</summary>
    private static byte[]? Unpacked(ZipArchiveEntry entry)
    {
        using var stream = entry.Open();
        using var all = new MemoryStream();
        var buffer = new byte[81_920];
        for (int read; (read = stream.Read(buffer)) > 0;)
        {
            if (all.Length + read > JsonIn.MostBytes)
                return null;
            all.Write(buffer, 0, read);
        }

        return all.ToArray();
    }

    private static string Shown(ZipArchiveEntry entry) => Writing.YamlText.OneLine(entry.Name.Length > 100 ? entry.Name[..100] : entry.Name);
}
