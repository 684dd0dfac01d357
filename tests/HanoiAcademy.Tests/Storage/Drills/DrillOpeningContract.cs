using HanoiAcademy.Storage.Drills;

namespace HanoiAcademy.Tests.Storage.Drills;

/// <summary>A drill comes with its first rows or not at all.</summary>
public abstract class DrillOpeningContract(ITestAcademy academy) : StorageContract(academy)
{
    private IDrillCatalog Catalog => Get<IDrillCatalog>();

    private IDrillLog Log => Get<IDrillLog>();

    [Fact]
    public async Task A_drill_s_first_rows_and_agencies_are_there_with_it()
    {
        var drill = await LaunchAsync("d1", "CODE1");
        var rows = new[] { Row("d2", 1, "launch"), Row("d2", 2, "speed") };

        (await Catalog.Create(drill with { Id = "d2", JoinCode = "CODE2" }, new DrillOpening { Rows = rows, Agencies = ["kivara", "sundara", "kivara"] })).ShouldBeTrue();

        (await Log.Read("d2", 0, Cancel)).Select(row => row with { Digest = null }).ShouldBe(rows);
        (await Catalog.Agencies("d2", Cancel)).ShouldBe(["sundara", "kivara"]);
        (await Log.Append("d2", 2, "c1", "bank.1", 5, Noon, "[]")).ShouldBe(new AppendAnswer.Appended(3));
    }

    [Fact]
    public async Task A_taken_join_code_leaves_nothing_and_so_does_a_row_that_cannot_be_written()
    {
        var drill = await LaunchAsync("d1", "CODE1");
        (await Catalog.Create(drill with { Id = "d2" }, new DrillOpening { Rows = [Row("d2", 1, "launch")] })).ShouldBeFalse();
        (await Log.Read("d2", 0, Cancel)).ShouldBeEmpty();

        await Should.ThrowAsync<Exception>(() => Catalog.Create(drill with { Id = "d3", JoinCode = "CODE3" }, new DrillOpening { Rows = [Row("d3", 1, "launch"), Row("d3", 1, "again")] }));
        (await Catalog.Get("d3", Cancel)).ShouldBeNull();
        (await Log.Read("d3", 0, Cancel)).ShouldBeEmpty();
        (await Catalog.FindByJoinCode("CODE3", Cancel)).ShouldBeNull();
    }

    [Fact]
    public async Task A_past_is_copied_up_to_its_row_under_command_ids_of_its_own()
    {
        var drill = await LaunchAsync("d1", "CODE1");
        for (var version = 0L; version < 4; version++)
        {
            await Log.Append("d1", version, $"c{version}", "bank.1", version * 10, Noon.AddSeconds(version), $"[\"Xin chào {version}\"]");
        }

        var fork = drill with { Id = "d2", JoinCode = "CODE2", ForkedFrom = "d1", ForkedRow = 3 };
        (await Catalog.Create(fork, new DrillOpening { Past = new LogPast("d1", 3), Rows = [Row("d2", 4, "fork")] })).ShouldBeTrue();

        (await Catalog.Get("d2", Cancel)).ShouldBe(fork);
        var first = await Log.Read("d1", 0, Cancel);
        var copied = await Log.Read("d2", 0, Cancel);
        copied.Take(3).ShouldBe(first.Take(3).Select(row => row with { DrillId = "d2", CommandId = $"past {row.Version}" }));
        (copied[3] with { Digest = null }).ShouldBe(Row("d2", 4, "fork"));
        copied.ShouldAllBe(row => row.Digest != null && !row.IsAltered, "a fork takes over what the rows were");
        first.Count.ShouldBe(4);
        (await Log.Append("d2", 4, "c1", "bank.1", 50, Noon, "[]")).ShouldBe(new AppendAnswer.Appended(5));
    }

    [Fact]
    public async Task A_past_that_is_not_there_makes_no_drill()
    {
        var drill = await LaunchAsync("d1", "CODE1");
        await Log.Append("d1", 0, "c0", "bank.1", 0, Noon, "[]");

        await Should.ThrowAsync<InvalidOperationException>(() => Catalog.Create(drill with { Id = "d2", JoinCode = "CODE2" }, new DrillOpening { Past = new LogPast("d1", 2) }));

        (await Catalog.Get("d2", Cancel)).ShouldBeNull();
        (await Log.Read("d2", 0, Cancel)).ShouldBeEmpty();
    }

    private static LogRow Row(string drill, long version, string id) =>
        new() { DrillId = drill, Version = version, CommandId = id, Seat = "system", At = version, Wall = Noon, Events = $"[{version}]" };
}

public sealed class DrillOpeningOnSqlite() : DrillOpeningContract(new SqliteAcademy());

public sealed class DrillOpeningOnSqlServer() : DrillOpeningContract(new SqlServerAcademy());
