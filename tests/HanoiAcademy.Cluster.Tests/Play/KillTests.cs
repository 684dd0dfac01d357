using System.Diagnostics;
using HanoiAcademy.Cluster.Tests.Site;
using HanoiAcademy.Server.Tests.Drills.Live;

namespace HanoiAcademy.Cluster.Tests.Play;

public sealed class KillTests(PostgreSql server, ITestOutputHelper output)
{
    private static readonly TimeSpan MostUntilItPlays = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task When_the_silo_that_plays_a_drill_is_killed_it_goes_on_elsewhere_within_30_seconds_and_nothing_is_lost()
    {
        server.Need();
        await using var academy = await Academy.OnPostgreSql(server);
        var (a, b) = await academy.StartTwo();
        await using var play = await Playing.Begin(academy, a, b);
        await play.Officer.Until("timed-1)");

        var host = academy.HostOf(play.Drill, a, b);
        var other = host == a ? b : a;
        await Killed(academy, play, host, other, "played the drill");
    }

    [Fact]
    public async Task When_the_other_silo_is_killed_the_drill_does_not_stop_and_its_people_catch_up_at_the_first()
    {
        server.Need();
        await using var academy = await Academy.OnPostgreSql(server);
        var (a, b) = await academy.StartTwo();
        await using var play = await Playing.Begin(academy, a, b);
        await play.Officer.Until("timed-1)");

        var host = academy.HostOf(play.Drill, a, b);
        var other = host == a ? b : a;
        await Killed(academy, play, other, host, "did not play the drill");
        other.Output.ShouldNotContain("is played on this silo");
    }

    private async Task Killed(Academy academy, Playing play, ServerProcess dies, ServerProcess stays, string what)
    {
        // Commands from both nodes until well after the kill, each until it is answered.
        var answered = new List<(Trainee Who, string Id)>();
        using var enough = new CancellationTokenSource();
        var busy = play.Players.Select((who, n) => Task.Run(() => Talk(who, n, answered, enough.Token))).ToList();
        await play.Officer.Until("officer word 3");

        var before = academy.Log(play.Drill)[^1];
        var watch = Stopwatch.StartNew();
        await dies.Kill();
        foreach (var one in play.Everybody.Where(one => one.Browser.Address == dies.Address))
            one.Leaves = Back(one, stays);
        await Until(() => Plays(academy.Log(play.Drill), before, dies), "no inject was delivered after the kill");
        output.WriteLine($"Playing again {watch.Elapsed.TotalSeconds:0.0} s after kill -9 of the silo that {what}.");
        watch.Elapsed.ShouldBeLessThan(MostUntilItPlays);

        foreach (var one in play.Everybody)
            await one.Leaves;
        await Until(() => play.Players.All(who => Count(answered, who) >= 3 && who.Sees($"{Name(who)} word {Count(answered, who)}")), "not everybody sees what he said");
        await enough.CancelAsync();
        await Task.WhenAll(busy);
        await play.Director.Accept(new { kind = "pause" }, "pause-1");

        await play.ShouldBeWhole();
        var log = academy.Log(play.Drill);
        foreach (var (_, id) in answered)
            log.Count(row => row.CommandId == id).ShouldBe(1, id);
        academy.Log(play.Drill).Count.ShouldBe(log.Count);

        string Name(Trainee who) => who == play.Officer ? "officer" : who == play.Analyst ? "analyst" : "second";
    }

    /// <summary>
    /// An inject was delivered by the running clock. Where the drill had to wake elsewhere, what fell due up to its lease's end does not
    /// count: the row "recover" closes that.
    /// </summary>
    private static bool Plays(IReadOnlyList<Row> log, Row before, ServerProcess died)
    {
        var from = died.Output.Contains("is played on this silo", StringComparison.Ordinal)
            ? log.LastOrDefault(row => row.Version > before.Version && row.CommandId.StartsWith("recover ", StringComparison.Ordinal))
            : before;
        return from is not null && log.Any(row => row.Version > from.Version && row.At > before.At + 2_000
            && row.CommandId.StartsWith("tick ", StringComparison.Ordinal) && row.Events.Contains("inject-delivered", StringComparison.Ordinal));
    }

    private static int Count(List<(Trainee Who, string Id)> answered, Trainee who)
    {
        lock (answered)
            return answered.Count(one => one.Who == who);
    }

    private static async Task Talk(Trainee who, int n, List<(Trainee, string)> answered, CancellationToken enough)
    {
        string[] names = ["analyst", "second", "officer"];
        for (var word = 1; !enough.IsCancellationRequested; word++)
        {
            var id = $"{names[n]}-{word}";
            while (true)
            {
                try
                {
                    await who.Accept(new { kind = "send-message", to = "supplier", text = $"{names[n]} word {word} is said." }, id);
                    break;
                }
                catch (Exception e) when (e is not ShouldAssertException)
                {
                    // His node died under him: he says the same again from the next one.
                    await Task.Delay(200, CancellationToken.None);
                }
            }

            lock (answered)
                answered.Add((who, id));
            await Task.Delay(300, CancellationToken.None);
        }
    }

    private static async Task Back(Trainee who, ServerProcess stays)
    {
        await who.Closed.Task.WaitAsync(TimeSpan.FromSeconds(30));
        await who.ComeTo(new Browser(stays.Address, who.Browser.Cookies));
    }

    private static async Task Until(Func<bool> holds, string what)
    {
        for (var tries = 0; !holds(); tries++)
        {
            (tries < 600).ShouldBeTrue($"After a minute {what}.");
            await Task.Delay(100);
        }
    }
}
