namespace HanoiAcademy.Content.Courses;

/// <summary>A course as a learner may see it: it holds no key, no feedback and no trainer's note.</summary>
/// <param name="Id">The folder's name, used in addresses.</param>
/// <param name="Version">As the author counts; people read it.</param>
/// <param name="Hash">SHA-256 over all files; what answers and progress refer to.</param>
/// <param name="Title">In <paramref name="Language"/>, as all texts here.</param>
/// <param name="Code">Short name in the curriculum, such as C5.</param>
/// <param name="Language">BCP 47.</param>
/// <param name="Level">For whom it is hard enough.</param>
/// <param name="Audience">Who it is for.</param>
/// <param name="Summary">One paragraph, plain text.</param>
/// <param name="Outcomes">What a learner can do afterwards.</param>
/// <param name="Modules">In order.</param>
public sealed record Course(
    string Id,
    string Version,
    string Hash,
    string Title,
    string Code,
    string Language,
    CourseLevel Level,
    IReadOnlyList<string> Audience,
    string Summary,
    IReadOnlyList<string> Outcomes,
    IReadOnlyList<Module> Modules)
{
    /// <summary>All lessons in reading order.</summary>
    public IReadOnlyList<Lesson> Lessons { get; } = [.. Modules.SelectMany(m => m.Lessons)];

    public Lesson? Lesson(string slug) => Lessons.FirstOrDefault(l => l.Slug == slug);

    public Module ModuleOf(Lesson lesson) => Modules.First(m => m.Lessons.Contains(lesson));
}

public enum CourseLevel
{
    Basic,
    Advanced,
    Specialist,
}

/// <param name="Id">Number in the curriculum, such as 5.1.</param>
/// <param name="Title">Plain text.</param>
/// <param name="Minutes">Learner time for the whole module, tasks included.</param>
/// <param name="Articles">Of the Convention.</param>
/// <param name="Lessons">In order, job aid and check included.</param>
/// <param name="JobAid">Slug of the page to print, if there is one.</param>
public sealed record Module(string Id, string Title, int Minutes, IReadOnlyList<int> Articles, IReadOnlyList<Lesson> Lessons, string? JobAid);
