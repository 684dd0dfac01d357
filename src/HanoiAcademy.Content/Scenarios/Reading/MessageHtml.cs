using System.Net;
using HanoiAcademy.Content.Problems;

namespace HanoiAcademy.Content.Scenarios.Reading;

internal static class MessageHtml
{
    public static string Of(string markdown, string file, int line, ProblemList problems) =>
        string.Concat(markdown.Split("\n\n", StringSplitOptions.RemoveEmptyEntries).Select(p => $"<p>{WebUtility.HtmlEncode(p.Trim())}</p>\n"));
}
