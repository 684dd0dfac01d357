using System.IO.Compression;
using System.Text.Json;
using HanoiAcademy.Storage.Database;
using HanoiAcademy.Storage.Database.Sqlite;
using Microsoft.Data.Sqlite;

namespace HanoiAcademy.Storage.Backup;

/// <summary>Puts a backup's academy into a folder that held nothing: the whole of it, or nothing of it.</summary>
public static class AcademyRestore
{
    private const int MostEntries = 10_000;
    private const long MostBytes = 64L << 30;
    private const int MostManifestBytes = 4 << 20;

    /// <exception cref="StorageException">One sentence for the operator; the folder is as it was.</exception>
    public static BackupSummary Run(string archive, string dataFolder)
    {
        var source = Path.GetFullPath(archive);
        var folder = Path.TrimEndingDirectorySeparator(Path.GetFullPath(dataFolder));
        if (!File.Exists(source))
        {
            throw new StorageException($"There is no file {source}: name a backup with --from.");
        }

        if (File.Exists(folder) || (Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any()))
        {
            throw new StorageException($"{folder} is not empty, and a restore overwrites nothing: name a new folder with --data, or move the old one away.");
        }

        try
        {
            using var work = WorkFolder.Beside(folder);
            var summary = Unpack(source, work);
            if (Directory.Exists(folder))
            {
                Directory.Delete(folder);
            }

            Directory.Move(work.Path, folder);
            return summary;
        }
        catch (Exception e) when (e is InvalidDataException or JsonException or SqliteException)
        {
            throw new StorageException($"{source} is damaged or is no backup of Hanoi Academy ({e.Message.TrimEnd('.')}): use another backup.", e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new StorageException($"The backup could not be put into {folder} ({e.Message.TrimEnd('.')}): check the room and the rights there, or name a folder that does not exist yet.", e);
        }
    }

    private static BackupSummary Unpack(string source, WorkFolder work)
    {
        using var zip = ZipFile.OpenRead(source);
        var manifest = ReadManifest(zip, source);
        var entries = CheckedEntries(zip, manifest);
        CheckRoom(work, manifest);
        foreach (var file in manifest.Files)
        {
            Extract(entries[file.Path], file, work);
        }

        using var connection = SqliteConnections.Open(SqliteConnections.ForWriting(work.PathOf(DataFolder.DatabaseName)));
        var contents = DatabaseCopy.Check(new Session(connection, null), source);
        if (contents.Schema != manifest.Schema || contents.Demo != manifest.Demo || !Same(contents.Tables, manifest.Tables))
        {
            throw new InvalidDataException("its database is not the one it describes");
        }

        return new BackupSummary(manifest.Files.Count, manifest.Files.Sum(file => file.Size), contents.Tables.Values.Sum(), contents.Schema, contents.Demo, manifest.Made);
    }

    /// <summary>Whatever their order: what was read from JSON is sorted by another comparer.</summary>
    private static bool Same(SortedDictionary<string, long> rows, SortedDictionary<string, long> listed) =>
        rows.Count == listed.Count && rows.All(table => listed.TryGetValue(table.Key, out var count) && count == table.Value);

    private static BackupManifest ReadManifest(ZipArchive zip, string source)
    {
        var entry = zip.Entries.Count <= MostEntries
            ? zip.GetEntry(BackupManifest.EntryName) ?? throw new InvalidDataException($"it holds no {BackupManifest.EntryName}")
            : throw new InvalidDataException("it holds too many entries");
        using var bytes = new MemoryStream();
        using (var stream = entry.Open())
        {
            HashedCopy.Run(stream, bytes, MostManifestBytes);
        }

        var manifest = BackupManifest.Read(bytes.GetBuffer().AsSpan(0, (int)bytes.Length));
        if (manifest.Product != BackupManifest.Ours)
        {
            throw new InvalidDataException($"it was made by \"{manifest.Product}\"");
        }

        return manifest.Format <= BackupManifest.KnownFormat && manifest.Schema <= SqliteMigrator.Known.Count
            ? manifest
            : throw new StorageException($"{source} comes from a newer Hanoi Academy (schema {manifest.Schema}, this one knows {SqliteMigrator.Known.Count}): restore it with the newer version's academy.");
    }

    /// <summary>The archive holds exactly what its manifest lists, under names that stay below the folder.</summary>
    private static Dictionary<string, ZipArchiveEntry> CheckedEntries(ZipArchive zip, BackupManifest manifest)
    {
        // Without regard to case: on some disks two such names are one file.
        var entries = new Dictionary<string, ZipArchiveEntry>(StringComparer.OrdinalIgnoreCase);
        foreach (var entry in zip.Entries.Where(entry => entry.FullName != BackupManifest.EntryName))
        {
            if (!ArchivePath.IsPlain(entry.FullName))
            {
                throw new InvalidDataException("it holds a path that leads elsewhere");
            }

            if (!entries.TryAdd(entry.FullName, entry))
            {
                throw new InvalidDataException($"it holds {entry.FullName} twice");
            }
        }

        var listed = manifest.Files.Select(file => file.Path).ToHashSet(StringComparer.Ordinal);
        return listed.Count == manifest.Files.Count && listed.SetEquals(entries.Values.Select(entry => entry.FullName)) && listed.Contains(DataFolder.DatabaseName)
            ? entries
            : throw new InvalidDataException("it does not hold what it lists");
    }

    private static void CheckRoom(WorkFolder work, BackupManifest manifest)
    {
        var bytes = 0L;
        foreach (var file in manifest.Files)
        {
            if (file.Size is < 0 or > MostBytes || (bytes += file.Size) > MostBytes)
            {
                throw new InvalidDataException("it claims an impossible size");
            }
        }

        var free = new DriveInfo(work.Path).AvailableFreeSpace;
        if (bytes > free)
        {
            throw new StorageException($"The backup needs {bytes >> 20} MB and there are {free >> 20} MB free: make room, or name a folder on another disk.");
        }
    }

    private static void Extract(ZipArchiveEntry entry, BackupFile file, WorkFolder work)
    {
        var path = work.PathOf(file.Path.Replace('/', Path.DirectorySeparatorChar));
        DataFolder.MakePrivate(Path.GetDirectoryName(path)!);
        using var target = OwnersFile.Create(path);
        using var stream = entry.Open();
        if (HashedCopy.Run(stream, target, file.Size) != (file.Size, file.Sha256))
        {
            throw new InvalidDataException($"{file.Path} is not what was backed up");
        }

        target.Flush(flushToDisk: true);
    }
}
