using System.Security.Cryptography;
using HanoiAcademy.Drills.Commands;
using HanoiAcademy.Server.Agencies;
using HanoiAcademy.Server.Drills.Live;
using HanoiAcademy.Server.Drills.Rooms;
using HanoiAcademy.Storage.Accounts;
using HanoiAcademy.Storage.Drills;
using Microsoft.AspNetCore.DataProtection;

namespace HanoiAcademy.Server.Drills.Seats;

/// <summary>Makes people controllers of a drill: by name, or by a link for everybody who gets it. Who may do so its callers ask before.</summary>
internal sealed class ControlOffice(
    IDrillControllers controllers, IDrillCatalog catalog, IAccountDirectory accounts, ISeatingPlan plan, LaunchedScenarios scenarios, LiveConnections connections, IDrillRooms rooms, IDataProtectionProvider protection, TimeProvider time)
{
    private static readonly TimeSpan LinkLasts = TimeSpan.FromDays(1);
    private readonly ITimeLimitedDataProtector _links = protection.CreateProtector("academy.drills.control-invitation").ToTimeLimitedDataProtector();

    /// <summary>
    /// Who may be offered by name, in order of user name: accounts of those agencies in the drill to which the viewer belongs. Another's people are nobody's
    /// to leaf through, since any agency can be admitted unasked; who knows a user name there can type it.
    /// </summary>
    public Task<IReadOnlyList<AccountEntry>> Candidates(string drill, Viewer viewer, CancellationToken cancel) =>
        Eligible(drill, agency => viewer.Holds(Role.Trainee, agency), cancel);

    private async Task<IReadOnlyList<AccountEntry>> Eligible(string drill, Func<string, bool> isOfAgency, CancellationToken cancel)
    {
        var found = new SortedDictionary<string, AccountEntry>(StringComparer.Ordinal);
        foreach (var agency in (await catalog.Agencies(drill, cancel)).Where(isOfAgency))
            foreach (var account in (await accounts.InAgency(agency, cancel)).Where(account => !account.Disabled))
                found[account.UserName] = account;
        return [.. found.Values];
    }

    /// <returns>Null, or the code of why not.</returns>
    public async Task<string?> Appoint(DrillEntry drill, string? userName, string? part, string by, CancellationToken cancel)
    {
        if (await Part(drill, part, cancel) is not { } made)
            return "no-such-part";
        if ((await Eligible(drill.Id, _ => true, cancel)).FirstOrDefault(one => string.Equals(one.UserName, userName?.Trim(), StringComparison.OrdinalIgnoreCase)) is not { } account)
            return "no-such-account";
        await controllers.Appoint(Line(drill.Id, account.Id, made, by));
        // Afterwards: who comes back at once then finds the new part, not the old one.
        await Silence(drill.Id, account.Id);
        return null;
    }

    public async Task<bool> Dismiss(string drill, string account)
    {
        if (!await controllers.Dismiss(drill, account))
            return false;
        await Silence(drill, account);
        return true;
    }

    /// <summary>A word that makes whoever brings it within a day, signed in, what it says. It names its drill and cannot be changed.</summary>
    public async Task<string?> Invite(DrillEntry drill, string? part, string by, CancellationToken cancel) =>
        await Part(drill, part, cancel) is { } made ? _links.Protect($"{drill.Id} {made.Word} {by}", LinkLasts) : null;

    /// <summary>What an invitation would make of its reader; null when it is none, is another drill's, or its day is over.</summary>
    public async Task<ControlPart?> Read(DrillEntry drill, string? word, CancellationToken cancel) =>
        Words(word) is [var of, var part, _] && of == drill.Id ? await Part(drill, part, cancel) : null;

    /// <summary>A link gives a part to one who has none; another than he has, or back what was taken from him, only who directs gives. Nobody who plays comes to see the plan by it.</summary>
    /// <returns>Null, or the code of why not.</returns>
    public async Task<string?> Accept(DrillEntry drill, string? word, string account, CancellationToken cancel)
    {
        if (await Read(drill, word, cancel) is not { } part)
            return "no-such-part";
        if ((await plan.Who(drill.Id, cancel)).Any(holder => holder.AccountId == account && !new Actor(holder.Seat).IsControl))
            return "plays-here";
        if (await controllers.Join(Line(drill.Id, account, part, Words(word)[2])))
        {
            await Silence(drill.Id, account);
            return null;
        }

        return await controllers.Find(drill.Id, account, cancel) is not { } has ? "dismissed"
            : has.Role == part.Role && has.Team == part.Team ? null
            : "has-a-part";
    }

    private string[] Words(string? word)
    {
        try
        {
            return string.IsNullOrEmpty(word) ? [] : _links.Unprotect(word).Split(' ');
        }
        catch (CryptographicException)
        {
            return [];
        }
    }

    private async Task<ControlPart?> Part(DrillEntry drill, string? word, CancellationToken cancel) =>
        ControlPart.Read(word, await scenarios.Get(drill.ContentSha256, cancel));

    /// <summary>Whatever he listens to as what he was until now ends; what he did stays under the seat he did it from.</summary>
    private async Task Silence(string drill, string account)
    {
        foreach (var seat in (await plan.Who(drill)).Where(holder => holder.AccountId == account && new Actor(holder.Seat).IsControl).Select(holder => holder.Seat))
        {
            foreach (var listener in await connections.Remove(drill, seat))
                await rooms.Gone(drill, listener.Id);
            await rooms.Silence(drill, seat);
        }
    }

    private DrillController Line(string drill, string account, ControlPart part, string by) =>
        new() { DrillId = drill, AccountId = account, Role = part.Role, Team = part.Team, AppointedBy = by, Since = time.GetUtcNow() };
}
