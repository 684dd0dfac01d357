using Orleans.Runtime.Services;

namespace HanoiAcademy.Cluster.Nodes;

/// <summary>Reaches the service of a node by the node's address.</summary>
internal sealed class NodeClient(IServiceProvider services) : GrainServiceClient<INodeService>(services)
{
    public Task Deliver(SiloAddress node, string drill, byte[] messages) => GetGrainService(node).Deliver(drill, messages);
}
