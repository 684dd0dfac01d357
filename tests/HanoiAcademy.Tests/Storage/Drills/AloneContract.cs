using HanoiAcademy.Storage.Drills;

namespace HanoiAcademy.Tests.Storage.Drills;

/// <summary>Drills that one person plays alone.</summary>
public abstract class AloneContract(ITestAcademy academy) : StorageContract(academy)
{
    private IDrillCatalog Catalog => Get<IDrillCatalog>();

    [Fact]
    public async Task It_comes_with_its_rows_and_its_player_in_his_seat()
    {
        var drill = await New("d1");
        (await Catalog.CreateAlone(drill, Opening(drill), 2)).ShouldBe(AloneAnswer.Created);

        (await Catalog.Get("d1", Cancel)).ShouldBe(drill);
        (await Get<ISeatingPlan>().Who("d1", Cancel)).ShouldHaveSingleItem().ShouldBe(Holder(drill));
        (await Get<IDrillLog>().Read("d1", 0, Cancel)).ShouldHaveSingleItem();
        (await Catalog.ListAloneOf("lan", Cancel)).ShouldBe([drill]);
        (await Catalog.ListAloneOf("minh", Cancel)).ShouldBeEmpty();
    }

    [Fact]
    public async Task One_has_no_more_of_them_than_he_may_however_many_he_begins_at_once()
    {
        var drills = new List<DrillEntry>();
        foreach (var n in Enumerable.Range(1, 5))
            drills.Add(await New($"d{n}"));

        var answers = await Task.WhenAll(drills.Select(drill => Catalog.CreateAlone(drill, Opening(drill), 2)));

        answers.Count(answer => answer == AloneAnswer.Created).ShouldBe(2);
        answers.Count(answer => answer == AloneAnswer.TooMany).ShouldBe(3);
        var kept = await Catalog.ListAloneOf("lan", Cancel);
        kept.Count.ShouldBe(2);
        await Catalog.SetStatus(kept[0].Id, DrillStatus.Ended, Noon);
        (await Catalog.CreateAlone((await New("d6")), Opening(await New("d6")), 2)).ShouldBe(AloneAnswer.Created, "what has ended does not count");
    }

    [Fact]
    public async Task A_taken_join_code_makes_none()
    {
        await LaunchAsync("d1", "CODE1");
        var drill = await New("d2") with { JoinCode = "CODE1" };

        (await Catalog.CreateAlone(drill, Opening(drill), 2)).ShouldBe(AloneAnswer.CodeTaken);

        (await Catalog.Get("d2", Cancel)).ShouldBeNull();
        (await Get<ISeatingPlan>().Who("d2", Cancel)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Those_without_their_player_for_long_are_found_and_others_are_not()
    {
        foreach (var (id, ran) in new[] { ("never", (DateTimeOffset?)null), ("long-ago", Noon.AddDays(1)), ("lately", Noon.AddDays(9)), ("over", Noon.AddDays(1)) })
        {
            var drill = await New(id);
            (await Catalog.CreateAlone(drill with { LeaseWall = ran }, Opening(drill), 10)).ShouldBe(AloneAnswer.Created);
        }

        await Catalog.SetStatus("over", DrillStatus.Ended, Noon);
        await LaunchAsync("with-control", "CODE9");

        (await Catalog.ListAloneIdle(Noon.AddDays(5), cancel: Cancel)).Select(drill => drill.Id).ShouldBe(["long-ago", "never"], ignoreOrder: true);
        (await Catalog.ListAloneIdle(DateTimeOffset.MaxValue, "invoice-at-dawn", Cancel)).Count.ShouldBe(3);
        (await Catalog.ListAloneIdle(DateTimeOffset.MaxValue, "desk-24-7", Cancel)).ShouldBeEmpty();
    }

    private async Task<DrillEntry> New(string id)
    {
        if (!_enrolled)
            await EnrolAsync("lan");
        _enrolled = true;
        return new DrillEntry
        {
            Id = id,
            AgencyId = "sundara",
            ScenarioId = "invoice-at-dawn",
            Title = "Invoice at dawn",
            ContentSha256 = await Get<HanoiAcademy.Storage.Pinned.IContentStore>().Put("{}"u8.ToArray()),
            CreatedBy = "lan",
            CreatedWall = Noon,
            JoinCode = $"CODE-{id}",
            IsAlone = true,
        };
    }

    private bool _enrolled;

    private static SeatHolder Holder(DrillEntry drill) => new() { DrillId = drill.Id, Seat = "bank.fraud.1", AccountId = "lan", Since = Noon };

    private static DrillOpening Opening(DrillEntry drill) => new()
    {
        Rows = [new LogRow { DrillId = drill.Id, Version = 1, CommandId = "launch", Seat = "system", At = 0, Wall = Noon, Events = "[]" }],
        Seats = [Holder(drill)],
    };
}

public sealed class AloneOnSqlite() : AloneContract(new SqliteAcademy());

public sealed class AloneOnSqlServer() : AloneContract(new SqlServerAcademy());
