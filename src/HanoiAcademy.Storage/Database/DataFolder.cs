namespace HanoiAcademy.Storage.Database;

internal static class DataFolder
{
    public const string DatabaseName = "academy.db";

    public static string DatabaseIn(string folder) => Path.Combine(folder, DatabaseName);

    /// <summary>Makes the folder where it is missing, readable by its owner alone: it holds password hashes and keys.</summary>
    public static string Make(string folder)
    {
        var whole = Path.GetFullPath(folder);
        try
        {
            if (OperatingSystem.IsWindows())
            {
                Directory.CreateDirectory(whole);
            }
            else
            {
                Directory.CreateDirectory(whole, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
            }

            return whole;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            throw new StorageException($"The data folder {whole} cannot be made ({e.Message.TrimEnd('.')}): set Storage:DataFolder to a folder this account may write to.", e);
        }
    }
}
