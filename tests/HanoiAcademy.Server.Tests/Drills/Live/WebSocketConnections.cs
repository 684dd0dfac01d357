using System.IO.Pipelines;
using System.Net;
using System.Net.WebSockets;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Http.Features;

namespace HanoiAcademy.Server.Tests.Drills.Live;

/// <summary>SignalR's client over a plain WebSocket.</summary>
internal sealed class WebSocketConnections(CookieContainer cookies, string? origin) : IConnectionFactory
{
    public async ValueTask<ConnectionContext> ConnectAsync(EndPoint endpoint, CancellationToken cancellationToken = default)
    {
        var socket = new ClientWebSocket();
        socket.Options.Cookies = cookies;
        if (origin is not null)
            socket.Options.SetRequestHeader("Origin", origin);
        await socket.ConnectAsync(((UriEndPoint)endpoint).Uri, cancellationToken);
        return new SocketConnection(socket);
    }

    private sealed class SocketConnection : ConnectionContext, IDuplexPipe
    {
        private readonly Pipe _in = new();
        private readonly Pipe _out = new();
        private readonly WebSocket _socket;
        private readonly Task _both;

        public SocketConnection(WebSocket socket)
        {
            _socket = socket;
            Transport = this;
            _both = Task.WhenAll(Task.Run(Receive), Task.Run(Send));
        }

        public override string ConnectionId { get; set; } = Guid.NewGuid().ToString("n");

        public override IFeatureCollection Features { get; } = new FeatureCollection();

        public override IDictionary<object, object?> Items { get; set; } = new Dictionary<object, object?>();

        public override IDuplexPipe Transport { get; set; }

        public PipeReader Input => _in.Reader;

        public PipeWriter Output => _out.Writer;

        public override void Abort() => _socket.Abort();

        public override async ValueTask DisposeAsync()
        {
            await _out.Writer.CompleteAsync();
            await _in.Reader.CompleteAsync();
            _socket.Abort();
            await _both;
            _socket.Dispose();
        }

        private async Task Receive()
        {
            Exception? error = null;
            try
            {
                while (_socket.State == WebSocketState.Open)
                {
                    var read = await _socket.ReceiveAsync(_in.Writer.GetMemory(4096), CancellationToken.None);
                    if (read.MessageType == WebSocketMessageType.Close)
                        break;
                    _in.Writer.Advance(read.Count);
                    if ((await _in.Writer.FlushAsync()).IsCompleted)
                        break;
                }
            }
            catch (Exception e) when (e is WebSocketException or OperationCanceledException or ObjectDisposedException)
            {
                error = e;
            }

            await _in.Writer.CompleteAsync(error);
        }

        private async Task Send()
        {
            try
            {
                while (true)
                {
                    var read = await _out.Reader.ReadAsync();
                    foreach (var part in read.Buffer)
                        await _socket.SendAsync(part, WebSocketMessageType.Text, endOfMessage: true, CancellationToken.None);
                    _out.Reader.AdvanceTo(read.Buffer.End);
                    if (read.IsCompleted)
                        break;
                }
            }
            catch (Exception e) when (e is WebSocketException or OperationCanceledException or ObjectDisposedException)
            {
                // The other side is gone; reading says so.
            }

            await _out.Reader.CompleteAsync();
        }
    }
}
