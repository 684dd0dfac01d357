using System.Globalization;
using HanoiAcademy.Content.Reference;
using HanoiAcademy.Content.Yaml;

namespace HanoiAcademy.Content.Courses;

/// <summary>The key <c>articles</c>: numbers of the Convention's articles.</summary>
internal static class ArticleList
{
    public static IReadOnlyList<int> Bind(YamlFields fields)
    {
        var numbers = new List<int>();
        foreach (var word in fields.Words("articles"))
        {
            if (int.TryParse(word.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && ConventionReference.Current.Article(number) is not null)
                numbers.Add(number);
            else
                fields.Problems.Add(word.At, "article-unknown", $"‘{word.Value}’ is no article of the Convention, which has 68; write its number.");
        }

        return numbers;
    }
}
