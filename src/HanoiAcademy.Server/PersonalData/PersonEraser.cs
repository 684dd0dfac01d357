using HanoiAcademy.Drills.Commands;
using HanoiAcademy.Server.Drills.Seats;
using HanoiAcademy.Storage.Drills;
using HanoiAcademy.Storage.People;

namespace HanoiAcademy.Server.PersonalData;

/// <summary>Takes a person out of the site: out of the rooms he waits in, then out of the database.</summary>
internal sealed class PersonEraser(IPeoplesData data, ISeatingPlan plan, IDrillCatalog catalog, SeatOffice office, TimeProvider time)
{
    public const string Asked = "asked";
    public const string ForSomebody = "for-somebody";

    /// <param name="reason"><see cref="Asked"/> or <see cref="ForSomebody"/>.</param>
    /// <param name="by">Who pressed.</param>
    public Task<EraseAnswer> Erase(string accountId, string agencyId, string reason, string by, CancellationToken cancel) =>
        Erase(accountId, Act("account-erased", agencyId, reason, by), cancel);

    /// <summary>By a rule of retention, whose line it adds to.</summary>
    public Task<EraseAnswer> EraseIdle(string accountId, DataAct act, CancellationToken cancel) => Erase(accountId, act, cancel);

    private async Task<EraseAnswer> Erase(string accountId, DataAct act, CancellationToken cancel)
    {
        if (await data.MayErase(accountId, cancel) is var may and not EraseAnswer.Erased)
            return may;
        // From here on it is done whether or not whoever asked still listens.
        foreach (var holder in await plan.SeatsOf(accountId, CancellationToken.None))
        {
            if (await catalog.Get(holder.DrillId, CancellationToken.None) is not { Status: not DrillStatus.Ended })
                continue;
            if (new Actor(holder.Seat).IsControl)
                await office.TurnOut(holder.DrillId, holder.Seat);
            else
                await office.Release(holder.DrillId, holder.Seat);
        }

        return await data.Erase(accountId, act);
    }

    public Task<bool> EraseGuest(DrillEntry drill, SeatHolder guest) =>
        data.EraseGuest(drill.Id, guest.Seat, guest.RejoinWordHash!, Act("guest-erased", drill.AgencyId, Asked, null));

    public DataAct Act(string act, string agencyId, string reason, string? by) => new()
    {
        Id = Guid.NewGuid().ToString("n"),
        AgencyId = agencyId,
        Wall = time.GetUtcNow(),
        Act = act,
        Reason = reason,
        Quantity = 1,
        DoneBy = by,
    };
}
