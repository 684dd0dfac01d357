using HanoiAcademy.Storage.Idempotency;

namespace HanoiAcademy.Tests.Storage.Idempotency;

public abstract class IdempotencyKeysContract(ITestAcademy academy) : StorageContract(academy)
{
    private IIdempotencyKeys Keys => Get<IIdempotencyKeys>();

    [Fact]
    public async Task A_repeat_gets_the_first_answer()
    {
        (await Claim()).ShouldBeOfType<KeyClaim.First>();
        (await Claim()).ShouldBeOfType<KeyClaim.InProgress>();
        await Keys.Answer("linh", "POST /drills", "k1", 201, "application/json", [1, 2]);
        var answered = (await Claim()).ShouldBeOfType<KeyClaim.Answered>();
        answered.Status.ShouldBe(201);
        answered.ContentType.ShouldBe("application/json");
        answered.Body.ShouldBe([1, 2]);
    }

    [Fact]
    public async Task Of_many_at_once_one_is_first()
    {
        var claims = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Claim()));
        claims.OfType<KeyClaim.First>().ShouldHaveSingleItem();
        claims.OfType<KeyClaim.InProgress>().Count().ShouldBe(19);
    }

    [Fact]
    public async Task The_same_key_with_another_body_is_told_apart()
    {
        await Claim();
        (await Claim(body: "other")).ShouldBeOfType<KeyClaim.OtherRequest>();
    }

    [Fact]
    public async Task Keys_are_an_owners_and_a_routes_own()
    {
        await Claim();
        (await Claim(owner: "minh")).ShouldBeOfType<KeyClaim.First>();
        (await Claim(route: "POST /seats")).ShouldBeOfType<KeyClaim.First>();
    }

    [Fact]
    public async Task A_claim_that_is_given_up_or_abandoned_is_free_again_but_an_answer_is_not()
    {
        await Claim();
        await Keys.Release("linh", "POST /drills", "k1");
        (await Claim()).ShouldBeOfType<KeyClaim.First>();
        (await Claim(after: IIdempotencyKeys.ClaimedFor)).ShouldBeOfType<KeyClaim.First>();

        await Keys.Answer("linh", "POST /drills", "k1", 204, null, []);
        await Keys.Release("linh", "POST /drills", "k1");
        (await Claim(after: TimeSpan.FromHours(1))).ShouldBeOfType<KeyClaim.Answered>().Body.ShouldBeEmpty();
    }

    [Fact]
    public async Task Answers_are_forgotten_after_two_days()
    {
        await Claim();
        await Keys.Answer("linh", "POST /drills", "k1", 201, null, []);
        (await Keys.Prune(Noon + IIdempotencyKeys.KeptFor - TimeSpan.FromMilliseconds(1))).ShouldBe(0);
        (await Claim(after: IIdempotencyKeys.KeptFor)).ShouldBeOfType<KeyClaim.First>();
        (await Keys.Prune(Noon + (2 * IIdempotencyKeys.KeptFor))).ShouldBe(1);
    }

    private Task<KeyClaim> Claim(string owner = "linh", string route = "POST /drills", string body = "body", TimeSpan after = default) =>
        Keys.Claim(owner, route, "k1", body, Noon + after);
}

public sealed class IdempotencyKeysOnSqlite() : IdempotencyKeysContract(new SqliteAcademy());

public sealed class IdempotencyKeysOnSqlServer() : IdempotencyKeysContract(new SqlServerAcademy());
