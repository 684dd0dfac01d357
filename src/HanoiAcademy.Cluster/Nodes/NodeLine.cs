using System.Threading.Channels;
using HanoiAcademy.Server.Drills.Rooms;

namespace HanoiAcademy.Cluster.Nodes;

/// <summary>
/// What one drill says to one node, in order: one call after the other, each with all that has gathered. No turn waits for it. When a call
/// fails the order is lost: the node's listeners count as gone, and once the node answers again they are told to join again, which brings
/// them what they lack.
/// </summary>
internal sealed class NodeLine
{
    private const int MostWaiting = 2_000;
    private const int MostInOneCall = 200;
    private static readonly TimeSpan BetweenTries = TimeSpan.FromSeconds(1);
    private static readonly NodeMessage[] JoinAgain = [new(Notice: new RoomNotice(RoomNotice.Again))];
    private readonly Channel<NodeMessage> _waiting;
    private readonly string _drill;
    private readonly NodeLines _lines;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;

    /// <summary>What the sender and what the grain has yet to do about a loss, each in its own time.</summary>
    private int _mustTell;
    private int _mustForget;

    public NodeLine(string drill, SiloAddress node, NodeLines lines, TimeProvider time, ILogger logger)
    {
        (_drill, Node, _lines, _time, _logger) = (drill, node, lines, time, logger);

        // One that falls so far behind is treated as one that failed.
        _waiting = Channel.CreateBounded<NodeMessage>(
            new BoundedChannelOptions(MostWaiting) { FullMode = BoundedChannelFullMode.DropOldest, SingleReader = true }, _ => Lose());
        _ = Task.Run(Send);
    }

    public SiloAddress Node { get; }

    public void Post(NodeMessage message) => _waiting.Writer.TryWrite(message);

    /// <summary>True once after each loss.</summary>
    public bool TakeLost() => Interlocked.Exchange(ref _mustForget, 0) == 1 || _lines.IsDead(Node);

    public void Close() => _waiting.Writer.TryComplete();

    private async Task Send()
    {
        var batch = new List<NodeMessage>();
        while (await _waiting.Reader.WaitToReadAsync())
        {
            batch.Clear();
            while (batch.Count < MostInOneCall && _waiting.Reader.TryRead(out var message))
                batch.Add(message);
            if (Volatile.Read(ref _mustTell) == 0 && await Delivered(batch))
                continue;
            Lose();
            Volatile.Write(ref _mustTell, 0);
            while (!_lines.IsDead(Node) && !await Delivered(JoinAgain))
                await Task.Delay(BetweenTries, _time);
            if (_lines.IsDead(Node))
                return;
        }
    }

    private void Lose()
    {
        Volatile.Write(ref _mustForget, 1);
        Volatile.Write(ref _mustTell, 1);
    }

    private async Task<bool> Delivered(IReadOnlyList<NodeMessage> messages)
    {
        try
        {
            await _lines.Deliver(Node, _drill, messages);
            return true;
        }
        catch (Exception e)
        {
            _logger.LogWarning("Node {Node} did not take what drill {Drill} sent: {Reason}", Node, _drill, e.Message);
            return false;
        }
    }
}
