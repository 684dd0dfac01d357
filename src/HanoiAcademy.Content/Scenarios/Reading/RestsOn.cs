using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;

namespace HanoiAcademy.Content.Scenarios.Reading;

/// <summary>What an action or a decision rests on: articles of treaties and functions of the cyber-security framework.</summary>
internal static partial class RestsOn
{
    /// <summary>Number of the last article of each treaty.</summary>
    public static readonly IReadOnlyDictionary<string, int> Articles = new Dictionary<string, int>(StringComparer.Ordinal)
    {
        ["uncc"] = 68,
        ["budapest"] = 48,
        ["untoc"] = 41,
        ["uncac"] = 71,
    };

    private static readonly string[] Functions = ["GV", "ID", "PR", "DE", "RS", "RC"];

    public static ImmutableArray<string> Read(Item i)
    {
        var words = i.Fields.Words("restsOn");
        foreach (var word in words.Where(w => !IsGood(w.Value)))
            i.Problems.Add(word.At, "rests-on", $"‘{word.Value}’ is no basis; write an article such as uncc:31 (uncc 1-68, budapest 1-48, untoc 1-41, uncac 1-71) or a function, perhaps with its category, such as csf:RS or csf:DE.AE ({string.Join(", ", Functions)}).");
        return [.. words.Select(w => w.Value)];
    }

    private static bool IsGood(string word) => Pattern.Match(word) is { Success: true } m
        && (m.Groups[1].Value == "csf"
            ? Functions.Contains(m.Groups[2].Value)
            : !word.Contains('.', StringComparison.Ordinal) && Articles.TryGetValue(m.Groups[1].Value, out var last) && int.TryParse(m.Groups[2].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var article) && article >= 1 && article <= last);

    [GeneratedRegex(@"^([a-z]+):([0-9]{1,2}|[A-Z]{2})(?:\.[A-Z]{2})?$")]
    private static partial Regex Pattern { get; }
}
