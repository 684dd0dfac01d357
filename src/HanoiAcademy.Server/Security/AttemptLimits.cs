using System.Threading.RateLimiting;
using Microsoft.Extensions.Options;

namespace HanoiAcademy.Server.Security;

/// <summary>
/// Counts attempts by what is attacked (an account's name, a join code), not by address: a classroom of forty sits behind
/// one address. The limit per address is there for machines and lies far above a classroom.
/// </summary>
public sealed class AttemptLimits : IAsyncDisposable
{
    private readonly PartitionedRateLimiter<string> _byTarget;
    private readonly PartitionedRateLimiter<string> _byAddress;

    public AttemptLimits(IOptions<SecurityOptions> options)
    {
        var limits = options.Value;
        _byTarget = Limiter(limits.AttemptsPerTarget, limits.AttemptWindow);
        _byAddress = Limiter(limits.AttemptsPerAddress, limits.AttemptWindow);
    }

    /// <summary>Takes one attempt; false when there is none left in this window.</summary>
    /// <param name="kind">"sign-in", "join": the same word never counts for two things.</param>
    public bool TryTake(string kind, string target, HttpContext http)
    {
        using var byAddress = _byAddress.AttemptAcquire($"{kind}|{http.Connection.RemoteIpAddress}");
        if (!byAddress.IsAcquired)
            return false;
        using var byTarget = _byTarget.AttemptAcquire($"{kind}|{target.Trim().ToUpperInvariant()}");
        return byTarget.IsAcquired;
    }

    public async ValueTask DisposeAsync()
    {
        await _byTarget.DisposeAsync();
        await _byAddress.DisposeAsync();
    }

    private static PartitionedRateLimiter<string> Limiter(int permits, TimeSpan window) =>
        PartitionedRateLimiter.Create<string, string>(key => RateLimitPartition.GetFixedWindowLimiter(key, _ => new FixedWindowRateLimiterOptions
        {
            PermitLimit = permits,
            Window = window,
            QueueLimit = 0,
        }));
}
