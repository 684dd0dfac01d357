using System.Collections.Concurrent;
using System.Globalization;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;

namespace HanoiAcademy.Bench.Load;

/// <summary>
/// One hub connection over a bare WebSocket. Pushes are not parsed: on the machine that also runs the server, a client that reads like a
/// browser would be most of the load.
/// </summary>
internal sealed class HubLine : IAsyncDisposable
{
    private const byte RecordEnd = 0x1e;
    private static readonly byte[] Ping = "{\"type\":6}\u001e"u8.ToArray();
    private readonly ClientWebSocket _socket = new();
    private readonly SemaphoreSlim _sending = new(1);
    private readonly ConcurrentDictionary<string, TaskCompletionSource<JsonElement>> _asked = new(StringComparer.Ordinal);
    private readonly TaskCompletionSource _shaken = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Task _reading = Task.CompletedTask;
    private long _bytes;
    private long _sentBytes;
    private int _lastId;

    /// <summary>The bytes of a push, valid during the call alone.</summary>
    public delegate void PushHandler(HubLine line, ReadOnlySpan<byte> push);

    public PushHandler? Pushed { get; set; }

    /// <summary>Payload received, without the frames' heads.</summary>
    public long BytesReceived => Interlocked.Read(ref _bytes);

    /// <summary>Payload sent, without the frames' heads.</summary>
    public long BytesSent => Interlocked.Read(ref _sentBytes);

    public bool IsOpen => _socket.State == WebSocketState.Open;

    public static async Task<HubLine> OpenAsync(Uri hub, string cookies, CancellationToken cancel)
    {
        var line = new HubLine();
        line._socket.Options.KeepAliveInterval = Timeout.InfiniteTimeSpan;
        if (cookies.Length > 0)
            line._socket.Options.SetRequestHeader("Cookie", cookies);
        await line._socket.ConnectAsync(new UriBuilder(hub) { Scheme = "ws" }.Uri, cancel);
        line._reading = Task.Run(line.ReadAsync, CancellationToken.None);
        await line.WriteAsync("{\"protocol\":\"json\",\"version\":1}\u001e"u8.ToArray(), cancel);
        await line._shaken.Task.WaitAsync(cancel);
        return line;
    }

    /// <param name="arguments">A JSON array.</param>
    public async Task<JsonElement> AskAsync(string target, string arguments, CancellationToken cancel)
    {
        var id = Interlocked.Increment(ref _lastId).ToString(CultureInfo.InvariantCulture);
        var answer = _asked[id] = new TaskCompletionSource<JsonElement>(TaskCreationOptions.RunContinuationsAsynchronously);
        if (_reading.IsCompleted)
            throw new BenchException("The server has closed this connection.");
        await WriteAsync(Encoding.UTF8.GetBytes($$"""{"type":1,"invocationId":"{{id}}","target":"{{target}}","arguments":{{arguments}}}""" + "\u001e"), cancel);
        return await answer.Task.WaitAsync(cancel);
    }

    /// <summary>Nothing is answered, nothing waited for.</summary>
    public void Tell(string target, string arguments) =>
        Forget(WriteAsync(Encoding.UTF8.GetBytes($$"""{"type":1,"target":"{{target}}","arguments":{{arguments}}}""" + "\u001e"), CancellationToken.None));

    public void KeepAlive() => Forget(WriteAsync(Ping, CancellationToken.None));

    public async ValueTask DisposeAsync()
    {
        _socket.Abort();
        await _reading;
        _socket.Dispose();
    }

    // A line that broke is seen where its deliveries are missed.
    private static void Forget(Task task) => _ = task.ContinueWith(t => t.Exception, TaskContinuationOptions.OnlyOnFaulted);

    private async Task WriteAsync(byte[] bytes, CancellationToken cancel)
    {
        await _sending.WaitAsync(cancel);
        try
        {
            await _socket.SendAsync(bytes, WebSocketMessageType.Text, true, cancel);
            Interlocked.Add(ref _sentBytes, bytes.Length);
        }
        finally
        {
            _sending.Release();
        }
    }

    private async Task ReadAsync()
    {
        var buffer = new byte[4096];
        var filled = 0;
        Exception? why = null;
        try
        {
            while (true)
            {
                if (filled == buffer.Length)
                    Array.Resize(ref buffer, buffer.Length * 2);
                var read = await _socket.ReceiveAsync(buffer.AsMemory(filled), CancellationToken.None);
                if (read.MessageType == WebSocketMessageType.Close)
                    break;
                filled += read.Count;
                Interlocked.Add(ref _bytes, read.Count);
                var taken = Take(buffer.AsSpan(0, filled));
                buffer.AsSpan(taken, filled - taken).CopyTo(buffer);
                filled -= taken;
            }
        }
        catch (Exception e) when (e is WebSocketException or OperationCanceledException or ObjectDisposedException)
        {
            why = e;
        }

        var gone = new BenchException($"The server closed a connection. {why?.Message}");
        _shaken.TrySetException(gone);
        foreach (var (_, answer) in _asked)
            answer.TrySetException(gone);
    }

    private int Take(ReadOnlySpan<byte> received)
    {
        var taken = 0;
        while (received[taken..].IndexOf(RecordEnd) is var length and >= 0)
        {
            Record(received.Slice(taken, length));
            taken += length + 1;
        }

        return taken;
    }

    private void Record(ReadOnlySpan<byte> record)
    {
        if (record.StartsWith("{\"type\":1,"u8))
        {
            if (record.IndexOf("\"target\":\"push\""u8) is >= 0 and < 20)
                Pushed?.Invoke(this, record);
        }
        else if (record.StartsWith("{\"type\":3,"u8))
        {
            Answer(record);
        }
        else if (record is [(byte)'{', (byte)'}'])
        {
            _shaken.TrySetResult();
        }
    }

    private void Answer(ReadOnlySpan<byte> record)
    {
        var reader = new Utf8JsonReader(record);
        using var document = JsonDocument.ParseValue(ref reader);
        var root = document.RootElement;
        if (!_asked.TryRemove(root.GetProperty("invocationId").GetString()!, out var asked))
            return;
        if (root.TryGetProperty("error", out var error))
            asked.TrySetException(new BenchException($"The hub refused: {error.GetString()}"));
        else
            asked.TrySetResult(root.TryGetProperty("result", out var result) ? result.Clone() : default);
    }
}
