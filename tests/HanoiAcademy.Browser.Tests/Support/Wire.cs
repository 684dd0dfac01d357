using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Threading.Channels;

namespace HanoiAcademy.Browser.Tests.Support;

/// <summary>A line between one browser and the site, which can be slow and can be cut: whatever goes over it, the live line too, suffers alike.</summary>
public sealed class Wire : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _gone = new();
    private readonly Uri _site;
    private readonly TimeSpan _delay;
    private readonly Rate _up;
    private readonly Rate _down;
    private readonly Task _accepting;
    private readonly HashSet<Socket> _open = [];
    private bool _isCut;

    /// <param name="delay">How long a byte travels one way.</param>
    /// <param name="kilobits">What passes in a second, each way.</param>
    public Wire(Uri site, TimeSpan delay = default, int? kilobits = null)
    {
        (_site, _delay, _up, _down) = (site, delay, new Rate(kilobits), new Rate(kilobits));
        _listener.Start();
        Address = new Uri($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}");
        _accepting = AcceptAsync();
    }

    public Uri Address { get; }

    public void Cut()
    {
        lock (_open)
        {
            _isCut = true;
            foreach (var socket in _open)
                socket.Close(0);
            _open.Clear();
        }
    }

    public void Mend()
    {
        lock (_open)
            _isCut = false;
    }

    public async ValueTask DisposeAsync()
    {
        await _gone.CancelAsync();
        Cut();
        _listener.Stop();
        await _accepting.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _gone.Dispose();
    }

    private async Task AcceptAsync()
    {
        while (!_gone.IsCancellationRequested)
        {
            var near = await _listener.AcceptSocketAsync(_gone.Token);
            var far = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            near.NoDelay = true;
            lock (_open)
            {
                if (_isCut)
                {
                    near.Close(0);
                    far.Dispose();
                    continue;
                }

                _open.Add(near);
                _open.Add(far);
            }

            _ = JoinAsync(near, far);
        }
    }

    private async Task JoinAsync(Socket near, Socket far)
    {
        try
        {
            await far.ConnectAsync(_site.Host, _site.Port);
            await Task.WhenAny(PassAsync(near, far, _up), PassAsync(far, near, _down));
        }
        catch (SocketException)
        {
            // The site has stopped, or the line was cut meanwhile: the browser sees what it would see.
        }
        finally
        {
            near.Close(0);
            far.Close(0);
            lock (_open)
            {
                _open.Remove(near);
                _open.Remove(far);
            }
        }
    }

    /// <summary>Until one end closes; what was on the way then still arrives.</summary>
    private async Task PassAsync(Socket from, Socket to, Rate rate)
    {
        var travelling = Channel.CreateBounded<(byte[] Bytes, long Due)>(256);
        var arriving = ArriveAsync(travelling.Reader, to, rate);
        var buffer = new byte[4096];
        try
        {
            while (await from.ReceiveAsync(buffer) is > 0 and var read)
                await travelling.Writer.WriteAsync((buffer[..read], Stopwatch.GetTimestamp() + (long)(_delay.TotalSeconds * Stopwatch.Frequency)));
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            // Cut.
        }

        travelling.Writer.Complete();
        await arriving;
    }

    private static async Task ArriveAsync(ChannelReader<(byte[] Bytes, long Due)> travelling, Socket to, Rate rate)
    {
        try
        {
            await foreach (var (bytes, due) in travelling.ReadAllAsync())
            {
                await UntilAsync(rate.Book(bytes.Length, due));
                await to.SendAsync(bytes);
            }
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            // Cut.
        }
    }

    private static async Task UntilAsync(long due)
    {
        if (due - Stopwatch.GetTimestamp() is > 0 and var left)
            await Task.Delay(TimeSpan.FromSeconds((double)left / Stopwatch.Frequency));
    }

    /// <summary>All connections share what the line carries.</summary>
    private sealed class Rate(int? kilobits)
    {
        private readonly Lock _lock = new();
        private long _free;

        public long Book(int bytes, long due)
        {
            if (kilobits is not { } rate)
                return due;
            lock (_lock)
                return _free = Math.Max(_free, due) + bytes * 8 * Stopwatch.Frequency / (rate * 1000L);
        }
    }
}
