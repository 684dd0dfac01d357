using System.Net;
using System.Text.Json;

namespace HanoiAcademy.Server.Tests.Drills.Live;

public sealed class KillTests
{
    [Fact]
    public async Task What_was_answered_survives_kill_9_and_the_drill_stands_within_its_lease()
    {
        var folder = Directory.CreateTempSubdirectory("academy-kill-").FullName;
        var port = ServerProcess.FreePort();
        try
        {
            Browser guest;
            string id, code, key = Guid.NewGuid().ToString();
            JsonElement first;
            long before;
            await using (var server = await ServerProcess.Start(folder, port, "--demo", "--Drills:UndoWindowSeconds", "0", "--Drills:DemoSpeed", "1"))
            {
                guest = new Browser(server.Address);
                code = await JoinCode(server);
                var seated = JsonDocument.Parse(await (await guest.Call(HttpMethod.Post, "/api/v1/drills/join", new { code, guestName = "Lan" })).Content.ReadAsStringAsync()).RootElement;
                id = seated.GetProperty("drill").GetString()!;
                first = await Ready(guest, id, key);
                before = (await guest.Json($"/api/v1/drills/{id}/view")).GetProperty("at").GetInt64();
                await server.Kill();
            }

            await using (var server = await ServerProcess.Start(folder, port, "--demo", "--Drills:UndoWindowSeconds", "0", "--Drills:DemoSpeed", "1"))
            {
                (await JoinCode(server)).ShouldBe(code);
                (await Ready(guest, id, key)).ToString().ShouldBe(first.ToString());
                var view = await guest.Json($"/api/v1/drills/{id}/view");
                view.GetProperty("at").GetInt64().ShouldBeGreaterThanOrEqualTo(before);
                view.GetProperty("status").GetString().ShouldBe("running");
                view.GetProperty("team").GetProperty("records").EnumerateObject()
                    .ShouldContain(r => r.Name.StartsWith("seat:", StringComparison.Ordinal) && r.Value.GetProperty("ready").GetBoolean());
            }
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<JsonElement> Ready(Browser guest, string id, string key)
    {
        var answer = await guest.Call(HttpMethod.Post, $"/api/v1/drills/{id}/commands", new { command = new { kind = "set-ready", ready = true } }, key);
        var body = await answer.Content.ReadAsStringAsync();
        answer.StatusCode.ShouldBe(HttpStatusCode.OK, body);
        return JsonDocument.Parse(body).RootElement;
    }

    /// <summary>The demo prints it a moment after it is ready.</summary>
    private static async Task<string> JoinCode(ServerProcess server)
    {
        for (var tries = 0; tries < 300; tries++)
        {
            if (server.Link("/join?code=") is { } link)
                return link.Split('=')[1];
            await Task.Delay(100);
        }

        throw new TimeoutException($"No demo drill was announced:\n{server.Output}");
    }
}
