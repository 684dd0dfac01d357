using HanoiAcademy.Storage.Drills;
using HanoiAcademy.Storage.Figures;

namespace HanoiAcademy.Tests.Storage.Figures;

public abstract class FiguresContract(ITestAcademy academy) : StorageContract(academy)
{
    private IFigures Figures => Get<IFigures>();

    [Fact]
    public async Task Figures_of_a_later_log_take_the_place_of_earlier_ones_and_never_the_other_way()
    {
        await LaunchAsync("d1", "CODE1");
        (await Figures.Of("d1", Cancel)).ShouldBeNull();

        await Figures.Keep(Of(5, "five"));
        await Figures.Keep(Of(7, "seven"));
        await Figures.Keep(Of(6, "six, by a node that was slow"));

        (await Figures.Of("d1", Cancel)).ShouldBe(Of(7, "seven"));
        await Figures.Keep(Of(7, "seven, made anew"));
        (await Figures.Of("d1", Cancel))!.Figures.ShouldBe("seven, made anew");
    }

    [Fact]
    public async Task The_last_row_of_a_log_says_whether_figures_are_of_now()
    {
        await LaunchAsync("d1", "CODE1");
        (await Figures.LogVersion("d1", Cancel)).ShouldBe(0);
        await Get<IDrillLog>().Append("d1", 0, "c1", "system", 0, Noon, "[]");
        (await Figures.LogVersion("d1", Cancel)).ShouldBe(1);
    }

    [Fact]
    public async Task Of_two_nodes_that_let_the_same_scenario_be_played_the_first_is_kept()
    {
        var first = new SimulatedFigures { ContentSha256 = "abc", Runs = 15, Figures = "first", MadeWall = Noon };
        await Figures.Keep(first);
        await Figures.Keep(first with { Figures = "second", MadeWall = Noon.AddMinutes(1) });

        (await Figures.OfSimulated("abc", Cancel)).ShouldBe(first);
        (await Figures.OfSimulated("def", Cancel)).ShouldBeNull();
    }

    private static KeptFigures Of(long version, string figures) => new() { DrillId = "d1", LogVersion = version, Figures = figures, MadeWall = Noon };
}

public sealed class FiguresOnSqlite() : FiguresContract(new SqliteAcademy());

public sealed class FiguresOnSqlServer() : FiguresContract(new SqlServerAcademy());
