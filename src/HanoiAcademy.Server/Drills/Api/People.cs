using HanoiAcademy.Server.Drills.Seats;
using HanoiAcademy.Storage.Accounts;
using HanoiAcademy.Storage.Drills;

namespace HanoiAcademy.Server.Drills.Api;

/// <summary>Names to seats; the log and the views hold seats alone.</summary>
internal static class People
{
    public static async Task<IResult> List(string id, HttpContext http, DrillAccess access, ISeatingPlan plan, IAccountDirectory accounts, CancellationToken cancel) =>
        await access.Find(id, http.User, cancel) is null ? Results.NotFound() : DrillJsonResult.Of(await Names(id, plan, accounts, cancel));

    public static async Task<SortedDictionary<string, string>> Names(string drill, ISeatingPlan plan, IAccountDirectory accounts, CancellationToken cancel) =>
        (await Names([drill], plan, accounts, cancel))[drill];

    /// <summary>Of several drills, by drill and seat; whoever sits there is looked up once, all in one read.</summary>
    public static async Task<IReadOnlyDictionary<string, SortedDictionary<string, string>>> Names(IReadOnlyList<string> drills, ISeatingPlan plan, IAccountDirectory accounts, CancellationToken cancel)
    {
        var seated = new List<SeatHolder>();
        foreach (var drill in drills)
            seated.AddRange(await plan.Who(drill, cancel));
        var ids = seated.Select(holder => holder.AccountId).OfType<string>().ToHashSet(StringComparer.Ordinal);
        var known = (ids.Count == 0 ? [] : await accounts.Get(ids, cancel)).ToDictionary(account => account.Id, account => account.DisplayName, StringComparer.Ordinal);
        var names = drills.ToDictionary(drill => drill, _ => new SortedDictionary<string, string>(StringComparer.Ordinal), StringComparer.Ordinal);
        foreach (var holder in seated)
            names[holder.DrillId][holder.Seat] = holder.AccountId is { } account ? known.GetValueOrDefault(account, "") : holder.GuestName ?? "";
        return names;
    }
}
