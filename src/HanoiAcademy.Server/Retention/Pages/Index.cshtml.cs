using System.Globalization;
using HanoiAcademy.Server.Accounts;
using HanoiAcademy.Server.Agencies;
using HanoiAcademy.Storage.Agencies;
using HanoiAcademy.Storage.People;
using HanoiAcademy.Storage.Retention;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace HanoiAcademy.Server.Retention.Pages;

/// <summary>An agency's rules, what will go by them and when, what is held, and what went.</summary>
[ResponseCache(NoStore = true)]
internal sealed class IndexModel(IAgencies agencies, IRetention retention, RetentionDesk desk, IStringLocalizer say, TimeProvider time) : AgencyPage(agencies)
{
    private const int LongestReason = 200;

    public IReadOnlyDictionary<string, RetentionRule> Rules { get; private set; } = new Dictionary<string, RetentionRule>();

    public IReadOnlyList<PlannedItem> Planned { get; private set; } = [];

    public IReadOnlyList<HeldDrill> Held { get; private set; } = [];

    public IReadOnlyList<DataAct> Lately { get; private set; } = [];

    [NonHandler]
    public override Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next) =>
        base.OnPageHandlerExecutionAsync(context, async () =>
        {
            if (Viewer.Holds(Role.Administrator, Agency.Id))
                return await next();
            context.Result = new NotFoundResult();
            return null!;
        });

    public Task OnGetAsync(CancellationToken cancel) => Fill(cancel);

    /// <summary>All rules at once: either every one is as it was typed, or none has changed.</summary>
    public async Task<IActionResult> OnPostSetAsync(CancellationToken cancel)
    {
        var asked = new List<(string Kind, int? Months)>();
        // A rule of which nothing was sent stays as it is: an empty field takes it away, a missing one does not.
        foreach (var kind in RetentionKind.All.Where(kind => Request.HasFormContentType && Request.Form.ContainsKey(kind)))
        {
            var typed = Request.Form[kind].ToString().Trim();
            var (least, most) = RetentionPlan.MonthsOf(kind);
            if (typed.Length > 0 && (!int.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var months) || months < least || months > most))
                return await Again(say["retention.refused", say[$"retention.kinds.{kind}.name"].Value, least, most], cancel);
            asked.Add((kind, typed.Length == 0 ? null : int.Parse(typed, CultureInfo.InvariantCulture)));
        }

        var now = (await retention.Rules(Agency.Id, cancel)).ToDictionary(rule => rule.Kind, rule => (int?)rule.Months, StringComparer.Ordinal);
        // One that is as it was keeps its days.
        foreach (var (kind, months) in asked.Where(one => now.GetValueOrDefault(one.Kind) != one.Months))
            await retention.Set(Agency.Id, kind, months, time.GetUtcNow(), Viewer.AccountId!);
        TempData["Said"] = "retention.set";
        return RedirectToPage();
    }

    public async Task<IActionResult> OnPostHoldAsync(string? drill, string? reason, CancellationToken cancel)
    {
        var why = (reason ?? "").Trim();
        if (why.Length is 0 or > LongestReason)
            return await Again(say["retention.hold-why", LongestReason], cancel);
        return await retention.Hold(Agency.Id, drill ?? "", why, Viewer.AccountId!, time.GetUtcNow()) ? RedirectToPage() : NotFound();
    }

    public async Task<IActionResult> OnPostReleaseAsync(string? drill) =>
        await retention.Release(Agency.Id, drill ?? "") ? RedirectToPage() : NotFound();

    private async Task<PageResult> Again(string sentence, CancellationToken cancel)
    {
        await Fill(cancel);
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return this.Refused(sentence);
    }

    private async Task Fill(CancellationToken cancel)
    {
        Rules = (await retention.Rules(Agency.Id, cancel)).ToDictionary(rule => rule.Kind, StringComparer.Ordinal);
        Planned = await desk.Plan(Agency.Id, cancel);
        Held = await retention.Held(Agency.Id, cancel);
        Lately = await desk.Lately(Agency.Id, cancel);
    }
}
