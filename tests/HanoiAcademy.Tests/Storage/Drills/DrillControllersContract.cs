using HanoiAcademy.Storage.Drills;

namespace HanoiAcademy.Tests.Storage.Drills;

public abstract class DrillControllersContract(ITestAcademy academy) : StorageContract(academy)
{
    private IDrillControllers Controllers => Get<IDrillControllers>();

    [Fact]
    public async Task An_appointed_account_is_found_and_sees_the_drill_in_its_list()
    {
        await LaunchAsync("d1", "CODE1");
        await EnrolAsync("amina", agency: "kivara");
        (await Get<IDrillCatalog>().MaySee("d1", "amina", Cancel)).ShouldBeFalse();

        await Controllers.Appoint(Evaluator("amina"));

        (await Controllers.Find("d1", "amina", Cancel)).ShouldBe(Evaluator("amina"));
        (await Get<IDrillCatalog>().MaySee("d1", "amina", Cancel)).ShouldBeTrue();
        (await Get<IDrillCatalog>().ListVisibleTo("amina", Cancel)).Select(drill => drill.Id).ShouldBe(["d1"]);
        (await Controllers.Find("d2", "amina", Cancel)).ShouldBeNull();
    }

    [Fact]
    public async Task A_later_appointment_takes_the_place_of_the_first()
    {
        await LaunchAsync("d1", "CODE1");
        await EnrolAsync("amina", agency: "kivara");
        await Controllers.Appoint(Evaluator("amina"));

        var local = Evaluator("amina") with { Role = "local", Team = "bank", Since = Noon.AddMinutes(1) };
        await Controllers.Appoint(local);
        await Controllers.Appoint(local);

        (await Controllers.Of("d1", Cancel)).ShouldBe([local]);
    }

    [Fact]
    public async Task One_who_was_dismissed_is_none_and_sees_the_drill_no_more()
    {
        await LaunchAsync("d1", "CODE1");
        await EnrolAsync("amina", agency: "kivara");
        await Controllers.Appoint(Evaluator("amina"));

        (await Controllers.Dismiss("d1", "amina")).ShouldBeTrue();
        (await Controllers.Dismiss("d1", "amina")).ShouldBeFalse();
        (await Get<IDrillCatalog>().MaySee("d1", "amina", Cancel)).ShouldBeFalse();
    }

    [Fact]
    public async Task A_link_lets_in_once_and_never_one_who_was_dismissed()
    {
        await LaunchAsync("d1", "CODE1");
        await EnrolAsync("amina", agency: "kivara");
        (await Controllers.Join(Evaluator("amina"))).ShouldBeTrue();
        (await Controllers.Join(Evaluator("amina") with { Role = "lead" })).ShouldBeFalse("whoever has a part keeps it until one who directs gives another");
        (await Controllers.Find("d1", "amina", Cancel))!.Role.ShouldBe("evaluator");
        await Controllers.Dismiss("d1", "amina");

        (await Controllers.Join(Evaluator("amina"))).ShouldBeFalse();
        (await Controllers.Find("d1", "amina", Cancel)).ShouldBeNull();
        await Controllers.Appoint(Evaluator("amina"));
        (await Controllers.Find("d1", "amina", Cancel)).ShouldNotBeNull("whoever directs may think better of it");
    }

    [Fact]
    public async Task They_are_listed_in_the_order_in_which_they_were_appointed()
    {
        await LaunchAsync("d1", "CODE1");
        await EnrolAsync("linh");
        await EnrolAsync("amina", agency: "kivara");
        await Controllers.Appoint(Evaluator("linh"));
        await Controllers.Appoint(Evaluator("amina") with { Since = Noon.AddMinutes(-1) });

        (await Controllers.Of("d1", Cancel)).Select(one => one.AccountId).ShouldBe(["amina", "linh"]);
    }

    private static DrillController Evaluator(string account) => new() { DrillId = "d1", AccountId = account, Role = "evaluator", AppointedBy = "linh", Since = Noon };
}

public sealed class DrillControllersOnSqlite() : DrillControllersContract(new SqliteAcademy());

public sealed class DrillControllersOnSqlServer() : DrillControllersContract(new SqlServerAcademy());
