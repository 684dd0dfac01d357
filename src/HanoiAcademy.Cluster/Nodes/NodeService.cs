using System.Collections.Immutable;
using HanoiAcademy.Drills.Wire;

namespace HanoiAcademy.Cluster.Nodes;

internal sealed class NodeService(GrainId id, Orleans.Runtime.Silo silo, ILoggerFactory loggers, NodeDesk desk) : GrainService(id, silo, loggers), INodeService
{
    public Task Deliver(string drill, byte[] messages) => desk.Deliver(drill, DrillJson.Read<ImmutableArray<NodeMessage>>(messages));
}
