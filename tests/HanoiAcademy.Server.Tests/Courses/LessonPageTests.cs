using System.Net;
using HanoiAcademy.Server.Agencies;
using HanoiAcademy.Server.Tests.Site;

namespace HanoiAcademy.Server.Tests.Courses;

/// <summary>A lesson by plain forms, as a browser without script sends them.</summary>
public sealed class LessonPageTests(AcademySite site) : IClassFixture<AcademySite>
{
    private const string Lesson = "/courses/international-cooperation/why-channels";
    private const string Right = "Content from a provider is normally obtained";
    private const string Wrong = "The desk got the data kept";

    [Fact]
    public async Task Everybody_may_read_courses_and_lessons()
    {
        var visitor = site.Visit();
        (await (await visitor.GetAsync("/courses")).PageAsync()).QuerySelector(".card a")!.GetAttribute("href").ShouldBe("/courses/international-cooperation");
        (await (await visitor.GetAsync("/courses/international-cooperation")).PageAsync()).QuerySelectorAll(".lesson-list li").Length.ShouldBeGreaterThan(12);
        var page = await (await visitor.GetAsync(Lesson)).PageAsync();
        page.QuerySelector("a[rel=next]")!.GetAttribute("href").ShouldBe("/courses/international-cooperation/the-24-7-desk");
        page.QuerySelector("a[rel=prev]").ShouldBeNull();
        page.QuerySelector("a.treaty-ref[href='/articles/5'] .level-a").ShouldNotBeNull();
    }

    [Theory]
    [InlineData("/courses/none")]
    [InlineData("/courses/international-cooperation/none")]
    [InlineData("/courses/international-cooperation/files/010-why-channels/lesson.md")]
    [InlineData("/courses/international-cooperation/files/course.yaml")]
    [InlineData("/courses/international-cooperation/files/..%2f..%2fREADME.md")]
    public async Task What_is_not_there_is_not_found(string address) => await (await site.Visit().GetAsync(address)).ShouldBeAsync(HttpStatusCode.NotFound);

    [Fact]
    public async Task No_lesson_carries_a_key_a_feedback_or_a_trainers_note_before_the_answer()
    {
        var visitor = site.Visit();
        var trainee = await site.SignInAsync(Role.Trainee, await site.MakeAgencyAsync());
        foreach (var edition in CourseShelfOf(site).Catalogue.Editions)
        {
            foreach (var lesson in edition.Course.Lessons)
            {
                foreach (var reader in new[] { visitor, trainee })
                {
                    var page = await (await reader.GetAsync($"/courses/{edition.Course.Id}/{lesson.Slug}")).PageAsync();
                    page.QuerySelectorAll("input[checked], .feedback, .is-right, .is-wrong, .trainer").ShouldBeEmpty(lesson.Slug);
                    var text = Squeeze(page.DocumentElement.TextContent);
                    foreach (var feedback in lesson.Quizzes.SelectMany(q => edition.Keys[q.Id].Feedback.Values))
                        text.ShouldNotContain(Squeeze(TextOf(feedback)), customMessage: lesson.Slug);
                }
            }
        }
    }

    [Fact]
    public async Task Without_an_account_an_answer_is_graded_and_not_kept()
    {
        var visitor = site.Visit();
        var wrong = await (await AnswerAsync(visitor, "a")).PageAsync();
        var question = wrong.QuerySelector("#door-q1")!;
        question.QuerySelector(".notice-warn").ShouldNotBeNull();
        question.QuerySelectorAll(".feedback").Length.ShouldBe(1);
        question.TextContent.ShouldContain(Wrong);
        question.TextContent.ShouldNotContain(Right);
        question.QuerySelector("button[type=submit]").ShouldNotBeNull("one may try again");

        var right = (await (await AnswerAsync(visitor, "d")).PageAsync()).QuerySelector("#door-q1")!;
        right.QuerySelector(".notice-ok").ShouldNotBeNull();
        right.TextContent.ShouldContain(Right);
        (await (await visitor.GetAsync(Lesson)).PageAsync()).QuerySelectorAll(".feedback").ShouldBeEmpty();
    }

