using HanoiAcademy.Storage.Keys;

namespace HanoiAcademy.Tests.Storage.Keys;

public abstract class KeyRingContract(ITestAcademy academy) : StorageContract(academy)
{
    private IKeyRing Ring => Get<IKeyRing>();

    [Fact]
    public async Task Keys_come_back_as_they_were_kept_in_order_of_name()
    {
        (await Ring.All(Cancel)).ShouldBeEmpty();
        await Ring.Keep("key-b", "<key id=\"b\">Khóa &amp; 鍵</key>");
        await Ring.Keep("key-a", $"<key>{new string('x', 20_000)}</key>");
        (await Ring.All(Cancel)).ShouldBe([$"<key>{new string('x', 20_000)}</key>", "<key id=\"b\">Khóa &amp; 鍵</key>"]);
    }

    [Fact]
    public async Task There_is_one_first_key_and_none_where_there_is_any()
    {
        (await Ring.KeepFirst("<key>1</key>")).ShouldBeTrue();
        (await Ring.KeepFirst("<key>2</key>")).ShouldBeFalse();
        (await Ring.All(Cancel)).ShouldBe(["<key>1</key>"]);
        await Ring.Keep("key-later", "<key>3</key>");
        (await Ring.KeepFirst("<key>4</key>")).ShouldBeFalse();
        (await Ring.All(Cancel)).ShouldBe(["<key>1</key>", "<key>3</key>"]);
    }

    [Fact]
    public async Task A_key_kept_again_stays_what_it_was()
    {
        await Ring.Keep("key-a", "<key>1</key>");
        await Ring.Keep("key-a", "<key>2</key>");
        await Ring.Keep("KEY-A", "<key>3</key>");
        (await Ring.All(Cancel)).ShouldBe(["<key>3</key>", "<key>1</key>"]);
    }
}

public sealed class KeyRingOnSqlite() : KeyRingContract(new SqliteAcademy());

public sealed class KeyRingOnSqlServer() : KeyRingContract(new SqlServerAcademy());
