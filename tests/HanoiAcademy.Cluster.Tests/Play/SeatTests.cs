using System.Net;
using HanoiAcademy.Cluster.Tests.Site;
using HanoiAcademy.Server.Tests.Drills.Live;

namespace HanoiAcademy.Cluster.Tests.Play;

/// <summary>One person at several nodes: his cookie, his forms, his seat.</summary>
public sealed class SeatTests(PostgreSql server)
{
    [Fact]
    public async Task What_one_node_gave_out_is_good_on_the_other_and_a_seat_freed_there_is_silent_here()
    {
        server.Need();
        await using var academy = await Academy.OnPostgreSql(server);
        var (a, b) = await academy.StartTwo();
        await using var play = await Playing.Begin(academy, a, b);

        // The officer sat down at B; at A the cookie counts, and a form's token of B does.
        var atA = new Browser(a.Address, play.Officer.Browser.Cookies);
        (await atA.Json($"/api/v1/drills/{play.Drill}")).GetProperty("id").GetString().ShouldBe(play.Drill);
        var token = await play.Officer.Browser.Json("/api/v1/session");
        (await atA.CallWith(token, HttpMethod.Post, $"/api/v1/drills/{play.Drill}/commands", new { command = new { kind = "send-message", to = "supplier", text = "From the other node." } }))
            .StatusCode.ShouldBe(HttpStatusCode.OK);
        await play.Officer.Until("From the other node.");

        // The director, at A, frees the seat: at B its holder is told, hears nothing more, and may not speak.
        var director = new Browser(a.Address, play.Director.Browser.Cookies);
        (await director.Call(HttpMethod.Delete, $"/api/v1/drills/{play.Drill}/seats/{ClusterScenario.Officer}")).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        await play.Officer.Removed.Task.WaitAsync(TimeSpan.FromSeconds(20));
        (await play.Officer.Send(new { kind = "send-message", to = "supplier", text = "Still here?" }, "late")).GetProperty("code").GetString().ShouldBe("not-joined");
        await play.Director.Accept(new { kind = "fire-inject", inject = "fired-2" }, "fire-2");
        await Task.WhenAll(play.Second.Until("fired-2"), play.Analyst.Until("fired-2"));
        play.Officer.Sees("fired-2").ShouldBeFalse();
        await play.Director.Accept(new { kind = "pause" }, "pause");
        await play.Second.ShouldHaveAll();
    }
}