    [Fact]
    public async Task A_learners_answer_is_kept_and_counts_once_however_often_it_is_sent()
    {
        var learner = await site.SignInAsync(Role.Trainee, await site.MakeAgencyAsync());
        var key = Guid.NewGuid().ToString();
        for (var i = 0; i < 2; i++)
        {
            var answer = await AnswerAsync(learner, "a", key);
            await answer.ShouldBeAsync(HttpStatusCode.Redirect);
            answer.Headers.Location!.ToString().ShouldEndWith("#door-q1");
        }

        var first = (await (await learner.GetAsync(Lesson)).PageAsync()).QuerySelector("#door-q1")!;
        first.QuerySelectorAll(".feedback").Length.ShouldBe(1);
        first.QuerySelector("form button[type=submit]").ShouldNotBeNull("one attempt is left");

        await (await AnswerAsync(learner, "b")).ShouldBeAsync(HttpStatusCode.Redirect);
        var last = (await (await learner.GetAsync(Lesson)).PageAsync()).QuerySelector("#door-q1")!;
        last.QuerySelectorAll(".feedback").Length.ShouldBe(4);
        last.QuerySelector("form button[type=submit]").ShouldBeNull();
        (await AnswerAsync(learner, "d")).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
    }

    [Fact]
    public async Task What_is_typed_is_kept_for_its_learner_alone()
    {
        var agency = await site.MakeAgencyAsync();
        var learner = await site.SignInAsync(Role.Trainee, agency);
        var other = await site.SignInAsync(Role.Trainee, agency);
        await (await learner.PostFormAsync(Lesson + "?handler=Keep", new() { ["block"] = "door-task", ["door-task"] = "First <b>the</b> desk.\r\nThen the bank." }, Lesson)).ShouldBeAsync(HttpStatusCode.Redirect);
        await (await learner.PostFormAsync(Lesson + "?handler=Keep", new() { ["block"] = "door-instate", ["door-instate-2"] = "Văn phòng 24/7" }, Lesson)).ShouldBeAsync(HttpStatusCode.Redirect);

        var page = await (await learner.GetAsync(Lesson)).PageAsync();
        page.QuerySelector("#door-task-text")!.TextContent.ShouldBe("First <b>the</b> desk.\nThen the bank.");
        page.QuerySelector("#door-instate-2")!.TextContent.ShouldBe("Văn phòng 24/7");
        (await (await other.GetAsync(Lesson)).PageAsync()).QuerySelector("#door-task-text")!.TextContent.ShouldBe("");
    }

    [Fact]
    public async Task Text_without_an_account_too_long_a_text_and_a_block_that_is_not_there_are_refused()
    {
        var stranger = await site.Visit().PostFormAsync(Lesson + "?handler=Keep", new() { ["block"] = "door-task", ["door-task"] = "x" }, Lesson);
        await stranger.ShouldBeAsync(HttpStatusCode.Redirect);
        stranger.Headers.Location!.ToString().ShouldContain("/account/sign-in");

        var learner = await site.SignInAsync(Role.Trainee, await site.MakeAgencyAsync());
        var tooLong = await learner.PostFormAsync(Lesson + "?handler=Keep", new() { ["block"] = "door-task", ["door-task"] = new string('x', 20_001) }, Lesson);
        (await tooLong.PageAsync(HttpStatusCode.UnprocessableEntity)).QuerySelector("#door-task-text")!.TextContent.Length.ShouldBe(20_001, "what was typed is not lost");
        await (await learner.PostFormAsync(Lesson + "?handler=Keep", new() { ["block"] = "none" }, Lesson)).ShouldBeAsync(HttpStatusCode.BadRequest);
    }

