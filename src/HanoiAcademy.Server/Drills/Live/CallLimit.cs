using System.Threading.RateLimiting;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.Options;

namespace HanoiAcademy.Server.Drills.Live;

/// <summary>One connection cannot take a drill's turns away from all others.</summary>
internal sealed class CallLimit(IOptions<DrillsOptions> options) : IHubFilter
{
    private const string Item = "call-limit";

    public async ValueTask<object?> InvokeMethodAsync(HubInvocationContext invocationContext, Func<HubInvocationContext, ValueTask<object?>> next)
    {
        // A hub takes one call of a connection at a time, so its items need no lock.
        var items = invocationContext.Context.Items;
        if (!items.TryGetValue(Item, out var limiter))
            items[Item] = limiter = Limiter();
        ((TokenBucketRateLimiter)limiter!).TryReplenish();
        using var lease = ((TokenBucketRateLimiter)limiter).AttemptAcquire();
        if (!lease.IsAcquired)
            throw new HubException("too-many-calls: wait a second.");
        return await next(invocationContext);
    }

    private TokenBucketRateLimiter Limiter() => new(new TokenBucketRateLimiterOptions
    {
        TokenLimit = options.Value.CallsASecond * 4,
        TokensPerPeriod = options.Value.CallsASecond,
        ReplenishmentPeriod = TimeSpan.FromSeconds(1),
        AutoReplenishment = false, // It would own a timer for as long as the process lives.
        QueueLimit = 0,
    });
}
