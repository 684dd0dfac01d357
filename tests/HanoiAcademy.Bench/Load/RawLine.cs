using System.Buffers.Text;
using System.Net;
using System.Net.WebSockets;
using System.Text;

namespace HanoiAcademy.Bench.Load;

/// <summary>A hub connection spoken by hand over a raw WebSocket: what a client library would do must not be what is measured.</summary>
internal sealed class RawLine : IAsyncDisposable
{
    private const byte End = 0x1e;
    private static readonly byte[] Handshake = "{\"protocol\":\"json\",\"version\":1}\u001e"u8.ToArray();
    private static readonly byte[] Ping = "{\"type\":6}\u001e"u8.ToArray();
    private readonly ClientWebSocket _socket = new();
    private readonly SemaphoreSlim _sending = new(1);
    private readonly Dictionary<string, TaskCompletionSource<string>> _asked = [];
    private readonly Action<RawLine, int> _received;
    private string? _owes;
    private int _ids;
    private long _bytes;

    private RawLine(Action<RawLine, int> received) => _received = received;

    public long Bytes => Interlocked.Read(ref _bytes);

    /// <summary>The last push as it came, for the bare hub to send the same bytes.</summary>
    public byte[]? LastPush { get; private set; }

    /// <param name="received">Called with the number of the inject in each push that brings one.</param>
    public static async Task<RawLine> Open(Uri site, string path, CookieContainer? cookies, Action<RawLine, int> received)
    {
        var line = new RawLine(received);
        line._socket.Options.KeepAliveInterval = TimeSpan.Zero;
        if (cookies is not null)
            line._socket.Options.Cookies = cookies;
        await line._socket.ConnectAsync(new Uri($"ws://{site.Authority}{path}"), CancellationToken.None);
        await line.Send(Handshake);
        _ = Task.Run(line.Receive);
        _ = Task.Run(line.StayAlive);
        return line;
    }

    /// <summary>Calls a hub method; arguments are JSON.</summary>
    public async Task<string> Ask(string method, string arguments)
    {
        var id = Interlocked.Increment(ref _ids).ToString(System.Globalization.CultureInfo.InvariantCulture);
        var answer = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_asked)
            _asked[id] = answer;
        await Send(Encoding.UTF8.GetBytes($"{{\"type\":1,\"invocationId\":\"{id}\",\"target\":\"{method}\",\"arguments\":[{arguments}]}}\u001e"));
        return await answer.Task.WaitAsync(TimeSpan.FromSeconds(60));
    }

    public ValueTask DisposeAsync()
    {
        _socket.Abort();
        _socket.Dispose();
        return ValueTask.CompletedTask;
    }

    private async Task Send(byte[] bytes)
    {
        await _sending.WaitAsync();
        try
        {
            await _socket.SendAsync(bytes, WebSocketMessageType.Text, true, CancellationToken.None);
        }
        finally
        {
            _sending.Release();
        }
    }

    private async Task Receive()
    {
        var buffer = new byte[16 * 1024];
        var filled = 0;
        try
        {
            while (true)
            {
                if (filled == buffer.Length)
                    Array.Resize(ref buffer, buffer.Length * 2);
                var read = await _socket.ReceiveAsync(buffer.AsMemory(filled), CancellationToken.None);
                if (read.MessageType == WebSocketMessageType.Close)
                    break;
                Interlocked.Add(ref _bytes, read.Count);
                filled += read.Count;
                var begin = 0;
                for (int at; (at = buffer.AsSpan(begin, filled - begin).IndexOf(End)) >= 0; begin += at + 1)
                    Take(buffer.AsSpan(begin, at));
                buffer.AsSpan(begin, filled - begin).CopyTo(buffer);
                filled -= begin;
            }
        }
        catch (Exception e) when (e is WebSocketException or ObjectDisposedException or OperationCanceledException)
        {
            // Ended by us.
        }
    }

    private void Take(ReadOnlySpan<byte> message)
    {
        if (message.StartsWith("{\"type\":1,\"target\":\"push\""u8))
        {
            if (message.IndexOf("\"feed:i"u8) is >= 0 and var feed && Utf8Parser.TryParse(message[(feed + 7)..], out int inject, out _))
            {
                LastPush = message.ToArray();
                _received(this, inject);
            }

            if (message.IndexOf("\"stream\":\"team\",\"epoch\""u8) is >= 0 and var stream && message[stream..].IndexOf(",\"at\""u8) is > 0 and var place)
                Volatile.Write(ref _owes, Encoding.UTF8.GetString(message.Slice(stream, place)));
        }
        else if (message.StartsWith("{\"type\":3"u8))
        {
            var text = Encoding.UTF8.GetString(message);
            lock (_asked)
                if (_asked.Remove(text.Split('"')[5], out var asked))
                    asked.SetResult(text);
        }
    }

    /// <summary>As a client does: an acknowledgement a second when there is something to acknowledge, a ping now and then.</summary>
    private async Task StayAlive()
    {
        try
        {
            for (var second = 1; ; second++)
            {
                await Task.Delay(1000);
                if (Interlocked.Exchange(ref _owes, null) is { } place)
                    await Send(Encoding.UTF8.GetBytes($"{{\"type\":1,\"target\":\"Ack\",\"arguments\":[{{{place}}}]}}\u001e"));
                else if (second % 10 == 0)
                    await Send(Ping);
            }
        }
        catch (Exception e) when (e is WebSocketException or ObjectDisposedException or OperationCanceledException)
        {
            // Ended by us.
        }
    }
}
