using System.Net;
using System.Text.Json;
using HanoiAcademy.Server.Tests.Drills.Live;
using Microsoft.Data.Sqlite;

namespace HanoiAcademy.Cluster.Tests.Site;

/// <summary>One row of a drill's log.</summary>
internal sealed record Row(long Version, string Seat, string CommandId, long At, string Events);

/// <summary>One academy on several silos: processes of the built program, one SQLite file, membership as asked.</summary>
internal sealed class Academy(params string[] settings) : IAsyncDisposable
{
    private readonly List<ServerProcess> _silos = [];
    private readonly string _folder = Directory.CreateTempSubdirectory("academy-cluster-").FullName;

    public string Data => Path.Combine(_folder, "data");

    private string Content => Path.Combine(_folder, "content");

    public static async Task<Academy> OnPostgreSql(PostgreSql server) =>
        new("--Cluster:Membership", "PostgreSql", "--Cluster:Address", "127.0.0.1", "--ConnectionStrings:Membership", await server.NewMembership());

    /// <param name="program">Another build than that which was made with these tests.</param>
    public async Task<ServerProcess> StartSilo(string? program = null, params string[] more)
    {
        if (!Directory.Exists(Content))
            ClusterScenario.Write(Content);
        var silo = await ServerProcess.StartProgram(program ?? Program, Data, ServerProcess.FreePort(),
        [
            "--Content:Root", Content, "--Storage:SharedFile", "true", "--Cluster:SiloPort", $"{ServerProcess.FreePort()}",
            "--Drills:UndoWindowSeconds", "0", "--Drills:CallsASecond", "1000", "--Logging:LogLevel:HanoiAcademy.Cluster", "Information", .. settings, .. more,
        ]);
        lock (_silos)
            _silos.Add(silo);
        return silo;
    }

    public async Task<(ServerProcess A, ServerProcess B)> StartTwo()
    {
        // Together, on an empty database: so it is where a service manager starts them.
        var both = await Task.WhenAll(StartSilo(), StartSilo());
        return (both[0], both[1]);
    }

    /// <summary>The sentence with which a start is refused, and nothing else.</summary>
    public async Task<string> Refused(string? program = null, params string[] more)
    {
        var refusal = await Should.ThrowAsync<InvalidOperationException>(() => StartSilo(program, more));
        return refusal.Message;
    }

    /// <summary>The administrator, at the node whose link is the last that was printed.</summary>
    public async Task<Browser> Administrator()
    {
        foreach (var silo in _silos)
        {
            var link = new Uri(await Printed(silo, "/account/link/")).AbsolutePath;
            var browser = new Browser(silo.Address);
            if ((await browser.Get(link)).StatusCode != HttpStatusCode.OK)
                continue;
            var made = await browser.PostForm(link + "?handler=Make", new() { ["New.DisplayName"] = "Director", ["New.UserName"] = "director", ["New.Password"] = Guid.NewGuid().ToString() }, link);
            if (made.StatusCode == HttpStatusCode.Redirect)
                return browser;
        }

        throw new InvalidOperationException("No node's link makes the administrator.");
    }

    /// <summary>A drill that goes on by itself after a crash. Its id and join code.</summary>
    public static async Task<(string Id, string Code)> Launch(Browser director)
    {
        var answer = await director.Call(HttpMethod.Post, "/api/v1/drills", new { scenario = ClusterScenario.Id, guests = true, afterCrash = "go-on" });
        var body = await answer.Content.ReadAsStringAsync();
        answer.StatusCode.ShouldBe(HttpStatusCode.Created, body);
        var drill = JsonDocument.Parse(body).RootElement;
        return (drill.GetProperty("id").GetString()!, drill.GetProperty("joinCode").GetString()!);
    }

    /// <summary>A guest who has sat down at this node.</summary>
    public static async Task<Browser> Guest(ServerProcess node, string code, string seat)
    {
        var guest = new Browser(node.Address);
        var answer = await guest.Call(HttpMethod.Post, "/api/v1/drills/join", new { code, seat, guestName = $"Guest of {seat}" });
        answer.StatusCode.ShouldBe(HttpStatusCode.OK, await answer.Content.ReadAsStringAsync());
        return guest;
    }

    /// <summary>The silo that plays the drill: the last that said so.</summary>
    public ServerProcess HostOf(string drill, params ServerProcess[] alive) =>
        alive.Single(silo => silo.Output.Contains($"Drill {drill} is played on this silo", StringComparison.Ordinal));

    public IReadOnlyList<Row> Log(string drill)
    {
        using var file = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = Path.Combine(Data, "academy.db"), Mode = SqliteOpenMode.ReadOnly, Pooling = false }.ToString());
        file.Open();
        using var command = file.CreateCommand();
        command.CommandText = "SELECT Version, Seat, CommandId, At, Events FROM DrillLog WHERE DrillId = $drill ORDER BY Version";
        command.Parameters.AddWithValue("$drill", drill);
        using var reader = command.ExecuteReader();
        var rows = new List<Row>();
        while (reader.Read())
            rows.Add(new Row(reader.GetInt64(0), reader.GetString(1), reader.GetString(2), reader.GetInt64(3), reader.GetString(4)));
        return rows;
    }

    public static async Task<string> Printed(ServerProcess silo, string words)
    {
        for (var tries = 0; tries < 300; tries++)
        {
            if (silo.Link(words) is { } link)
                return link;
            await Task.Delay(50);
        }

        throw new TimeoutException($"{words} was not printed:\n{silo.Output}");
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var silo in _silos)
            await silo.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    /// <summary>The program that was built with these tests, in the same configuration.</summary>
    public static string Program
    {
        get
        {
            var output = new DirectoryInfo(AppContext.BaseDirectory.TrimEnd('/'));
            for (var folder = output; folder is not null; folder = folder.Parent)
            {
                if (File.Exists(Path.Combine(folder.FullName, "HanoiAcademy.sln")))
                    return Path.Combine(folder.FullName, "src", "HanoiAcademy.Cluster", "bin", output.Parent!.Name, output.Name, "HanoiAcademy.Cluster.dll");
            }

            throw new InvalidOperationException("These tests run from the source tree.");
        }
    }
}
