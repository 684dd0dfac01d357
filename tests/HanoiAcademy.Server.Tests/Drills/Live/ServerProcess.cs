using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;

namespace HanoiAcademy.Server.Tests.Drills.Live;

/// <summary>The server as an operator starts it: a process of its own, which can be killed.</summary>
internal sealed partial class ServerProcess : IAsyncDisposable
{
    private readonly Process _process;
    private readonly List<string> _lines = [];
    private readonly TaskCompletionSource _ready = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private ServerProcess(string program, string folder, int port, IEnumerable<string> more)
    {
        Address = new Uri($"http://127.0.0.1:{port}/");
        var start = new ProcessStartInfo(Environment.ProcessPath is { } dotnet && Path.GetFileNameWithoutExtension(dotnet) == "dotnet" ? dotnet : "dotnet")
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, program));
        foreach (var argument in new[] { "--urls", Address.GetLeftPart(UriPartial.Authority), "--Storage:DataFolder", folder }.Concat(more))
            start.ArgumentList.Add(argument);
        _process = new Process { StartInfo = start, EnableRaisingEvents = true };
        _process.OutputDataReceived += (_, line) => Read(line.Data);
        _process.ErrorDataReceived += (_, line) => Read(line.Data);
        _process.Exited += (_, _) => _ready.TrySetException(new InvalidOperationException($"The server ended before it was ready:\n{Output}"));
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    public Uri Address { get; }

    public string Output
    {
        get
        {
            lock (_lines)
                return string.Join('\n', _lines);
        }
    }

    /// <summary>The first link to this site in what was printed that holds the words.</summary>
    public string? Link(string words) => LinkPattern().Matches(Output).Select(match => match.Value).FirstOrDefault(link => link.Contains(words, StringComparison.Ordinal));

    public static Task<ServerProcess> Start(string folder, int port, params string[] more) => StartProgram("HanoiAcademy.Server.dll", folder, port, more);

    public static async Task<ServerProcess> StartProgram(string program, string folder, int port, params string[] more)
    {
        var server = new ServerProcess(program, folder, port, more);
        try
        {
            await server._ready.Task.WaitAsync(TimeSpan.FromSeconds(180));
            return server;
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    /// <summary>kill -9: nothing is flushed, nobody is told.</summary>
    public async Task Kill()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
            await Kill();
        _process.Dispose();
    }

    private void Read(string? line)
    {
        if (line is null)
            return;
        lock (_lines)
            _lines.Add(line);
        if (line.Contains("is ready at", StringComparison.Ordinal))
            _ready.TrySetResult();
    }

    [GeneratedRegex(@"(https?://\S+|/join\?code=[A-Z]+)")]
    private static partial Regex LinkPattern();
}
