using System.Net;
using HanoiAcademy.Server.Agencies;
using HanoiAcademy.Server.PersonalData;
using HanoiAcademy.Server.Retention;

using HanoiAcademy.Server.Tests.Drills.Live;
using HanoiAcademy.Storage.Accounts;
using HanoiAcademy.Storage.Agencies;
using HanoiAcademy.Storage.Courses;
using HanoiAcademy.Storage.Drills;
using HanoiAcademy.Storage.People;
using HanoiAcademy.Storage.Retention;
using Microsoft.Extensions.Logging.Abstractions;

namespace HanoiAcademy.Server.Tests.Retention;

public sealed class RetentionTests
{
    private static readonly DateTimeOffset Start = new(2027, 3, 1, 3, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task A_drill_goes_after_its_months_and_seven_days_on_which_the_site_has_said_so()
    {
        await using var site = LiveSite.Start();
        var (agency, drill) = await EndedAsync(site, Start.AddMonths(-13));
        await SetAsync(site, agency, RetentionKind.Drills, 12, Start.AddDays(-30));

        for (var day = 0; day < RetentionPlan.GraceDays - 1; day++)
        {
            await Desk(site, Start.AddDays(day)).Run(agency.Id, CancellationToken.None);
            (await site.Get<IDrillCatalog>().Get(drill)).ShouldNotBeNull($"day {day}");
        }

        (await Desk(site, Start.AddDays(6)).Plan(agency.Id, CancellationToken.None)).ShouldHaveSingleItem().Item.Item.ShouldBe(drill);
        await Desk(site, Start.AddDays(6)).Run(agency.Id, CancellationToken.None);

        (await site.Get<IDrillCatalog>().Get(drill)).ShouldBeNull();
        (await site.Get<IDataActs>().Of(agency.Id, 9)).ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            act => (act.Act, act.Reason, act.Quantity).ShouldBe((RetentionKind.Drills, "retention", 1)), act => act.DoneBy.ShouldBeNull());
    }

    [Fact]
    public async Task A_clock_that_jumps_a_year_ahead_takes_nothing_with_it()
    {
        await using var site = LiveSite.Start();
        var (agency, drill) = await EndedAsync(site, Start.AddMonths(-1));
        await SetAsync(site, agency, RetentionKind.Drills, 12, Start.AddDays(-30));
        for (var day = 0; day < 20; day++)
            await Desk(site, Start.AddDays(day)).Run(agency.Id, CancellationToken.None);

        for (var hour = 0; hour < 48; hour++)
            await Desk(site, Start.AddYears(1).AddHours(hour)).Run(agency.Id, CancellationToken.None);
        (await site.Get<IRetention>().Listed(agency.Id)).ShouldHaveSingleItem().DaysSeen.ShouldBe(3);
        for (var day = 20; day < 40; day++)
            await Desk(site, Start.AddDays(day)).Run(agency.Id, CancellationToken.None);

        (await site.Get<IDrillCatalog>().Get(drill)).ShouldNotBeNull();
        (await site.Get<IRetention>().Listed(agency.Id)).ShouldBeEmpty("the clock is right again, and nothing is due");
    }

    [Fact]
    public async Task A_clock_that_jumps_on_the_last_day_takes_of_a_learner_only_what_was_due_on_all_of_them()
    {
        await using var site = LiveSite.Start();
        var agency = await site.MakeAgency();
        var learner = (await site.SignIn(Role.Trainee, agency)).AccountId!;
        var learned = site.Get<ILearnerProgress>();
        foreach (var (block, when) in new[] { ("old", Start.AddMonths(-13)), ("due-on-the-third-day", Start.AddMonths(-12).AddDays(2)), ("yesterday", Start.AddDays(5)) })
            await learned.KeepText(new LearnerText { AccountId = learner, Course = "c", Block = block, Text = block, Updated = when });
        await SetAsync(site, agency, RetentionKind.Answers, 12, Start.AddDays(-30));
        for (var day = 0; day < RetentionPlan.GraceDays - 1; day++)
            await Desk(site, Start.AddDays(day)).Run(agency.Id, CancellationToken.None);

        await Desk(site, Start.AddYears(5)).Run(agency.Id, CancellationToken.None);

        (await learned.Texts(learner, "c")).Select(text => text.Block).Order().ShouldBe(["due-on-the-third-day", "yesterday"]);
        await Desk(site, Start.AddDays(7)).Run(agency.Id, CancellationToken.None);
        (await learned.Texts(learner, "c")).Count.ShouldBe(2, "what fell due meanwhile stands its own days");
        for (var day = 8; day < 16; day++)
            await Desk(site, Start.AddDays(day)).Run(agency.Id, CancellationToken.None);
        (await learned.Texts(learner, "c")).Select(text => text.Block).ShouldBe(["yesterday"]);
    }

