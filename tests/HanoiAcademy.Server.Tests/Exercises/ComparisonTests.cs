using System.Collections.Immutable;
using System.Net;
using HanoiAcademy.Drills.Wire;
using HanoiAcademy.Server.Agencies;
using HanoiAcademy.Server.Exercises;
using HanoiAcademy.Server.Tests.Drills.Live;
using HanoiAcademy.Storage.Drills;

namespace HanoiAcademy.Server.Tests.Exercises;

/// <summary>Each country learns of the others what was agreed at launch, and nothing else.</summary>
public sealed class ComparisonTests
{
    private static readonly ImmutableArray<DrillFigures> All =
    [
        Figures("d1", "Sundara", 40), Figures("d2", "Kivara", 81), Figures("d3", "Norvia", 81), Figures("d4", "Teland", 12),
    ];

    private static DrillFigures Figures(string id, string name, int score) => new(id, name, score, false,
        [new TeamFigures("bank", $"Bank of {name}", score, score, 100, 0, [new WonFigure("stop", $"Stopped in {name}", 100, score, "won", 60_000)], HanoiAcademy.Drills.Reports.TeamTimings.None with { DecisionMedianMs = 700_000 + score })], [new DecidedFigure("tell", $"Tell in {name}", "taken", $"{name} told", 1)]);

    [Theory]
    [InlineData(ComparisonLevel.Nothing)]
    [InlineData(ComparisonLevel.Places)]
    [InlineData(ComparisonLevel.Scores)]
    [InlineData(ComparisonLevel.All)]
    public void No_level_shows_a_country_more_than_was_agreed(string level)
    {
        foreach (var reader in All)
        {
            var text = System.Text.Encoding.UTF8.GetString(DrillJson.ToBytes(Comparison.For(level, All, reader.Drill, reader)));
            foreach (var other in All.Where(other => other != reader))
            {
                text.Contains($"\"{other.Name}\"", StringComparison.Ordinal).ShouldBe(level is ComparisonLevel.Scores or ComparisonLevel.All, $"{level}: the name of {other.Name}");
                text.Contains($"{other.Name} told", StringComparison.Ordinal).ShouldBe(level == ComparisonLevel.All, $"{level}: what {other.Name} decided");
                text.Contains($"{700_000 + other.Score}", StringComparison.Ordinal).ShouldBe(level == ComparisonLevel.All || other.Score == reader.Score, $"{level}: how quick {other.Name} was");
                text.Contains(other.Drill, StringComparison.Ordinal).ShouldBe(level == ComparisonLevel.All, $"{level}: the drill of {other.Name}");
            }

            text.ShouldContain($"{reader.Name} told");
        }
    }

    [Fact]
    public void With_nothing_agreed_not_even_the_number_of_the_others_shows()
    {
        Comparison.For(ComparisonLevel.Nothing, All, "d1", All[0]).ShouldSatisfyAllConditions(
            view => view.Own!.Name.ShouldBe("Sundara"), view => view.Place.ShouldBeNull(), view => view.Of.ShouldBeNull(), view => view.Places.ShouldBeEmpty(), view => view.Scores.ShouldBeEmpty(), view => view.Others.ShouldBeEmpty());
        DrillJson.ToBytes(Comparison.For(ComparisonLevel.Nothing, All, "d1", All[0])).ShouldBe(DrillJson.ToBytes(Comparison.For(ComparisonLevel.Nothing, [All[0]], "d1", All[0])));
    }

    [Fact]
    public void Places_have_points_and_no_names_and_ties_share_one()
    {
        var view = Comparison.For(ComparisonLevel.Places, All, "d3");

        (view.Place, view.Of).ShouldBe((1, 4));
        view.Places.Select(place => (place.Place, place.Score, place.IsOwn)).ShouldBe([(1, 81, true), (1, 81, false), (3, 40, false), (4, 12, false)]);
        // Whoever has the same points sees the same list.
        Comparison.For(ComparisonLevel.Places, All, "d2").Places.ShouldBe(view.Places);
    }

    [Fact]
    public void A_drill_that_is_none_of_the_exercise_sees_nothing_and_a_director_everything()
    {
        Comparison.For(ComparisonLevel.All, All, "elsewhere").ShouldSatisfyAllConditions(
            view => view.Own.ShouldBeNull(), view => view.Of.ShouldBeNull(), view => view.Places.ShouldBeEmpty(), view => view.Scores.ShouldBeEmpty(), view => view.Others.ShouldBeEmpty());
        Comparison.For(ComparisonLevel.Nothing, All, null).ShouldSatisfyAllConditions(view => view.Scores.Length.ShouldBe(4), view => view.Others.Length.ShouldBe(4));
    }

    [Fact]
    public void One_s_own_shows_what_his_team_may_see_with_its_own_score_where_not_even_places_were_agreed()
    {
        var seen = All[0] with { Score = 7, Decisions = [] };

        Comparison.For(ComparisonLevel.Nothing, All, "d1", seen).Own.ShouldBe(seen);
        Comparison.For(ComparisonLevel.Places, All, "d1", seen).Own.ShouldBe(seen with { Score = 40 });
        Comparison.For(ComparisonLevel.All, All, "d1").Own.ShouldBeNull("without his view of it nothing is shown");
    }

