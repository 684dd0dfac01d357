using System.Collections.Frozen;
using System.Security.Claims;

namespace HanoiAcademy.Server.Agencies;

/// <summary>Who asks: an account with its roles in agencies, or nobody known.</summary>
internal sealed class Viewer
{
    /// <summary>A claim "agency id:role" for each membership; made at sign-in, renewed with the security stamp.</summary>
    public const string MembershipClaim = "academy:membership";

    public static Viewer Nobody { get; } = new(null, null, FrozenDictionary<string, Role>.Empty);

    private readonly FrozenDictionary<string, Role> _highest;

    private Viewer(string? accountId, string? name, FrozenDictionary<string, Role> highest)
    {
        AccountId = accountId;
        Name = name;
        _highest = highest;
    }

    public string? AccountId { get; }

    public string? Name { get; }

    public bool IsSignedIn => AccountId is not null;

    public bool Holds(Role role, string agencyId) => _highest.TryGetValue(agencyId, out var highest) && highest >= role;

    public bool HoldsSomewhere(Role role) => _highest.Values.Any(highest => highest >= role);

    /// <summary>The agencies in which the viewer holds at least this role, in ordinal order.</summary>
    public IEnumerable<string> AgenciesWhere(Role role) =>
        _highest.Where(pair => pair.Value >= role).Select(pair => pair.Key).Order(StringComparer.Ordinal);

    public static Viewer Of(ClaimsPrincipal? user)
    {
        var accountId = user?.FindFirstValue(ClaimTypes.NameIdentifier);
        if (user?.Identity?.IsAuthenticated != true || accountId is null)
            return Nobody;

        var highest = user.FindAll(MembershipClaim)
            .Select(claim => claim.Value.Split(':', 2))
            .Where(parts => parts.Length == 2 && Roles.Parse(parts[1]) is not null)
            .GroupBy(parts => parts[0], parts => Roles.Parse(parts[1])!.Value)
            .ToFrozenDictionary(group => group.Key, group => group.Max());
        return new Viewer(accountId, user.FindFirstValue(DisplayNameClaim) ?? user.Identity.Name, highest);
    }

    public const string DisplayNameClaim = "academy:name";

    public static Claim Membership(string agencyId, string role) => new(MembershipClaim, $"{agencyId}:{role}");
}
