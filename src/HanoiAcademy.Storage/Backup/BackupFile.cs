namespace HanoiAcademy.Storage.Backup;

/// <param name="Path">Below the data folder, parted by <c>/</c>.</param>
internal sealed record BackupFile(string Path, long Size, string Sha256);
