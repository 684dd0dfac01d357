using HanoiAcademy.Bench.Load;

namespace HanoiAcademy.Bench.Servers;

/// <summary>A server with drills in it, seen from the lines that load it: the academy or the bare hub.</summary>
internal interface IServerUnderLoad : IAsyncDisposable
{
    string Name { get; }

    ServerProcess Process { get; }

    /// <summary>The line that commands this drill.</summary>
    Task<HubLine> OpenInstructorAsync(int drill, CancellationToken cancel);

    /// <summary>The line of a trainee; it is in its groups when this comes back.</summary>
    Task<HubLine> OpenTraineeAsync(int drill, int trainee, CancellationToken cancel);

    /// <summary>Called when all lines are open and memory has been read.</summary>
    Task StartAsync(int drill, HubLine instructor, CancellationToken cancel);

    /// <summary>Comes back when the server has accepted.</summary>
    Task CommandAsync(int drill, HubLine instructor, int inject, CancellationToken cancel);

    /// <summary>What a trainee's client owes the server for a push.</summary>
    void Acknowledge(HubLine trainee, ReadOnlySpan<byte> push);
}
