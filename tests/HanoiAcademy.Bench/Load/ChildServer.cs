using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace HanoiAcademy.Bench.Load;

/// <summary>A server in a process of its own, so that its memory is its own.</summary>
internal sealed class ChildServer : IAsyncDisposable
{
    private readonly Process _process;

    private ChildServer(Process process, Uri address) => (_process, Address) = (process, address);

    public Uri Address { get; }

    public long Memory
    {
        get
        {
            _process.Refresh();
            return _process.WorkingSet64;
        }
    }

    public TimeSpan Processor
    {
        get
        {
            _process.Refresh();
            return _process.TotalProcessorTime;
        }
    }

    public static async Task<ChildServer> Start(string program, params string[] arguments)
    {
        var port = FreePort();
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true };
        start.Environment["DOTNET_gcServer"] = "0";
        foreach (var argument in arguments.Prepend(Path.Combine(AppContext.BaseDirectory, program)).Concat(["--urls", $"http://127.0.0.1:{port}"]))
            start.ArgumentList.Add(argument);
        var process = Process.Start(start)!;
        process.OutputDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        var server = new ChildServer(process, new Uri($"http://127.0.0.1:{port}/"));
        using var http = new HttpClient { BaseAddress = server.Address };
        for (var tries = 0; ; tries++)
        {
            try
            {
                (await http.GetAsync("/healthz")).EnsureSuccessStatusCode();
                return server;
            }
            catch (HttpRequestException) when (tries < 300 && !process.HasExited)
            {
                await Task.Delay(100);
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
            await _process.WaitForExitAsync();
        }

        _process.Dispose();
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
