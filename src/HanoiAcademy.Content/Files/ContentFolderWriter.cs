namespace HanoiAcademy.Content.Files;

/// <summary>Writes a <see cref="ContentFolder"/> to the disk: whole, or not at all.</summary>
public static class ContentFolderWriter
{
    /// <summary>
    /// Writes beside the target and moves the finished folder there, so that a full disk or a pulled plug leaves what was there before, or everything.
    /// </summary>
    /// <param name="folder">What to write.</param>
    /// <param name="path">The folder to make. It must not exist, or be empty: nothing is written over.</param>
    /// <exception cref="IOException">It exists and holds something, or the disk would not take it; the message is for a person.</exception>
    /// <exception cref="UnauthorizedAccessException">Nobody may write there.</exception>
    public static void WriteNew(ContentFolder folder, string path)
    {
        var target = Path.TrimEndingDirectorySeparator(Path.GetFullPath(path));
        if (File.Exists(target) || (Directory.Exists(target) && Directory.EnumerateFileSystemEntries(target).Any()))
            throw new IOException($"{path} is there already; name a folder that does not exist yet.");
        var parent = Path.GetDirectoryName(target) ?? throw new IOException($"{path} cannot be a new folder; name one inside another.");
        Directory.CreateDirectory(parent);
        var draft = Path.Combine(parent, $".{Path.GetFileName(target)}.{Path.GetRandomFileName()}");
        try
        {
            foreach (var file in folder.Files)
                WriteFile(Path.Combine(draft, file.Path.Replace('/', Path.DirectorySeparatorChar)), file.Bytes.Span);
            if (Directory.Exists(target))
                Directory.Delete(target);
            Directory.Move(draft, target);
        }
        finally
        {
            if (Directory.Exists(draft))
                Directory.Delete(draft, recursive: true);
        }
    }

    /// <summary>
    /// Brings a folder on the disk from one state to another, file by file, and touches no file that is the same in both: what an editor has open stays open.
    /// </summary>
    /// <param name="before">What was read from the disk.</param>
    /// <param name="after">What is to lie there.</param>
    /// <param name="path">The folder.</param>
    /// <returns>The paths that were written or taken away, in order.</returns>
    /// <exception cref="IOException">A file is no longer what was read, so that somebody's work would be lost; nothing was written then. Or the disk would not take it.</exception>
    public static IReadOnlyList<string> Update(ContentFolder before, ContentFolder after, string path)
    {
        var changed = after.Files.Where(file => before.Find(file.Path) is not { } old || !old.Bytes.Span.SequenceEqual(file.Bytes.Span)).ToList();
        var gone = before.Files.Where(file => !after.Has(file.Path)).ToList();
        string OnDisk(ContentFile file) => Path.Combine(Path.GetFullPath(path), file.Path.Replace('/', Path.DirectorySeparatorChar));
        foreach (var file in changed.Concat(gone))
        {
            var now = File.Exists(OnDisk(file)) ? File.ReadAllBytes(OnDisk(file)) : null;
            if (before.Find(file.Path) is { } old ? now is null || !old.Bytes.Span.SequenceEqual(now) : now is not null)
                throw new IOException($"{file.Path} was changed meanwhile by somebody else; nothing was written. Look at the changes again.");
        }

        var drafts = new List<(string Draft, string Target)>();
        try
        {
            foreach (var file in changed)
            {
                drafts.Add(($"{OnDisk(file)}.{Path.GetRandomFileName()}~", OnDisk(file)));
                WriteFile(drafts[^1].Draft, file.Bytes.Span);
            }

            foreach (var (draft, target) in drafts)
                File.Move(draft, target, overwrite: true);
            foreach (var file in gone)
                File.Delete(OnDisk(file));
        }
        finally
        {
            foreach (var (draft, _) in drafts)
                File.Delete(draft);
        }

        return [.. changed.Concat(gone).Select(file => file.Path).Order(StringComparer.Ordinal)];
    }

    private static void WriteFile(string path, ReadOnlySpan<byte> bytes)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        using var stream = new FileStream(path, FileMode.CreateNew);
        stream.Write(bytes);
        stream.Flush(flushToDisk: true);
    }
}
