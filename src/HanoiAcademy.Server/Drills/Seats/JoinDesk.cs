using HanoiAcademy.Server.Agencies;
using HanoiAcademy.Server.Api;
using HanoiAcademy.Server.Security;
using HanoiAcademy.Storage.Drills;
using Microsoft.AspNetCore.Authentication;

namespace HanoiAcademy.Server.Drills.Seats;

/// <summary>GuestName: of one who has no account, or does not use it. RejoinWord: of a guest who was here before.</summary>
internal sealed record JoinOrder(string Code = "", string? Seat = null, string? GuestName = null, string? RejoinWord = null);

internal sealed record JoinAnswer(string Drill, string Seat, string? RejoinWord);

internal sealed record JoinOutcome(DrillEntry? Drill, string? Seat = null, string? RejoinWord = null, string? Code = null, params string[] Words);

/// <summary>Lets people in by code. A wrong code says nothing but that, and guessing is limited.</summary>
internal sealed class JoinDesk(IDrillCatalog catalog, ISeatingPlan plan, SeatOffice office, DrillAccess access, AttemptLimits attempts)
{
    private const int ShortestRandomKey = 32;

    public async Task<(DrillEntry? Drill, string? Code)> Find(string? typed, HttpContext http)
    {
        var code = Codes.Fold(typed);
        // Without an account every try counts for the address alone: a classroom that joins at once shares it, and the code.
        if (!attempts.TryTake("join", Viewer.Of(http.User).AccountId ?? http.TraceIdentifier, http))
            return (null, "too-many-attempts");
        // Who plays alone has his seat already, and nobody else is let in.
        return await catalog.FindByJoinCode(code, http.RequestAborted) is { IsAlone: false } drill ? (drill, null) : (null, "unknown-code");
    }

    public async Task<JoinOutcome> Join(JoinOrder order, HttpContext http)
    {
        var (drill, refused) = await Find(order.Code, http);
        if (drill is null)
            return new JoinOutcome(null, Code: refused);
        if (!string.IsNullOrWhiteSpace(order.RejoinWord))
            return await Rejoin(drill, order.RejoinWord, http);

        var viewer = Viewer.Of(http.User);

        // One person, one seat: a second one, as somebody else, would read the other side.
        if (await access.Find(drill.Id, http.User, http.RequestAborted) is { PlayerSeat: { } has })
            return Blank(order.Seat) is null || order.Seat == has ? new JoinOutcome(drill, has) : new JoinOutcome(drill, Code: "has-a-seat");
        Seated seated;
        if (string.IsNullOrWhiteSpace(order.GuestName))
        {
            if (!viewer.IsSignedIn)
                return new JoinOutcome(drill, Code: drill.GuestsAllowed ? "bad-name" : "no-guests");
            if (!await MaySit(drill, viewer))
                return new JoinOutcome(drill, Code: "not-of-this-agency");
            seated = await office.TakeByAccount(drill, Blank(order.Seat), viewer.AccountId!);
        }
        else
        {
            seated = await office.TakeByGuest(drill, Blank(order.Seat), order.GuestName, KeyOf(http));
        }

        if (seated.Code is not null)
            return new JoinOutcome(drill, Code: seated.Code, Words: order.Seat ?? "");
        if (seated.RejoinWord is { } word)
            await SignIn(http, drill.Id, seated.Seat!, Codes.Hash(word), order.GuestName!);
        return new JoinOutcome(drill, seated.Seat, seated.RejoinWord is { } shown ? Codes.InGroups(shown) : null);
    }

    private async Task<JoinOutcome> Rejoin(DrillEntry drill, string word, HttpContext http)
    {
        var hash = Codes.Hash(word);
        if (!attempts.TryTake("rejoin", http.TraceIdentifier, http))
            return new JoinOutcome(drill, Code: "too-many-attempts");
        if (await plan.FindGuest(drill.Id, hash, http.RequestAborted) is not { } holder)
            return new JoinOutcome(drill, Code: "unknown-word");
        await SignIn(http, drill.Id, holder.Seat, hash, holder.GuestName ?? "");
        await office.Confirm(drill.Id, holder.Seat);
        return new JoinOutcome(drill, holder.Seat);
    }

    /// <summary>People of the agencies in the drill; where guests are welcome, everybody with the code is.</summary>
    private async Task<bool> MaySit(DrillEntry drill, Viewer viewer)
    {
        if (drill.GuestsAllowed || drill.CreatedBy == viewer.AccountId)
            return true;
        var agencies = await catalog.Agencies(drill.Id);
        return agencies.Any(agency => viewer.Holds(Role.Trainee, agency));
    }

    private static Task SignIn(HttpContext http, string drill, string seat, string hash, string name) =>
        http.SignInAsync(SeatCookie.Scheme, new SeatCookie(drill, seat, hash).Principal(name));

    /// <summary>A short key may be a counter that somebody else guesses; a UUID is not.</summary>
    private static string? KeyOf(HttpContext http) =>
        http.Request.Headers[IdempotencyFilter.Header].ToString() is { Length: >= ShortestRandomKey } key ? key : null;

    private static string? Blank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;
}
