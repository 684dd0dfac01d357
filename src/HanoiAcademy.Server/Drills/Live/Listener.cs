using System.Security.Claims;
using Microsoft.AspNetCore.SignalR;

namespace HanoiAcademy.Server.Drills.Live;

/// <summary>One connection that listens to a drill, with how far it has acknowledged each of its two streams.</summary>
internal sealed class Listener(HubCallerContext connection, string drill, string seat, string teamAudience, string ownAudience, string uiLanguage, bool onlyLooks = false)
{
    public string Id => connection.ConnectionId;

    /// <summary>Who he was when he connected.</summary>
    public ClaimsPrincipal User => connection.User!;

    public string Drill => drill;

    public string Seat => seat;

    public string UiLanguage => uiLanguage;

    /// <summary>He reads what another seat reads: whatever he sends is refused.</summary>
    public bool OnlyLooks => onlyLooks;

    public string TeamAudience => teamAudience;

    public string OwnAudience => ownAudience;

    private int _looking = Looking;
    private const int Looking = 1;
    private const int AskedToLookAgain = 2;

    /// <summary>False: he is still looking for the first time, and does it once more before he is answered.</summary>
    public bool MayBeTold() => Interlocked.CompareExchange(ref _looking, AskedToLookAgain, Looking) == 0;

    /// <summary>After a look; false when another one is needed, because the room was loaded anew meanwhile.</summary>
    public bool HasLooked()
    {
        if (Interlocked.CompareExchange(ref _looking, 0, Looking) == Looking)
            return true;
        _looking = Looking;
        return false;
    }

    private readonly Acknowledged _team = new();
    private readonly Acknowledged _own = new();

    public void Sent(string audience, long seq, long now) => (audience == ownAudience ? _own : _team).Sent(seq, now);

    public void Acknowledge(bool own, long seq, long now) => (own ? _own : _team).Acknowledge(seq, now);

    /// <summary>Since when it owes an acknowledgement, by the monotonic clock; null when it owes none.</summary>
    public long? SilentSince => (_team.Since, _own.Since) switch
    {
        ({ } team, { } own) => Math.Min(team, own),
        var (team, own) => team ?? own,
    };

    public void Abort() => connection.Abort();

    private sealed class Acknowledged
    {
        private readonly Lock _lock = new();
        private long _sent;
        private long? _since;

        public long? Since
        {
            get
            {
                lock (_lock)
                    return _since;
            }
        }

        public void Sent(long seq, long now)
        {
            lock (_lock)
            {
                _sent = seq;
                _since ??= now;
            }
        }

        public void Acknowledge(long seq, long now)
        {
            lock (_lock)
                _since = seq >= _sent ? null : _since is null ? null : now;
        }
    }
}
