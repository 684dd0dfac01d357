using System.IO.Compression;
using HanoiAcademy.Content.Problems;

namespace HanoiAcademy.Content.Files;

/// <summary>A <see cref="ContentFolder"/> as one ZIP: to be kept, sent, and taken back. The same folder always gives the same bytes.</summary>
public static class FolderArchive
{
    // No clock: a ZIP must carry some time, and the same files must give the same bytes.
    private static readonly DateTimeOffset NoTime = new(2000, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static byte[] Pack(ContentFolder folder)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var file in folder.Files)
            {
                var entry = zip.CreateEntry(file.Path, CompressionLevel.Optimal);
                entry.LastWriteTime = NoTime;
                using var stream = entry.Open();
                stream.Write(file.Bytes.Span);
            }
        }

        return bytes.ToArray();
    }

    /// <summary>Reads a ZIP of a folder's files, or of the folder itself. Nothing is written anywhere; what a size says is not believed.</summary>
    /// <param name="bytes">The ZIP.</param>
    /// <param name="name">Name of the folder in problems.</param>
    /// <param name="problems">Receives what is wrong; names and sizes are held to the same rules as on a disk.</param>
    /// <param name="limits">Null for the usual limits.</param>
    /// <returns>Null when something is an error.</returns>
    public static ContentFolder? Unpack(ReadOnlyMemory<byte> bytes, string name, ProblemList problems, FolderLimits? limits = null)
    {
        limits ??= FolderLimits.Default;
        try
        {
            using var zip = new ZipArchive(new MemoryStream(bytes.ToArray(), writable: false), ZipArchiveMode.Read);
            return new Reading(name, limits, problems).Read(zip);
        }
        catch (Exception e) when (e is InvalidDataException or IOException or NotSupportedException or ArgumentException)
        {
            problems.Add(new(name, 1, 1, "archive-broken", "This is no ZIP archive that can be read, or it is cut off; pack the folder again."));
            return null;
        }
    }

    private sealed class Reading(string name, FolderLimits limits, ProblemList problems)
    {
        private readonly HashSet<string> _seen = new(StringComparer.OrdinalIgnoreCase);
        private readonly List<ContentFile> _files = [];
        private long _left = limits.TotalBytes;

        public ContentFolder? Read(ZipArchive zip)
        {
            if (zip.Entries.Count > 2 * limits.Files + 100)
                return Refuse("", "folder-too-big", $"The archive holds {zip.Entries.Count} entries; a folder may hold {limits.Files} files.");
            var entries = zip.Entries.Where(entry => !entry.FullName.EndsWith('/') && !FileNames.Ignored(entry.FullName)).ToList();
            var top = Top(entries);
            foreach (var entry in entries.OrderBy(entry => entry.FullName, StringComparer.Ordinal))
                if (!Take(entry, entry.FullName[top.Length..]))
                    return null;
            return ContentFolder.Of(name, _files, limits);
        }

        /// <summary>People pack the folder or what is in it: one folder around everything is taken off.</summary>
        private static string Top(List<ZipArchiveEntry> entries)
        {
            var first = entries.Count == 0 ? -1 : entries[0].FullName.IndexOf('/', StringComparison.Ordinal);
            var top = first < 0 ? "" : entries[0].FullName[..(first + 1)];
            return entries.All(entry => entry.FullName.StartsWith(top, StringComparison.Ordinal)) ? top : "";
        }

        private bool Take(ZipArchiveEntry entry, string path)
        {
            var parts = path.Split('/');
            if (!parts.All(FileNames.Portable))
                return Wrong(path, "file-name", "A name may hold letters from a to z, digits, ‘.’, ‘-’ and ‘_’, and begins with a letter or digit; rename it.");
            if (parts.Length > limits.Depth)
                return Wrong(path, "folder-too-deep", $"Folders may be nested {limits.Depth} deep; move this one up.");
            if (!_seen.Add(path))
                return Wrong(path, "file-name-twice", "Another name differs only by case; rename one of the two.");
            if (_files.Count == limits.Files)
                return Wrong(path, "folder-too-big", $"A folder may hold {limits.Files} files.");
            if (Unpacked(entry) is not { } bytes)
                return Wrong(path, "file-too-big", $"A file may have {limits.FileBytes / 1_000_000} MB and all together {limits.TotalBytes / 1_000_000} MB; make it smaller.");
            _files.Add(new(path, bytes));
            return true;
        }

        /// <summary>Null as soon as it is too much: it is counted while unpacking.</summary>
        private byte[]? Unpacked(ZipArchiveEntry entry)
        {
            using var stream = entry.Open();
            using var bytes = new MemoryStream();
            var buffer = new byte[81_920];
            for (int read; (read = stream.Read(buffer)) > 0;)
            {
                _left -= read;
                if (_left < 0 || bytes.Length + read > limits.FileBytes)
                    return null;
                bytes.Write(buffer, 0, read);
            }

            return bytes.ToArray();
        }

        private ContentFolder? Refuse(string path, string code, string message)
        {
            Wrong(path, code, message);
            return null;
        }

        private bool Wrong(string path, string code, string message)
        {
            problems.Add(new(path.Length == 0 ? name : $"{name}/{Shown(path)}", 1, 1, code, message));
            return false;
        }

        private static string Shown(string path) => path.Length > 200 ? path[..200] : path;
    }
}
