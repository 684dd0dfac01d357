using System.Security.Cryptography;
using HanoiAcademy.Drills.Commands;
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

    /// <summary>Accounts of the agencies in the drill, in order of user name.</summary>
    public async Task<IReadOnlyList<AccountEntry>> Candidates(string drill, CancellationToken cancel)
    {
        var found = new SortedDictionary<string, AccountEntry>(StringComparer.Ordinal);
        foreach (var agency in await catalog.Agencies(drill, cancel))
            foreach (var account in (await accounts.InAgency(agency, cancel)).Where(account => !account.Disabled))
                found[account.UserName] = account;
        return [.. found.Values];
    }

    /// <returns>Null, or the code of why not.</returns>
    public async Task<string?> Appoint(DrillEntry drill, string? userName, string? part, string by, CancellationToken cancel)
    {
        if (await Part(drill, part, cancel) is not { } made)
            return "no-such-part";
        if ((await Candidates(drill.Id, cancel)).FirstOrDefault(one => string.Equals(one.UserName, userName?.Trim(), StringComparison.OrdinalIgnoreCase)) is not { } account)
            return "no-such-account";
        await Silence(drill.Id, account.Id);
        await controllers.Appoint(Line(drill.Id, account.Id, made, by));
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

    /// <returns>Null, or the code of why not.</returns>
    public async Task<string?> Accept(DrillEntry drill, string? word, string account, CancellationToken cancel)
    {
        if (await Read(drill, word, cancel) is not { } part)
            return "no-such-part";
        return await controllers.Join(Line(drill.Id, account, part, Words(word)[2])) ? null : "dismissed";
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
