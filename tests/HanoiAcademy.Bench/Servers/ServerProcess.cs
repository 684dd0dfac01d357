using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace HanoiAcademy.Bench.Servers;

/// <summary>A server as a process of its own, on loopback alone; ended with the bench by its own id.</summary>
internal sealed class ServerProcess : IAsyncDisposable
{
    private const int LinesKept = 40;
    private readonly Process _process;
    private readonly ConcurrentQueue<string> _lines = new();
    private readonly TaskCompletionSource<string> _ready = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private ServerProcess(string program, IEnumerable<string> arguments, string readyWord)
    {
        var start = new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet")
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
        };
        start.ArgumentList.Add(program);
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        _process = new Process { StartInfo = start, EnableRaisingEvents = true };
        _process.OutputDataReceived += (_, said) => Hear(said.Data, readyWord);
        _process.ErrorDataReceived += (_, said) => Hear(said.Data, readyWord);
        _process.Exited += (_, _) => _ready.TrySetException(new BenchException($"{Path.GetFileName(program)} ended before it was ready:\n{string.Join('\n', _lines)}"));
    }

    /// <summary>Bytes of memory it holds now.</summary>
    public long Memory
    {
        get
        {
            _process.Refresh();
            return _process.WorkingSet64;
        }
    }

    public TimeSpan ProcessorTime
    {
        get
        {
            _process.Refresh();
            return _process.TotalProcessorTime;
        }
    }

    /// <summary>The last lines it wrote.</summary>
    public string Said => string.Join('\n', _lines);

    /// <summary>Comes back with the line that holds the word.</summary>
    public static async Task<(ServerProcess Server, string ReadyLine)> StartAsync(string program, IEnumerable<string> arguments, string readyWord, CancellationToken cancel)
    {
        var server = new ServerProcess(program, arguments, readyWord);
        server._process.Start();
        server._process.BeginOutputReadLine();
        server._process.BeginErrorReadLine();
        try
        {
            return (server, await server._ready.Task.WaitAsync(TimeSpan.FromMinutes(2), cancel));
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    public static int FreePort()
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        return ((IPEndPoint)socket.LocalEndPoint!).Port;
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

    private void Hear(string? line, string readyWord)
    {
        if (line is null)
            return;
        _lines.Enqueue(line);
        if (_lines.Count > LinesKept)
            _lines.TryDequeue(out _);
        if (line.Contains(readyWord, StringComparison.Ordinal))
            _ready.TrySetResult(line);
    }
}
