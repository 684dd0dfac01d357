using HanoiAcademy.Server.Agencies;
using HanoiAcademy.Server.Drills.Seats;
using Microsoft.AspNetCore.Authorization;

namespace HanoiAcademy.Server.Drills.Api;

/// <summary>Who may come near a drill at all: an account, or a guest with a seat. Which drill, <see cref="DrillAccess"/> says.</summary>
internal static class DrillPolicies
{
    public const string AccountOrSeat = "account-or-seat";

    public static void Add(AuthorizationOptions options) => options.AddPolicy(AccountOrSeat, policy => policy
        .RequireAuthenticatedUser()
        .RequireAssertion(context => Viewer.Of(context.User).IsSignedIn || SeatCookie.Of(context.User) is not null));
}
