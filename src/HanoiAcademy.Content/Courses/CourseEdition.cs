using HanoiAcademy.Content.Files;

namespace HanoiAcademy.Content.Courses;

/// <summary>One version of a course with what only the server may know.</summary>
/// <param name="Course">What learners see.</param>
/// <param name="Keys">By question.</param>
/// <param name="TrainerNotes">Html by lesson, for who teaches it.</param>
/// <param name="Folder">The files it was read from, pictures among them.</param>
public sealed record CourseEdition(
    Course Course,
    IReadOnlyDictionary<string, QuizKey> Keys,
    IReadOnlyDictionary<string, string> TrainerNotes,
    ContentFolder Folder);
