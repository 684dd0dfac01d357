using HanoiAcademy.Content.Problems;

namespace HanoiAcademy.Content.Files;

/// <summary>Reads a folder of the disk into a <see cref="ContentFolder"/>, within limits and without leaving it.</summary>
public static class ContentFolderReader
{
    /// <param name="path">The folder on disk.</param>
    /// <param name="name">Name shown in problems, such as <c>courses/c5</c>.</param>
    /// <param name="problems">Receives what is wrong.</param>
    /// <param name="limits">Null for the usual limits.</param>
    /// <returns>What could be read; null only when the folder itself cannot be.</returns>
    public static ContentFolder? Read(string path, string name, ProblemList problems, FolderLimits? limits = null)
    {
        limits ??= FolderLimits.Default;
        var root = new DirectoryInfo(path);
        if (!root.Exists || root.LinkTarget is not null)
        {
            problems.Add(new(name, 1, 1, "folder-missing", root.Exists ? "This folder is a link; put the folder itself here." : "There is no such folder."));
            return null;
        }

        var walk = new Walk(name, limits, problems);
        try
        {
            walk.Into(root, "", 1);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            problems.Add(new(name, 1, 1, "folder-unreadable", $"The folder cannot be read ({e.Message}); check who may read it."));
        }

        return new(name, walk.Files, limits);
    }

    private sealed class Walk(string name, FolderLimits limits, ProblemList problems)
    {
        private readonly HashSet<string> _seen = new(StringComparer.OrdinalIgnoreCase);
        private long _bytes;
        private bool _full;

        public List<ContentFile> Files { get; } = [];

        public void Into(DirectoryInfo folder, string prefix, int depth)
        {
            // Counted before they are sorted: a folder of ten million names must not be held in memory to be refused. Folders count here and
            // what is ignored, so there may be more of them than of files.
            var most = 2 * limits.Files + 100;
            var entries = folder.EnumerateFileSystemInfos().Take(most + 1).ToArray();
            if (entries.Length > most)
            {
                Full(prefix.Length == 0 ? "." : prefix.TrimEnd('/'));
                return;
            }

            foreach (var entry in entries.OrderBy(e => e.Name, StringComparer.Ordinal))
            {
                var path = prefix + entry.Name;
                if (_full || FileNames.Ignored(entry.Name))
                    continue;
                if (entry.LinkTarget is not null || (entry.Attributes & FileAttributes.ReparsePoint) != 0)
                    Wrong(path, "file-link", "Links are not followed; put the file itself here.");
                else if (!FileNames.Portable(entry.Name))
                    Wrong(path, "file-name", "A name may hold letters from a to z, digits, ‘.’, ‘-’ and ‘_’, and begins with a letter or digit; rename it.");
                else if (!_seen.Add(path))
                    Wrong(path, "file-name-twice", "Another name differs only by case; rename one of the two.");
                else if (entry is FileInfo file)
                    Take(file, path);
                else if (depth >= limits.Depth)
                    Wrong(path, "folder-too-deep", $"Folders may be nested {limits.Depth} deep; move this one up.");
                else
                    Into((DirectoryInfo)entry, path + "/", depth + 1);
            }
        }

        private void Take(FileInfo file, string path)
        {
            if (file.Length > limits.FileBytes)
            {
                Wrong(path, "file-too-big", $"A file may have {limits.FileBytes / 1_000_000} MB; make it smaller.");
                return;
            }

            if (Files.Count >= limits.Files || (_bytes += file.Length) > limits.TotalBytes)
            {
                Full(path);
                return;
            }

            Files.Add(new(path, File.ReadAllBytes(file.FullName)));
        }

        private void Full(string path)
        {
            _full = true;
            Wrong(path, "folder-too-big", $"A folder may hold {limits.Files} files and {limits.TotalBytes / 1_000_000} MB; nothing from here on was read.");
        }

        private void Wrong(string path, string code, string message) => problems.Add(new($"{name}/{path}", 1, 1, code, message));
    }
}
