using System.Net;
using HanoiAcademy.Server.Agencies;
using HanoiAcademy.Server.Tests.Site;

namespace HanoiAcademy.Server.Tests.Courses;

public sealed class CoursesApiTests(AcademySite site) : IClassFixture<AcademySite>
{
    private const string Questions = "/api/v1/courses/international-cooperation/lessons/why-channels/questions";
    private const string Answers = Questions + "/door-q1/answers";

    [Fact]
    public async Task The_list_of_questions_holds_neither_key_nor_feedback()
    {
        var body = await (await site.Visit().GetAsync(Questions)).ShouldBeAsync(HttpStatusCode.OK);
        body.ShouldContain("Fjordpost");
        body.ShouldNotContain("correct", Case.Insensitive);
        body.ShouldNotContain("feedback", Case.Insensitive);
        body.ShouldNotContain("The desk got the data kept");
        var courses = await (await site.Visit().GetAsync("/api/v1/courses")).JsonAsync();
        courses[0].GetProperty("modules")[0].GetProperty("lessons")[0].GetProperty("slug").GetString().ShouldBe("why-channels");
    }

    [Fact]
    public async Task An_answer_comes_back_graded_with_feedback()
    {
        var answer = await (await site.Visit().CallAsync(HttpMethod.Post, Answers, new { chosen = new[] { "d" } })).JsonAsync();
        answer.GetProperty("correct").GetBoolean().ShouldBeTrue();
        answer.GetProperty("points").GetInt32().ShouldBe(1);
        answer.GetProperty("kept").GetBoolean().ShouldBeFalse();
        answer.GetProperty("feedback").GetArrayLength().ShouldBe(4);
    }

    [Fact]
    public async Task A_repeat_with_the_same_key_is_the_same_attempt()
    {
        var learner = await site.SignInAsync(Role.Trainee, await site.MakeAgencyAsync());
        var key = Guid.NewGuid().ToString();
        foreach (var expected in new[] { 1, 1 })
        {
            var answer = await (await learner.CallAsync(HttpMethod.Post, Answers, new { chosen = new[] { "a" } }, key)).JsonAsync();
            answer.GetProperty("attempt").GetInt32().ShouldBe(expected);
            answer.GetProperty("kept").GetBoolean().ShouldBeTrue();
            answer.GetProperty("feedback").GetArrayLength().ShouldBe(1);
        }

        (await (await learner.CallAsync(HttpMethod.Post, Answers, new { chosen = new[] { "d" } })).JsonAsync()).GetProperty("attempt").GetInt32().ShouldBe(2);
        await (await learner.CallAsync(HttpMethod.Post, Answers, new { chosen = new[] { "d" } })).ShouldRefuseAsync(HttpStatusCode.UnprocessableEntity, "already-answered");
    }

    [Fact]
    public async Task What_cannot_be_graded_is_refused_with_a_code()
    {
        var visitor = site.Visit();
        await (await visitor.CallAsync(HttpMethod.Post, Answers, new { chosen = Array.Empty<string>() })).ShouldRefuseAsync(HttpStatusCode.UnprocessableEntity, "nothing-chosen");
        await (await visitor.CallAsync(HttpMethod.Post, Answers, new { chosen = new[] { "a", "b" } })).ShouldRefuseAsync(HttpStatusCode.UnprocessableEntity, "one-choice-only");
        await (await visitor.CallAsync(HttpMethod.Post, Answers, new { chosen = new string?[] { null } })).ShouldRefuseAsync(HttpStatusCode.UnprocessableEntity, "unknown-choice");
        await (await visitor.CallAsync(HttpMethod.Post, Answers, new { chosen = new[] { "a" }, version = "old" })).ShouldRefuseAsync(HttpStatusCode.Conflict, "course-changed");
        await (await visitor.CallAsync(HttpMethod.Post, Questions + "/none/answers", new { chosen = new[] { "a" } })).ShouldRefuseAsync(HttpStatusCode.NotFound, "no-such-question");
        await (await visitor.CallAsync(HttpMethod.Post, Answers, new { picked = "a" })).ShouldRefuseAsync(HttpStatusCode.BadRequest, "malformed");
        await (await visitor.GetAsync(Questions.Replace("why-channels", "none"))).ShouldRefuseAsync(HttpStatusCode.NotFound, "no-such-lesson");
    }
}
