namespace HanoiAcademy.Storage.Backup;

/// <summary>The paths an archive may hold: those that mean the same file, below the data folder, on every system.</summary>
internal static class ArchivePath
{
    private const int Longest = 200;

    public static bool IsPlain(string path) => path.Length is > 0 and <= Longest && Array.TrueForAll(path.Split('/'), IsPlainName);

    private static bool IsPlainName(string name) =>
        name.Length > 0
        && name.All(c => char.IsLetterOrDigit(c) || c is '.' or '_' or '-' or ' ' or '{' or '}')
        && name[^1] is not ('.' or ' ')
        && name[0] != ' ';
}
