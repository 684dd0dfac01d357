using HanoiAcademy.Storage.Accounts;
using HanoiAcademy.Storage.Courses;
using HanoiAcademy.Storage.Drills;
using HanoiAcademy.Storage.Figures;
using HanoiAcademy.Storage.People;
using HanoiAcademy.Storage.Retention;

namespace HanoiAcademy.Tests.Storage.Retention;

public abstract class RetentionContract(ITestAcademy academy) : StorageContract(academy)
{
    private static readonly DateTimeOffset Later = Noon.AddYears(1);

    private IRetention Retention => Get<IRetention>();

    [Fact]
    public async Task A_rule_is_set_changed_and_taken_away_and_a_change_lists_anew()
    {
        await EnrolAsync("head");
        await Retention.Set("sundara", RetentionKind.Drills, 12, Noon, "head");
        await Retention.Look("sundara", RetentionKind.Drills, ["d1"], 1);
        (await Retention.Agencies(Cancel)).ShouldBe(["sundara"]);

        await Retention.Set("sundara", RetentionKind.Drills, 24, Noon.AddDays(1), "head");

        (await Retention.Rules("sundara", Cancel)).ShouldBe([new RetentionRule { AgencyId = "sundara", Kind = RetentionKind.Drills, Months = 24, SetWall = Noon.AddDays(1), SetBy = "head" }]);
        (await Retention.Listed("sundara", Cancel)).ShouldBeEmpty();
        await Retention.Set("sundara", RetentionKind.Drills, null, Noon, "head");
        (await Retention.Agencies(Cancel)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_day_counts_once_and_what_is_due_no_more_is_forgotten()
    {
        await Retention.Look("sundara", RetentionKind.Drills, ["d1", "d2"], 100);
        await Retention.Look("sundara", RetentionKind.Drills, ["d1", "d2"], 100);
        await Retention.Look("sundara", RetentionKind.Drills, ["d1"], 101);

        (await Retention.Listed("sundara", Cancel)).ShouldBe([new ListedItem { Kind = RetentionKind.Drills, Item = "d1", DaysSeen = 2, LastDay = 101 }]);
    }

    [Fact]
    public async Task After_a_clock_that_was_years_ahead_true_days_count_again()
    {
        await Retention.Look("sundara", RetentionKind.Drills, ["d1"], 5000);
        await Retention.Look("sundara", RetentionKind.Drills, ["d1"], 100);
        await Retention.Look("sundara", RetentionKind.Drills, ["d1"], 101);

        (await Retention.Listed("sundara", Cancel)).ShouldBe([new ListedItem { Kind = RetentionKind.Drills, Item = "d1", DaysSeen = 3, LastDay = 101 }]);
    }

    [Fact]
    public async Task How_many_looks_ago_a_day_was_passes_over_days_that_have_not_come()
    {
        foreach (var day in new long[] { 100, 101, 5000, 102 })
            await Retention.TakeDay("sundara", day);

        (await Retention.LookBefore("sundara", 102, 1, Cancel)).ShouldBe(102);
        (await Retention.LookBefore("sundara", 102, 3, Cancel)).ShouldBe(100);
        (await Retention.LookBefore("sundara", 102, 4, Cancel)).ShouldBeNull();
        (await Retention.LookBefore("kivara", 102, 1, Cancel)).ShouldBeNull();
    }

    [Fact]
    public async Task A_day_is_one_caller_s()
    {
        var taken = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Retention.TakeDay("sundara", 7)));

        taken.Count(one => one).ShouldBe(1);
        (await Retention.TakeDay("kivara", 7)).ShouldBeTrue();
        (await Retention.TakeDay("sundara", 8)).ShouldBeTrue();
    }

    [Fact]
    public async Task Names_go_from_ended_drills_and_from_no_others()
    {
        foreach (var (id, ended) in new[] { ("d1", true), ("d2", false) })
        {
            await PlayedAsync(id, ended);
            (await Retention.EraseGuestNames(id, Act($"g{id}"))).ShouldBe(ended ? 1 : 0);
            (await Get<ISeatingPlan>().Who(id, Cancel)).Count.ShouldBe(2);
            (await Retention.EraseSeatNames(id, Act($"s{id}"))).ShouldBe(ended ? 2 : 0);
            (await Get<ISeatingPlan>().Who(id, Cancel)).Count.ShouldBe(ended ? 1 : 2);
        }

        (await Get<IDataActs>().Of("sundara", 10, Cancel)).Sum(act => act.Quantity).ShouldBe(3);
        (await Get<IDrillLog>().Read("d1", 0, Cancel)).Count.ShouldBe(1, "the log stays");
    }

    [Fact]
    public async Task Due_is_what_ended_before_and_is_not_held_or_another_agency_s()
    {
        await PlayedAsync("d1", ended: true);
        await PlayedAsync("d2", ended: true);
        await PlayedAsync("d3", ended: true, agency: "kivara");
        await PlayedAsync("d4", ended: false);
        await EnrolAsync("head");
        (await Retention.Hold("kivara", "d2", "not theirs", "head", Noon)).ShouldBeFalse();
        (await Retention.Hold("sundara", "d2", "court case", "head", Noon)).ShouldBeTrue();

        foreach (var kind in new[] { RetentionKind.GuestNames, RetentionKind.SeatNames, RetentionKind.Drills })
        {
            (await Retention.Due("sundara", kind, Later, Cancel)).Select(item => item.Item).ShouldBe(["d1"], kind);
            (await Retention.Due("sundara", kind, Noon, Cancel)).ShouldBeEmpty(kind);
        }

        (await Retention.Held("sundara", Cancel)).Select(held => (held.DrillId, held.Reason)).ShouldBe([("d2", "court case")]);
        (await Retention.DeleteDrill("d2", Act("x"))).ShouldBe(0);
        (await Retention.Release("kivara", "d2")).ShouldBeFalse();
        (await Retention.Release("sundara", "d2")).ShouldBeTrue();
        (await Retention.DeleteDrill("d2", Act("x"))).ShouldBe(1);
    }

