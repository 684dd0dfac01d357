using System.Collections.Immutable;
using System.Text.RegularExpressions;
using HanoiAcademy.Content.Problems;
using HanoiAcademy.Content.Reference;
using HanoiAcademy.Drills.Scenarios;

namespace HanoiAcademy.Content.Scenarios.Reading;

/// <summary>ATT&amp;CK ids of an inject or of a step.</summary>
internal static partial class TechniquesReader
{
    /// <param name="plan">Of a step: its plan names the versions that its techniques are of.</param>
    public static ImmutableArray<string> Read(Item i, AdversaryPlan? plan = null)
    {
        var attack = AttackReference.Current;
        var words = i.Fields.Words("techniques");
        foreach (var word in words)
            if (attack.Renamed.TryGetValue(word.Value, out var now))
                i.Problems.Add(word.At, "technique-renamed", $"ATT&CK v19 calls ‘{word.Value}’ {now}; write that.");
            else if (!Shape.IsMatch(word.Value))
                i.Problems.Add(word.At, "technique-shape", $"‘{word.Value}’ cannot be an ATT&CK technique; write an id such as T1657 or T1078.004.");
            // The copy holds the techniques that our own drills use, not all there are.
            else if (!attack.Names.ContainsKey(word.Value) && !attack.Names.Keys.Any(known => known.StartsWith(word.Value + ".", StringComparison.Ordinal)))
                i.Problems.Add(word.At, "technique-unknown", $"‘{word.Value}’ is not among the techniques copied here (v19; ICS v18.1), so nobody can say whether it is right; look it up, then leave it or correct it.", Severity.Warning);
            else if (plan is not null && Version(plan, word.Value) is null)
                i.Problems.Add(word.At, "technique-version", IsIcs(word.Value)
                    ? $"‘{word.Value}’ is a technique of ATT&CK for ICS; write ‘ics: v18.1’ beside the plan's id."
                    : $"‘{word.Value}’ is a technique of ATT&CK v19; write ‘attack: v19’ beside the plan's id.");
        return [.. words.Select(w => w.Value)];
    }

    private static string? Version(AdversaryPlan plan, string technique) => IsIcs(technique) ? plan.Ics : plan.Attack;

    private static bool IsIcs(string technique) => technique.StartsWith("T0", StringComparison.Ordinal);

    [GeneratedRegex(@"^T\d{4}(\.\d{3})?$")]
    private static partial Regex Shape { get; }
}
