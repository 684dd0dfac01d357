using System.Text.Json;
using HanoiAcademy.Bench.Load;
using HanoiAcademy.Bench.Servers;

namespace HanoiAcademy.Bench.Room;

/// <summary>The academy with its own scenarios and one drill of Invoice at dawn: simulated players everywhere, a guest at the company's desk.</summary>
internal sealed class RoomServer : IAsyncDisposable
{
    private const string Seat = "company.finance.1";
    private readonly ServerProcess _process;
    private readonly AcademyClient _instructor;

    private RoomServer(ServerProcess process, Uri address, AcademyClient instructor, string drill, string guest) =>
        (_process, Address, _instructor, Drill, Guest) = (process, address, instructor, drill, guest);

    public Uri Address { get; }

    public string Drill { get; }

    /// <summary>The guest's cookies.</summary>
    public string Guest { get; }

    public static string Team => Seat.Split('.')[0];

    public static async Task<RoomServer> StartAsync(string folder, CancellationToken cancel)
    {
        var address = new Uri($"http://127.0.0.1:{ServerProcess.FreePort()}");
        var (process, ready) = await ServerProcess.StartAsync(Academy.Program(),
        [
            "--urls", address.ToString(), "--Storage:DataFolder", Path.Combine(folder, "data"), "--Content:Root", SourceTree(),
            "--Drills:UndoWindowSeconds", "0", "--Logging:LogLevel:Default", "Warning",
        ], "/account/link/", cancel);
        try
        {
            var instructor = new AcademyClient(address);
            await instructor.MakeFirstAdministratorAsync(ready[ready.IndexOf("/account/link/", StringComparison.Ordinal)..].Trim(), cancel);
            var launched = await instructor.CallAsync("/api/v1/drills", """{"scenario":"invoice-at-dawn","title":"Bench","guests":true,"simulateEmptySeats":true}""", cancel);
            var guest = await new AcademyClient(address).JoinAsync(launched.GetProperty("joinCode").GetString()!, Seat, "Linh", cancel);
            return new RoomServer(process, address, instructor, launched.GetProperty("id").GetString()!, guest);
        }
        catch
        {
            await process.DisposeAsync();
            throw;
        }
    }

    public Task<HubLine> OpenInstructorAsync(CancellationToken cancel) => OpenAsync(_instructor.Cookies, control: true, cancel);

    public Task<HubLine> OpenGuestAsync(CancellationToken cancel) => OpenAsync(Guest, control: false, cancel);

    public static async Task SendAsync(HubLine line, string command, CancellationToken cancel)
    {
        var answer = await line.AskAsync("Send", $$"""[{"commandId":"{{Guid.NewGuid():n}}","command":{{command}}}]""", cancel);
        if (answer.GetProperty("status").GetString() != "accepted")
            throw new BenchException($"The academy did not accept {command}: {answer}");
    }

    public ValueTask DisposeAsync() => _process.DisposeAsync();

    private async Task<HubLine> OpenAsync(string cookies, bool control, CancellationToken cancel)
    {
        var line = await HubLine.OpenAsync(new Uri(Address, "/hubs/drill"), cookies, cancel);
        await line.AskAsync("Join", JsonSerializer.Serialize(new object[] { Drill, new { language = "en", control, device = "bench" } }), cancel);
        return line;
    }

    private static string SourceTree()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "HanoiAcademy.sln")))
            folder = folder.Parent ?? throw new BenchException("The bench runs from the source tree: dotnet run -c Release --project tests/HanoiAcademy.Bench");
        return folder.FullName;
    }
}
