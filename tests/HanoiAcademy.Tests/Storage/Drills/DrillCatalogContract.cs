using HanoiAcademy.Storage.Agencies;
using HanoiAcademy.Storage.Drills;

namespace HanoiAcademy.Tests.Storage.Drills;

public abstract class DrillCatalogContract(ITestAcademy academy) : StorageContract(academy)
{
    private IDrillCatalog Catalog => Get<IDrillCatalog>();

    [Fact]
    public async Task A_drill_comes_back_as_it_was_launched()
    {
        var drill = await LaunchAsync("d1", "CODE1");
        (await Catalog.Get("d1", Cancel)).ShouldBe(drill);
        (await Catalog.Get("d2", Cancel)).ShouldBeNull();

        var full = drill with
        {
            Id = "d3",
            JoinCode = "CODE3",
            ExerciseId = "e1",
            CreatedBy = await EnrolAsync("linh"),
            GuestsAllowed = true,
            AfterCrash = AfterCrash.GoOn,
            IsDemo = true,
            Status = DrillStatus.Paused,
            LeaseUntilAt = 5_000,
            LeaseWall = Noon,
        };
        (await Catalog.Create(full)).ShouldBeTrue();
        (await Catalog.Get("d3", Cancel)).ShouldBe(full);
    }

    [Fact]
    public async Task A_join_code_is_unique_among_drills_that_have_not_ended()
    {
        var first = await LaunchAsync("d1", "CODE1");
        (await Catalog.Create(first with { Id = "d2" })).ShouldBeFalse();
        (await Catalog.FindByJoinCode("CODE1", Cancel)).ShouldNotBeNull().Id.ShouldBe("d1");

        (await Catalog.SetStatus("d1", DrillStatus.Ended, Noon)).ShouldBeTrue();
        (await Catalog.FindByJoinCode("CODE1", Cancel)).ShouldBeNull();
        (await Catalog.Create(first with { Id = "d2" })).ShouldBeTrue();
        (await Catalog.FindByJoinCode("CODE1", Cancel)).ShouldNotBeNull().Id.ShouldBe("d2");
    }

    [Fact]
    public async Task A_drill_is_reopened_only_while_its_join_code_is_free()
    {
        var first = await LaunchAsync("d1", "CODE1");
        await Catalog.SetStatus("d1", DrillStatus.Ended, Noon);
        (await Catalog.SetStatus("d1", DrillStatus.Paused, Noon.AddMinutes(1))).ShouldBeTrue();
        (await Catalog.Get("d1", Cancel))!.EndedWall.ShouldBeNull();

        await Catalog.SetStatus("d1", DrillStatus.Ended, Noon.AddMinutes(2));
        await Catalog.Create(first with { Id = "d2" });
        (await Catalog.SetStatus("d1", DrillStatus.Running, Noon.AddMinutes(3))).ShouldBeFalse();
        (await Catalog.Get("d1", Cancel))!.Status.ShouldBe(DrillStatus.Ended);
    }

    [Fact]
    public async Task The_first_end_dates_the_end()
    {
        await LaunchAsync("d1", "CODE1");
        await Catalog.SetStatus("d1", DrillStatus.Ended, Noon);
        await Catalog.SetStatus("d1", DrillStatus.Ended, Noon.AddHours(1));
        (await Catalog.Get("d1", Cancel))!.EndedWall.ShouldBe(Noon);
        (await Catalog.SetStatus("nowhere", DrillStatus.Ended, Noon)).ShouldBeFalse();
    }

    [Fact]
    public async Task A_status_that_is_none_is_refused()
    {
        await LaunchAsync("d1", "CODE1");
        await Should.ThrowAsync<Exception>(() => Catalog.SetStatus("d1", "asleep", Noon));
        (await Catalog.Get("d1", Cancel))!.Status.ShouldBe(DrillStatus.Lobby);
    }

    [Fact]
    public async Task A_lease_is_set_as_given_also_lower_when_a_drill_slows_down()
    {
        await LaunchAsync("d1", "CODE1");
        (await Catalog.RenewLease("d1", 0, 10_000, Noon)).ShouldBeTrue();
        (await Catalog.RenewLease("d1", 0, 7_000, Noon.AddSeconds(3))).ShouldBeTrue();
        var drill = (await Catalog.Get("d1", Cancel))!;
        drill.LeaseUntilAt.ShouldBe(7_000);
        drill.LeaseWall.ShouldBe(Noon.AddSeconds(3));
        (await Catalog.RenewLease("nowhere", 0, 1, Noon)).ShouldBeFalse();
    }

