using HanoiAcademy.Storage.Contributions;
using HanoiAcademy.Storage.Pinned;

namespace HanoiAcademy.Tests.Storage.Contributions;

/// <summary>A queue in the database: each is played once, and again when its node died.</summary>
public abstract class RehearsalsContract(ITestAcademy academy) : StorageContract(academy)
{
    private IRehearsals Rehearsals => Get<IRehearsals>();

    [Fact]
    public async Task The_one_that_waits_longest_is_taken_by_one_alone()
    {
        await ContributeAsync("a", "b");
        await Rehearsals.Ask(Of("b") with { AskedWall = Noon.AddSeconds(1) });
        await Rehearsals.Ask(Of("a"));

        var taken = await Task.WhenAll(Rehearsals.TakeNext(Noon, Noon.AddMinutes(-1)), Rehearsals.TakeNext(Noon, Noon.AddMinutes(-1)));
        taken.Select(one => one?.ContributionId).Order().ShouldBe(["a", "b"]);
        (await Rehearsals.TakeNext(Noon, Noon.AddMinutes(-1))).ShouldBeNull();
    }

    [Fact]
    public async Task One_whose_node_has_been_silent_is_taken_again_and_what_the_dead_one_says_then_does_not_count_twice()
    {
        await ContributeAsync("a");
        await Rehearsals.Ask(Of("a"));
        var first = (await Rehearsals.TakeNext(Noon, Noon))!;
        first.Attempts.ShouldBe(1);
        (await Rehearsals.TakeNext(Noon.AddMinutes(5), Noon.AddMinutes(4)))!.ShouldSatisfyAllConditions(again => again.ContributionId.ShouldBe("a"), again => again.Attempts.ShouldBe(2));
        (await Rehearsals.Note(first with { Status = RehearsalStatus.Done, Findings = "[\"x\"]", Played = 10 })).ShouldBeTrue();
        (await Rehearsals.Note(first with { Status = RehearsalStatus.Failed })).ShouldBeFalse();
        (await Rehearsals.Of("a", 1, Cancel))!.Status.ShouldBe(RehearsalStatus.Done);
    }

    [Fact]
    public async Task Asked_for_again_a_finished_one_begins_anew_and_one_under_way_goes_on()
    {
        await ContributeAsync("a");
        (await Rehearsals.Ask(Of("a"))).ShouldBe(KeepAnswer.Kept);
        (await Rehearsals.Ask(Of("a") with { Runs = 99 })).ShouldBe(KeepAnswer.Kept);
        (await Rehearsals.Of("a", 1, Cancel))!.Runs.ShouldBe(10);
        var taken = (await Rehearsals.TakeNext(Noon, Noon))!;
        await Rehearsals.Note(taken with { Status = RehearsalStatus.Done });
        await Rehearsals.Ask(Of("a") with { Runs = 99 });
        (await Rehearsals.Of("a", 1, Cancel)).ShouldNotBeNull().ShouldSatisfyAllConditions(one => one.Runs.ShouldBe(99), one => one.Status.ShouldBe(RehearsalStatus.Waiting));
        (await Rehearsals.Ask(Of("a") with { Number = 7 })).ShouldBe(KeepAnswer.Gone);
    }

    [Fact]
    public async Task An_agency_may_have_so_many_under_way()
    {
        var ids = Enumerable.Range(0, IRehearsals.MostWaiting + 1).Select(n => $"c{n}").ToArray();
        await ContributeAsync(ids);
        foreach (var id in ids[..^1])
            (await Rehearsals.Ask(Of(id))).ShouldBe(KeepAnswer.Kept);
        (await Rehearsals.Ask(Of(ids[^1]))).ShouldBe(KeepAnswer.Full);
    }

    private static KeptRehearsal Of(string id) => new() { ContributionId = id, Number = 1, Runs = 10, AskedWall = Noon, SeenWall = Noon };

    private async Task ContributeAsync(params string[] ids)
    {
        var sha256 = await Get<IContentStore>().Put("zip"u8.ToArray());
        foreach (var id in ids)
            await Get<IContributions>().Create(
                new Contribution { Id = id, AgencyId = "sundara", Title = id, CreatedWall = Noon },
                new ContributionVersion { ContributionId = id, Number = 1, Sha256 = sha256, Bytes = 3, ScenarioId = "s", Origin = VersionOrigin.Import, MadeWall = Noon });
    }
}

public sealed class RehearsalsOnSqlite() : RehearsalsContract(new SqliteAcademy());

public sealed class RehearsalsOnSqlServer() : RehearsalsContract(new SqlServerAcademy());