    [Theory]
    [InlineData("", "Choose an answer first.")]
    [InlineData("z", "One of these choices does not exist")]
    public async Task What_is_no_answer_is_told_and_changes_nothing(string chosen, string sentence)
    {
        var learner = await site.SignInAsync(Role.Trainee, await site.MakeAgencyAsync());
        (await (await AnswerAsync(learner, chosen)).PageAsync(HttpStatusCode.UnprocessableEntity)).QuerySelector("[role=status]")!.TextContent.ShouldContain(sentence);
        (await (await learner.GetAsync(Lesson)).PageAsync()).QuerySelectorAll(".feedback").ShouldBeEmpty();
    }

    [Fact]
    public async Task A_finished_lesson_is_marked_in_the_contents()
    {
        var learner = await site.SignInAsync(Role.Trainee, await site.MakeAgencyAsync());
        var done = await learner.PostFormAsync(Lesson + "?handler=Done", [], Lesson);
        await done.ShouldBeAsync(HttpStatusCode.Redirect);
        done.Headers.Location!.ToString().ShouldBe("/courses/international-cooperation/the-24-7-desk");
        var contents = await (await learner.GetAsync("/courses/international-cooperation")).PageAsync();
        contents.QuerySelectorAll(".badge-ok").Length.ShouldBe(1);
        contents.QuerySelector("progress")!.GetAttribute("value").ShouldBe("1");
    }

    [Fact]
    public async Task Only_who_teaches_receives_the_trainers_note()
    {
        var agency = await site.MakeAgencyAsync();
        (await (await (await site.SignInAsync(Role.Instructor, agency)).GetAsync(Lesson)).PageAsync()).QuerySelector(".trainer")!.TextContent.ShouldContain("Timing.");
        (await (await (await site.SignInAsync(Role.Trainee, agency)).GetAsync(Lesson)).PageAsync()).QuerySelector(".trainer").ShouldBeNull();
    }

    /// <summary>The budget of a cold lesson, measured on the bytes as sent, without compression; the limit is for all together.</summary>
    [Fact]
    public async Task A_cold_lesson_stays_within_60_kB_and_6_requests()
    {
        foreach (var lesson in CourseShelfOf(site).Catalogue.Editions.SelectMany(e => e.Course.Lessons.Select(l => $"/courses/{e.Course.Id}/{l.Slug}")))
        {
            var page = await (await site.Visit().GetAsync(lesson)).ShouldBeAsync(HttpStatusCode.OK);
            var document = new AngleSharp.Html.Parser.HtmlParser().ParseDocument(page);
            var files = document.QuerySelectorAll("link[rel=stylesheet], link[rel=modulepreload], script[src], img[src]").Select(e => e.GetAttribute("href") ?? e.GetAttribute("src")!).Distinct().ToList();
            var bytes = System.Text.Encoding.UTF8.GetByteCount(page);
            foreach (var file in files)
                bytes += (await (await site.Visit().GetAsync(file)).Content.ReadAsByteArrayAsync()).Length;
            (files.Count + 1).ShouldBeLessThanOrEqualTo(6, lesson);
            bytes.ShouldBeLessThanOrEqualTo(60_000, lesson);
        }
    }

    private static async Task<HttpResponseMessage> AnswerAsync(Visitor visitor, string chosen, string? key = null)
    {
        var page = await (await visitor.GetAsync(Lesson)).PageAsync();
        var version = page.QuerySelector("#door-q1 input[name=version]")!.GetAttribute("value")!;
        Dictionary<string, string> fields = new() { ["question"] = "door-q1", ["version"] = version, ["key"] = key ?? Guid.NewGuid().ToString() };
        if (chosen.Length > 0)
            fields["chosen"] = chosen;
        return await visitor.PostFormAsync(Lesson + "?handler=Answer", fields, Lesson);
    }

    private static HanoiAcademy.Server.Courses.CourseShelf CourseShelfOf(AcademySite site) =>
        (HanoiAcademy.Server.Courses.CourseShelf)site.Services.GetService(typeof(HanoiAcademy.Server.Courses.CourseShelf))!;

    private static string TextOf(string html) => new AngleSharp.Html.Parser.HtmlParser().ParseDocument(html).DocumentElement.TextContent;

    private static string Squeeze(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
