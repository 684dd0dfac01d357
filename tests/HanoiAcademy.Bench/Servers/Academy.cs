using System.Globalization;
using System.Text.Json;
using HanoiAcademy.Bench.Load;

namespace HanoiAcademy.Bench.Servers;

/// <summary>
/// The academy as it is run, in a process of its own on a new data folder, set up through its own pages and API. Settings differ in what
/// would otherwise limit one address and one instructor, and in the undo window.
/// </summary>
internal sealed class Academy : IServerUnderLoad
{
    private readonly ServerProcess _process;
    private readonly Uri _address;
    private readonly AcademyClient _instructor;
    private readonly string[] _drills;
    private readonly string[][] _cookies;

    private Academy(ServerProcess process, Uri address, AcademyClient instructor, string[] drills, string[][] cookies) =>
        (_process, _address, _instructor, _drills, _cookies) = (process, address, instructor, drills, cookies);

    public string Name => "academy";

    public ServerProcess Process => _process;

    private Uri Hub => new(_address, "/hubs/drill");

    public static async Task<Academy> StartAsync(string folder, IReadOnlyList<int> traineesOfDrills, int injects, CancellationToken cancel)
    {
        var content = Path.Combine(folder, "content");
        BenchScenario.Write(content, traineesOfDrills.Max(), injects);
        var address = new Uri($"http://127.0.0.1:{ServerProcess.FreePort()}");
        var (process, ready) = await ServerProcess.StartAsync(Program(),
        [
            "--urls", address.ToString(), "--Storage:DataFolder", Path.Combine(folder, "data"), "--Content:Root", content,
            "--Drills:UndoWindowSeconds", "0", "--Drills:CallsASecond", "10000", "--Security:AttemptsPerAddress", "1000000",
            "--Logging:LogLevel:Default", "Warning",
        ], "/account/link/", cancel);
        try
        {
            var instructor = new AcademyClient(address);
            await instructor.MakeFirstAdministratorAsync(ready[ready.IndexOf("/account/link/", StringComparison.Ordinal)..].Trim(), cancel);
            var drills = new string[traineesOfDrills.Count];
            var cookies = new string[traineesOfDrills.Count][];
            for (var drill = 0; drill < drills.Length; drill++)
            {
                var launched = await instructor.CallAsync("/api/v1/drills", $$"""{"scenario":"{{BenchScenario.Id}}","title":"Bench {{drill + 1}}","guests":true}""", cancel);
                drills[drill] = launched.GetProperty("id").GetString()!;
                cookies[drill] = new string[traineesOfDrills[drill]];
                var code = launched.GetProperty("joinCode").GetString()!;
                var guests = new AcademyClient(address);
                for (var trainee = 0; trainee < traineesOfDrills[drill]; trainee++)
                    cookies[drill][trainee] = await guests.JoinAsync(code, BenchScenario.Seat(trainee), $"Trainee {trainee + 1}", cancel);
            }

            return new Academy(process, address, instructor, drills, cookies);
        }
        catch
        {
            await process.DisposeAsync();
            throw;
        }
    }

    public async Task<HubLine> OpenInstructorAsync(int drill, CancellationToken cancel) =>
        await JoinAsync(await HubLine.OpenAsync(Hub, _instructor.Cookies, cancel), drill, control: true, cancel);

    public async Task<HubLine> OpenTraineeAsync(int drill, int trainee, CancellationToken cancel) =>
        await JoinAsync(await HubLine.OpenAsync(Hub, _cookies[drill][trainee], cancel), drill, control: false, cancel);

    public Task StartAsync(int drill, HubLine instructor, CancellationToken cancel) =>
        SendAsync(instructor, "start", """{"kind":"start-exercise"}""", cancel);

    public Task CommandAsync(int drill, HubLine instructor, int inject, CancellationToken cancel) =>
        SendAsync(instructor, Marker.Of(inject), $$"""{"kind":"fire-inject","inject":"{{Marker.Of(inject)}}"}""", cancel);

    public void Acknowledge(HubLine trainee, ReadOnlySpan<byte> push)
    {
        var reader = new Utf8JsonReader(push[push.IndexOf((byte)'[')..]);
        string stream = "", epoch = "";
        long seq = 0;
        while (reader.Read() && !(reader.TokenType == JsonTokenType.PropertyName && reader.ValueTextEquals("up"u8)))
        {
            if (reader.TokenType != JsonTokenType.PropertyName)
                continue;
            if (reader.ValueTextEquals("stream"u8) && reader.Read())
                stream = reader.GetString()!;
            else if (reader.ValueTextEquals("epoch"u8) && reader.Read())
                epoch = reader.GetString()!;
            else if (reader.ValueTextEquals("seq"u8) && reader.Read())
                seq = reader.GetInt64();
        }

        trainee.Tell("Ack", string.Create(CultureInfo.InvariantCulture, $$"""[{"stream":"{{stream}}","epoch":"{{epoch}}","seq":{{seq}}}]"""));
    }

    public ValueTask DisposeAsync() => _process.DisposeAsync();

    /// <summary>The site that was built with this program, in the same configuration.</summary>
    internal static string Program()
    {
        var output = new DirectoryInfo(AppContext.BaseDirectory);
        var configuration = output.Parent!.Name;
        for (var folder = output; folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "HanoiAcademy.sln")))
                return Path.Combine(folder.FullName, "src", "HanoiAcademy.Server", "bin", configuration, output.Name, "HanoiAcademy.Server.dll");
        }

        throw new BenchException("The bench runs from the source tree: dotnet run -c Release --project tests/HanoiAcademy.Bench");
    }

    private static async Task SendAsync(HubLine instructor, string id, string command, CancellationToken cancel)
    {
        var answer = await instructor.AskAsync("Send", $$"""[{"commandId":"{{id}}","command":{{command}}}]""", cancel);
        if (answer.GetProperty("status").GetString() != "accepted")
            throw new BenchException($"The academy did not accept {command}: {answer}");
    }

    private async Task<HubLine> JoinAsync(HubLine line, int drill, bool control, CancellationToken cancel)
    {
        await line.AskAsync("Join", $$"""["{{_drills[drill]}}",{"language":"en","control":{{(control ? "true" : "false")}}}]""", cancel);
        return line;
    }
}
