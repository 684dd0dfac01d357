using System.Text;
using HanoiAcademy.Storage.Pinned;

namespace HanoiAcademy.Tests.Storage.Pinned;

public abstract class ContentStoreContract(ITestAcademy academy) : StorageContract(academy)
{
    private IContentStore Content => Get<IContentStore>();

    [Fact]
    public async Task What_is_put_is_got_by_its_hash()
    {
        var bytes = Encoding.UTF8.GetBytes("schema: 1");
        var sha256 = await Content.Put(bytes);
        sha256.ShouldBe(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(bytes)));
        (await Content.Get(sha256, Cancel)).ShouldBe(bytes);
        (await Content.Get(new string('0', 64), Cancel)).ShouldBeNull();
    }

    [Fact]
    public async Task Putting_the_same_again_changes_nothing()
    {
        var bytes = new byte[300_000];
        new Random(7).NextBytes(bytes);
        var hashes = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Content.Put(bytes)));
        hashes.Distinct().ShouldHaveSingleItem();
        (await Content.Get(hashes[0], Cancel)).ShouldBe(bytes);
    }

    [Fact]
    public async Task Nothing_at_all_can_be_kept()
    {
        var sha256 = await Content.Put(ReadOnlyMemory<byte>.Empty);
        (await Content.Get(sha256, Cancel)).ShouldBe([]);
    }
}

public sealed class ContentStoreOnSqlite() : ContentStoreContract(new SqliteAcademy());

public sealed class ContentStoreOnSqlServer() : ContentStoreContract(new SqlServerAcademy());
