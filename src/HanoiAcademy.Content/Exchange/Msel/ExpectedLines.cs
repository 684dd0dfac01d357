using System.Text.RegularExpressions;

namespace HanoiAcademy.Content.Exchange.Msel;

/// <summary>A cell of expected actions as single acts: one a line, bullet or numbered item; also <c>1) … 2) …</c> on one line.</summary>
internal static partial class ExpectedLines
{
    public static IEnumerable<string> Of(string text) =>
        Numbered.Count(text) > 1 ? Numbered.Split(text).Select(Trimmed).Where(line => line.Length > 0)
            : text.Split('\n').SelectMany(line => Bulleted.Count(line) > 1 ? Bulleted.Split(line) : line.Split(';') is { Length: > 1 } parts && parts.Where(part => part.Trim().Length > 0).All(part => part.Trim().Length > 3) ? parts : [line]).Select(Trimmed).Where(line => line.Length > 0);

    private static string Trimmed(string line) => Mark.Replace(line.Trim(), "").Trim().TrimEnd(';').Trim();

    [GeneratedRegex(@"(?:^|(?<=[\s;.]))(?:\(?\d{1,2}[.)]|\(?[a-h]\))\s+(?=\S)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Numbered { get; }

    [GeneratedRegex(@"\s*[•●▪◦‣]\s*", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Bulleted { get; }

    [GeneratedRegex(@"^(?:[-–—•●▪◦‣·∙*+]\s*|\(?\d{1,2}[.)]\s+|\[\s?\]\s*|☐\s*)+", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Mark { get; }
}
