using HanoiAcademy.Cluster.Tests.Site;

namespace HanoiAcademy.Cluster.Tests.Play;

public sealed class PlayTests(PostgreSql server)
{
    [Fact]
    public async Task A_drill_is_played_across_two_silos()
    {
        server.Need();
        await using var academy = await Academy.OnPostgreSql(server);
        var (a, b) = await academy.StartTwo();
        await using var play = await Playing.Begin(academy, a, b);

        await play.Director.Accept(new { kind = "fire-inject", inject = "fired-1" }, "fire-1");
        await play.Analyst.Accept(new { kind = "send-message", to = "supplier", text = "We are looking into it." }, "say-1");
        await Task.WhenAll(play.Everybody.Select(one => one.Until("fired-1")));
        await Task.WhenAll(play.Everybody.Select(one => one.Until("timed-3")));
        await play.Director.Accept(new { kind = "pause" }, "pause-1");

        await play.ShouldBeWhole();
        play.Officer.Sees("timed-2)").ShouldBeFalse("It went to the bank alone.");
        play.Analyst.Sees("timed-2)").ShouldBeTrue();
    }
}
