using HanoiAcademy.Server.Hosting;
using HanoiAcademy.Storage;
using HanoiAcademy.Storage.Keys;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection;

namespace HanoiAcademy.Server.Tests.Hosting;

/// <summary>Nodes that start together on an empty database agree on one key.</summary>
public sealed class SharedKeyTests
{
    [Fact]
    public async Task A_node_that_another_was_faster_than_keeps_no_key_and_uses_the_other_s()
    {
        var ring = new MemoryRing();
        await using var first = Node(ring);
        await using var second = Node(ring);
        ring.AfterFirstLook = () => Keys.AgreeOnFirst(first, CancellationToken.None);

        await Keys.AgreeOnFirst(second, CancellationToken.None);

        ring.Kept.ShouldHaveSingleItem();
        var said = first.GetRequiredService<IDataProtectionProvider>().CreateProtector("test").Protect("Xin chào");
        second.GetRequiredService<IDataProtectionProvider>().CreateProtector("test").Unprotect(said).ShouldBe("Xin chào");
        var back = second.GetRequiredService<IDataProtectionProvider>().CreateProtector("test").Protect("Chào");
        first.GetRequiredService<IDataProtectionProvider>().CreateProtector("test").Unprotect(back).ShouldBe("Chào");
    }

    [Fact]
    public async Task A_node_that_finds_a_key_makes_none()
    {
        var ring = new MemoryRing();
        await using var first = Node(ring);
        await using var second = Node(ring);

        await Keys.AgreeOnFirst(first, CancellationToken.None);
        await Keys.AgreeOnFirst(second, CancellationToken.None);

        ring.Kept.ShouldHaveSingleItem();
    }

    private static ServiceProvider Node(IKeyRing ring)
    {
        var services = new ServiceCollection().AddLogging().AddSingleton(ring).AddSingleton(TimeProvider.System);
        services.Configure<StorageOptions>(options => options.SharedFile = true);
        return services.AddKeys().BuildServiceProvider();
    }

    private sealed class MemoryRing : IKeyRing
    {
        public SortedDictionary<string, string> Kept { get; } = new(StringComparer.Ordinal);

        /// <summary>What happens behind the back of who has just looked.</summary>
        public Func<Task>? AfterFirstLook { get; set; }

        public Task Keep(string friendlyName, string xml)
        {
            Kept.TryAdd(friendlyName, xml);
            return Task.CompletedTask;
        }

        public Task<bool> KeepFirst(string xml) => Task.FromResult(Kept.Count == 0 && Kept.TryAdd("first-key", xml));

        public async Task<IReadOnlyList<string>> All(CancellationToken cancel)
        {
            IReadOnlyList<string> seen = [.. Kept.Values];
            if (AfterFirstLook is { } meanwhile)
            {
                AfterFirstLook = null;
                await meanwhile();
            }

            return seen;
        }
    }
}
