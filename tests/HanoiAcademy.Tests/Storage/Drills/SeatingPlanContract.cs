using HanoiAcademy.Storage.Drills;

namespace HanoiAcademy.Tests.Storage.Drills;

public abstract class SeatingPlanContract(ITestAcademy academy) : StorageContract(academy)
{
    private ISeatingPlan Plan => Get<ISeatingPlan>();

    [Fact]
    public async Task A_seat_is_taken_by_one_person_only()
    {
        await LaunchAsync("d1", "CODE1");
        await EnrolAsync("linh");
        await EnrolAsync("amina", agency: "kivara");
        (await Plan.Take(Account("linh"))).ShouldBeTrue();
        (await Plan.Take(Account("amina"))).ShouldBeFalse();
        (await Plan.Take(Guest("Minh", "word"))).ShouldBeFalse();
        (await Plan.Who("d1", "bank.1", Cancel)).ShouldBe(Account("linh"));
    }

    [Fact]
    public async Task Of_twenty_who_take_a_seat_at_once_one_sits()
    {
        await LaunchAsync("d1", "CODE1");
        var taken = await Task.WhenAll(Enumerable.Range(0, 20).Select(n => Plan.Take(Guest($"Guest {n}", $"word{n}"))));
        taken.Count(won => won).ShouldBe(1);
        (await Plan.Who("d1", Cancel)).Count.ShouldBe(1);
    }

    [Fact]
    public async Task Taking_ones_own_seat_again_is_no_error()
    {
        await LaunchAsync("d1", "CODE1");
        await EnrolAsync("linh");
        await Plan.Take(Account("linh"));
        (await Plan.Take(Account("linh"))).ShouldBeTrue();
        await Plan.Take(Guest("Minh", "word", "police.1"));
        (await Plan.Take(Guest("Minh", "word", "police.1"))).ShouldBeTrue();
    }

    [Fact]
    public async Task A_guests_name_alone_does_not_give_his_seat()
    {
        await LaunchAsync("d1", "CODE1");
        await Plan.Take(Guest("Minh", "word"));
        (await Plan.Take(Guest("Minh", "guess"))).ShouldBeFalse();
        (await Plan.Take(Guest("Minh", null))).ShouldBeFalse();
        (await Plan.FindGuest("d1", "word", Cancel)).ShouldNotBeNull().Seat.ShouldBe("bank.1");
        (await Plan.FindGuest("d1", "guess", Cancel)).ShouldBeNull();
        (await Plan.FindGuest("d2", "word", Cancel)).ShouldBeNull();
    }

    [Fact]
    public async Task A_seat_was_acted_from_by_what_the_log_says_whoever_sits_there_now()
    {
        await LaunchAsync("d1", "CODE1");
        await LaunchAsync("d2", "CODE2");
        await Get<IDrillLog>().Append("d1", 0, "c1", "control.evaluator.1", 0, Noon, "[]");

        (await Plan.HasActed("d1", "control.evaluator.1", Cancel)).ShouldBeTrue();
        (await Plan.HasActed("d1", "control.evaluator.10", Cancel)).ShouldBeFalse();
        (await Plan.HasActed("d2", "control.evaluator.1", Cancel)).ShouldBeFalse();
    }

    [Fact]
    public async Task A_seat_that_is_left_is_free()
    {
        await LaunchAsync("d1", "CODE1");
        await EnrolAsync("linh");
        await Plan.Take(Guest("Minh", "word"));
        (await Plan.Leave("d1", "bank.1")).ShouldBeTrue();
        (await Plan.Leave("d1", "bank.1")).ShouldBeFalse();
        (await Plan.Take(Account("linh"))).ShouldBeTrue();
    }

    [Fact]
    public async Task Who_sits_is_listed_by_drill_and_by_account()
    {
        await LaunchAsync("d1", "CODE1");
        await LaunchAsync("d2", "CODE2");
        await EnrolAsync("linh");
        await Plan.Take(Account("linh"));
        await Plan.Take(Guest("Minh", "word", "Z.1"));
        await Plan.Take(Account("linh") with { DrillId = "d2", Since = Noon.AddMinutes(1) });
        (await Plan.Who("d1", Cancel)).Select(holder => holder.Seat).ShouldBe(["Z.1", "bank.1"]);
        (await Plan.SeatsOf("linh", Cancel)).Select(holder => holder.DrillId).ShouldBe(["d2", "d1"]);
        (await Plan.SeatsOf("amina", Cancel)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_holder_is_an_account_or_a_guest_never_both_or_none()
    {
        await LaunchAsync("d1", "CODE1");
        await Should.ThrowAsync<ArgumentException>(() => Plan.Take(Account("linh") with { GuestName = "Linh" }));
        await Should.ThrowAsync<ArgumentException>(() => Plan.Take(Guest("Minh", "word") with { GuestName = null }));
    }

    private static SeatHolder Account(string id) => new() { DrillId = "d1", Seat = "bank.1", AccountId = id, Since = Noon };

    private static SeatHolder Guest(string name, string? word, string seat = "bank.1") =>
        new() { DrillId = "d1", Seat = seat, GuestName = name, RejoinWordHash = word, Since = Noon };
}

public sealed class SeatingPlanOnSqlite() : SeatingPlanContract(new SqliteAcademy());

public sealed class SeatingPlanOnSqlServer() : SeatingPlanContract(new SqlServerAcademy());
