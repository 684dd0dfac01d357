using System.IO.Compression;
using HanoiAcademy.Content.Scenarios;

namespace HanoiAcademy.Server.Contributions.Importing;

/// <summary>Whether an archive is a scenario's folder, or holds one: by its names, before anything of it is unpacked.</summary>
internal static class FolderSniff
{
    private const int MostEntries = 20_000;

    public static bool IsFolder(ReadOnlyMemory<byte> bytes)
    {
        if (!bytes.Span.StartsWith("PK\u0003\u0004"u8))
            return false;
        try
        {
            using var zip = new ZipArchive(new MemoryStream(bytes.ToArray(), writable: false), ZipArchiveMode.Read);
            return zip.Entries.Take(MostEntries).Any(entry => entry.Name == ScenarioReader.MainFile && entry.FullName.Count(letter => letter == '/') <= 1);
        }
        catch (Exception e) when (e is InvalidDataException or IOException or NotSupportedException or ArgumentException)
        {
            return false;
        }
    }
}
