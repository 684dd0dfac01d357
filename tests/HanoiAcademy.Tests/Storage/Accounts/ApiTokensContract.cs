using HanoiAcademy.Storage.Accounts;

namespace HanoiAcademy.Tests.Storage.Accounts;

public abstract class ApiTokensContract(ITestAcademy academy) : StorageContract(academy)
{
    private IApiTokens Tokens => Get<IApiTokens>();

    [Fact]
    public async Task A_token_is_found_by_its_hash_until_it_expires()
    {
        await EnrolAsync("linh");
        await Tokens.Create(Token("a"));
        (await Tokens.FindUsable("hash-a", Noon, Cancel)).ShouldBe(Token("a"));
        (await Tokens.FindUsable("hash-b", Noon, Cancel)).ShouldBeNull();
        (await Tokens.FindUsable("hash-a", Token("a").Expires, Cancel)).ShouldBeNull();
    }

    [Fact]
    public async Task Its_last_use_is_noted_and_never_goes_back()
    {
        await EnrolAsync("linh");
        await Tokens.Create(Token("a"));
        await Tokens.Touch("a", Noon.AddHours(2));
        await Tokens.Touch("a", Noon.AddHours(1));
        (await Tokens.Of("linh", Cancel)).ShouldHaveSingleItem().LastUsed.ShouldBe(Noon.AddHours(2));
    }

    [Fact]
    public async Task Only_its_account_takes_it_back()
    {
        await EnrolAsync("linh");
        await EnrolAsync("minh");
        await Tokens.Create(Token("a"));
        (await Tokens.Revoke("minh", "a")).ShouldBeFalse();
        (await Tokens.Revoke("linh", "a")).ShouldBeTrue();
        (await Tokens.FindUsable("hash-a", Noon, Cancel)).ShouldBeNull();
    }

    private static ApiToken Token(string id) => new()
    {
        Id = id,
        TokenHash = $"hash-{id}",
        AccountId = "linh",
        Name = "Script",
        Created = Noon,
        Expires = Noon.AddDays(30),
    };
}

public sealed class ApiTokensOnSqlite() : ApiTokensContract(new SqliteAcademy());

public sealed class ApiTokensOnSqlServer() : ApiTokensContract(new SqlServerAcademy());
