using System.IO.Compression;
using HanoiAcademy.Storage.Database;
using HanoiAcademy.Storage.Database.Sqlite;
using Microsoft.Data.Sqlite;

namespace HanoiAcademy.Storage.Backup;

/// <summary>Copies an academy whole into one archive, while it runs or not.</summary>
public static class AcademyBackup
{
    /// <exception cref="StorageException">One sentence for the operator; no archive is left behind.</exception>
    public static BackupSummary Make(string dataFolder, string archive, DateTimeOffset made)
    {
        var folder = Path.GetFullPath(dataFolder);
        var database = DataFolder.DatabaseIn(folder);
        var target = Path.GetFullPath(archive);
        if (!File.Exists(database))
        {
            throw new StorageException($"There is no {DataFolder.DatabaseName} in {folder}: name the data folder of an academy with --data; one on SQL Server is backed up with the server's own backup.");
        }

        if (Path.Exists(target))
        {
            throw new StorageException($"{target} exists already and is not overwritten: name another file with --out.");
        }

        if (target.StartsWith(folder + Path.DirectorySeparatorChar, StringComparison.Ordinal))
        {
            throw new StorageException("A backup inside the data folder would be part of the next one: name a file elsewhere with --out.");
        }

        if (!Directory.Exists(Path.GetDirectoryName(target)))
        {
            throw new StorageException($"The folder of {target} does not exist: make it, or name another file with --out.");
        }

        try
        {
            // Beside the target, so that the finished archive takes its place in one step, or not at all.
            using var work = WorkFolder.Beside(target);
            var summary = Write(folder, database, work, made);
            File.Move(work.PathOf("archive"), target, overwrite: false);
            return summary;
        }
        catch (SqliteException e) when (SqliteTrouble.Explain(e, database) is StorageException explained)
        {
            throw explained;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new StorageException($"The backup could not be written ({e.Message.TrimEnd('.')}): check the room and the rights in {Path.GetDirectoryName(target)}.", e);
        }
    }

    private static BackupSummary Write(string folder, string database, WorkFolder work, DateTimeOffset made)
    {
        var copy = work.PathOf(DataFolder.DatabaseName);
        var contents = DatabaseCopy.Make(database, copy);
        using var stream = OwnersFile.Create(work.PathOf("archive"));
        var files = new List<BackupFile>();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            files.Add(Add(zip, copy, DataFolder.DatabaseName)!);
            files.AddRange(OtherFiles(folder).Select(path => Add(zip, Path.Combine(folder, path), path)).OfType<BackupFile>());
            using var manifest = zip.CreateEntry(BackupManifest.EntryName).Open();
            new BackupManifest(BackupManifest.Ours, BackupManifest.KnownFormat, contents.Schema, contents.Demo, made, contents.Tables, files).Write(manifest);
        }

        stream.Flush(flushToDisk: true);
        return new BackupSummary(files.Count, files.Sum(file => file.Size), contents.Tables.Values.Sum(), contents.Schema, contents.Demo, made);
    }

    /// <summary>Keys, and whatever else lies there. Links are not followed: they lead out of the folder.</summary>
    private static IEnumerable<string> OtherFiles(string folder)
    {
        var all = new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.ReparsePoint };
        foreach (var file in Directory.EnumerateFiles(folder, "*", all).Order(StringComparer.Ordinal))
        {
            var path = Path.GetRelativePath(folder, file).Replace(Path.DirectorySeparatorChar, '/');
            if (path is DataFolder.DatabaseName or DataFolder.DatabaseName + "-wal" or DataFolder.DatabaseName + "-shm" or DataFolder.DatabaseName + "-journal")
            {
                continue;
            }

            if (path == BackupManifest.EntryName || !ArchivePath.IsPlain(path))
            {
                throw new StorageException($"The data folder holds a file that a backup cannot name safely, {file}: rename it or put it elsewhere.");
            }

            yield return path;
        }
    }

    /// <summary>Null when the file has gone since it was listed, as a key that has just been replaced does.</summary>
    private static BackupFile? Add(ZipArchive zip, string file, string path)
    {
        try
        {
            using var source = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var entry = zip.CreateEntry(path, CompressionLevel.Fastest).Open();
            var (size, sha256) = HashedCopy.Run(source, entry, long.MaxValue);
            return new BackupFile(path, size, sha256);
        }
        catch (FileNotFoundException)
        {
            return null;
        }
    }
}
