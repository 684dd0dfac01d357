using System.Text.RegularExpressions;
using HanoiAcademy.Content.Courses;
using HanoiAcademy.Server.Agencies;
using HanoiAcademy.Storage.Courses;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HanoiAcademy.Server.Courses;

/// <summary>One lesson: read, answer, write down, finish; all by plain forms.</summary>
[ResponseCache(NoStore = true)] // it carries a learner's answers and a form token
internal sealed partial class LessonPageModel(CourseShelf shelf, ILearnerProgress progress, QuizDesk desk, TimeProvider clock) : PageModel
{
    private const int LongestText = 20_000;
    private readonly Dictionary<string, IReadOnlyCollection<string>> _chosen = new(StringComparer.Ordinal);
    private Dictionary<string, Graded> _graded = new(StringComparer.Ordinal);
    private Dictionary<string, string> _texts = new(StringComparer.Ordinal);

    public CourseEdition Edition { get; private set; } = null!;

    public Lesson Lesson { get; private set; } = null!;

    public IReadOnlySet<string> Done { get; private set; } = new HashSet<string>();

    /// <summary>Code of a refusal, for the page's head.</summary>
    public string? Notice { get; private set; }

    public bool IsSignedIn => Account is not null;

    public bool IsDone => Done.Contains(Lesson.Slug);

    public Lesson? Previous => Neighbour(-1);

    public Lesson? Next => Neighbour(+1);

    /// <summary>Only for who teaches; others do not receive it.</summary>
    public string? TrainerHtml => Viewer.Of(User).HoldsSomewhere(Role.Instructor) ? Edition.TrainerNotes.GetValueOrDefault(Lesson.Slug) : null;

    private string? Account => Viewer.Of(User).AccountId;

    public async Task<IActionResult> OnGet(string course, string lesson)
    {
        if (!Find(course, lesson))
            return NotFound();
        if (Account is { } account)
            await progress.Open(account, Edition.Course.Id, Lesson.Slug, Edition.Course.Hash, clock.GetUtcNow());
        await Load();
        return Page();
    }

    /// <summary>An answer. Kept: the browser is led back to the question. Not kept: the page itself is the answer.</summary>
    public async Task<IActionResult> OnPostAnswer(string course, string lesson, string? question, string? version, string? key, string[]? chosen)
    {
        if (!Find(course, lesson))
            return NotFound();
        if (Lesson.Quizzes.FirstOrDefault(q => q.Id == question) is not { } quiz || key is null || !KeyForm().IsMatch(key))
            return BadRequest();

        if (version != Edition.Course.Hash)
            return await Again("course-changed");
        var grade = await desk.Answer(Edition, Lesson, quiz, chosen ?? [], Account, key);
        if (grade is GradeRefused refused)
        {
            _chosen[quiz.Id] = chosen ?? [];
            return await Again(refused.Code);
        }

        if (Account is { } account)
        {
            var standing = await desk.Standing(Edition, account);
            if (Lesson.Quizzes.All(q => standing.TryGetValue(q.Id, out var g) && g.Final))
                await Complete(account);
            return Redirect($"/courses/{Edition.Course.Id}/{Lesson.Slug}#{quiz.Id}");
        }

        await Load();
        _graded[quiz.Id] = (Graded)grade;
        return Page();
    }

    /// <summary>What was typed into a task or into “In your State”: one block, one or more boxes.</summary>
    public async Task<IActionResult> OnPostKeep(string course, string lesson, string? block)
    {
        if (!Find(course, lesson))
            return NotFound();
        if (Account is not { } account)
            return Challenge();
        if (Boxes(block) is not { Count: > 0 } boxes)
            return BadRequest();

        var typed = boxes.Select(b => (Box: b, Text: Request.Form[b].ToString().ReplaceLineEndings("\n"))).Where(t => Request.Form.ContainsKey(t.Box)).ToList();
        if (typed.Exists(t => t.Text.Length > LongestText))
        {
            await Load();
            foreach (var (box, text) in typed)
                _texts[box] = text;
            return await Again("text-too-long", loaded: true);
        }

        var now = clock.GetUtcNow();
        foreach (var (box, text) in typed)
            await progress.KeepText(new LearnerText { AccountId = account, Course = Edition.Course.Id, Block = box, Text = text, Updated = now });
        return Redirect($"/courses/{Edition.Course.Id}/{Lesson.Slug}#{block}");
    }

