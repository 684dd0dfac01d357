namespace HanoiAcademy.Cluster.Nodes;

/// <summary>Opens lines from a drill on this silo to the nodes.</summary>
internal sealed class NodeLines(ISiloStatusOracle silos, NodeClient client, NodeDesk desk, TimeProvider time, ILogger<NodeLine> logger)
{
    public IReadOnlyList<SiloAddress> Active => silos.GetActiveSilos();

    public bool IsDead(SiloAddress node) => silos.IsDeadSilo(node);

    public NodeLine Open(string drill, SiloAddress node) => new(drill, node, this, time, logger);

    public Task Deliver(SiloAddress node, string drill, IReadOnlyList<NodeMessage> messages) => node.Equals(silos.SiloAddress)
        ? desk.Deliver(drill, messages)
        : client.Deliver(node, drill, HanoiAcademy.Drills.Wire.DrillJson.ToBytes(messages));
}
