using HanoiAcademy.Drills.Commands;
using HanoiAcademy.Drills.Views;
using HanoiAcademy.Drills.Wire;
using HanoiAcademy.Server.Drills.Live;
using HanoiAcademy.Server.Drills.Rooms;
using HanoiAcademy.Storage.Drills;

namespace HanoiAcademy.Server.Drills.Seats;

/// <summary>Seat: where one sits now. RejoinWord: a guest's, shown this once. Code: why not.</summary>
internal sealed record Seated(string? Seat, string? RejoinWord = null, string? Code = null);

/// <summary>Seats people: the plan knows who, the log only that somebody.</summary>
internal sealed class SeatOffice(ISeatingPlan plan, IDrillRooms rooms, LaunchedScenarios scenarios, LiveConnections connections, TimeProvider time)
{
    private const int LongestName = 60;

    public async Task<Seated> TakeByAccount(DrillEntry drill, string? seat, string accountId)
    {
        var seated = await plan.Who(drill.Id);
        if (seated.FirstOrDefault(holder => holder.AccountId == accountId && !IsControl(holder.Seat)) is { } already)
            return seat is null || seat == already.Seat ? await Settle(drill, already, null) : new Seated(null, Code: "has-a-seat");
        return await Take(drill, seat, seated, found => new SeatHolder { DrillId = drill.Id, Seat = found, AccountId = accountId, Since = time.GetUtcNow() }, null);
    }

    /// <param name="key">A random value that a repeat of this call brings again; null when there is none.</param>
    public async Task<Seated> TakeByGuest(DrillEntry drill, string? seat, string guestName, string? key)
    {
        var name = string.Join(' ', guestName.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        if (!drill.GuestsAllowed)
            return new Seated(null, Code: "no-guests");
        if (name.Length is 0 or > LongestName || name.Any(char.IsControl))
            return new Seated(null, Code: "bad-name");
        var word = key is null ? Codes.NewRejoinWord() : Codes.RejoinWordOf(drill.Id, key);
        if (key is not null && await plan.FindGuest(drill.Id, Codes.Hash(word)) is { } before)
            return await Settle(drill, before, word);
        return await Take(drill, seat, await plan.Who(drill.Id), found => new SeatHolder
        {
            DrillId = drill.Id,
            Seat = found,
            GuestName = name,
            RejoinWordHash = Codes.Hash(word),
            Since = time.GetUtcNow(),
        }, word);
    }

    /// <summary>The room learns of everybody whom the plan seats, also if the server died in between; saying it again changes nothing.</summary>
    public Task<Answer> Confirm(string drill, string seat) =>
        IsControl(seat) ? Task.FromResult(Answer.Accepted(0)) : rooms.Send(drill, Own(new TakeSeat(seat)));

    /// <summary>Frees a seat, whoever sits there.</summary>
    public async Task<Answer> Release(string drill, string seat)
    {
        var answer = await rooms.Send(drill, Own(new LeaveSeat(seat)));
        if (answer.Status == Answer.AcceptedStatus)
            await Forget(drill, seat);
        return answer;
    }

    /// <summary>Whoever sits there leaves, and a simulated player goes on; also where nobody sits.</summary>
    /// <param name="by">The seat that wants it, as <see cref="Envelope.Seat"/>.</param>
    public async Task<Answer> HandOver(string drill, string seat, string skill, string by)
    {
        var command = new HandSeatOver(seat, skill);
        var answer = await rooms.Send(drill, new Envelope($"seat-{Guid.NewGuid():n}", by, command));
        await Follow(drill, by, command, answer);
        return answer;
    }

    /// <summary>The plan follows a seat that was left, or given to a simulated player, by a command.</summary>
    public async Task Follow(string drill, string seat, Command command, Answer answer)
    {
        if (answer.Status != Answer.AcceptedStatus)
            return;
        if (command is LeaveSeat leave && leave.Seat == seat)
            await Forget(drill, seat);
        // A repeat that comes late is answered like the first; somebody else may sit there by then.
        else if (command is HandSeatOver handed && !await SomebodySits(drill, handed.Seat))
            await Forget(drill, handed.Seat);
    }

    /// <summary>The drill pauses and nobody hears anything of it any more; who sits in it finds it again as it stood.</summary>
    public async Task PutToSleep(string drill)
    {
        await rooms.Send(drill, Own(new Pause()));
        foreach (var holder in (await plan.Who(drill)).Where(holder => !IsControl(holder.Seat)))
            await TurnOut(drill, holder.Seat);
    }

    private async Task<bool> SomebodySits(string drill, string seat)
    {
        var view = await rooms.View(drill, new ViewAsk("control.observer.1", ""));
        return DrillJson.Read<Dictionary<string, ViewRecord>>(view.Team.Records!.Value.Utf8).GetValueOrDefault($"seat:{seat}") is SeatView { Holder: "person" };
    }

    private async Task Forget(string drill, string seat)
    {
        await plan.Leave(drill, seat);
        await TurnOut(drill, seat);
    }

    /// <summary>Whoever listens from the seat hears nothing more; what the plan says stays.</summary>
    public async Task TurnOut(string drill, string seat)
    {
        foreach (var listener in await connections.Remove(drill, seat))
            await rooms.Gone(drill, listener.Id);
        await rooms.Silence(drill, seat);
    }

    private async Task<Seated> Take(DrillEntry drill, string? asked, IReadOnlyList<SeatHolder> seated, Func<string, SeatHolder> holder, string? word)
    {
        var places = SeatPlace.All(await scenarios.Get(drill.ContentSha256), seated, "");
        if (asked is not null && !places.Any(place => place.Seat == asked))
            return new Seated(null, Code: "no-such-seat");
        foreach (var place in places.Where(place => !place.Taken && (asked is null || place.Seat == asked)))
        {
            var taken = holder(place.Seat);
            if (!await plan.Take(taken))
                continue;
            var settled = await Settle(drill, taken, word);
            // Who takes any seat is not turned away because the first free one is of a team that is out.
            if (asked is not null || settled.Code != "team-is-out")
                return settled;
        }

        return new Seated(null, Code: asked is null ? "all-seats-taken" : "seat-taken");
    }

    private async Task<Seated> Settle(DrillEntry drill, SeatHolder holder, string? word)
    {
        var answer = await Confirm(drill.Id, holder.Seat);
        if (answer.Status != Answer.RefusedStatus)
            return new Seated(holder.Seat, word);
        await plan.Leave(drill.Id, holder.Seat);
        return new Seated(null, Code: answer.Code);
    }

    private static Envelope Own(Command command) => new($"seat-{Guid.NewGuid():n}", Actor.System.Id, command);

    private static bool IsControl(string seat) => new Actor(seat).IsControl;
}
