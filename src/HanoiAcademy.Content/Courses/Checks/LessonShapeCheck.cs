using HanoiAcademy.Content.Markdown.Containers;
using HanoiAcademy.Content.Problems;
using HanoiAcademy.Content.Yaml;
using Markdig.Syntax;

namespace HanoiAcademy.Content.Courses.Checks;

/// <summary>The shape that every lesson has, so that learners and trainers know what comes. Warnings: a lesson may have its reasons.</summary>
internal static class LessonShapeCheck
{
    private static readonly (ContainerKind Kind, string Code, string Message)[] Parts =
    [
        (ContainerKind.Case, "lesson-no-case", "A lesson opens with ‘::: case’: facts, and a decision to take."),
        (ContainerKind.Quiz, "lesson-no-quiz", "A lesson asks at least one question; add a ‘::: quiz’."),
        (ContainerKind.Task, "lesson-no-task", "A lesson has something to hand in; add a ‘::: task’."),
        (ContainerKind.Trainer, "lesson-no-trainer", "A lesson tells the trainer timings and answers; add a ‘::: trainer’ at its end."),
    ];

    public static void Run(MarkdownDocument document, LessonHead head, Position at, ProblemList problems)
    {
        if (head.Minutes is < 6 or > 10)
            problems.Add(head.Fields.PositionOf("minutes"), "lesson-minutes", "A lesson takes 6 to 10 minutes; cut it in two, or join it with another.", Severity.Warning);
        var there = document.OfType<BoxBlock>().Select(b => b.Name).ToHashSet(StringComparer.Ordinal);
        foreach (var (kind, code, message) in Parts)
        {
            if (!there.Contains(WireNames<ContainerKind>.Of(kind)))
                problems.Add(at, code, message, Severity.Warning);
        }
    }
}
