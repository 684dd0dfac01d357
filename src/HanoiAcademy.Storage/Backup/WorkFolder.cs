using HanoiAcademy.Storage.Database;

namespace HanoiAcademy.Storage.Backup;

/// <summary>A folder of its owner alone beside the target, on the same disk, gone when the work is done or has failed.</summary>
internal sealed class WorkFolder : IDisposable
{
    private WorkFolder(string path) => Path = path;

    public string Path { get; }

    public static WorkFolder Beside(string target)
    {
        var parent = System.IO.Path.GetDirectoryName(target) ?? throw new StorageException($"{target} is the root of a disk: name a file or folder below it.");
        var work = new WorkFolder(System.IO.Path.Combine(parent, $".academy-{Guid.NewGuid():N}"));
        DataFolder.MakePrivate(work.Path);
        return work;
    }

    public string PathOf(string name) => System.IO.Path.Combine(Path, name);

    public void Dispose()
    {
        if (Directory.Exists(Path))
        {
            Directory.Delete(Path, recursive: true);
        }
    }
}
