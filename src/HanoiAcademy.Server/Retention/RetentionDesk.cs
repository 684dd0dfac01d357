using HanoiAcademy.Server.PersonalData;
using HanoiAcademy.Storage.People;
using HanoiAcademy.Storage.Retention;

namespace HanoiAcademy.Server.Retention;

/// <summary>Says what will go, and lets it go.</summary>
internal sealed class RetentionDesk(IRetention retention, IDataActs acts, PersonEraser eraser, TimeProvider time, ILogger<RetentionDesk> logger)
{
    /// <summary>Of a kind in one look; more are listed when these have gone.</summary>
    private const int MostListed = 500;

    /// <summary>Everything that goes within the days that the page looks ahead, soonest first.</summary>
    public async Task<IReadOnlyList<PlannedItem>> Plan(string agencyId, CancellationToken cancel)
    {
        var now = time.GetUtcNow();
        var listed = (await retention.Listed(agencyId, cancel)).ToDictionary(one => (one.Kind, one.Item));
        var planned = new List<PlannedItem>();
        foreach (var rule in await retention.Rules(agencyId, cancel))
            foreach (var item in (await retention.Due(agencyId, rule.Kind, RetentionPlan.Before(rule, now.AddDays(RetentionPlan.DaysAhead)), cancel)).Take(MostListed))
                planned.Add(RetentionPlan.Of(rule, item, listed.GetValueOrDefault((rule.Kind, item.Item)), now));
        return [.. planned.OrderBy(item => item.From).ThenBy(item => item.Kind, StringComparer.Ordinal).ThenBy(item => item.Item.Item, StringComparer.Ordinal)];
    }

    /// <summary>One agency's day: what is due is counted once more, what has been counted often enough goes.</summary>
    public async Task Run(string agencyId, CancellationToken cancel)
    {
        var now = time.GetUtcNow();
        var day = RetentionPlan.Day(now);
        await retention.TouchUnknown(agencyId, now);
        // The day is one node's, and it is counted before anything goes: whoever dies amid it leaves the rest to tomorrow.
        if (!await retention.TakeDay(agencyId, day))
            return;
        foreach (var rule in await retention.Rules(agencyId, cancel))
        {
            var due = (await retention.Due(agencyId, rule.Kind, RetentionPlan.Before(rule, now), cancel)).Take(MostListed).ToList();
            await retention.Look(agencyId, rule.Kind, [.. due.Select(item => item.Item)], day);
            var listed = (await retention.Listed(agencyId, cancel)).Where(one => one.Kind == rule.Kind).ToDictionary(one => one.Item, StringComparer.Ordinal);
            foreach (var item in due.Where(item => RetentionPlan.Of(rule, item, listed.GetValueOrDefault(item.Item), now).IsReady).Take(RetentionPlan.MostOf(rule.Kind)))
            {
                cancel.ThrowIfCancellationRequested();
                await LetGo(rule, item, now, day, cancel);
            }
        }
    }

    private async Task LetGo(RetentionRule rule, RetentionItem item, DateTimeOffset now, long day, CancellationToken cancel)
    {
        var act = new DataAct
        {
            Id = $"{rule.AgencyId}-{rule.Kind}-{day}",
            AgencyId = rule.AgencyId,
            Wall = now,
            Act = rule.Kind,
            Reason = "retention",
            Quantity = item.Quantity,
        };
        try
        {
            switch (rule.Kind)
            {
                case RetentionKind.GuestNames:
                    await retention.EraseGuestNames(item.Item, act);
                    break;
                case RetentionKind.SeatNames:
                    await retention.EraseSeatNames(item.Item, act);
                    break;
                case RetentionKind.Answers:
                    // The days were seen of the learner; of his answers only those go that were due on the first of them, so that neither a jump of the clock nor what fell due meanwhile goes along.
                    if (await retention.LookBefore(rule.AgencyId, day, RetentionPlan.GraceDays, cancel) is { } first)
                        await retention.EraseAnswers(item.Item, RetentionPlan.Before(rule, first), act);
                    break;
                case RetentionKind.Drills:
                    await retention.DeleteDrill(item.Item, act);
                    break;
                case RetentionKind.IdleAccounts:
                    // The last administrator stays, and who is in a drill: asked again tomorrow.
                    await eraser.EraseIdle(item.Item, act, cancel);
                    break;
            }
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            // One that cannot go must not keep the others.
            logger.LogWarning(e, "What an agency keeps no longer could not be let go; it is tried again tomorrow.");
        }
    }

    /// <summary>What was done lately, for the page.</summary>
    public Task<IReadOnlyList<DataAct>> Lately(string agencyId, CancellationToken cancel) => acts.Of(agencyId, 50, cancel);
}
