using System.Security.Cryptography;
using System.Text;
using HanoiAcademy.Server.Agencies;
using HanoiAcademy.Storage.Accounts;
using HanoiAcademy.Storage.Agencies;
using HanoiAcademy.Storage.Improvements;

namespace HanoiAcademy.Server.Improvements;

/// <summary>Action: as it stands. MayEdit: every field; else its owner, who sets its state and writes a remark.</summary>
internal sealed record Seen(ImprovementAction Action, bool MayEdit);

/// <summary>Open and Overdue: of the plans that the viewer reads; Yours: what of theirs or others' is his to see to.</summary>
internal sealed record PlanAtHome(int Open, int Overdue, int Yours);

/// <summary>Who reads and changes what of a plan: an agency's instructors all of it, a member what is his to see to. What is not his does not exist for him.</summary>
internal sealed class ImprovementDesk(IImprovements improvements, IAccountDirectory accounts, IAgencies agencies, TimeProvider clock)
{
    /// <summary>The day by which something is late, wherever the reader lives: the last place on Earth where yesterday was still today.</summary>
    public string Today => clock.GetUtcNow().AddHours(-12).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    public bool IsOverdue(ImprovementAction one) => one is { IsOpen: true, DueDay: { } due } && string.CompareOrdinal(due, Today) < 0;

    /// <summary>Agencies whose plan the viewer reads whole.</summary>
    public async Task<IReadOnlyList<Agency>> Agencies(Viewer viewer, CancellationToken cancel = default) =>
        [.. (await agencies.List(cancel)).Where(agency => Access.MayImprove(viewer, agency.Id))];

    /// <summary>What is the viewer's to see to in agencies whose plan he does not read.</summary>
    public async Task<IReadOnlyList<ImprovementAction>> Own(Viewer viewer, CancellationToken cancel = default) =>
        [.. (await improvements.OwnedBy(viewer.AccountId!, cancel)).Where(one => viewer.Holds(Role.Trainee, one.AgencyId))];

    public async Task<Seen?> Find(Viewer viewer, string id, CancellationToken cancel = default) =>
        await improvements.Get(id, cancel) is not { } one ? null
        : Access.MayImprove(viewer, one.AgencyId) ? new Seen(one, MayEdit: true)
        : one.OwnerAccountId == viewer.AccountId && viewer.Holds(Role.Trainee, one.AgencyId) ? new Seen(one, MayEdit: false)
        : null;

    /// <summary>Who may own an action: the agency's accounts that are not switched off.</summary>
    public async Task<IReadOnlyList<AccountEntry>> Owners(string agencyId, CancellationToken cancel = default) =>
        [.. (await accounts.InAgency(agencyId, cancel)).Where(account => !account.Disabled)];

    /// <summary>Null where nothing waits.</summary>
    public async Task<PlanAtHome?> AtHome(Viewer viewer, CancellationToken cancel = default)
    {
        var all = new List<ImprovementAction>();
        foreach (var agency in viewer.AgenciesWhere(Role.Instructor))
            all.AddRange(await improvements.Of(agency, cancel));
        var yours = (await Own(viewer, cancel)).Count(one => one.IsOpen);
        return all.Count(one => one.IsOpen) is var open && open + yours == 0 ? null : new PlanAtHome(open, all.Count(IsOverdue), yours);
    }

    /// <summary>What is still open of earlier drills, of one scenario or of all, in the agencies whose plan the viewer reads; late ones first.</summary>
    public async Task<IReadOnlyList<ImprovementAction>> StillOpen(Viewer viewer, string scenarioId, CancellationToken cancel = default)
    {
        var all = new List<ImprovementAction>();
        foreach (var agency in viewer.AgenciesWhere(Role.Instructor))
            all.AddRange((await improvements.Of(agency, cancel)).Where(one => one is { IsOpen: true, ScenarioId: not null } && (scenarioId.Length == 0 || one.ScenarioId == scenarioId)));
        return [.. all.OrderByDescending(IsOverdue)];
    }

    public Task<ImprovementAnswer> Add(Viewer viewer, ImprovementAction action) => improvements.Add(action, viewer.AccountId);

    /// <summary>A new action of the agency, of now.</summary>
    /// <param name="key">Sixteen hexadecimal digits that its sender made, so that sent twice it is one; anything else counts as none. Bound to the agency: nobody's key names another's action.</param>
    public ImprovementAction New(string agencyId, string origin, string finding, string key = "")
    {
        var now = clock.GetUtcNow();
        var id = key.Length == 16 && key.All(char.IsAsciiHexDigitLower) ? Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{agencyId} {key}")))[..16] : Guid.NewGuid().ToString("n")[..16];
        return new ImprovementAction { Id = id, AgencyId = agencyId, Origin = origin, Finding = finding, CreatedWall = now, ChangedWall = now };
    }

    /// <param name="basedOn">The version that the form showed.</param>
    public async Task<ImprovementAnswer> Change(Viewer viewer, Seen seen, ImprovementForm form, long basedOn)
    {
        var next = seen.MayEdit ? form.Onto(seen.Action) : seen.Action with { State = form.State ?? seen.Action.State };
        var changed = ImprovementForm.Changed(seen.Action, next).ToList();
        var remark = form.Remark?.ReplaceLineEndings("\n").Trim() ?? "";
        if (basedOn != seen.Action.Version)
            return ImprovementAnswer.Conflict;
        if (changed.Count == 0 && remark.Length == 0)
            return ImprovementAnswer.Kept;
        return await improvements.Change(next with { Version = basedOn + 1, ChangedWall = clock.GetUtcNow() }, viewer.AccountId, string.Join(' ', changed), remark);
    }
}
