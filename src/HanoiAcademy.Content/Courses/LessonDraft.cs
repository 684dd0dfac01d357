using HanoiAcademy.Content.Yaml;

namespace HanoiAcademy.Content.Courses;

/// <summary>A lesson as read, keys and trainer's notes still beside it; places are kept for checks over the whole course.</summary>
internal sealed record LessonDraft(
    Lesson Lesson,
    IReadOnlyList<QuizKey> Keys,
    string TrainerHtml,
    IReadOnlyList<(string Id, Position At)> Ids,
    IReadOnlyList<string> UsedFiles);
