using System.Net;
using System.Security.Claims;
using HanoiAcademy.Content.Scenarios;
using HanoiAcademy.Drills.Commands;
using HanoiAcademy.Server.Agencies;
using HanoiAcademy.Server.Figures;
using HanoiAcademy.Server.Tests.Drills;
using HanoiAcademy.Server.Tests.Drills.Live;
using HanoiAcademy.Storage.Agencies;
using HanoiAcademy.Storage.Drills;
using HanoiAcademy.Storage.Figures;

namespace HanoiAcademy.Server.Tests.Figures;

public sealed class FiguresTests
{
    [Fact]
    public async Task An_agency_s_instructors_see_its_teams_drill_by_drill_and_others_see_nothing_of_them()
    {
        await using var site = LiveSite.Start();
        var agency = await site.MakeAgency();
        var instructor = await site.SignIn(Role.Instructor, agency);
        var stranger = await site.SignIn(Role.Instructor, await site.MakeAgency());
        var first = await Played(site, agency);
        await Played(site, agency);
        var going = await site.LaunchSmall(agency, guests: true);

        var page = await (await instructor.Get("/figures")).Content.ReadAsStringAsync();
        var csv = await (await instructor.Get("/figures?handler=Csv")).Content.ReadAsStringAsync();

        page.ShouldContain($"/drills/{first.Id}/report");
        page.ShouldNotContain($"/drills/{going.Id}/report", Case.Sensitive, "it has not ended");
        csv.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length.ShouldBe(3, "a heading, and the bank in two drills; nobody sat with the police");
        csv.ShouldContain(",Bank,1,");
        (await (await stranger.Get("/figures")).Content.ReadAsStringAsync()).ShouldNotContain(first.Id);
        (await stranger.Get($"/figures?agency={agency.Slug}")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await site.Get<IFigures>().Of(first.Id))!.LogVersion.ShouldBe((await site.Log(first))[^1].Version);
    }

    [Fact]
    public async Task Figures_follow_a_log_that_grew_after_the_end()
    {
        await using var site = LiveSite.Start();
        var agency = await site.MakeAgency();
        var desk = site.Get<FiguresDesk>();
        var drill = await Played(site, agency);
        await desk.Of([drill], CancellationToken.None);
        var before = (await site.Get<IFigures>().Of(drill.Id))!.LogVersion;
        await site.Say(drill, new ReopenExercise(), SmallDrill.Director);
        await site.Say(drill, new EndExercise(), SmallDrill.Director);

        var again = (await site.Get<IDrillCatalog>().Get(drill.Id))!;
        var (found, waiting) = await desk.Of([again], CancellationToken.None);

        (found.Count, waiting).ShouldBe((1, 0));
        (await site.Get<IFigures>().Of(drill.Id))!.LogVersion.ShouldBeGreaterThan(before);
    }

    [Fact]
    public async Task A_log_whose_last_row_cannot_be_read_is_worked_out_once()
    {
        await using var site = LiveSite.Start();
        var drill = await Played(site, await site.MakeAgency());
        var last = (await site.Log(drill))[^1].Version;
        await site.Get<HanoiAcademy.Storage.Database.IDatabase>().Write(session => session.Execute("UPDATE DrillLog SET Events = '{' WHERE DrillId = @Id AND Version = @last", new { drill.Id, last }));

        var (found, _) = await site.Get<FiguresDesk>().Of([drill], CancellationToken.None);

        found[drill.Id].Sound.ShouldBeFalse();
        (await site.Get<IFigures>().Of(drill.Id))!.LogVersion.ShouldBe(last);
    }

    [Fact]
    public async Task Where_there_are_many_drills_a_look_works_out_some_and_says_how_many_wait()
    {
        await using var site = LiveSite.Start();
        var agency = await site.MakeAgency();
        var drills = new List<DrillEntry>();
        for (var n = 0; n <= FiguresDesk.MostAtOnce; n++)
            drills.Add(await Played(site, agency));

        (await site.Get<FiguresDesk>().Of(drills, CancellationToken.None)).ShouldSatisfyAllConditions(look => look.Waiting.ShouldBe(1), look => look.Figures.Count.ShouldBe(FiguresDesk.MostAtOnce));
        (await site.Get<FiguresDesk>().Of(drills, CancellationToken.None)).ShouldSatisfyAllConditions(look => look.Waiting.ShouldBe(0), look => look.Figures.Count.ShouldBe(drills.Count));
    }

