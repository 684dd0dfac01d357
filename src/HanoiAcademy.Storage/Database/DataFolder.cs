namespace HanoiAcademy.Storage.Database;

internal static class DataFolder
{
    public const string DatabaseName = "academy.db";

    public static string DatabaseIn(string folder) => Path.Combine(folder, DatabaseName);

    /// <summary>Makes the folder where it is missing.</summary>
    /// <exception cref="StorageException">It cannot be made.</exception>
    public static string Make(string folder)
    {
        var whole = Path.GetFullPath(folder);
        try
        {
            MakePrivate(whole);
            return whole;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            throw new StorageException($"The data folder {whole} cannot be made ({e.Message.TrimEnd('.')}): set Storage:DataFolder to a folder this account may write to.", e);
        }
    }

    /// <summary>What is made is readable by its owner alone: it holds password hashes and keys.</summary>
    public static void MakePrivate(string folder)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(folder);
        }
        else
        {
            Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }
}
