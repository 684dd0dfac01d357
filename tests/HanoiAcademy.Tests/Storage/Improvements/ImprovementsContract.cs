using HanoiAcademy.Storage.Improvements;

namespace HanoiAcademy.Tests.Storage.Improvements;

public abstract class ImprovementsContract(ITestAcademy academy) : StorageContract(academy)
{
    private IImprovements Plan => Get<IImprovements>();

    private static ImprovementAction One(string id, string? origin = null) => new()
    {
        Id = id,
        AgencyId = "sundara",
        DrillId = origin is null ? null : "d1",
        DrillTitle = "Invoice at dawn",
        Origin = origin is null ? ImprovementOrigin.Written : ImprovementOrigin.HotWash,
        OriginId = origin,
        Finding = "Không ai biết gọi ai ban đêm.",
        CreatedWall = Noon,
        ChangedWall = Noon,
    };

    [Fact]
    public async Task What_is_due_comes_first_and_it_comes_back_as_it_was_kept()
    {
        await EnrolAsync("amina");
        var due = One("a") with { DueDay = "2027-05-01", StartDay = "2027-04-01", OwnerAccountId = "amina", Owner = "Desk", Action = "A list.", Element = "training", Organisation = "CERT", Capability = "Alarm", ScenarioId = "invoice-at-dawn" };
        (await Plan.Add(One("b"), "amina")).ShouldBe(ImprovementAnswer.Kept);
        (await Plan.Add(due, "amina")).ShouldBe(ImprovementAnswer.Kept);
        (await Plan.Add(One("c") with { DueDay = "2027-03-01" }, null)).ShouldBe(ImprovementAnswer.Kept);

        var all = await Plan.Of("sundara", Cancel);
        all.Select(one => one.Id).ShouldBe(["c", "a", "b"]);
        all[1].ShouldBe(due with { OwnerName = all[1].OwnerName });
        all[1].OwnerName.ShouldNotBeNull();
        (await Plan.OwnedBy("amina", Cancel)).ShouldHaveSingleItem().Id.ShouldBe("a");
        (await Plan.Of("another", Cancel)).ShouldBeEmpty();
    }

    [Fact]
    public async Task The_same_finding_is_taken_once_also_when_two_press_at_once()
    {
        var answers = await Task.WhenAll(Plan.Add(One("a", "h-1"), null), Plan.Add(One("b", "h-1"), null));

        answers.Order().ShouldBe([ImprovementAnswer.Kept, ImprovementAnswer.There]);
        (await Plan.Add(One("c", "h-2"), null)).ShouldBe(ImprovementAnswer.Kept);
        (await Plan.Add(One("d") with { DrillId = "d1" }, null)).ShouldBe(ImprovementAnswer.Kept, "what is written by hand is no finding of a log");
        (await Plan.Add(One("e") with { DrillId = "d1" }, null)).ShouldBe(ImprovementAnswer.Kept);
    }

    [Fact]
    public async Task The_second_of_two_who_change_the_same_version_is_told_and_nothing_of_the_first_is_lost()
    {
        await EnrolAsync("amina");
        await Plan.Add(One("a"), null);
        var first = One("a") with { Version = 2, State = "agreed", ChangedWall = Noon.AddMinutes(1) };
        (await Plan.Change(first, "amina", "State", "At the meeting.")).ShouldBe(ImprovementAnswer.Kept);

        (await Plan.Change(One("a") with { Version = 2, State = "dropped", ChangedWall = Noon.AddMinutes(2) }, null, "State", "")).ShouldBe(ImprovementAnswer.Conflict);

        (await Plan.Get("a", Cancel))!.State.ShouldBe("agreed");
        var history = await Plan.History("a", Cancel);
        history.Select(change => (change.Version, change.State, change.Fields, change.Remark)).ShouldBe([(2, "agreed", "State", "At the meeting."), (1, "proposed", "", "")]);
        history[0].ByName.ShouldNotBeNull();
        (await Plan.Change(One("gone") with { Version = 2 }, null, "", "")).ShouldBe(ImprovementAnswer.Gone);
    }

    [Fact]
    public async Task The_history_of_an_action_is_bounded()
    {
        await Plan.Add(One("a") with { Version = ImprovementAction.MostChanges }, null);

        (await Plan.Change(One("a") with { Version = ImprovementAction.MostChanges + 1 }, null, "", "")).ShouldBe(ImprovementAnswer.Full);
    }

    [Fact]
    public async Task What_is_over_is_taken_out_with_its_history_and_what_is_open_stays()
    {
        await Plan.Add(One("a", "h-1"), null);
        (await Plan.TakeOut("a")).ShouldBe(ImprovementAnswer.Conflict);
        await Plan.Change(One("a", "h-1") with { Version = 2, State = "dropped", ChangedWall = Noon.AddMinutes(1) }, null, "state", "");

        (await Plan.TakeOut("a")).ShouldBe(ImprovementAnswer.Kept);
        (await Plan.Get("a", Cancel)).ShouldBeNull();
        (await Plan.History("a", Cancel)).ShouldBeEmpty();
        (await Plan.TakeOut("a")).ShouldBe(ImprovementAnswer.Gone);
        (await Plan.Add(One("b", "h-1"), null)).ShouldBe(ImprovementAnswer.Kept, "the finding may be taken again");
    }

    [Fact]
    public async Task Added_again_because_the_answer_was_lost_it_stands_once()
    {
        await Plan.Add(One("a"), null);

        (await Plan.Add(One("a"), null)).ShouldBe(ImprovementAnswer.Kept);
        (await Plan.History("a", Cancel)).Count.ShouldBe(1);
    }
}

public sealed class ImprovementsOnSqlite() : ImprovementsContract(new SqliteAcademy());

public sealed class ImprovementsOnSqlServer() : ImprovementsContract(new SqlServerAcademy());