    [Fact]
    public async Task A_scenario_shows_people_beside_simulated_players_from_three_plays_on()
    {
        await using var site = LiveSite.Start(("Figures:SimulatedRuns", "2"));
        var agency = await site.MakeAgency();
        var pinned = PinnedScenario.Of(SmallDrill.Scenario);
        var viewer = Viewer.Of(new ClaimsPrincipal(new ClaimsIdentity(
            [new(ClaimTypes.NameIdentifier, (await site.SignIn(Role.Instructor, agency)).AccountId!), Viewer.Membership(agency.Id, AccountRole.Instructor)], "test")));
        var medians = site.Get<ScenarioMedians>();
        await Played(site, agency);
        await Played(site, agency);
        await Played(site, await site.MakeAgency());

        var two = await medians.Of(pinned, viewer, "en", CancellationToken.None);
        two.Teams.ShouldAllBe(team => team.People == null, "two plays are too few, and another agency's do not count");
        await site.Get<SimulatedPlays>().Play(pinned, CancellationToken.None);
        await Played(site, agency);
        var three = await medians.Of(pinned, viewer, "en", CancellationToken.None);

        three.Runs.ShouldBe(2);
        three.Teams.Single(team => team.Name == "Bank").ShouldSatisfyAllConditions(bank => bank.Plays.ShouldBe(3), bank => bank.People.ShouldNotBeNull(), bank => bank.Simulated.ShouldNotBeNull());
        three.Teams.Single(team => team.Name == "Police").People.ShouldBeNull("nobody sat there");
    }

    [Theory]
    [InlineData("=HYPERLINK(1)")]
    [InlineData("+1")]
    [InlineData("@x")]
    public void A_title_that_a_spreadsheet_would_take_for_a_formula_is_text(string title)
    {
        var drill = new DrillEntry { Id = "d", AgencyId = "a", ScenarioId = "s", Title = title, ContentSha256 = "", CreatedWall = DateTimeOffset.UnixEpoch, JoinCode = "J" };
        var shown = new ScenarioOverTime("s", "S", [new TeamOverTime("bank", "Bank, \"the\"", [new FigureLine(drill, new TeamFigure("bank", 50, 1, HanoiAcademy.Drills.Reports.TeamTimings.None))])]);

        var csv = System.Text.Encoding.UTF8.GetString(FiguresCsv.Of(shown, new Words()));

        csv.ShouldContain($"1970-01-01,'{title},\"Bank, \"\"the\"\"\",1,50,");
    }

    [Fact]
    public void A_line_has_a_gap_where_nothing_was_measured_and_one_drill_makes_no_line()
    {
        static FigureLine At(int day, int? score) => new(
            new DrillEntry { Id = $"d{day}", AgencyId = "a", ScenarioId = "s", Title = "<b>", ContentSha256 = "", CreatedWall = DateTimeOffset.UnixEpoch.AddDays(day), JoinCode = "J" },
            new TeamFigure("bank", score, 1, HanoiAcademy.Drills.Reports.TeamTimings.None));
        ScenarioOverTime Of(params FigureLine[] lines) => new("s", "S", [new TeamOverTime("bank", "<Bank>", lines)]);

        OverTimePlot.Of(Measure.All[0], Of(At(1, 40)), "Score", "what").ShouldBeNull();
        var svg = OverTimePlot.Of(Measure.All[0], Of(At(1, 40), At(2, 50), At(3, null), At(4, 60)), "Score", "what").ShouldNotBeNull();

        svg.Split("<polyline").Length.ShouldBe(3, "two pieces");
        svg.ShouldNotContain("<Bank>");
        svg.ShouldNotContain("style=");
    }

    private static async Task<DrillEntry> Played(LiveSite site, Agency agency)
    {
        var drill = await site.LaunchSmall(agency, guests: true);
        await site.Visit().Sit(drill, SmallDrill.Analyst, "Somebody");
        await site.Say(drill, new StartExercise(), SmallDrill.Director);
        await site.Say(drill, new SendChat("We begin"), SmallDrill.Analyst);
        await site.Say(drill, new EndExercise(), SmallDrill.Director);
        return (await site.Get<IDrillCatalog>().Get(drill.Id))!;
    }

    private sealed class Words : Microsoft.Extensions.Localization.IStringLocalizer
    {
        public Microsoft.Extensions.Localization.LocalizedString this[string name] => new(name, name);

        public Microsoft.Extensions.Localization.LocalizedString this[string name, params object[] arguments] => this[name];

        public IEnumerable<Microsoft.Extensions.Localization.LocalizedString> GetAllStrings(bool includeParentCultures) => [];
    }
}
