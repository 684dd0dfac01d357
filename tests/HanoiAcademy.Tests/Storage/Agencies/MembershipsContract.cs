using HanoiAcademy.Storage.Agencies;

namespace HanoiAcademy.Tests.Storage.Agencies;

public abstract class MembershipsContract(ITestAcademy academy) : StorageContract(academy)
{
    private IMemberships Memberships => Get<IMemberships>();

    [Fact]
    public async Task Roles_are_held_per_agency()
    {
        await EnrolAsync("linh");
        await Memberships.Grant(Of("linh", AccountRole.Trainee));
        await Memberships.Grant(Of("linh", AccountRole.Trainee));
        await Memberships.Grant(Of("linh", AccountRole.Instructor, "kivara"));
        (await Memberships.Of("linh", Cancel)).ShouldBe([Of("linh", AccountRole.Instructor, "kivara"), Of("linh", AccountRole.Trainee)]);
        (await Memberships.InAgency("kivara", Cancel)).ShouldBe([Of("linh", AccountRole.Instructor, "kivara")]);
    }

    [Fact]
    public async Task A_role_that_is_none_is_refused()
    {
        await EnrolAsync("linh");
        await Should.ThrowAsync<Exception>(() => Memberships.Grant(Of("linh", "owner")));
        await Should.ThrowAsync<Exception>(() => Memberships.Grant(Of("nobody", AccountRole.Trainee)));
        (await Memberships.Of("linh", Cancel)).ShouldBeEmpty();
    }

    [Fact]
    public async Task The_last_administrator_of_an_agency_stays()
    {
        await EnrolAsync("linh", AccountRole.Administrator);
        await EnrolAsync("amina", AccountRole.Administrator, "kivara");
        (await Memberships.CountAdministrators(Cancel)).ShouldBe(2);
        (await Memberships.Withdraw(Of("linh", AccountRole.Administrator))).ShouldBeFalse();

        await EnrolAsync("minh", AccountRole.Administrator);
        var withdrawn = await Task.WhenAll(
            Memberships.Withdraw(Of("linh", AccountRole.Administrator)),
            Memberships.Withdraw(Of("minh", AccountRole.Administrator)));
        withdrawn.Count(done => done).ShouldBe(1);
        (await Memberships.InAgency("sundara", Cancel)).Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_role_not_held_is_not_withdrawn()
    {
        await EnrolAsync("linh", AccountRole.Trainee);
        (await Memberships.Withdraw(Of("linh", AccountRole.Instructor))).ShouldBeFalse();
        (await Memberships.Withdraw(Of("linh", AccountRole.Trainee))).ShouldBeTrue();
        (await Memberships.Of("linh", Cancel)).ShouldBeEmpty();
    }

    private static Membership Of(string account, string role, string agency = "sundara") =>
        new() { AccountId = account, AgencyId = agency, Role = role };
}

public sealed class MembershipsOnSqlite() : MembershipsContract(new SqliteAcademy());

public sealed class MembershipsOnSqlServer() : MembershipsContract(new SqlServerAcademy());
