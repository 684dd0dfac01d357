using Orleans.Services;

namespace HanoiAcademy.Cluster.Nodes;

/// <summary>Takes a room's messages on the node where it runs.</summary>
[Alias("academy.node")]
internal interface INodeService : IGrainService
{
    /// <param name="messages">A list of <see cref="NodeMessage"/>, in order, as wire JSON. When it returns they are on their way to the listeners.</param>
    [Alias("deliver")]
    [ResponseTimeout("00:00:05")]
    Task Deliver(string drill, byte[] messages);
}
