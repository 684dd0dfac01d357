using HanoiAcademy.Storage.Accounts;
using HanoiAcademy.Storage.Agencies;
using HanoiAcademy.Storage.Courses;
using HanoiAcademy.Storage.Drills;
using Microsoft.AspNetCore.Identity;

namespace HanoiAcademy.Tests.Storage.Accounts;

public abstract class AccountDirectoryContract(ITestAcademy academy) : StorageContract(academy)
{
    private IAccountDirectory Directory => Get<IAccountDirectory>();

    [Fact]
    public async Task A_list_of_accounts_is_made_with_its_memberships()
    {
        var accounts = new[] { NewAccount("minh"), NewAccount("linh") };
        (await Directory.CreateAll(accounts, [Trainee("linh"), Trainee("minh")])).ShouldBeEmpty();
        (await Directory.InAgency("sundara", Cancel)).Select(account => account.UserName).ShouldBe(["linh", "minh"]);
        (await Get<IMemberships>().InAgency("sundara", Cancel)).Count.ShouldBe(2);
    }

    [Fact]
    public async Task One_taken_name_leaves_the_whole_list_unmade()
    {
        await EnrolAsync("minh");
        var again = NewAccount("other");
        again.NormalizedUserName = "MINH";
        again.UserName = "Minh";
        (await Directory.CreateAll([NewAccount("linh"), again, NewAccount("an")], [Trainee("linh")])).ShouldBe(["Minh"]);
        (await Directory.InAgency("sundara", Cancel)).ShouldHaveSingleItem().Id.ShouldBe("minh");
    }

    [Fact]
    public async Task A_name_twice_in_the_list_is_named_too()
    {
        var twice = NewAccount("linh2");
        twice.NormalizedUserName = "LINH";
        (await Directory.CreateAll([NewAccount("linh"), twice], [])).ShouldBe(["linh2"]);
        (await Directory.Get("linh", Cancel)).ShouldBeNull();
    }

    [Fact]
    public async Task A_membership_that_cannot_be_leaves_the_whole_list_unmade()
    {
        await Should.ThrowAsync<Exception>(() => Directory.CreateAll([NewAccount("linh")], [Trainee("linh") with { AgencyId = "nowhere" }]));
        (await Directory.Get("linh", Cancel)).ShouldBeNull();
    }

    [Fact]
    public async Task An_agency_lists_its_own_accounts_and_its_members_from_elsewhere()
    {
        await EnrolAsync("linh");
        await EnrolAsync("amina", agency: "kivara");
        await EnrolAsync("zuri", agency: "kivara");
        await Get<IMemberships>().Grant(Trainee("amina"));
        (await Directory.InAgency("sundara", Cancel)).Select(account => account.Id).ShouldBe(["amina", "linh"]);
        (await Directory.InAgency("kivara", Cancel)).Select(account => account.Id).ShouldBe(["amina", "zuri"]);
    }

    [Fact]
    public async Task Many_are_got_at_once()
    {
        await EnrolAsync("linh");
        await EnrolAsync("minh");
        var ids = Enumerable.Range(0, 1_200).Select(n => $"nobody{n}").Append("minh").Append("linh").Append("linh").ToList();
        (await Directory.Get(ids, Cancel)).Select(account => account.Id).ShouldBe(["linh", "minh"], ignoreOrder: true);
        (await Directory.Get([], Cancel)).ShouldBeEmpty();
    }

    [Fact]
    public async Task An_account_that_is_deleted_takes_its_seats_roles_and_progress_along()
    {
        await EnrolAsync("linh", AccountRole.Trainee);
        await LaunchAsync("d1", "CODE1", by: "linh");
        await Get<ISeatingPlan>().Take(new SeatHolder { DrillId = "d1", Seat = "bank.1", AccountId = "linh", Since = Noon });
        await Get<ILearnerProgress>().Open("linh", "c5", "channels", "v1", Noon);
        var store = Get<IUserStore<Account>>();
        var account = (await store.FindByIdAsync("linh", Cancel))!;
        (await store.DeleteAsync(account, Cancel)).Succeeded.ShouldBeTrue();
        (await Directory.Get("linh", Cancel)).ShouldBeNull();
        (await Get<IMemberships>().Of("linh", Cancel)).ShouldBeEmpty();
        (await Get<ISeatingPlan>().Who("d1", Cancel)).ShouldBeEmpty();
        (await Get<ILearnerProgress>().Lessons("linh", "c5", Cancel)).ShouldBeEmpty();
        (await Get<IDrillCatalog>().Get("d1", Cancel)).ShouldNotBeNull().CreatedBy.ShouldBeNull();
    }

    private static Membership Trainee(string account) => new() { AccountId = account, AgencyId = "sundara", Role = AccountRole.Trainee };
}

public sealed class AccountDirectoryOnSqlite() : AccountDirectoryContract(new SqliteAcademy());

public sealed class AccountDirectoryOnSqlServer() : AccountDirectoryContract(new SqlServerAcademy());
