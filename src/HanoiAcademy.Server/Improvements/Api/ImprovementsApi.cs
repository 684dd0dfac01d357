using HanoiAcademy.Server.Agencies;
using HanoiAcademy.Server.Api;
using HanoiAcademy.Server.Contributions;
using HanoiAcademy.Storage.Improvements;

namespace HanoiAcademy.Server.Improvements.Api;

/// <summary>An action as scripts read it. Version: to be sent back as basedOn with a change.</summary>
internal sealed record ImprovementSummary(
    string Id, string AgencyId, string? DrillId, string DrillTitle, string Origin, string Capability, string Finding, string Action, string Element, string Organisation, string Owner,
    string? OwnerAccountId, string? StartDay, string? DueDay, string State, bool IsOverdue, long Version)
{
    public static ImprovementSummary Of(ImprovementAction one, bool isOverdue) => new(
        one.Id, one.AgencyId, one.DrillId, one.DrillTitle, one.Origin, one.Capability, one.Finding, one.Action, one.Element, one.Organisation, PlanColumns.Owner(one), one.OwnerAccountId, one.StartDay,
        one.DueDay, one.State, isOverdue, one.Version);
}

/// <summary>What the pages under /improvements do, for scripts.</summary>
internal static class ImprovementsApi
{
    public static void Map(RouteGroupBuilder api)
    {
        var group = api.MapGroup("/improvements").AddEndpointFilter<NotKept>().WithTags("improvements");
        group.MapGet("", List).WithSummary("The improvement plans of the agencies one instructs in, and what is one's own to see to.").Produces<IReadOnlyList<ImprovementSummary>>();
        group.MapPost("", Create).RequireAuthorization(Policies.Instructor).WithSummary("Writes an action into an agency's plan (agency: its short name). Days are yyyy-MM-dd.")
            .Produces<ImprovementSummary>(StatusCodes.Status201Created).ProducesProblem(StatusCodes.Status422UnprocessableEntity);
        group.MapPut("/{id}", Change).WithSummary("Changes an action; basedOn: the version one looked at. Its owner, where he does not instruct, sets its state and a remark alone.")
            .Produces<ImprovementSummary>().ProducesProblem(StatusCodes.Status409Conflict).ProducesProblem(StatusCodes.Status422UnprocessableEntity);
    }

    private static async Task<IResult> List(HttpContext http, ImprovementDesk desk, IImprovements improvements, CancellationToken cancel)
    {
        var viewer = Viewer.Of(http.User);
        var all = new List<ImprovementAction>();
        foreach (var agency in await desk.Agencies(viewer, cancel))
            all.AddRange(await improvements.Of(agency.Id, cancel));
        all.AddRange((await desk.Own(viewer, cancel)).Where(one => all.All(other => other.Id != one.Id)));
        return Results.Json(all.Select(one => ImprovementSummary.Of(one, desk.IsOverdue(one))).ToList());
    }

    private static async Task<IResult> Create(ImprovementForm form, HttpContext http, ImprovementDesk desk, string agency = "", CancellationToken cancel = default)
    {
        var viewer = Viewer.Of(http.User);
        if ((await desk.Agencies(viewer, cancel)).FirstOrDefault(one => one.Slug == agency) is not { } own)
            return ApiProblem.Of(StatusCodes.Status403Forbidden, "not-of-this-agency", "You instruct in no agency of that short name.");
        if (form.Wrong((await desk.Owners(own.Id, cancel)).Select(account => account.Id)) is { Count: > 0 } wrong)
            return Wrong(wrong);
        var action = form.Onto(desk.New(own.Id, ImprovementOrigin.Written, ""));
        return await desk.Add(viewer, action) == ImprovementAnswer.Full
            ? ApiProblem.Of(StatusCodes.Status422UnprocessableEntity, "plan-full", $"The plan holds {ImprovementAction.Most} actions already.")
            : Results.Json(ImprovementSummary.Of(action, desk.IsOverdue(action)), statusCode: StatusCodes.Status201Created);
    }

    private static async Task<IResult> Change(string id, ImprovementForm form, HttpContext http, ImprovementDesk desk, long basedOn = 0, CancellationToken cancel = default)
    {
        var viewer = Viewer.Of(http.User);
        if (await desk.Find(viewer, id, cancel) is not { } seen)
            return Results.NotFound();
        if (seen.MayEdit && form.Wrong((await desk.Owners(seen.Action.AgencyId, cancel)).Select(account => account.Id).Append(seen.Action.OwnerAccountId ?? "")) is { Count: > 0 } wrong)
            return Wrong(wrong);
        if (!seen.MayEdit && (!ImprovementAction.States.Contains(form.State ?? seen.Action.State) || form.Remark?.Length > ImprovementAction.LongestText))
            return Wrong(["state"]);
        return await desk.Change(viewer, seen, form, basedOn) switch
        {
            ImprovementAnswer.Kept when (await desk.Find(viewer, id, cancel))?.Action is { } now => Results.Json(ImprovementSummary.Of(now, desk.IsOverdue(now))),
            ImprovementAnswer.Full => ApiProblem.Of(StatusCodes.Status422UnprocessableEntity, "history-full", $"This action was changed {ImprovementAction.MostChanges} times; write a new one."),
            ImprovementAnswer.Gone or ImprovementAnswer.Kept => Results.NotFound(),
            _ => ApiProblem.Of(StatusCodes.Status409Conflict, "changed-meanwhile", "Somebody changed it since: read it again, and send your change on its present version.",
                new Dictionary<string, object?> { ["version"] = seen.Action.Version }),
        };
    }

    private static IResult Wrong(IReadOnlyList<string> wrong) =>
        ApiProblem.Of(StatusCodes.Status422UnprocessableEntity, "wrong-action", $"Mend and send again: {string.Join(", ", wrong)}.", new Dictionary<string, object?> { ["wrong"] = wrong });
}
