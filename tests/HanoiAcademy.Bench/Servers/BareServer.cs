using HanoiAcademy.Bench.Load;

namespace HanoiAcademy.Bench.Servers;

/// <summary>The bare hub in a process of its own.</summary>
internal sealed class BareServer(ServerProcess process, Uri hub) : IServerUnderLoad
{
    public string Name => "bare hub";

    public ServerProcess Process => process;

    public static async Task<BareServer> StartAsync(string sampleFile, CancellationToken cancel)
    {
        var port = ServerProcess.FreePort();
        var (process, _) = await ServerProcess.StartAsync(
            typeof(BareServer).Assembly.Location, ["--bare-hub", $"{port}", $"{BenchScenario.Roles}", sampleFile], "ready", cancel);
        return new BareServer(process, new Uri($"http://127.0.0.1:{port}/hub"));
    }

    public Task<HubLine> OpenInstructorAsync(int drill, CancellationToken cancel) => HubLine.OpenAsync(hub, "", cancel);

    public async Task<HubLine> OpenTraineeAsync(int drill, int trainee, CancellationToken cancel)
    {
        var line = await HubLine.OpenAsync(hub, "", cancel);
        await line.AskAsync("Join", $"[{drill},{trainee % BenchScenario.Roles}]", cancel);
        return line;
    }

    public Task StartAsync(int drill, HubLine instructor, CancellationToken cancel) => Task.CompletedTask;

    public Task CommandAsync(int drill, HubLine instructor, int inject, CancellationToken cancel) => instructor.AskAsync("Send", $"[{drill},{inject}]", cancel);

    public void Acknowledge(HubLine trainee, ReadOnlySpan<byte> push)
    {
    }

    public ValueTask DisposeAsync() => process.DisposeAsync();
}
