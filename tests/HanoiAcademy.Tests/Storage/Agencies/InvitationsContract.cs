using HanoiAcademy.Storage.Agencies;

namespace HanoiAcademy.Tests.Storage.Agencies;

public abstract class InvitationsContract(ITestAcademy academy) : StorageContract(academy)
{
    private IInvitations Invitations => Get<IInvitations>();

    [Fact]
    public async Task A_link_is_good_once_and_makes_a_member()
    {
        await EnrolAsync("linh");
        await EnrolAsync("minh");
        await Invitations.Create(Link("t1"));
        (await Invitations.FindUsable("t1", Noon, Cancel)).ShouldBe(Link("t1"));

        var used = await Task.WhenAll(Invitations.Use("t1", "linh", Noon), Invitations.Use("t1", "minh", Noon));
        var winner = used.OfType<Invitation>().ShouldHaveSingleItem();
        (await Invitations.FindUsable("t1", Noon, Cancel)).ShouldBeNull();
        (await Get<IMemberships>().InAgency("sundara", Cancel)).ShouldHaveSingleItem()
            .ShouldBe(new Membership { AccountId = winner.UsedBy!, AgencyId = "sundara", Role = AccountRole.Instructor });
        winner.UsedWall.ShouldBe(Noon);
    }

    [Fact]
    public async Task A_link_expires()
    {
        await EnrolAsync("linh");
        await Invitations.Create(Link("t1"));
        var late = Link("t1").Expires;
        (await Invitations.FindUsable("t1", late, Cancel)).ShouldBeNull();
        (await Invitations.ListUsable("sundara", late, Cancel)).ShouldBeEmpty();
        (await Invitations.Use("t1", "linh", late)).ShouldBeNull();
        (await Get<IMemberships>().Of("linh", Cancel)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_use_that_cannot_make_a_member_does_not_use_the_link_up()
    {
        await Invitations.Create(Link("t1"));
        await Should.ThrowAsync<Exception>(() => Invitations.Use("t1", "nobody", Noon));
        (await Invitations.FindUsable("t1", Noon, Cancel)).ShouldNotBeNull();
    }

    [Fact]
    public async Task A_reset_is_for_its_account_and_makes_no_member()
    {
        await EnrolAsync("linh");
        await EnrolAsync("minh");
        var reset = Link("t1") with { Kind = InvitationKind.Reset, AccountId = "linh" };
        await Invitations.Create(reset);
        (await Invitations.Use("t1", "minh", Noon)).ShouldBeNull();
        (await Invitations.Use("t1", "linh", Noon)).ShouldNotBeNull();
        (await Get<IMemberships>().Of("linh", Cancel)).ShouldBeEmpty();
        await Should.ThrowAsync<ArgumentException>(() => Invitations.Create(reset with { TokenHash = "t2", AccountId = null }));
        await Should.ThrowAsync<ArgumentException>(() => Invitations.Create(Link("t2") with { AccountId = "linh" }));
    }

    [Fact]
    public async Task A_new_first_administrators_link_takes_the_place_of_the_old_one()
    {
        await Invitations.Create(Link("t1") with { Kind = InvitationKind.FirstAdministrator, Role = AccountRole.Administrator });
        await Invitations.Create(Link("t2"));
        await Invitations.Create(Link("t3") with { Kind = InvitationKind.FirstAdministrator, Role = AccountRole.Administrator });
        (await Invitations.ListUsable("sundara", Noon, Cancel)).Select(link => link.TokenHash).ShouldBe(["t2", "t3"]);
    }

    [Fact]
    public async Task A_new_reset_takes_the_place_of_the_accounts_old_one()
    {
        await EnrolAsync("linh");
        await EnrolAsync("minh");
        foreach (var (token, account) in new[] { ("t1", "linh"), ("t2", "minh"), ("t3", "linh") })
        {
            await Invitations.Create(Link(token) with { Kind = InvitationKind.Reset, AccountId = account });
        }

        (await Invitations.ListUsable("sundara", Noon, Cancel)).Select(link => link.TokenHash).ShouldBe(["t2", "t3"]);
    }

    [Fact]
    public async Task Links_are_taken_back_one_by_one_or_by_kind_and_only_by_their_agency()
    {
        await Invitations.Create(Link("t1"));
        await Invitations.Create(Link("t2"));
        (await Invitations.Revoke("kivara", "t1")).ShouldBeFalse();
        (await Invitations.Revoke("sundara", "t1")).ShouldBeTrue();
        (await Invitations.Revoke("sundara", "t1")).ShouldBeFalse();
        (await Invitations.RevokeAll(InvitationKind.Reset, null)).ShouldBe(0);
        (await Invitations.RevokeAll(InvitationKind.Join, null)).ShouldBe(1);
        (await Invitations.FindUsable("t2", Noon, Cancel)).ShouldBeNull();
    }

    private static Invitation Link(string token) => new()
    {
        TokenHash = token,
        AgencyId = "sundara",
        Role = AccountRole.Instructor,
        CreatedBy = "someone",
        Created = Noon,
        Expires = Noon.AddDays(7),
    };
}

public sealed class InvitationsOnSqlite() : InvitationsContract(new SqliteAcademy());

public sealed class InvitationsOnSqlServer() : InvitationsContract(new SqlServerAcademy());