    public async Task<IActionResult> OnPostDone(string course, string lesson)
    {
        if (!Find(course, lesson))
            return NotFound();
        if (Account is not { } account)
            return Challenge();
        await Complete(account);
        return Redirect(Next is { } next ? $"/courses/{Edition.Course.Id}/{next.Slug}" : $"/courses/{Edition.Course.Id}");
    }

    public AskedQuiz Asked(Quiz quiz) => new(Edition.Course, Lesson, quiz, _graded.GetValueOrDefault(quiz.Id), _chosen.GetValueOrDefault(quiz.Id) ?? [], Guid.NewGuid().ToString(), IsSignedIn);

    public LearnerBox TaskBox(TaskPart task) => new(Edition.Course, Lesson, task.Id, task.Html, _texts.GetValueOrDefault(task.Id), IsSignedIn);

    public StateBoxes InState(InStatePart part) => new(
        Edition.Course, Lesson, part, [.. part.Questions.Select((_, i) => _texts.GetValueOrDefault(part.BoxOf(i)))], IsSignedIn);

    private bool Find(string course, string lesson)
    {
        if (shelf.Catalogue.Find(course) is not { } edition || edition.Course.Lesson(lesson) is not { } found)
            return false;
        (Edition, Lesson) = (edition, found);
        return true;
    }

    private async Task Load()
    {
        if (Account is not { } account)
            return;
        _graded = new(await desk.Standing(Edition, account), StringComparer.Ordinal);
        _texts = (await progress.Texts(account, Edition.Course.Id)).ToDictionary(t => t.Block, t => t.Text, StringComparer.Ordinal);
        Done = (await progress.Lessons(account, Edition.Course.Id)).Where(l => l.Completed is not null).Select(l => l.Lesson).ToHashSet(StringComparer.Ordinal);
    }

    private async Task<IActionResult> Again(string notice, bool loaded = false)
    {
        if (!loaded)
            await Load();
        Notice = notice;
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Page();
    }

    private Task Complete(string account) => progress.Complete(account, Edition.Course.Id, Lesson.Slug, Edition.Course.Hash, clock.GetUtcNow());

    private IReadOnlyList<string> Boxes(string? block) => Lesson.Parts.Select(p => p switch
    {
        TaskPart task when task.Id == block => [task.Id],
        InStatePart state when state.Id == block => Enumerable.Range(0, state.Questions.Count).Select(state.BoxOf).ToList(),
        _ => new List<string>(),
    }).FirstOrDefault(b => b.Count > 0) ?? [];

    private Lesson? Neighbour(int step)
    {
        var lessons = Edition.Course.Lessons;
        for (var i = 0; i < lessons.Count; i++)
        {
            if (lessons[i] == Lesson)
                return i + step >= 0 && i + step < lessons.Count ? lessons[i + step] : null;
        }

        return null;
    }

    [GeneratedRegex("^[A-Za-z0-9-]{16,100}$")]
    private static partial Regex KeyForm();
}

/// <param name="Course">For the form's address.</param>
/// <param name="Lesson">For the form's address.</param>
/// <param name="Quiz">Without key.</param>
/// <param name="Graded">Null while it is not answered.</param>
/// <param name="Chosen">What a refused answer had chosen.</param>
/// <param name="Key">A fresh one for each time the form is drawn.</param>
/// <param name="IsKept">Whether answers are kept.</param>
internal sealed record AskedQuiz(Course Course, Lesson Lesson, Quiz Quiz, Graded? Graded, IReadOnlyCollection<string> Chosen, string Key, bool IsKept)
{
    /// <summary>Whether it can be answered (again). Without an account one may always try again.</summary>
    public bool IsOpen => Graded is null || (!Graded.Correct && (Graded.AttemptsLeft > 0 || !IsKept));

    public ChoiceFeedback? FeedbackOf(Choice choice) => Graded?.Feedback.FirstOrDefault(f => f.Choice == choice.Id);

    public bool IsChosen(Choice choice) => FeedbackOf(choice)?.Chosen ?? Chosen.Contains(choice.Id);
}

internal sealed record LearnerBox(Course Course, Lesson Lesson, string Id, string Html, string? Text, bool IsKept);

internal sealed record StateBoxes(Course Course, Lesson Lesson, InStatePart Part, IReadOnlyList<string?> Texts, bool IsKept);
