using HanoiAcademy.Server.Drills.Seats;
using HanoiAcademy.Storage.Accounts;
using HanoiAcademy.Storage.Drills;

namespace HanoiAcademy.Server.Drills.Api;

/// <summary>Names to seats; the log and the views hold seats alone.</summary>
internal static class People
{
    public static async Task<IResult> List(string id, HttpContext http, DrillAccess access, ISeatingPlan plan, IAccountDirectory accounts, CancellationToken cancel) =>
        await access.Find(id, http.User, cancel) is null ? Results.NotFound() : DrillJsonResult.Of(await Names(id, plan, accounts, cancel));

    public static async Task<SortedDictionary<string, string>> Names(string drill, ISeatingPlan plan, IAccountDirectory accounts, CancellationToken cancel)
    {
        var names = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var holder in await plan.Who(drill, cancel))
            names[holder.Seat] = holder.AccountId is { } account ? (await accounts.Get(account, cancel))?.DisplayName ?? "" : holder.GuestName ?? "";
        return names;
    }
}
