using HanoiAcademy.Content.Courses.Checks;
using HanoiAcademy.Content.Markdown;
using HanoiAcademy.Content.Markdown.Containers;
using HanoiAcademy.Content.Markdown.Quizzes;
using HanoiAcademy.Content.Yaml;
using Markdig.Extensions.Alerts;
using Markdig.Syntax;

namespace HanoiAcademy.Content.Courses;

/// <summary>Takes a quiz block apart: what is asked goes one way, the key and the feedback another.</summary>
internal static class QuizReader
{
    private const int MostChoices = 12;

    /// <returns>Null when it is no question that can be asked (reported).</returns>
    public static (Quiz, QuizKey)? Read(BoxBlock box, string id, Func<IEnumerable<Block>, bool, string> render, MarkdownProblems problems)
    {
        BoxAttributes.Only(box, problems, "points", "attempts", "asks");
        var points = BoxAttributes.Number(box, "points", 1, 20, problems);
        var attempts = BoxAttributes.Number(box, "attempts", 1, 5, problems);
        if (!WireNames<QuizAsks>.All.TryGetValue(BoxAttributes.Value(box, "asks") ?? "apply", out var asks))
            problems.Add(box, "quiz-asks", $"‘asks’ must be one of: {string.Join(", ", WireNames<QuizAsks>.All.Keys)}.");

        var lists = box.OfType<ListBlock>().Where(l => l.OfType<ListItemBlock>().Any(i => Mark(i) is not null)).ToList();
        if (lists.Count != 1)
        {
            problems.Add(box, "quiz-choices", lists.Count == 0
                ? "This question has no choices; write each as ‘- [ ] …’, and the right one as ‘- [x] …’."
                : "The choices of a question are one list; a blank line with other text, or another bullet, has cut it in two.");
            return null;
        }

        var items = lists[0].OfType<ListItemBlock>().ToList();
        foreach (var item in items.Where(i => Mark(i) is null))
            problems.Add(item, "quiz-mark", "This choice has no ‘[ ]’ or ‘[x]’; write one before it.");
        if (items.Exists(i => Mark(i) is null) || !QuizCheck.Run(box, items, MostChoices, problems))
            return null;

        var hint = box.OfType<AlertBlock>().FirstOrDefault(a => a.Kind.ToString().Equals(Markdown.Alerts.AlertExtension.Hint, StringComparison.OrdinalIgnoreCase));
        var choices = items.Select((item, i) => (Id: ((char)('a' + i)).ToString(), Item: item)).ToList();
        var correct = choices.Where(c => Mark(c.Item)!.Correct).Select(c => c.Id).ToHashSet(StringComparer.Ordinal);
        var quiz = new Quiz(
            id,
            render(box.Where(b => b != lists[0] && b != hint), false),
            [.. choices.Select(c => new Choice(c.Id, render(c.Item.Where(b => b is not QuoteBlock), true)))],
            correct.Count > 1,
            points,
            attempts,
            asks,
            hint is null ? null : render(hint, false));
        var key = new QuizKey(
            id,
            [.. choices.Select(c => c.Id)],
            correct,
            choices.ToDictionary(c => c.Id, c => render(c.Item.OfType<QuoteBlock>().SelectMany(q => q), false), StringComparer.Ordinal),
            points,
            attempts);
        return (quiz, key);
    }

    private static ChoiceMark? Mark(ListItemBlock item) => item.Count > 0 && item[0] is ParagraphBlock { Inline.FirstChild: ChoiceMark mark } ? mark : null;
}
