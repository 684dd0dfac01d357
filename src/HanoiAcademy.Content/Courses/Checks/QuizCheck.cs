using System.Text.RegularExpressions;
using HanoiAcademy.Content.Markdown;
using HanoiAcademy.Content.Markdown.Containers;
using HanoiAcademy.Content.Markdown.Quizzes;
using HanoiAcademy.Content.Markdown.Treaties;
using HanoiAcademy.Content.Reference;
using Markdig.Syntax;

namespace HanoiAcademy.Content.Courses.Checks;

/// <summary>What makes a question fair: a key, a word to every choice, and law that somebody has read.</summary>
internal static partial class QuizCheck
{
    /// <returns>False when the question cannot be asked.</returns>
    public static bool Run(BoxBlock box, IReadOnlyList<ListItemBlock> items, int most, MarkdownProblems problems)
    {
        Law(box, problems);
        var sound = true;
        var right = items.Count(i => i.Descendants<ChoiceMark>().First().Correct);
        if (items.Count < 2 || items.Count > most)
            Wrong(box, "quiz-choices", $"A question has 2 to {most} choices; this one has {items.Count}.");
        if (right == 0)
            Wrong(box, "quiz-no-key", "No choice is marked right; put an ‘x’ into the brackets of the right one.");
        else if (right == items.Count)
            Wrong(box, "quiz-all-right", "All choices are marked right, so nothing is asked; add one that is wrong.");
        foreach (var item in items.Where(i => !i.OfType<QuoteBlock>().Any(q => PlainText.Of(q).Length > 0)))
            Wrong(item, "quiz-no-feedback", "Nothing is said to who chooses this; write below it, indented, ‘> ’ and why it is right or wrong.");
        if (items.All(i => NumberOnly().IsMatch(PlainText.Of(i[0]))))
            Wrong(box, "quiz-asks-number", "This question asks for an article's number; ask what follows from the article instead.");
        return sound;

        void Wrong(MarkdownObject part, string code, string message)
        {
            problems.Add(part, code, message);
            sound = false;
        }
    }

    // No scored key may rest on an article whose words nobody read, unless the stem names the provision it follows.
    private static void Law(BoxBlock box, MarkdownProblems problems)
    {
        var cited = box.Descendants<TreatyReference>().ToList();
        if (cited.Exists(r => r.Treaty != Treaty.Uncc))
            return;
        var unread = cited.Select(r => r.Article is { } number ? ConventionReference.Current.Article(number) : null).FirstOrDefault(a => a is { MayCarryAKey: false });
        if (unread is not null)
            problems.Add(box, "quiz-unread-law", $"This question rests on article {unread.Number}, which is of level {unread.Letter}; cite in it the provision it follows{(unread.ModelProvision is null ? "" : $" ({unread.ModelProvision})")} as <budapest:…>, <untoc:…> or <uncac:…>.");
    }

    [GeneratedRegex(@"^(the )?((hanoi |budapest )?convention |untoc |uncac )?(art(icle|\.)?s? ?)?[0-9]+(\([0-9a-z]+\))*\.?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex NumberOnly();
}
