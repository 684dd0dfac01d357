using HanoiAcademy.Cluster.Tests.Site;
using HanoiAcademy.Server.Tests.Drills.Live;

namespace HanoiAcademy.Cluster.Tests.Play;

/// <summary>A drill under way: the director and the bank's analyst at one node, the police's officer and the bank's second analyst at the other.</summary>
internal sealed class Playing : IAsyncDisposable
{
    private readonly Academy _academy;

    private Playing(Academy academy, string drill, Trainee director, Trainee analyst, Trainee second, Trainee officer) =>
        (_academy, Drill, Director, Analyst, Second, Officer) = (academy, drill, director, analyst, second, officer);

    public string Drill { get; }

    public Trainee Director { get; }

    public Trainee Analyst { get; }

    public Trainee Second { get; }

    public Trainee Officer { get; }

    public IReadOnlyList<Trainee> Players => [Analyst, Second, Officer];

    public IReadOnlyList<Trainee> Everybody => [Director, Analyst, Second, Officer];

    public static async Task<Playing> Begin(Academy academy, ServerProcess a, ServerProcess b)
    {
        var administrator = await academy.Administrator();
        var (drill, code) = await Academy.Launch(administrator);
        var director = await Trainee.Join(new Browser(a.Address, administrator.Cookies), drill, control: true);
        var analyst = await Trainee.Join(await Academy.Guest(a, code, ClusterScenario.Analyst), drill);
        var second = await Trainee.Join(await Academy.Guest(b, code, "bank.analyst.2"), drill);
        var officer = await Trainee.Join(await Academy.Guest(b, code, ClusterScenario.Officer), drill);
        await director.Accept(new { kind = "start-exercise" }, "start");
        return new Playing(academy, drill, director, analyst, second, officer);
    }

    /// <summary>Everybody has all that his seat may see; the log has every number once and every command once.</summary>
    public async Task ShouldBeWhole()
    {
        foreach (var one in Everybody)
            await one.ShouldHaveAll();
        var log = _academy.Log(Drill);
        log.Select(row => row.Version).ShouldBe(Enumerable.Range(1, log.Count).Select(n => (long)n));
        log.Select(row => (row.Seat, row.CommandId)).ShouldBeUnique();
        log.Select(row => row.At).ShouldBe(log.Select(row => row.At).Order());
        for (var n = 1; n <= ClusterScenario.Timed; n++)
            log.Count(row => row.Events.Contains($"\"timed-{n}\"", StringComparison.Ordinal) && row.Events.Contains("inject-delivered", StringComparison.Ordinal)).ShouldBeLessThanOrEqualTo(1, $"timed-{n}");
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var one in Everybody)
            await one.DisposeAsync();
    }
}
