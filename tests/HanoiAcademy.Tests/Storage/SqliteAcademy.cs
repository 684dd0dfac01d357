using HanoiAcademy.Storage;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace HanoiAcademy.Tests.Storage;

/// <summary>The storage of one academy in a folder of its own, as the host would set it up.</summary>
public sealed class SqliteAcademy : ITestAcademy
{
    private readonly DirectoryInfo folder;
    private readonly bool ownsFolder;
    private readonly ServiceProvider services;

    public SqliteAcademy()
        : this(Directory.CreateTempSubdirectory("academy-test-"), ownsFolder: true)
    {
    }

    private SqliteAcademy(DirectoryInfo folder, bool ownsFolder, bool demo = false, bool shared = false)
    {
        this.folder = folder;
        this.ownsFolder = ownsFolder;
        services = new ServiceCollection().AddAcademyStorage(Configuration(folder.FullName, demo, shared)).AddIdentityErrors().BuildServiceProvider();
    }

    public string Folder => folder.FullName;

    public static SqliteAcademy In(string folder, bool demo = false) => new(new DirectoryInfo(folder), ownsFolder: false, demo);

    public ITestAcademy Beside() => new SqliteAcademy(folder, ownsFolder: false, shared: true);

    public T Get<T>()
        where T : notnull => services.GetRequiredService<T>();

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        if (ownsFolder)
        {
            folder.Delete(recursive: true);
        }
    }

    private static IConfiguration Configuration(string folder, bool demo, bool shared) => new ConfigurationBuilder()
        .AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Storage:DataFolder"] = folder,
            ["Storage:Demo"] = demo ? "true" : "false",
            ["Storage:SharedFile"] = shared ? "true" : "false",
        })
        .Build();
}
