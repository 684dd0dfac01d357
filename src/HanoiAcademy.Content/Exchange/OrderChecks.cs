using System.Text.RegularExpressions;
using HanoiAcademy.Content.Problems;
using HanoiAcademy.Content.Scenarios.Reading;

namespace HanoiAcademy.Content.Exchange;

/// <summary>What an order must be, so that no file made of it is wrong.</summary>
internal static partial class OrderChecks
{
    public static void Run(ImportOrder order, ProblemList problems)
    {
        void Wrong(string code, string message) => problems.Add(new("order", 1, 1, code, message));
        if (order.Id is { } id && !Item.IdPattern.IsMatch(id))
            Wrong("id-shape", $"‘{id}’ cannot be an id; write lower-case letters and digits with single dashes between, at most 60.");
        if (order.Title is { } title && (string.IsNullOrWhiteSpace(title) || title.Length > 200))
            Wrong("title-shape", "A title has 1 to 200 characters.");
        if (!Language.IsMatch(order.Language))
            Wrong("language-tag", $"‘{order.Language}’ is no language tag; write two or three lower-case letters, such as en, vi or pt-BR.");
        if (order.StartEx is { Year: < 1900 or > 2200 })
            Wrong("startex", "StartEx is a date and a time of this age, such as 2027-03-02T09:00.");
    }

    [GeneratedRegex("^[a-z]{2,3}(-[A-Z]{2})?$")]
    private static partial Regex Language { get; }
}
