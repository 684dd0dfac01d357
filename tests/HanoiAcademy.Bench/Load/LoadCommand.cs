using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;

namespace HanoiAcademy.Bench.Load;

/// <summary>The academy and a bare SignalR hub, one after the other, under the same load from the same clients.</summary>
internal static class LoadCommand
{
    private const int Paced = 10;

    public static async Task Run(int trainees, int drills, int fast)
    {
        var folder = Directory.CreateTempSubdirectory("academy-bench-").FullName;
        try
        {
            Say($"{trainees} trainees in {drills} drills; {Paced} injects a drill at one a second, then {fast} as fast as they are accepted.");
            var (academy, push) = await Academy(folder, trainees, drills, fast);
            var bare = await Bare(trainees, drills, fast, push);
            Print(academy, bare);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<(Figures Figures, byte[] Push)> Academy(string folder, int trainees, int drills, int fast)
    {
        var seats = await Preparation.Fill(folder, drills, trainees, Paced + fast);
        await using var server = await ChildServer.Start("HanoiAcademy.Server.dll", "--Storage:DataFolder", folder, "--Drills:UndoWindowSeconds", "0",
            "--Drills:CallsASecond", "10000", "--Security:AttemptsPerAddress", "1000000", "--Logging:LogLevel:Default", "Error");
        Say("Academy: guests come back to their seats.");
        var cookies = await Rejoin(server.Address, seats);
        var measure = new Measure(drills, trainees);
        var memory = server.Memory;
        var lines = await OpenAll(seats, (seat, n) => Line(server.Address, seat, cookies[n], measure));
        var aConnection = (server.Memory - memory) / (double)lines.Count;
        var controls = lines.Where((_, n) => seats[n].Controls).ToList();
        var heard = lines.Where((_, n) => !seats[n].Controls).ToList();
        Say("Academy: running.");
        var figures = await measure.Run(async (drill, inject) =>
        {
            var id = BenchScenario.InjectId(inject);
            var answer = await controls[drill].Ask("Send", $"{{\"commandId\":\"fire-{id}\",\"command\":{{\"kind\":\"fire-inject\",\"inject\":\"{id}\"}}}}");
            if (!answer.Contains("\"accepted\"", StringComparison.Ordinal))
                throw new InvalidOperationException(answer);
        }, Paced, fast, () => heard.Sum(line => line.Bytes), aConnection, () => server.Processor);
        var push = heard[0].LastPush!;
        foreach (var line in lines)
            await line.DisposeAsync();
        return (figures, push);

        static async Task<RawLine> Line(Uri site, BenchSeat seat, CookieContainer cookie, Measure measure)
        {
            var group = int.Parse(seat.Drill["bench".Length..], CultureInfo.InvariantCulture);
            var line = await RawLine.Open(site, "/hubs/drill", cookie, seat.Controls ? (_, _) => { } : (_, inject) => measure.Received(group, inject));
            var joined = await line.Ask("Join", $"\"{seat.Drill}\",{{\"language\":\"en\"}}");
            return joined.Contains("\"error\"", StringComparison.Ordinal) ? throw new InvalidOperationException(joined) : line;
        }
    }

    private static async Task<Figures> Bare(int trainees, int drills, int fast, byte[] push)
    {
        await using var server = await ChildServer.Start("HanoiAcademy.Bench.dll", "bare-hub");
        var measure = new Measure(drills, trainees);
        var memory = server.Memory;

        // The argument of the academy's push, with the number made replaceable: the same bytes go out.
        var message = Encoding.UTF8.GetString(push);
        var argument = message[(message.IndexOf('[', StringComparison.Ordinal) + 1)..message.LastIndexOf(']')];
        var place = argument.IndexOf("\"feed:i", StringComparison.Ordinal) + 7;
        argument = argument[..place] + "0000" + argument[(place + 4)..];

        var seats = Enumerable.Range(0, drills).SelectMany(drill => Enumerable.Range(0, (trainees + drill) / drills + 1).Select(n => (Drill: drill, Controls: n == 0))).ToList();
        var lines = await OpenAll(seats, async (seat, _) =>
        {
            var line = await RawLine.Open(server.Address, "/bare", null, seat.Controls ? (_, _) => { } : (_, inject) => measure.Received(seat.Drill, inject));
            await line.Ask(seat.Controls ? "Prepare" : "Listen", seat.Controls ? $"\"g{seat.Drill}\",{JsonSerializer.Serialize(argument)}" : $"\"g{seat.Drill}\"");
            return line;
        });
        var aConnection = (server.Memory - memory) / (double)lines.Count;
        var controls = lines.Where((_, n) => seats[n].Controls).ToList();
        var heard = lines.Where((_, n) => !seats[n].Controls).ToList();
        Say("Bare hub: running.");
        var figures = await measure.Run((drill, inject) => controls[drill].Ask("Fire", $"\"g{drill}\",\"{inject:0000}\""), Paced, fast, () => heard.Sum(line => line.Bytes), aConnection, () => server.Processor);
        foreach (var line in lines)
            await line.DisposeAsync();
        return figures;
    }

    private static async Task<CookieContainer[]> Rejoin(Uri site, IReadOnlyList<BenchSeat> seats)
    {
        var cookies = new CookieContainer[seats.Count];
        await Parallel.ForAsync(0, seats.Count, new ParallelOptions { MaxDegreeOfParallelism = 8 }, async (n, cancel) =>
        {
            cookies[n] = new CookieContainer();
            using var http = new HttpClient(new HttpClientHandler { CookieContainer = cookies[n] }) { BaseAddress = site };
            var session = await http.GetFromJsonAsync<JsonElement>("/api/v1/session", cancel);
            var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/drills/join") { Content = JsonContent.Create(new { code = seats[n].JoinCode, rejoinWord = seats[n].Word }) };
            request.Headers.Add(session.GetProperty("requestTokenHeader").GetString()!, session.GetProperty("requestToken").GetString());
            request.Headers.Add("Idempotency-Key", Guid.NewGuid().ToString());
            (await http.SendAsync(request, cancel)).EnsureSuccessStatusCode();
        });
        return cookies;
    }

    private static async Task<List<RawLine>> OpenAll<T>(IReadOnlyList<T> seats, Func<T, int, Task<RawLine>> open)
    {
        var lines = new RawLine[seats.Count];
        await Parallel.ForAsync(0, seats.Count, new ParallelOptions { MaxDegreeOfParallelism = 32 }, async (n, _) => lines[n] = await open(seats[n], n));
        return [.. lines];
    }

    private static void Print(Figures academy, Figures bare)
    {
        Say("");
        Say("                                  academy     bare hub   academy / bare");
        Row("p50 ms, paced (from sending)", academy.P50, bare.P50);
        Row("p99 ms", academy.P99, bare.P99);
        Row("max ms", academy.Max, bare.Max);
        Row("deliveries/s, sustained", academy.Sustained, bare.Sustained);
        Row("bytes a delivery", academy.BytesADelivery, bare.BytesADelivery);
        Row("server KB a connection", academy.MemoryAConnection / 1024, bare.MemoryAConnection / 1024);
        Row("server CPU s, sustained", academy.ProcessorSeconds, bare.ProcessorSeconds);
        Say("Times run from the moment a controller's command is sent, so acceptance and its write to disk lie within.");
    }

    private static void Row(string what, double academy, double bare) =>
        Say(string.Create(CultureInfo.InvariantCulture, $"{what,-30}{academy,11:0.0}{bare,13:0.0}{academy / bare,17:0.00}"));

    private static void Say(string line) => Console.WriteLine(line);
}