    [Fact]
    public async Task A_drill_goes_whole_and_its_neighbour_stays()
    {
        await PlayedAsync("d1", ended: true);
        await PlayedAsync("d2", ended: true);
        await Get<IFigures>().Keep(new KeptFigures { DrillId = "d1", LogVersion = 1, Figures = "{}", MadeWall = Noon });

        (await Retention.DeleteDrill("d1", Act("a"))).ShouldBe(1);
        (await Retention.DeleteDrill("d1", Act("a"))).ShouldBe(0);

        (await Get<IDrillCatalog>().Get("d1", Cancel)).ShouldBeNull();
        (await Get<IDrillLog>().Read("d1", 0, Cancel)).ShouldBeEmpty();
        (await Get<ISeatingPlan>().Who("d1", Cancel)).ShouldBeEmpty();
        (await Get<IDrillLog>().Read("d2", 0, Cancel)).Count.ShouldBe(1);
        (await Get<IDataActs>().Of("sundara", 10, Cancel)).ShouldHaveSingleItem().Quantity.ShouldBe(1);
    }

    [Fact]
    public void Every_table_that_refers_to_drills_is_emptied_of_a_drill_that_goes()
    {
        // Held drills do not go, and a hold goes with its release.
        DrillTables.All().Except(["DrillHolds"]).Order().ShouldBe(RetentionStore.OfDrill.Select(text => text.Split(' ')[2]).Order());
    }

    [Fact]
    public async Task Answers_go_by_their_own_age()
    {
        await EnrolAsync("lan");
        var learned = Get<ILearnerProgress>();
        await learned.KeepText(new LearnerText { AccountId = "lan", Course = "c", Block = "old", Text = "old", Updated = Noon });
        await learned.KeepText(new LearnerText { AccountId = "lan", Course = "c", Block = "new", Text = "new", Updated = Later });
        await learned.Open("lan", "c", "l", "v", Noon);

        var due = (await Retention.Due("sundara", RetentionKind.Answers, Later, Cancel)).ShouldHaveSingleItem();
        (due.Item, due.Quantity, due.Since).ShouldBe(("lan", 2, Noon));
        await Retention.Look("sundara", RetentionKind.Answers, ["lan"], 100);
        (await Retention.EraseAnswers("lan", Noon, Act("none"))).ShouldBe(0);
        (await Retention.Listed("sundara", Cancel)).Count.ShouldBe(1, "nothing went");
        (await Retention.EraseAnswers("lan", Later, Act("a"))).ShouldBe(2);
        (await Retention.Listed("sundara", Cancel)).ShouldBeEmpty("what falls due later begins its days anew");
        (await learned.Texts("lan", "c", Cancel)).Select(text => text.Block).ShouldBe(["new"]);
    }

    [Fact]
    public async Task An_account_is_idle_from_its_last_use_and_one_of_which_nothing_is_known_from_now_on()
    {
        await EnrolAsync("lan");
        await EnrolAsync("amina");
        await Retention.Touch("lan", Noon);
        await Retention.Touch("lan", Noon.AddHours(1));
        (await Retention.Due("sundara", RetentionKind.IdleAccounts, Later, Cancel)).Select(item => (item.Item, item.Since)).ShouldBe([("lan", Noon)], "to the day");
        await Retention.Touch("lan", Later);
        (await Retention.TouchUnknown("sundara", Later)).ShouldBe(1);
        await Retention.Touch("nobody", Later);

        (await Retention.Due("sundara", RetentionKind.IdleAccounts, Later, Cancel)).ShouldBeEmpty();
        (await Retention.Due("sundara", RetentionKind.IdleAccounts, Later.AddDays(1), Cancel)).Count.ShouldBe(2);
    }

    private async Task PlayedAsync(string id, bool ended, string agency = "sundara")
    {
        await LaunchAsync(id, $"CODE-{id}", agency);
        if (await Get<IAccountDirectory>().Get("player", Cancel) is null)
            await EnrolAsync("player");
        await Get<ISeatingPlan>().Take(new SeatHolder { DrillId = id, Seat = "bank.fraud.1", GuestName = "Lan", RejoinWordHash = "word", Since = Noon });
        await Get<ISeatingPlan>().Take(new SeatHolder { DrillId = id, Seat = "bank.fraud.2", AccountId = "player", Since = Noon });
        await Get<IDrillControllers>().Appoint(new DrillController { DrillId = id, AccountId = "player", Role = "lead", Since = Noon });
        await Get<IDrillLog>().Append(id, 0, "c", "system", 0, Noon, "[]");
        if (ended)
            await Get<IDrillCatalog>().SetStatus(id, DrillStatus.Ended, Noon);
    }

    private static DataAct Act(string id) => new() { Id = id, AgencyId = "sundara", Wall = Noon, Act = "drills", Reason = "retention", Quantity = 1 };
}

public sealed class RetentionOnSqlite() : RetentionContract(new SqliteAcademy());

public sealed class RetentionOnSqlServer() : RetentionContract(new SqlServerAcademy());
