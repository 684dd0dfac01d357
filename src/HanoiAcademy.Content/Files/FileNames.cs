namespace HanoiAcademy.Content.Files;

/// <summary>Which names of files are taken, on a disk and in an archive alike.</summary>
internal static class FileNames
{
    /// <summary>Editors and systems leave these behind; they are no content and must not change the version. What climbs out of a folder is no such thing, and refused.</summary>
    public static bool Ignored(string path) => path.Split('/') is var parts
        && (parts.Any(part => part.StartsWith('.') && !part.StartsWith("..", StringComparison.Ordinal) || part == "__MACOSX") || parts[^1].EndsWith('~') || parts[^1] is "Thumbs.db" or "desktop.ini");

    /// <summary>Plain letters: a name in another script may look the same and be another.</summary>
    public static bool Portable(string name) =>
        name.Length is > 0 and <= 100 && char.IsAsciiLetterOrDigit(name[0]) && !name.EndsWith('.') && name.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '_');
}