    [Fact]
    public async Task Only_who_knows_the_whole_log_renews_the_lease()
    {
        await LaunchAsync("d1", "CODE1");
        await LaunchAsync("d2", "CODE2");
        await Get<IDrillLog>().Append("d2", 0, "c0", "bank.1", 0, Noon, "[]");
        await Get<IDrillLog>().Append("d1", 0, "c0", "bank.1", 0, Noon, "[]");
        await Get<IDrillLog>().Append("d1", 1, "c1", "bank.1", 1, Noon, "[]");

        (await Catalog.RenewLease("d1", 2, 10_000, Noon)).ShouldBeTrue();
        (await Catalog.RenewLease("d1", 1, 20_000, Noon.AddSeconds(1))).ShouldBeFalse();
        (await Catalog.RenewLease("d1", 3, 20_000, Noon.AddSeconds(1))).ShouldBeFalse();
        (await Catalog.Get("d1", Cancel))!.LeaseUntilAt.ShouldBe(10_000);
        (await Catalog.Get("d1", Cancel))!.LeaseWall.ShouldBe(Noon);
    }

    [Fact]
    public async Task Those_not_ended_are_listed_for_waking()
    {
        await LaunchAsync("d1", "CODE1");
        await LaunchAsync("d2", "CODE2");
        await LaunchAsync("d3", "CODE3");
        await Catalog.SetStatus("d1", DrillStatus.Running, Noon);
        await Catalog.SetStatus("d2", DrillStatus.Ended, Noon);
        (await Catalog.ListNotEnded(Cancel)).Select(drill => drill.Id).ShouldBe(["d1", "d3"]);
    }

    [Fact]
    public async Task Agencies_are_admitted_once_and_the_own_one_comes_first()
    {
        await LaunchAsync("d1", "CODE1");
        await Catalog.Admit("d1", "kivara");
        await Catalog.Admit("d1", "kivara");
        await Catalog.Admit("d1", "sundara");
        (await Catalog.Agencies("d1", Cancel)).ShouldBe(["sundara", "kivara"]);
    }

    [Theory]
    [InlineData("launcher", "d1")]
    [InlineData("instructor", "d1 d2")]
    [InlineData("administrator", "d1 d2")]
    [InlineData("trainee", "")]
    [InlineData("seated", "d2")]
    [InlineData("instructor-elsewhere", "d3")]
    [InlineData("seated-elsewhere", "d1")]
    [InlineData("trainee-elsewhere", "")]
    [InlineData("nobody", "")]
    public async Task An_account_sees_drills_of_its_agency_by_role_and_any_drill_it_sits_in(string who, string sees)
    {
        await EnrolAsync("launcher", AccountRole.Trainee);
        await EnrolAsync("instructor", AccountRole.Instructor);
        await EnrolAsync("administrator", AccountRole.Administrator);
        await EnrolAsync("trainee", AccountRole.Trainee);
        await EnrolAsync("seated", AccountRole.Trainee);
        await EnrolAsync("instructor-elsewhere", AccountRole.Instructor, "kivara");
        await EnrolAsync("seated-elsewhere", AccountRole.Trainee, "kivara");
        await EnrolAsync("trainee-elsewhere", AccountRole.Trainee, "kivara");
        await LaunchAsync("d1", "CODE1", by: "launcher");
        await LaunchAsync("d2", "CODE2");
        await LaunchAsync("d3", "CODE3", agency: "kivara");
        await Get<ISeatingPlan>().Take(new SeatHolder { DrillId = "d2", Seat = "bank.1", AccountId = "seated", Since = Noon });
        await Get<ISeatingPlan>().Take(new SeatHolder { DrillId = "d1", Seat = "desk.1", AccountId = "seated-elsewhere", Since = Noon });

        var listed = (await Catalog.ListVisibleTo(who, Cancel)).Select(drill => drill.Id).ToList();
        listed.ShouldBe(sees.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        foreach (var drill in new[] { "d1", "d2", "d3" })
        {
            (await Catalog.MaySee(drill, who, Cancel)).ShouldBe(listed.Contains(drill), $"{who} and {drill}");
        }
    }

    [Fact]
    public async Task An_instructor_of_an_admitted_agency_sees_the_drill()
    {
        await EnrolAsync("guest-instructor", AccountRole.Instructor, "kivara");
        await LaunchAsync("d1", "CODE1");
        (await Catalog.MaySee("d1", "guest-instructor", Cancel)).ShouldBeFalse();
        await Catalog.Admit("d1", "kivara");
        (await Catalog.MaySee("d1", "guest-instructor", Cancel)).ShouldBeTrue();
    }
}

public sealed class DrillCatalogOnSqlite() : DrillCatalogContract(new SqliteAcademy());

public sealed class DrillCatalogOnSqlServer() : DrillCatalogContract(new SqlServerAcademy());
