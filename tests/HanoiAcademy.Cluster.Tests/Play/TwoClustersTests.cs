using System.Net;
using System.Text.Json;
using HanoiAcademy.Cluster.Tests.Site;
using HanoiAcademy.Server.Tests.Drills.Live;

namespace HanoiAcademy.Cluster.Tests.Play;

/// <summary>The worst that a membership can do: both sides take the other for dead, and one drill is awake twice.</summary>
public sealed class TwoClustersTests
{
    [Fact]
    public async Task Two_activations_of_one_drill_cannot_both_write_its_log()
    {
        // Silos that do not know each other, on the same data: no PostgreSQL is needed for that.
        await using var academy = new Academy("--Cluster:Membership", "Localhost");
        var a = await academy.StartSilo();
        var b = await academy.StartSilo();
        var administrator = await academy.Administrator();
        var (drill, code) = await Academy.Launch(administrator);
        var atA = await Academy.Guest(a, code, ClusterScenario.Analyst);
        var atB = await Academy.Guest(b, code, ClusterScenario.Officer);

        // Who sat down at the other node wrote last: this one finds that out, loads anew, and says so once.
        var start = () => Say(new Browser(a.Address, administrator.Cookies), drill, $"start-of-{drill}", new { kind = "start-exercise" }, "?asControl=true");
        (await start() is not "again" and var first ? first : await start()).ShouldBe("accepted");

        // The activation at the other node knows of the lobby alone, and refuses all play, until it tries to write.
        (await Say(atB, drill, $"ready-at-b-{drill}", new { kind = "set-ready", ready = true })).ShouldBeOneOf("accepted", "again");

        // Both write at once, and the same command is sent to both.
        await Task.WhenAll(Enumerable.Range(0, 20).SelectMany(n => new[]
        {
            Insist(atA, drill, Id("a", n)), Insist(atB, drill, Id("b", n)), Insist(new Browser(b.Address, atA.Cookies), drill, Id("a", n)),
        }));

        var log = academy.Log(drill);
        log.Select(row => row.Version).ShouldBe(Enumerable.Range(1, log.Count).Select(n => (long)n));
        log.Select(row => (row.Seat, row.CommandId)).ShouldBeUnique();
        for (var n = 0; n < 20; n++)
            foreach (var side in new[] { "a", "b" })
                log.Count(row => row.CommandId == Id(side, n)).ShouldBe(1);
        a.Output.ShouldContain("is played on this silo");
        b.Output.ShouldContain("is played on this silo");
    }

    private static string Id(string side, int n) => $"said-at-node-{side}-number-{n}";

    private static async Task Insist(Browser who, string drill, string id)
    {
        for (var tries = 0; ; tries++)
        {
            var status = await Say(who, drill, id, new { kind = "send-message", to = "supplier", text = $"Said {id}." });
            if (status == "accepted")
                return;

            // Also a refusal: an activation that has not written since the other did knows only what was before, until its next row; and
            // a seat taken in that moment is confirmed when its holder looks.
            await who.Get($"/api/v1/drills/{drill}/view");
            (tries < 200).ShouldBeTrue($"{id} is never accepted: {status}.");
            await Task.Delay(Random.Shared.Next(50, 300));
        }
    }

    private static async Task<string> Say(Browser who, string drill, string id, object command, string query = "")
    {
        var answer = await who.Call(HttpMethod.Post, $"/api/v1/drills/{drill}/commands{query}", new { command }, id);
        var body = await answer.Content.ReadAsStringAsync();
        var json = JsonDocument.Parse(body).RootElement;
        return answer.StatusCode == HttpStatusCode.OK ? json.GetProperty("status").GetString()! : json.GetProperty("code").GetString()!;
    }
}
