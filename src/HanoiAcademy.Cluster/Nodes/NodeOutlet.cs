using HanoiAcademy.Server.Drills.Rooms;

namespace HanoiAcademy.Cluster.Nodes;

/// <summary>Where a room of a cluster puts what goes out: each message once to every node that has somebody who may read it.</summary>
internal sealed class NodeOutlet(string drill, NodeLines lines) : IRoomOutlet
{
    private readonly Dictionary<SiloAddress, NodeLine> _lines = [];
    private readonly Dictionary<string, Viewer> _viewers = new(StringComparer.Ordinal);

    public void Add(SiloAddress node, string connection, (string Team, string Own) audiences)
    {
        _viewers[connection] = new Viewer(node, audiences.Team, audiences.Own);
        LineTo(node);
    }

    public void Remove(string connection) => _viewers.Remove(connection);

    public void Push(string drill, string audience, long seq, RawJson push)
    {
        var message = new NodeMessage(audience, seq, push);
        foreach (var node in _viewers.Values.Where(viewer => viewer.Team == audience || viewer.Own == audience).Select(viewer => viewer.Node).Distinct())
            LineTo(node).Post(message);
    }

    /// <summary>A room that was just loaded does not know yet who listens: all nodes hear of it.</summary>
    public void Notice(string drill, string? seat, RoomNotice notice) =>
        ToAll(new NodeMessage(Seat: seat, Notice: notice), notice.What == RoomNotice.Again ? lines.Active : [.. _lines.Keys]);

    public void Silence(string drill, string seat) => ToAll(new NodeMessage(Seat: seat), lines.Active);

    /// <summary>The connections on nodes that died or missed something, which are forgotten here with this call.</summary>
    public IReadOnlyList<string> TakeLost()
    {
        var lost = _lines.Values.Where(line => line.TakeLost()).Select(line => line.Node).ToHashSet();
        if (lost.Count == 0)
            return [];
        foreach (var node in lost.Where(lines.IsDead))
        {
            _lines.Remove(node, out var line);
            line?.Close();
        }

        var gone = _viewers.Where(viewer => lost.Contains(viewer.Value.Node)).Select(viewer => viewer.Key).ToList();
        gone.ForEach(connection => _viewers.Remove(connection));
        return gone;
    }

    public void Close()
    {
        foreach (var line in _lines.Values)
            line.Close();
    }

    private void ToAll(NodeMessage message, IReadOnlyList<SiloAddress> nodes)
    {
        foreach (var node in nodes)
            LineTo(node).Post(message);
    }

    private NodeLine LineTo(SiloAddress node)
    {
        if (!_lines.TryGetValue(node, out var line))
            _lines[node] = line = lines.Open(drill, node);
        return line;
    }

    private sealed record Viewer(SiloAddress Node, string Team, string Own);
}