    [Theory]
    [InlineData(ComparisonLevel.Nothing, false, false, false)]
    [InlineData(ComparisonLevel.Places, true, false, false)]
    [InlineData(ComparisonLevel.Scores, true, true, false)]
    [InlineData(ComparisonLevel.All, true, true, true)]
    public async Task A_country_s_people_read_it_after_the_end_and_no_more_than_was_agreed(string level, bool places, bool names, bool all)
    {
        await using var site = LiveSite.Start();
        var (agency, kivara) = (await site.MakeAgency(), await site.MakeAgency());
        var instructor = await site.SignIn(Role.Instructor, agency);
        var id = await instructor.LaunchExercise(new { scenario = "invoice-at-dawn", title = "Spring", comparison = level, drills = new object[] { new { name = "Sundara" }, new { name = "Kivara", agencies = new[] { kivara.Slug } } } });
        var drills = await site.Get<IExercises>().Drills(id);
        var trainee = await site.SignIn(Role.Trainee, kivara);
        await trainee.Sit(drills[1], "company.finance.1");
        await instructor.Act(id, "start");
        await (await trainee.Call(HttpMethod.Get, $"/api/v1/drills/{drills[1].Id}/comparison")).ShouldBeRefused(HttpStatusCode.Conflict, "not-ended");
        await site.Say(drills[1], new HanoiAcademy.Drills.Commands.EndExercise(), "control.director.1");
        await (await trainee.Call(HttpMethod.Get, $"/api/v1/drills/{drills[1].Id}/comparison")).ShouldBeRefused(HttpStatusCode.Conflict, "not-ended");
        await instructor.Act(id, "end");

        var view = await trainee.Json($"/api/v1/drills/{drills[1].Id}/comparison");

        view.GetProperty("own").GetProperty("name").GetString().ShouldBe("Kivara");
        view.GetProperty("own").GetProperty("teams").EnumerateArray().Select(team => team.GetProperty("team").GetString()).ShouldBe(["company"], "of the other teams his report tells nothing either");
        view.GetProperty("own").GetProperty("decisions").EnumerateArray().Select(decision => decision.GetProperty("id").GetString()).ShouldBe(["who-first"]);
        view.GetProperty("places").GetArrayLength().ShouldBe(places ? 2 : 0);
        view.GetProperty("scores").EnumerateArray().Any(one => one.GetProperty("name").GetString() == "Sundara").ShouldBe(names);
        view.GetProperty("others").GetArrayLength().ShouldBe(all ? 1 : 0);
        var page = await (await trainee.Get($"/drills/{drills[1].Id}/comparison")).Content.ReadAsStringAsync();
        page.Contains("Sundara</bdi>", StringComparison.Ordinal).ShouldBe(names);
        page.ShouldNotContain("[exercises.");
        page.Contains("Sundara prosecution", StringComparison.Ordinal).ShouldBe(all, "another team's objectives");
        (await trainee.Get($"/drills/{drills[0].Id}/comparison")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await trainee.Get($"/api/v1/drills/{drills[0].Id}/comparison")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await trainee.Get($"/api/v1/exercises/{id}/comparison")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await instructor.Json($"/api/v1/exercises/{id}/comparison")).GetProperty("others").GetArrayLength().ShouldBe(2);
    }

    [Fact]
    public async Task While_the_scenario_is_kept_closed_for_others_its_players_compare_nothing_and_its_controllers_do()
    {
        await using var site = LiveSite.Start();
        var agency = await site.MakeAgency();
        var (instructor, trainee) = (await site.SignIn(Role.Instructor, agency), await site.SignIn(Role.Trainee, agency));
        var id = await instructor.LaunchExercise(new { scenario = "invoice-at-dawn", title = "Spring", comparison = ComparisonLevel.All, drills = new object[] { new { name = "Sundara" }, new { name = "Kivara" } } });
        var drill = (await site.Get<IExercises>().Drills(id))[1];
        await trainee.Sit(drill, "company.finance.1");
        await instructor.Act(id, "start");
        await instructor.Act(id, "end");
        (await instructor.Call(HttpMethod.Put, "/api/v1/scenarios/invoice-at-dawn/closing", new { until = DateTimeOffset.UtcNow.AddHours(1) })).StatusCode.ShouldBe(HttpStatusCode.NoContent);

        await (await trainee.Call(HttpMethod.Get, $"/api/v1/drills/{drill.Id}/comparison")).ShouldBeRefused(HttpStatusCode.Conflict, "not-ended");
        var page = await (await trainee.Get($"/drills/{drill.Id}/comparison")).Content.ReadAsStringAsync();
        page.ShouldContain("kept closed for others");
        page.ShouldNotContain("Sundara prosecution");
        (await instructor.Json($"/api/v1/drills/{drill.Id}/comparison")).GetProperty("others").GetArrayLength().ShouldBe(1);

        (await instructor.Call(HttpMethod.Delete, "/api/v1/scenarios/invoice-at-dawn/closing")).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await trainee.Json($"/api/v1/drills/{drill.Id}/comparison")).GetProperty("others").GetArrayLength().ShouldBe(1);
    }

    [Fact]
    public async Task A_level_that_is_none_launches_nothing()
    {
        await using var site = LiveSite.Start();
        var instructor = await site.SignIn(Role.Instructor, await site.MakeAgency());

        await (await instructor.Call(HttpMethod.Post, "/api/v1/exercises", new { scenario = "invoice-at-dawn", comparison = "everything", drills = new[] { new { name = "A" } } }))
            .ShouldBeRefused(HttpStatusCode.UnprocessableEntity, "bad-choice");
    }

    [Fact]
    public async Task A_drill_of_no_exercise_has_no_comparison()
    {
        await using var site = LiveSite.Start();
        var agency = await site.MakeAgency();
        var instructor = await site.SignIn(Role.Instructor, agency);
        var drill = await site.LaunchSmall(agency, instructor);

        (await instructor.Get($"/drills/{drill.Id}/comparison")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }
}
