using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;

namespace HanoiAcademy.Server.Drills.Seats;

/// <summary>
/// A guest's proof of his seat: a cookie beside the account's, so that one who has both keeps both. What it says counts only while the
/// seating plan says the same (<see cref="DrillAccess"/>).
/// </summary>
internal sealed record SeatCookie(string Drill, string Seat, string RejoinWordHash)
{
    public const string Scheme = "academy.seat";
    private const string DrillClaim = "academy:drill";
    private const string SeatClaim = "academy:seat";
    private const string WordClaim = "academy:rejoin";

    public ClaimsPrincipal Principal(string guestName) => new(new ClaimsIdentity(
        [new(ClaimTypes.Name, guestName), new(DrillClaim, Drill), new(SeatClaim, Seat), new(WordClaim, RejoinWordHash)], Scheme));

    public static SeatCookie? Of(ClaimsPrincipal user) =>
        user.FindFirstValue(DrillClaim) is { } drill && user.FindFirstValue(SeatClaim) is { } seat && user.FindFirstValue(WordClaim) is { } word
            ? new SeatCookie(drill, seat, word)
            : null;

    /// <summary>Adds the seat to whoever else the caller is.</summary>
    public static async Task Read(HttpContext http, RequestDelegate next)
    {
        if ((await http.AuthenticateAsync(Scheme)).Principal is { } seated)
        {
            var known = http.User.Identities.Where(identity => identity.IsAuthenticated);
            http.User = new ClaimsPrincipal(known.Concat(seated.Identities));
        }

        await next(http);
    }
}
