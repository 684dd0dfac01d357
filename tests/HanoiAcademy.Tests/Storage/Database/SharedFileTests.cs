using HanoiAcademy.Storage;
using HanoiAcademy.Storage.Agencies;
using HanoiAcademy.Storage.Database;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace HanoiAcademy.Tests.Storage.Database;

/// <summary>Several writers on one file, as the cluster's tests have them: here in one process, with a writer of its own each.</summary>
public sealed class SharedFileTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("academy-test-");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task Writers_that_share_a_file_all_get_their_turn_and_lose_nothing()
    {
        await using var one = Open();
        await using var two = Open();
        await using var three = Open();
        ServiceProvider[] academies = [one, two, three];

        await Task.WhenAll(academies.SelectMany((academy, node) => Enumerable.Range(0, 40).Select(n => Task.Run(async () =>
        {
            var agency = new Agency { Id = $"a{node}-{n}", Slug = $"a{node}-{n}", Name = $"A {node} {n}", Created = DateTimeOffset.UnixEpoch };
            (await academy.GetRequiredService<IAgencies>().Create(agency)).ShouldBeTrue();
        }))));

        (await two.GetRequiredService<IAgencies>().List(TestContext.Current.CancellationToken)).Count.ShouldBe(120);
    }

    [Fact]
    public async Task A_writer_waits_for_another_that_takes_long()
    {
        await using var one = Open();
        await using var two = Open();
        using var begun = new ManualResetEventSlim();
        var slow = one.GetRequiredService<IDatabase>().Write(session =>
        {
            begun.Set();
            Thread.Sleep(700);
            return session.Number("SELECT 1");
        });
        begun.Wait(TestContext.Current.CancellationToken);
        (await two.GetRequiredService<IAgencies>().Create(new Agency { Id = "a", Slug = "a", Name = "A", Created = DateTimeOffset.UnixEpoch })).ShouldBeTrue();
        (await slow).ShouldBe(1);
    }

    [Fact]
    public void It_is_refused_with_another_database()
    {
        var settings = Settings().Append(new("Storage:Provider", "SqlServer"));
        using var services = new ServiceCollection().AddAcademyStorage(new ConfigurationBuilder().AddInMemoryCollection(settings).Build()).BuildServiceProvider();
        Should.Throw<OptionsValidationException>(services.GetRequiredService<IAgencies>).Message.ShouldContain("Storage:SharedFile is for tests with SQLite");
    }

    private Dictionary<string, string?> Settings() => new() { ["Storage:DataFolder"] = folder.FullName, ["Storage:SharedFile"] = "true" };

    private ServiceProvider Open() =>
        new ServiceCollection().AddAcademyStorage(new ConfigurationBuilder().AddInMemoryCollection(Settings()).Build()).BuildServiceProvider();
}