    [Fact]
    public async Task Two_nodes_on_one_day_count_it_once_and_a_setting_that_changes_begins_its_days_anew()
    {
        await using var site = LiveSite.Start();
        var (agency, drill) = await EndedAsync(site, Start.AddMonths(-30));
        await SetAsync(site, agency, RetentionKind.Drills, 12, Start.AddDays(-30));
        for (var day = 0; day < RetentionPlan.GraceDays - 1; day++)
            await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Desk(site, Start.AddDays(day)).Run(agency.Id, CancellationToken.None)));
        await SetAsync(site, agency, RetentionKind.Drills, 24, Start.AddDays(5));

        for (var day = 6; day < 12; day++)
            await Desk(site, Start.AddDays(day)).Run(agency.Id, CancellationToken.None);
        (await site.Get<IDrillCatalog>().Get(drill)).ShouldNotBeNull();
        await Desk(site, Start.AddDays(12)).Run(agency.Id, CancellationToken.None);
        (await site.Get<IDrillCatalog>().Get(drill)).ShouldBeNull();
    }

    [Fact]
    public async Task A_large_number_goes_in_parts_and_each_part_adds_to_its_day_s_line()
    {
        await using var site = LiveSite.Start();
        var agency = await site.MakeAgency();
        var most = RetentionPlan.MostOf(RetentionKind.Drills);
        for (var n = 0; n < most + 2; n++)
            await EndedAsync(site, Start.AddMonths(-13), agency);
        await SetAsync(site, agency, RetentionKind.Drills, 12, Start.AddDays(-30));

        for (var day = 0; day < RetentionPlan.GraceDays; day++)
            await Desk(site, Start.AddDays(day)).Run(agency.Id, CancellationToken.None);
        (await site.Get<IDataActs>().Of(agency.Id, 9)).Select(act => act.Quantity).ShouldBe([most]);
        await Desk(site, Start.AddDays(RetentionPlan.GraceDays)).Run(agency.Id, CancellationToken.None);

        (await site.Get<IDataActs>().Of(agency.Id, 9)).Select(act => act.Quantity).ShouldBe([2, most]);
    }

    [Fact]
    public async Task Idle_accounts_go_as_if_they_had_asked_and_the_last_administrator_stays()
    {
        await using var site = LiveSite.Start();
        var agency = await site.MakeAgency();
        var (head, one, two) = (await site.SignIn(Role.Administrator, agency), await site.SignIn(Role.Trainee, agency), await site.SignIn(Role.Trainee, agency));
        // Their last use is this moment; the months pass by the desk's clock.
        var then = DateTimeOffset.UtcNow.AddMonths(7);
        await site.Get<IRetention>().Set(agency.Id, RetentionKind.IdleAccounts, 6, then.AddDays(-30), head.AccountId!);

        for (var day = 0; day < RetentionPlan.GraceDays; day++)
            await Desk(site, then.AddDays(day)).Run(agency.Id, CancellationToken.None);

        (await site.Get<IAccountDirectory>().InAgency(agency.Id)).Select(account => account.Id).ShouldBe([head.AccountId!]);
        (await site.Get<IDataActs>().Of(agency.Id, 9)).ShouldHaveSingleItem().Quantity.ShouldBe(2);
        (await one.Get("/account/data")).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        two.AccountId.ShouldNotBeNull();
    }

    [Fact]
    public async Task An_administrator_sets_it_sees_what_will_go_and_keeps_a_drill()
    {
        await using var site = LiveSite.Start();
        var (agency, drill) = await EndedAsync(site, DateTimeOffset.UtcNow.AddMonths(-13));
        var head = await site.SignIn(Role.Administrator, agency);
        var page = $"/admin/agencies/{agency.Slug}/retention";
        (await (await head.Get(page)).Content.ReadAsStringAsync()).ShouldNotContain("A small drill");

        var refused = await head.PostForm(page + "?handler=Set", new() { ["drills"] = "12", ["answers"] = "1" }, page);
        refused.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await site.Get<IRetention>().Rules(agency.Id)).ShouldBeEmpty("all or nothing");
        (await head.PostForm(page + "?handler=Set", new() { ["drills"] = "12", ["guest-names"] = "1" }, page)).StatusCode.ShouldBe(HttpStatusCode.Redirect);

        var shown = await (await head.Get(page)).Content.ReadAsStringAsync();
        shown.ShouldContain("A small drill");
        shown.ShouldContain($"{DateTimeOffset.UtcNow.AddDays(RetentionPlan.GraceDays):yyyy-MM-dd}");
        (await (await head.Get("/admin")).Content.ReadAsStringAsync()).ShouldContain("goes within 14 days: 1");
        (await head.PostForm(page + "?handler=Hold", new() { ["drill"] = drill, ["reason"] = " " }, page)).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await head.PostForm(page + "?handler=Hold", new() { ["drill"] = drill, ["reason"] = "A court asks for it" }, page)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await (await head.Get(page)).Content.ReadAsStringAsync()).ShouldContain("A court asks for it");
        (await site.Get<IRetention>().Due(agency.Id, RetentionKind.Drills, DateTimeOffset.UtcNow)).ShouldBeEmpty();
        (await head.PostForm(page + "?handler=Release", new() { ["drill"] = drill }, page)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await site.Get<IRetention>().Due(agency.Id, RetentionKind.Drills, DateTimeOffset.UtcNow)).Count.ShouldBe(1);
    }

    private static async Task<(Agency Agency, string Drill)> EndedAsync(LiveSite site, DateTimeOffset ended, Agency? of = null)
    {
        var agency = of ?? await site.MakeAgency();
        var drill = await site.LaunchSmall(agency);
        await site.Get<IDrillCatalog>().SetStatus(drill.Id, DrillStatus.Ended, ended);
        return (agency, drill.Id);
    }

    private static async Task SetAsync(LiveSite site, Agency agency, string kind, int months, DateTimeOffset when) =>
        await site.Get<IRetention>().Set(agency.Id, kind, months, when, (await site.SignIn(Role.Administrator, agency)).AccountId!);

    private static RetentionDesk Desk(LiveSite site, DateTimeOffset now) =>
        new(site.Get<IRetention>(), site.Get<IDataActs>(), site.Get<PersonEraser>(), new Fixed(now), NullLogger<RetentionDesk>.Instance);

    private sealed class Fixed(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}
